"""A text file becomes lines that know their number and the blank lines before them."""

from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from muvofiq.text.plain import read_plain
from muvofiq.text.source import CLEANING, Line

visible = st.text(st.characters(exclude_categories=["Cs", "Cc"]))


def lines(text: str) -> list[Line]:
    return list(read_plain(text.encode(), "a.txt").lines)


def test_blank_lines_are_left_out_but_counted() -> None:
    assert [(line.number, line.text) for line in lines("\nЗАКОН\n\n\nСтатья 1\n")] == [(2, "ЗАКОН"), (5, "Статья 1")]


def test_a_line_knows_whether_a_blank_line_stands_before_it() -> None:
    text = "ЗАКОН\nО границе\n \t\nСтатья 1\nТекст"
    assert [line.after_gap for line in lines(text)] == [True, False, True, False]


def test_line_ends_of_windows_and_of_old_macs_count_once() -> None:
    assert [line.number for line in lines("а\r\nб\r\n\r\nв")] == [1, 2, 4]
    assert [line.number for line in lines("а\rб\r\rв")] == [1, 2, 4]


def test_blanks_that_may_not_break_become_ordinary_ones() -> None:
    assert lines("\u00a0Статья\u00a01.\u00a0")[0].text == "Статья 1."


@given(st.lists(visible, max_size=8))
def test_no_visible_sign_of_any_line_is_lost(written: list[str]) -> None:
    raw = [line.replace("\r", "").replace("\n", "") for line in written]
    expected = [kept for line in raw if (kept := normalize("NFC", line.translate(CLEANING)).strip())]
    assert [line.text for line in lines("\n".join(raw))] == expected
    for line in lines("\n".join(raw)):
        assert line.text == raw[line.number - 1].translate(CLEANING).strip()
