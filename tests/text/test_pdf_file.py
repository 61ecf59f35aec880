"""A PDF is opened within limits, and its signs stand where a reader sees them."""

import zlib
from concurrent.futures import ThreadPoolExecutor

import pytest

from muvofiq.text import pdf_file
from muvofiq.text.errors import TooManyPages
from muvofiq.text.pdf import read_pdf
from muvofiq.text.pdf_file import opened, pictures, sheets
from tests.text.printing import assembled, handwritten, printed, scanned

WORDS = [(50.0, 700.0, 12.0, "Article 1. The border")]


def test_a_part_that_unpacks_to_more_than_any_page_is_refused() -> None:
    bomb = zlib.compress(b"0 0 m " * 20_000_000, 9)
    part = b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(bomb), bomb)
    with pytest.raises(TooManyPages, match="bytes in one part"):
        read_pdf(assembled([b"<</Type/Catalog/Pages 2 0 R>>", part]), "bomb.pdf")


def test_a_page_with_too_many_letters_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_file, "SIGNS_OF_PAGE", 10)
    with pytest.raises(TooManyPages, match="letters on one page"):
        read_pdf(handwritten([WORDS]), "law.pdf")


def test_a_file_with_too_many_letters_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_file, "SIGNS", 30)
    with pytest.raises(TooManyPages, match="letters; the limit for one act is 30"):
        read_pdf(handwritten([WORDS, WORDS]), "law.pdf")


def test_a_sign_stands_where_it_was_written() -> None:
    with opened(handwritten([WORDS]), "law.pdf") as document:
        (sheet,) = sheets(document, "law.pdf")
    first = sheet.readings[0].signs[0]
    assert (first.text, round(first.left), round(first.base), round(first.size)) == ("A", 50, 700, 12)


def test_bold_letters_are_known() -> None:
    with opened(printed("*Статья* граница"), "law.pdf") as document:
        (sheet,) = sheets(document, "law.pdf")
    bold = [sign.text for sign in sheet.readings[0].signs if sign.is_bold and not sign.text.isspace()]
    assert "".join(bold) == "Статья"


def test_only_pages_that_are_pictures_are_named() -> None:
    for data, expected in ((scanned(printed("Статья")), [1]), (printed("Статья"), []), (handwritten([[]]), [])):
        with opened(data, "law.pdf") as document:
            assert list(pictures(document, "law.pdf")) == expected


def test_several_files_are_read_at_the_same_time() -> None:
    data = printed("Статья 1. Граница\n\n" * 40)
    with ThreadPoolExecutor(4) as threads:
        read = list(threads.map(lambda number: read_pdf(data, f"{number}.pdf").text, range(12)))
    assert set(read) == {read_pdf(data, "law.pdf").text}
