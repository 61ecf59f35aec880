"""Lines that a page width has broken are nearly full and end in the midst of a sentence."""

from muvofiq.text.page_width import is_broken_by_width
from muvofiq.text.source import Line

FULL = "Служба проверяет документы каждого, кто переходит"


def broken(*lines: tuple[str, bool]) -> bool:
    return is_broken_by_width([Line(number, text, gap) for number, (text, gap) in enumerate(lines, 1)])


def test_full_lines_without_an_end_go_on() -> None:
    assert broken((FULL, True), (FULL, False), ("границу.", False), (FULL, True), ("порт.", False))


def test_short_lines_are_paragraphs() -> None:
    assert not broken((FULL, True), ("лиц", False), ("вещи", False), ("скот", False), ("порт", True))


def test_lines_that_end_a_sentence_are_paragraphs() -> None:
    assert not broken((f"{FULL}.", True), (f"{FULL};", False), (f"{FULL}:", False), (FULL, True))


def test_lines_longer_than_a_page_are_paragraphs() -> None:
    assert not broken((FULL * 4, True), (FULL * 4, False), (FULL * 4, False), (FULL, True))


def test_without_any_gap_or_with_gaps_alone_nothing_is_told() -> None:
    assert not broken((FULL, True), (FULL, False), (FULL, False))
    assert not broken((FULL, True), (FULL, True), (FULL, True))
    assert not broken()
