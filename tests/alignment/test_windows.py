"""However long a provision is, the model can read all of it."""

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from muvofiq.alignment.windows import HEADING, OPENING, windows

LENGTHS = st.lists(st.tuples(st.integers(1, 40), st.sampled_from([". ", "; ", ":\n", "\n"])), max_size=30)
HEADINGS = st.text("абв ", max_size=2 * HEADING)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Draw a text of sentences, none of them longer than a window; no word stands twice."""
    numbers = count()
    return "".join(" ".join(f"слово{next(numbers)}" for _ in range(words)) + end for words, end in draw(LENGTHS))


def test_a_short_provision_is_read_at_once() -> None:
    assert windows("Граница", "Граница охраняется.") == ("Граница\nГраница охраняется.",)
    assert windows("", "Граница охраняется.") == ("Граница охраняется.",)
    assert windows("", "") == ("",)


@given(HEADINGS, texts())
def test_the_opening_comes_first(heading: str, text: str) -> None:
    whole = f"{heading}\n{text}" if heading else text
    assert windows(heading, text)[0] == whole[:OPENING]


@given(HEADINGS, texts())
def test_the_windows_together_hold_every_word(heading: str, text: str) -> None:
    held = {word for window in windows(heading, text) for word in window.split()}
    assert set(text.split()) <= held


def test_the_windows_together_hold_every_word_of_a_sentence_longer_than_a_window() -> None:
    text = " ".join(f"слово{number}" for number in range(300))
    held = {word for window in windows("Заголовок", text) for word in window.split()}
    assert set(text.split()) <= held


@given(HEADINGS, st.one_of(texts(), st.text(max_size=4 * OPENING)))
def test_no_window_is_longer_than_an_opening_and_none_is_blank_behind_the_first(heading: str, text: str) -> None:
    opening, *further = windows(heading, text)
    assert all(len(window) <= OPENING for window in (opening, *further))
    assert all(window.strip() for window in further)


@given(HEADINGS.filter(bool), texts())
def test_every_window_begins_with_the_heading(heading: str, text: str) -> None:
    assert all(window.startswith(heading[:HEADING]) for window in windows(heading, text))


@given(texts())
def test_without_a_heading_every_window_is_a_stretch_of_the_text(text: str) -> None:
    assert all(window in text for window in windows("", text))


def test_a_further_window_begins_where_a_sentence_does() -> None:
    sentence = "Граница охраняется днём и ночью. "
    _, second = windows("Граница", sentence * 30)
    assert second.startswith("Граница\nГраница охраняется")


def test_a_text_without_any_pause_is_still_read_to_its_end() -> None:
    text = "".join(chr(ord("а") + at % 32) for at in range(3 * OPENING))
    opening, *further = windows("", text)
    assert opening + "".join(further)[OPENING:] == text
