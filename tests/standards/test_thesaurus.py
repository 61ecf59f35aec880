import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.standards.cross_checks import refuse_broken_hierarchy
from muvofiq.standards.errors import NotInCatalogue
from muvofiq.standards.thesaurus import LANGUAGES, Concept, Facet, NewWord, Thesaurus, with_words

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


def test_a_word_that_was_accepted_joins_its_concept_and_a_preferred_one_goes_first() -> None:
    new = [NewWord("person", "en", "passenger"), NewWord("person", "ru", "путник", is_preferred=True)]
    person = with_words(THESAURUS, new).concept("person")
    assert person.labels == {"en": ("person", "traveller", "passenger"), "ru": ("путник", "лицо")}
    assert THESAURUS.concept("person").labels["ru"] == ("лицо",)


def test_a_word_of_a_person_is_confirmed_and_the_others_stay_unconfirmed() -> None:
    unsure = Thesaurus((Concept("victim", {"en": ("victim",), "tg": ("қурбонӣ", "x")}, unconfirmed_languages=("tg",)),))
    new = [NewWord("victim", "tg", "ҷабрдида"), NewWord("victim", "tg", "қурбонӣ", is_preferred=True)]
    concept = with_words(unsure, [*new, *new]).concept("victim")
    assert concept.labels["tg"] == ("қурбонӣ", "x", "ҷабрдида")
    assert [concept.is_unconfirmed("tg", word) for word in concept.labels["tg"]] == [False, True, False]
    assert not concept.is_unconfirmed("en", "victim")
    assert len(concept.confirmed) == 2


def test_of_two_preferred_words_the_newer_one_goes_first() -> None:
    new = [NewWord("victim", "tg", word, is_preferred=True) for word in ("ҷабрдида", "қурбонӣ")]
    assert with_words(THESAURUS, new).concept("victim").labels["tg"] == ("қурбонӣ", "ҷабрдида")


def test_a_new_concept_stands_under_the_one_that_was_named_and_in_its_facet() -> None:
    old = Thesaurus((Concept("person", {"en": ("person",)}, facet="persons"),), (Facet("persons", {"en": "Persons"}),))
    new = [NewWord("guide", "en", "guide", broader="person"), NewWord("boy", "en", "guide's boy", broader="guide")]
    richer = with_words(old, new)
    assert ids(richer.broader("boy")) == ["guide", "person"]
    assert [richer.concept(name).facet for name in ("guide", "boy")] == ["persons", "persons"]


def test_a_new_concept_whose_broader_one_is_missing_stands_alone() -> None:
    alone = with_words(THESAURUS, [NewWord("guide", "en", "guide", broader="nobody")])
    assert (alone.concept("guide").broader, ids(alone.broader("guide"))) == (None, [])


NAMES = st.sampled_from(["person", "victim", "a", "b", "c", "d"])
WORDS = st.builds(
    NewWord, NAMES, st.sampled_from(LANGUAGES), st.sampled_from(["x", "y", "z"]), st.booleans(), NAMES | st.just("")
)


@given(st.lists(WORDS, max_size=12))
def test_whatever_is_accepted_no_word_is_lost_or_doubled_and_no_chain_runs_in_a_circle(new: list[NewWord]) -> None:
    richer = with_words(THESAURUS, new)
    refuse_broken_hierarchy(richer.concepts, {})
    for one in new:
        assert richer.concept(one.concept).labels[one.language].count(one.word) == 1
    for concept in THESAURUS.concepts:
        for language, words in concept.labels.items():
            assert set(words) <= set(richer.concept(concept.id).labels[language])
