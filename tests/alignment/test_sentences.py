"""Each element of a requirement is held against the sentence of the law that comes nearest to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.alignment.sentences import LEAST, BestSentence, best_sentences, sentences
from muvofiq.alignment.unit import Unit
from tests.alignment.small import TEXTS, article, laws, pool_of, units

HELP = article("5", "Помощь", "Застава открыта. Жертвам дают врача и адвоката;\nпереводчик приглашается бесплатно.")
LAW = [*units(), HELP]
ELEMENTS = st.lists(st.dictionaries(st.sampled_from(["ru", "en", "tg"]), TEXTS, max_size=2), max_size=3)


def best(element: dict[str, str], among: list[Unit], pool: list[Unit] | None = None) -> BestSentence | None:
    (found,) = best_sentences([element], among, [pool_of(pool or among)])
    return found


def test_the_sentence_with_most_of_the_words_is_best() -> None:
    found = best({"ru": "адвокат и врач"}, LAW)
    assert found is not None
    assert (found.unit, found.text) == ("law~art_5", "Жертвам дают врача и адвоката;")
    assert found.share == 1


def test_part_of_the_words_gives_part_of_the_weight() -> None:
    found = best({"ru": "адвокат для потерпевшего"}, [HELP], LAW)
    assert found is not None
    assert LEAST < found.share < 1


def test_where_nothing_comes_near_there_is_no_sentence() -> None:
    assert best({"ru": "море и суда"}, LAW) is None
    assert best({"ru": ""}, LAW) is None
    assert best({}, LAW) is None


def test_where_there_are_no_units_there_is_no_sentence() -> None:
    assert best({"ru": "адвокат"}, [], LAW) is None


def test_one_common_word_of_many_is_too_little() -> None:
    asked = {"ru": "закон переводчик охрана представитель предоставляется назначается граница порядок"}
    assert best(asked, [article("6", "", "Закон един.")], LAW) is None


def test_how_near_a_sentence_must_come_can_be_set_but_something_must_be_shared() -> None:
    asked, pool = [{"ru": "закон переводчик охрана представитель граница порядок"}], [pool_of(LAW)]
    near, far = [article("6", "", "Закон един.")], [article("7", "", "Море синее.")]
    assert [found is None for found in best_sentences(asked, near, pool, least=0.5)] == [True]
    assert [found is None for found in best_sentences(asked, near, pool, least=0)] == [False]
    assert best_sentences(asked, far, pool, least=0) == [None]


def test_concepts_of_the_thesaurus_reach_across_languages() -> None:
    found = best({"en": "an interpreter is there"}, [HELP], LAW)
    assert found is not None
    assert found.text == "переводчик приглашается бесплатно."


def test_concepts_reach_other_words_of_the_same_language() -> None:
    found = best({"ru": "жертва"}, [units()[2]], LAW)
    assert found is not None
    assert found.text == "Потерпевшим назначается представитель."


def test_of_equal_sentences_the_first_is_taken() -> None:
    twins = [article("1", "", "Граница закрыта.\nГраница открыта."), article("2", "", "Граница проведена.")]
    found = best({"ru": "граница"}, twins)
    assert found is not None
    assert (found.unit, found.text) == ("law~art_1", "Граница закрыта.")


def test_every_element_gets_its_own_answer_in_order() -> None:
    elements = [{"ru": "переводчик"}, {"ru": "море"}, {"en": "victim"}]
    found = best_sentences(elements, [HELP], [pool_of(LAW)])
    assert [one and one.text for one in found] == [
        "переводчик приглашается бесплатно.",
        None,
        "Жертвам дают врача и адвоката;",
    ]


def test_laws_in_two_languages_are_each_asked_in_their_own() -> None:
    english = [article("1", "", "The doctor comes. An advocate is paid.", act="act", language="en")]
    pools = [pool_of(LAW), pool_of(english)]
    elements = [{"ru": "адвокат и врач", "en": "an advocate is paid"}]
    (first,) = best_sentences(elements, [HELP, *english], pools)
    (last,) = best_sentences(elements, [*english, *units()], pools)
    assert (first and first.text, last and last.text) == ("Жертвам дают врача и адвоката;", "An advocate is paid.")


def test_units_of_a_language_without_a_pool_are_passed_over() -> None:
    assert best({"en": "guard"}, [article("1", "", "A guard.", language="en")], LAW) is None


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("Раз. Два; три\nчетыре!", ["Раз.", "Два;", "три", "четыре!"]),
        ("1) днём;\n2) ночью.", ["1) днём;", "2) ночью."]),
        ("В 12.30 дня", ["В 12.30 дня"]),
        ("12.\n…", []),
        ("", []),
    ],
)
def test_a_text_is_parted_at_the_ends_of_sentences_points_and_paragraphs(text: str, parted: list[str]) -> None:
    assert list(sentences(text)) == parted


@given(st.text())
def test_every_sentence_stands_letter_for_letter_in_the_text(text: str) -> None:
    at = 0
    for sentence in sentences(text):
        at = text.index(sentence, at) + len(sentence)


@given(elements=ELEMENTS, among=laws())
def test_what_is_found_stands_letter_for_letter_in_its_unit_and_has_a_fair_share(
    elements: list[dict[str, str]], among: list[Unit]
) -> None:
    found = best_sentences(elements, among, [pool_of(among)])
    assert len(found) == len(elements)
    texts = {unit.id: unit.text for unit in among}
    for one in filter(None, found):
        assert one.text in texts[one.unit]
        assert LEAST <= one.share <= 1


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "По ч. 2 ст. 5 настоящего Закона. Лицо в г. Застава вправе (и может). «Иное» запрещено; 1) первое."
    assert list(sentences(text)) == [
        "По ч. 2 ст. 5 настоящего Закона.",
        "Лицо в г. Застава вправе (и может).",
        "«Иное» запрещено;",
        "1) первое.",
    ]
