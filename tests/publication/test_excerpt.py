"""Long provisions are cut where it is seen."""

from hypothesis import given
from hypothesis import strategies as st

from muvofiq.publication.excerpt import OMISSION, excerpt

TEXT = "Первый абзац.\nВторой о море.\nТретий о жертве.\nЧетвёртый о суше."


def test_a_short_text_stays_whole() -> None:
    assert excerpt(TEXT, (), 500) == TEXT


def test_the_first_paragraph_and_those_with_the_words_are_kept_in_order() -> None:
    assert excerpt(TEXT, ("жертве",), 35) == f"Первый абзац.\n{OMISSION}\nТретий о жертве.\n{OMISSION}"


def test_a_single_long_paragraph_is_cut_and_says_so() -> None:
    assert excerpt("а" * 100, (), 10) == "а" * 10 + f" {OMISSION}"


@given(st.text(alphabet="аб \n", max_size=300), st.integers(1, 100))
def test_what_is_left_out_is_always_marked(text: str, limit: int) -> None:
    shown = excerpt(text, ("а",), limit)
    assert shown == text or OMISSION in shown
    assert sum(len(line) for line in shown.split("\n") if line != OMISSION) <= max(limit + len(OMISSION) + 1, len(text))
