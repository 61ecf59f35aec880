"""Long provisions are cut where it is seen."""

from hypothesis import given
from hypothesis import strategies as st

from muvofiq.publication.excerpt import OMISSION, Excerpt, excerpt

TEXT = "Первый абзац.\nВторой о море.\nТретий о жертве.\nЧетвёртый о суше."


def test_a_short_text_stays_whole() -> None:
    assert excerpt(TEXT, (), 500) == Excerpt(TEXT, 60, 60)


def test_the_first_paragraph_and_those_with_the_words_are_kept_in_order() -> None:
    shown = excerpt(TEXT, ("жертве",), 35)
    assert shown.text == f"Первый абзац.\n{OMISSION}\nТретий о жертве.\n{OMISSION}"
    assert (shown.shown, shown.whole) == (29, 60)


def test_a_single_long_paragraph_is_cut_and_says_so() -> None:
    assert excerpt("а" * 100, (), 10) == Excerpt("а" * 10 + f" {OMISSION}", 10, 100)


@given(st.text(alphabet="аб \n", max_size=300), st.integers(1, 100))
def test_what_is_left_out_is_always_marked(text: str, limit: int) -> None:
    shown = excerpt(text, ("а",), limit)
    assert shown.text == text or OMISSION in shown.text
    assert shown.text == text or shown.shown <= limit
    assert shown.shown <= shown.whole
