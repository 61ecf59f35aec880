import pytest

from muvofiq.standards.errors import NotInCatalogue
from muvofiq.standards.thesaurus import Concept, Thesaurus

THESAURUS = Thesaurus(
    (
        Concept("person", {"en": ("person", "traveller"), "ru": ("лицо",)}),
        Concept("victim", {"en": ("victim",)}, broader="person"),
        Concept("child-victim", {"en": ("child victim",)}, broader="victim"),
    )
)


def ids(concepts: tuple[Concept, ...]) -> list[str]:
    return [concept.id for concept in concepts]


def test_the_concepts_above_are_listed_from_the_next_to_the_farthest() -> None:
    assert ids(THESAURUS.broader("child-victim")) == ["victim", "person"]
    assert ids(THESAURUS.broader("person")) == []


def test_the_concepts_below_are_the_next_ones_only() -> None:
    assert ids(THESAURUS.narrower("person")) == ["victim"]


def test_the_first_word_is_the_preferred_one() -> None:
    assert THESAURUS.concept("person").preferred("en") == "person"
    assert THESAURUS.concept("person").preferred("tg") is None


def test_all_words_of_a_language_lead_to_their_concepts() -> None:
    words = [(word, concept.id) for word, concept in THESAURUS.labels("en")]
    assert words[:3] == [("person", "person"), ("traveller", "person"), ("victim", "victim")]
    assert [word for word, _ in THESAURUS.labels("ru")] == ["лицо"]


def test_an_unknown_concept_is_answered_with_the_nearest() -> None:
    assert "victim" in THESAURUS
    with pytest.raises(NotInCatalogue, match="Did you mean 'victim'"):
        THESAURUS.concept("victm")


def test_regional_words_follow_the_common_ones_and_say_where_they_are_used() -> None:
    entry = {"id": "returnee", "en": ["returnee"], "ru": ["репатриант"]}
    words = [
        {"ru": "вернувшийся земляк", "used": ["XA", "XB"], "seen": True},
        {"tg": "баргашта", "used": ["XA"], "seen": False},
    ]
    concept = Concept.from_entry(entry | {"regional": words}, "persons")
    assert [(one.word, one.states, one.seen) for one in concept.regional] == [
        ("вернувшийся земляк", ("XA", "XB"), True),
        ("баргашта", ("XA",), False),
    ]
    assert concept.every_label == {
        "en": ("returnee",),
        "ru": ("репатриант", "вернувшийся земляк"),
        "tg": ("баргашта",),
    }
    assert concept.preferred("tg") is None
