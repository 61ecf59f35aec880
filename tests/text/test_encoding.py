"""Bytes become the right letters, or are refused with words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.text.encoding import decode
from muvofiq.text.errors import NotText, ReadingError, UnknownEncoding
from muvofiq.text.read import read_bytes

RUSSIAN = "Статья 1. Первый контакт\nСлужба обязана разъяснить права каждому человеку у границы.\n"
TAJIK = "Моддаи 1. Тамоси аввалин\nҚонуни мазкур ҳуқуқи ҳар шахсро дар сарҳад ҳифз менамояд.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"]
)
def test_a_russian_law_is_read_in_every_encoding_of_its_time(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding), "a.txt")[0] == RUSSIAN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_tajik_letters_survive(encoding: str) -> None:
    assert decode(TAJIK.encode(encoding), "a.txt")[0] == TAJIK


@pytest.mark.parametrize("text", ["Статья 1. Цель", "Статья 2. Служба пограничного контроля"])
@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_even_a_single_line_is_enough_to_guess(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt")[0] == text


def test_the_end_mark_of_dos_is_no_sign_of_a_program() -> None:
    assert decode(RUSSIAN.encode("cp866") + b"\x1a", "a.txt")[0] == RUSSIAN


def test_a_byte_order_mark_decides_even_against_the_declared_encoding() -> None:
    assert decode(RUSSIAN.encode("utf-16"), "a.html", "cp1251") == (RUSSIAN, "utf-16")


def test_the_encoding_that_a_page_declares_is_taken() -> None:
    page = '<html><meta charset="koi8-r"><p>Статья 1. Цель</p></html>'
    source = read_bytes(page.encode("koi8-r"), "a.html")
    assert (source.text, source.encoding) == ("Статья 1. Цель", "koi8_r")


def test_a_tajik_page_may_declare_the_tajik_table() -> None:
    page = f'<html><meta http-equiv=Content-Type content="text/html; charset=KOI8-T"><p>{TAJIK}</p></html>'
    assert read_bytes(page.encode("koi8-t"), "a.html").text == " ".join(TAJIK.split())


@pytest.mark.parametrize("declared", ["undefined", "utf-16", "zlib", "hex", "rot13", "idna", "mbcs", "x-nobody-knows"])
def test_a_page_that_declares_nonsense_is_guessed(declared: str) -> None:
    page = f'<html><meta charset="{declared}"><p>Статья первая, статья вторая</p></html>'
    assert read_bytes(page.encode("cp1251"), "a.html").text == "Статья первая, статья вторая"


@pytest.mark.parametrize("data", [b"law\x00law", b"\x7fELF\x02\x01\x01\x00", b"\xef\xbb\xbflaw\x00"])
def test_bytes_of_programs_are_no_text(data: bytes) -> None:
    with pytest.raises(NotText, match=r"(?s)holds no text.*a\.txt.*programs.*Choose"):
        decode(data, "a.txt")


def test_japanese_of_an_old_table_is_refused_with_the_tables_that_were_tried() -> None:
    data = "第一条 この法律は、国境の管理について定める。日本国".encode("shift_jis")
    with pytest.raises(UnknownEncoding, match=r"(?s)cannot be read.*a\.txt.*cp1251, koi8_r.*save it as text in UTF-8"):
        decode(data, "a.txt")


@pytest.mark.parametrize("data", [b"\xff\xfea", b"\xff\xfe\x00\xd8a\x00", b"\xef\xbb\xbf\xff\xff"])
def test_a_byte_order_mark_that_lies_is_refused(data: bytes) -> None:
    with pytest.raises(UnknownEncoding):
        decode(data, "a.txt")


@given(st.binary(max_size=400))
def test_no_bytes_raise_anything_but_a_reading_error(data: bytes) -> None:
    try:
        text, _ = decode(data, "a.txt")
    except ReadingError as error:
        assert "what to do" in str(error)
    else:
        assert text or not data.strip(b"\x1a\xef\xbb\xbf\xfe\xff\x00")
