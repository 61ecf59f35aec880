"""Lines remember where they stood, and a file is known by the fingerprint of its bytes."""

import pytest

from muvofiq.text.read import read_bytes
from muvofiq.text.source import Line, Remark, Source, clean, fingerprint


def test_the_text_of_a_source_is_its_lines_one_below_the_other() -> None:
    source = Source("a.txt", "text", "0", (Line(1, "Статья 1. Цель"), Line(4, "Служба обязана.")))
    assert source.text == "Статья 1. Цель\nСлужба обязана."


def test_the_same_bytes_have_the_same_fingerprint_and_others_have_another() -> None:
    assert fingerprint(b"law") == fingerprint(b"law") != fingerprint(b"law ")
    assert len(fingerprint(b"")) == 64


def test_a_source_carries_the_fingerprint_of_its_file() -> None:
    data = "Статья 1. Цель".encode()
    assert read_bytes(data, "a.txt").sha256 == fingerprint(data)


def test_a_remark_tells_its_count() -> None:
    assert str(Remark("{count} footnotes were not read.", 3)) == "3 footnotes were not read."


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("  Статья\u00a01  ", "Статья 1"),
        ("\ufeffСтатья 1", "Статья 1"),
        ("погра\u00adничный", "пограничный"),
        ("конец\x0cначало", "конец начало"),
        ("знак\x01знак", "знак знак"),
        ("знак\uffffзнак", "знак знак"),
        ("17¹", "17¹"),
    ],
)
def test_unseen_signs_that_no_word_file_may_hold_become_blanks(raw: str, kept: str) -> None:
    assert clean(raw) == kept
