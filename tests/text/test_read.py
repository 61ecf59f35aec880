"""The content decides how a file is read, and every bad file is refused with what, where, why and what to do."""

import time
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.text import read
from muvofiq.text.errors import (
    DamagedPdf,
    EmptyFile,
    FileMissing,
    NotText,
    NotYetRead,
    ReadingError,
    TooLarge,
    WrongFormat,
)
from muvofiq.text.read import read_bytes, read_file
from muvofiq.text.source import CLEANING

LAW = "Статья 1. Цель\nСлужба обязана."
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def word_file(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def archive(**parts: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file.getvalue()


def bomb() -> bytes:
    """An archive whose directory says that its one part holds four thousand megabytes."""
    data = bytearray(archive(document="x"))
    entry = data.rfind(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (4_000_000_000).to_bytes(4, "little")
    return bytes(data)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.doc", "a", "a.pdf"])
def test_the_content_decides_and_not_the_name(name: str) -> None:
    assert read_bytes(LAW.encode(), name).format == "text"
    assert read_bytes(f"<html><p>{LAW}</p></html>".encode(), name).format == "html"
    assert read_bytes(word_file(LAW), name).format == "docx"


@pytest.mark.parametrize(
    ("data", "name", "error", "why"),
    [
        (b"", "a.txt", EmptyFile, "It holds 0 bytes"),
        (b" \t\r\n \n", "a.txt", EmptyFile, "It holds 6 bytes"),
        (b"--- ... !!! \xc2\xab\xc2\xbb", "a.txt", EmptyFile, "no letter or figure"),
        (b"\xef\xbb\xbf", "a.txt", EmptyFile, "It holds 3 bytes"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "a.docx", WrongFormat, "begins with the letters PK"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "a.txt", NotText, "programs, pictures"),
        (archive(readme="no law"), "a.docx", WrongFormat, "holds no Word document"),
        (archive(readme="no law"), "a.zip", WrongFormat, "holds no Word document"),
        (b"PK\x03\x04 broken", "a.docx", WrongFormat, "this is none"),
        (LAW.encode(), "a.docx", WrongFormat, "begins with the letters PK"),
        (b"%PDF-1.7\n%\xe2\xe3", "a.docx", DamagedPdf, "Its pages cannot be opened"),
        (OLD_WORD, "a.docx", WrongFormat, "It is an old Office file, but holds no Word document"),
        (b"{\\rtf1\\ansi", "a.doc", EmptyFile, "no letter or figure"),
        (b"<?xml version='1.0'?><akomaNtoso/>", "a.xml", NotYetRead, "The content is XML"),
        (bomb(), "a.docx", TooLarge, "It holds 4000 MB"),
    ],
)
def test_each_bad_file_is_refused_in_words(data: bytes, name: str, error: type[ReadingError], why: str) -> None:
    with pytest.raises(error) as caught:
        read_bytes(data, name)
    what, where, reason, remedy = str(caught.value).split("\n")
    assert what.endswith(".")
    assert where == f"  where:      {name}"
    assert reason.startswith("  why: ")
    assert why in reason
    assert remedy.startswith("  what to do: ")
    assert "{" not in str(caught.value)


def test_a_file_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(read, "LIMIT", 20)
    path = tmp_path / "a.txt"
    path.write_text(LAW, encoding="utf-8")
    with pytest.raises(TooLarge):
        read_file(path)
    with pytest.raises(TooLarge):
        read_bytes(LAW.encode(), "a.txt")


def test_fifty_megabytes_are_refused_without_being_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the file was opened")

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(TooLarge, match=r"It holds 50 MB; the limit for one act is 20 MB"):
        read_file(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no file without end")
def test_a_file_without_end_is_not_read_to_its_end() -> None:
    with pytest.raises(TooLarge):
        read_file(Path("/dev/zero"))


def test_a_path_that_leads_nowhere_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileMissing, match=r"(?s)cannot be opened.*lost\.txt.*Check the path") as caught:
        read_file(tmp_path / "lost.txt")
    assert caught.value.where == str(tmp_path / "lost.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_file(tmp_path)


def test_a_file_is_called_by_its_name_without_the_path(tmp_path: Path) -> None:
    path = tmp_path / "Закон о границе.txt"
    path.write_text(LAW, encoding="utf-8")
    assert (read_file(path).name, read_file(path).text) == ("Закон о границе.txt", LAW)


def test_one_line_of_two_megabytes_is_read_in_a_moment() -> None:
    begin = time.perf_counter()
    assert len(read_bytes(("слово " * 200_000).encode(), "a.txt").lines) == 1
    assert time.perf_counter() - begin < 3


@given(st.binary(max_size=600), st.sampled_from(["a.txt", "a.html", "a.docx"]))
def test_no_bytes_raise_anything_but_a_reading_error(data: bytes, name: str) -> None:
    _read_or_refuse(data, name)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_no_page_raises_anything_but_a_reading_error(inside: str) -> None:
    _read_or_refuse(f"<html>{inside}".encode(), "a.html")


WORD_FILE = word_file(LAW)


@given(st.lists(st.tuples(st.integers(0, len(WORD_FILE) - 1), st.integers(0, 255)), min_size=1, max_size=20))
def test_no_damage_to_a_word_file_raises_anything_but_a_reading_error(changes: list[tuple[int, int]]) -> None:
    data = bytearray(WORD_FILE)
    for place, byte in changes:
        data[place] = byte
    _read_or_refuse(bytes(data), "a.docx")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_text_keeps_every_sign_of_every_line(text: str) -> None:
    data = f"Статья 1\n{text}".replace("<", "").encode()
    kept = "".join(read_bytes(data, "a.txt").text.split())
    assert kept == "".join(data.decode().translate(CLEANING).split())


def _read_or_refuse(data: bytes, name: str) -> None:
    try:
        assert read_bytes(data, name).lines
    except ReadingError as error:
        assert str(error).count("\n") >= 3
