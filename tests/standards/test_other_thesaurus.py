"""Another thesaurus is matched by ids and words; what it has beyond ours is offered, and nothing that we have."""

from hypothesis import assume, given
from hypothesis import strategies as st

from muvofiq.standards.other_thesaurus import Offer, offered
from muvofiq.standards.thesaurus import LANGUAGES, Concept, NewWord, RegionalWord, Thesaurus, with_words

OURS = Thesaurus(
    (
        Concept("victim", {"en": ("victim",), "ru": ("жертва", "потерпевший")}),
        Concept("guard", {"en": ("guard", "warden"), "ru": ("страж",), "tg": ("посбон",)}),
    )
)


def offer(*theirs: Concept, ours: Thesaurus = OURS) -> Offer:
    return offered(ours, Thesaurus(theirs), lambda word: f"new-{word}")


def test_a_concept_is_ours_by_its_id_and_its_preferred_word_stays_preferred() -> None:
    found = offer(Concept("victim", {"en": ("injured person", "Victim"), "tg": ("қурбонӣ",)}))
    assert found.words == (
        NewWord("victim", "en", "injured person", is_preferred=True),
        NewWord("victim", "tg", "қурбонӣ", is_preferred=True),
    )
    assert (found.matched, found.known, found.concepts) == (1, 1, 0)


def test_a_concept_is_ours_by_a_word_and_then_its_preferred_word_is_a_synonym_where_we_have_one() -> None:
    found = offer(Concept("http://elsewhere/7", {"en": ("sentry",), "ru": ("СТРАЖ",), "tg": ("дидбон",)}))
    assert found.words == (NewWord("guard", "en", "sentry"), NewWord("guard", "tg", "дидбон"))
    found = offer(Concept("http://elsewhere/8", {"ru": ("жертва",), "tg": ("қурбонӣ",)}))
    assert found.words == (NewWord("victim", "tg", "қурбонӣ", is_preferred=True),)


def test_of_several_concepts_of_ours_the_one_with_most_words_in_it_is_taken() -> None:
    found = offer(Concept("x", {"en": ("guard", "warden"), "ru": ("потерпевший", "часовой")}))
    assert {one.concept for one in found.words} == {"guard"}


def test_a_concept_that_we_lack_is_new_and_stands_where_it_stood() -> None:
    post = Concept("p", {"en": ("post",)}, broader="g")
    hut = Concept("h", {"en": ("hut",)}, broader="p")
    found = offer(post, hut, Concept("g", {"en": ("guard",)}))
    assert [(one.concept, one.broader, one.is_preferred) for one in found.words] == [
        ("new-post", "guard", True),
        ("new-hut", "new-post", True),
    ]
    assert found.concepts == 2


def test_words_of_other_languages_are_counted_and_left_out() -> None:
    found = offer(Concept("k", {"kk": ("күзетші",)}), Concept("guard", {"uz": ("soqchi",)}))
    assert (found.words, found.foreign, found.concepts, found.matched) == ((), 2, 0, 1)


def test_a_regional_word_is_offered_as_a_synonym_and_known_if_we_have_it_so() -> None:
    regional = Concept("guard", {}, regional=(RegionalWord("дозорный", "ru", ("XA",)),))
    assert offer(regional).words == (NewWord("guard", "ru", "дозорный"),)
    assert offer(regional, ours=Thesaurus((regional,))).words == ()


WORDS = st.lists(st.sampled_from(["post", "hut", "guard", "victim", "жертва", "страж"]), max_size=3, unique=True)
CONCEPTS = st.builds(
    lambda name, labels: Concept(name, {language: tuple(words) for language, words in labels.items() if words}),
    st.sampled_from(["victim", "guard", "u:1", "u:2", "u:3"]),
    st.dictionaries(st.sampled_from((*LANGUAGES, "kk")), WORDS),
)


@given(st.lists(CONCEPTS, max_size=5, unique_by=lambda one: one.id))
def test_what_was_taken_once_is_never_offered_again(theirs: list[Concept]) -> None:
    words = [(language, word) for one in theirs for language, labels in one.labels.items() for word in labels]
    assume(len(set(words)) == len(words))  # a word of two of their concepts may belong elsewhere once it is ours
    names = iter(range(100))
    first = offered(OURS, Thesaurus(tuple(theirs)), lambda _: f"new-{next(names)}")
    richer = with_words(OURS, first.words)
    assert len({(one.concept, one.language, one.word) for one in first.words}) == len(first.words)
    for one in first.words:
        assert one.word in richer.concept(one.concept).labels[one.language]
        had = OURS.concept(one.concept).labels.get(one.language, ()) if one.concept in OURS else ()
        assert one.is_preferred or one.word not in had
    again = offered(richer, Thesaurus(tuple(theirs)), lambda word: f"again-{word}")
    assert again.concepts == 0
    assert all(one.is_preferred and one.word in richer.concept(one.concept).labels[one.language] for one in again.words)
