"""Lines remember where they stood, and a file is known by the fingerprint of its bytes."""

from unicodedata import normalize

import pytest

from muvofiq.text.read import read_bytes
from muvofiq.text.source import Line, Remark, Source, clean, fingerprint
from tests.text.word import paragraph, word


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
        ("давлати\u0304 ва маи\u0306дон", "давлатӣ ва майдон"),
    ],
)
def test_unseen_signs_that_no_word_file_may_hold_become_blanks(raw: str, kept: str) -> None:
    assert clean(raw) == kept


TYPED_APART = normalize("NFD", "Моддаи 5. Ҳайати комиссияи ноҳиявӣ")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", TYPED_APART.encode()),
        ("a.md", TYPED_APART.encode()),
        ("a.html", f"<html><body><p>{TYPED_APART}</p></body></html>".encode()),
        ("a.docx", word(paragraph(f"<w:r><w:t>{TYPED_APART[:-1]}</w:t></w:r><w:r><w:t>{TYPED_APART[-1]}</w:t></w:r>"))),
        ("a.rtf", b"{\\rtf1 " + "".join(f"\\u{ord(sign)}?" for sign in TYPED_APART).encode() + b"\\par}"),
    ],
)
def test_a_letter_and_its_mark_that_a_file_holds_apart_are_one_letter(name: str, data: bytes) -> None:
    assert read_bytes(data, name).text == normalize("NFC", TYPED_APART)
