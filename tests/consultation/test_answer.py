"""An answer is read as it was given; what it lacks is marked, and nothing of it is dropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.consultation.answer import PROOF, Answer, Point, Said, said_by, said_word
from muvofiq.standards.thesaurus import LANGUAGES

CELLS = st.dictionaries(st.sampled_from(list(Point)), st.text(max_size=60))


@given(CELLS, st.text(max_size=20))
def test_whatever_is_answered_is_read_again(cells: dict[Point, str], by: str) -> None:
    one = Answer.of(cells, by)
    assert Answer.parse(str(one)) == one


@given(CELLS)
def test_every_word_of_every_cell_is_kept(cells: dict[Point, str]) -> None:
    one = Answer.of(cells)
    for point, text in cells.items():
        if point is not Point.SAID:
            assert one.cells.get(point, "") == text.strip()
    if not one.said:
        assert one.remark == cells.get(Point.SAID, "").strip()


@pytest.mark.parametrize("said", list(Said))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_is_asked_for_is_understood_however_it_is_typed(said: Said, language: str) -> None:
    word = said_word(said, language)
    for typed in (word, word.upper(), f" {word.capitalize()}. ", f"«{word}»", f"\n{word}\n"):
        one = Answer.of({Point.SAID: typed})
        assert (one.said, one.remark) == (said, "")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Да, статья 4", Said.YES),
        ("No - see below", Said.NO),
        ("Нет: не регулируется", Said.NO),
        ("Бале", Said.YES),
        ("Не в нашей компетенции", Said.NOT_COMPETENT),
        ("не знаю", None),
        ("notable", None),
        ("yesterday", None),
        ("perhaps", None),
        ("yes / partly / no", None),
        ("Да, частично", None),
        ("☒ yes ☐ no", None),
        ("", None),
    ],
)
def test_a_word_alone_or_set_off_is_understood_and_no_other(typed: str, said: Said | None) -> None:
    assert said_by(typed) is said


def test_the_words_beside_the_short_answer_are_kept() -> None:
    assert Answer.of({Point.SAID: "Да, статья 4"}).remark == "Да, статья 4"


@pytest.mark.parametrize("said", [Said.YES, Said.PARTLY])
def test_a_yes_wants_act_article_and_text(said: Said) -> None:
    assert Answer(said).missing == PROOF
    assert Answer(said, act="Border Act", article="art. 4").missing == (Point.TEXT,)
    assert Answer(said, act="Border Act", article="art. 4", text="The service identifies.").missing == ()


def test_a_no_wants_an_explanation_and_another_competence_nothing() -> None:
    assert Answer(Said.NO).missing == (Point.EXPLANATION,)
    assert Answer(Said.NO, explanation="It is planned.").missing == ()
    assert Answer(Said.NOT_COMPETENT).missing == ()
    assert Answer(act="Border Act").missing == (Point.SAID,)


def test_who_filled_it_in_and_where_it_was_found_make_no_other_answer() -> None:
    one = Answer(Said.YES, act="Border Act")
    assert one.says_the_same(Answer(Said.YES, act="Border Act", by="Legal unit", place="border-law-ru~art_4"))
    assert not one.says_the_same(Answer(Said.PARTLY, act="Border Act"))
    assert Answer(by="Legal unit").is_empty
    assert not Answer(remark="?").is_empty
