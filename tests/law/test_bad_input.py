"""What is no law, or is meant to harm, is refused at once, each time with words that a lawyer understands."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from time import process_time

import pytest

from benchmarks.lost import texts
from muvofiq.errors import MuvofiqError
from muvofiq.law.opening import open_laws
from muvofiq.text.choices import Changes, Choices
from muvofiq.text.errors import ScannedPdf
from tests.invented import RUSSIAN, W, akoma_ntoso, docx, page, pdf, rtf, union_page, zipped

BOMB = '<!DOCTYPE x [<!ENTITY e0 "бум">' + "".join(
    f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 12)
) + "]>"  # fmt: skip
HIDDEN = "тайна, которую никто не должен прочесть"
PHOTOGRAPH = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 20
PICTURE = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\nIDATx\x9cc\x00\x01\x00\x00\x05\x00\x01\r\n-\xb4\x00\x00\x00\x00IEND\xaeB`\x82"
)
SCAN = b"q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q"
LOCK = b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O(" + b"o" * 32 + b")/U(" + b"u" * 32 + b")/P -4>>"
SWOLLEN = 110_000_000
AT_ONCE = 2  # seconds
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "WordDocument".encode("utf-16-le").ljust(64, b"\x00")
ACCEPTED = Choices(Changes.ACCEPTED)
SHEET = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": "<workbook/>",
    "xl/worksheets/sheet1.xml": "<worksheet/>",
}


def word(words: str, doctype: str = "") -> bytes:
    """A Word file whose document begins with this type and has these words."""
    document = f"{doctype}<w:document {W}><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>"
    return docx(parts={"word/document.xml": document})


@cache
def swelling() -> bytes:
    """An archive of a few kilobytes that unpacks to more than any law."""
    return docx(parts={"word/media/image1.bin": "0" * SWOLLEN})


def lying() -> bytes:
    """The same, with a size in its index that is not true."""
    data = swelling()
    return data.replace(SWOLLEN.to_bytes(4, "little"), (1_000).to_bytes(4, "little"))


def typed(document: bytes, doctype: str, entity: bytes) -> bytes:
    """The document with a type of its own that defines an entity, and with that entity among its words."""
    first, _, rest = document.partition(b"?>")
    rest = rest[rest.index(b"<html") :] if b"<html" in rest else rest
    return first + b"?>" + doctype.encode() + rest.replace(b"by day", entity)


Made = Callable[[], bytes]
REFUSED: dict[str, tuple[str, Made, str, str]] = {
    "nothing": ("law.txt", lambda: b"", "EmptyFile", "empty"),
    "blanks": ("law.docx", lambda: b" \r\n\t ", "EmptyFile", "empty"),
    "100 MB": ("law.txt", lambda: b"a" * 100_000_000, "TooLarge", "100 MB"),
    "rubbish": ("law.txt", lambda: bytes(range(256)) * 40, "NotText", "no text"),
    "a photograph": ("law.jpg", lambda: PHOTOGRAPH, "NotText", "no text"),
    "a picture": ("law.png", lambda: PICTURE, "NotText", "no text"),
    "a broken ZIP": ("law.docx", lambda: b"PK\x03\x04" + b"\x00" * 500, "WrongFormat", "not a Word file"),
    "a Word file cut off": ("law.docx", lambda: docx()[:-200], "WrongFormat", "not a Word file"),
    "half a Word file": ("law.docx", lambda: docx()[:1500], "WrongFormat", "not a Word file"),
    "an Excel file": ("law.xlsx", lambda: zipped(SHEET), "WrongFormat", "not a Word file"),
    "an archive": ("law.zip", lambda: zipped({"law.txt": "Статья 1. Цель"}), "WrongFormat", "not a Word file"),
    "Word of broken XML": ("law.docx", lambda: docx(parts={"word/document.xml": "<w:p>"}), "WrongFormat", "Word"),
    "a ZIP bomb": ("law.docx", swelling, "TooLarge", "110 MB"),
    "an entity bomb in Word": ("law.docx", lambda: word("&e11;", BOMB), "WrongFormat", "Word"),
    "an entity bomb in Akoma Ntoso": (
        "law.xml",
        lambda: typed(akoma_ntoso(), BOMB, b"&e11;"),
        "UnreadAkomaNtoso",
        "entit",
    ),
    "text called Word": ("law.docx", lambda: "\n".join(RUSSIAN).encode(), "WrongFormat", "not a Word file"),
    "a PDF cut off": ("law.pdf", lambda: pdf()[:60], "DamagedPdf", "damaged"),
    "a PDF in name only": ("law.pdf", lambda: b"%PDF-1.7 and nothing more", "DamagedPdf", "damaged"),
    "a scan": ("law.pdf", lambda: pdf(((), ()), words=SCAN), "ScannedPdfWithoutOcr", "scan"),
    "a locked PDF": ("law.pdf", lambda: pdf(trailer=LOCK), "LockedPdf", "password"),
    "old Word without LibreOffice": ("law.doc", lambda: OLD_WORD, "OldWordNeedsLibreOffice", "LibreOffice"),
    "a text without articles": ("law.txt", "Просто письмо, и ни одной статьи.".encode, "NoArticles", "No article"),
}
# Opened or refused, as each reader can: but at once, and never larger than it was.
HARMLESS: dict[str, tuple[str, Made]] = {
    "a ZIP bomb that lies about its size": ("law.docx", lying),
    "an entity bomb in a page": ("law.xhtml", lambda: typed(union_page(), BOMB, b"&e11;")),
    "a PDF without pages": ("law.pdf", lambda: pdf(())),
    "RTF that never ends": ("law.rtf", lambda: b"{\\rtf1" + b"{" * 100_000),
    "RTF that ends too often": ("law.rtf", lambda: rtf() + b"}" * 100_000),
    "a page of a hundred thousand open tags": ("law.html", lambda: page() + b"<div>" * 100_000),
    "XML of another kind": ("law.xml", lambda: b'<?xml version="1.0"?><invoice><sum>5</sum></invoice>'),
}
SPIES: dict[str, Callable[[str], bytes]] = {
    "law.docx": lambda uri: word("Статья 1. &spy;", f'<!DOCTYPE x [<!ENTITY spy SYSTEM "{uri}">]>'),
    "law.xhtml": lambda uri: typed(union_page(), f'<!DOCTYPE html [<!ENTITY spy SYSTEM "{uri}">]>', b"&spy;"),
    "law.xml": lambda uri: typed(akoma_ntoso(), f'<!DOCTYPE x [<!ENTITY spy SYSTEM "{uri}">]>', b"&spy;"),
}


@pytest.fixture(autouse=True)
def _without_other_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither LibreOffice nor tesseract is found."""
    monkeypatch.setenv("PATH", "")


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_it_is_refused_with_its_reason_and_a_way_out(case: tuple[str, Made, str, str]) -> None:
    name, made, error, words = case
    data, start = made(), process_time()
    with pytest.raises(MuvofiqError) as raised:
        open_laws(data, name, ACCEPTED)
    assert process_time() - start < AT_ONCE
    message = str(raised.value)
    assert type(raised.value).__name__ == error
    assert words in message
    assert name in message
    assert all(part in message for part in ("where: ", "why: ", "what to do: "))


@pytest.mark.parametrize("case", HARMLESS.values(), ids=HARMLESS)
def test_it_does_no_harm(case: tuple[str, Made]) -> None:
    name, made = case
    data, start = made(), process_time()
    try:
        laws = open_laws(data, name, ACCEPTED)
    except MuvofiqError as error:
        assert "what to do: " in str(error)
    else:
        assert sum(len(text) for law in laws for text in texts(law)) <= len(data)
    assert process_time() - start < AT_ONCE


@pytest.mark.parametrize("name", SPIES)
def test_no_other_file_is_read_into_the_law(name: str, tmp_path: Path) -> None:
    hidden = tmp_path / "hidden.txt"
    hidden.write_text(HIDDEN, encoding="utf-8")
    try:
        found = str([[*texts(law)] for law in open_laws(SPIES[name](hidden.as_uri()), name, ACCEPTED)])
    except MuvofiqError as error:
        found = str(error)
    assert HIDDEN not in found


def test_a_scan_is_refused_with_the_offer_to_recognise_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("muvofiq.text.pdf.installed_languages", lambda: ("rus",))
    with pytest.raises(ScannedPdf, match="recognise"):
        open_laws(pdf(((), ()), words=SCAN), "law.pdf")


def test_the_name_decides_nothing() -> None:
    assert open_laws(docx(), "law.pdf", ACCEPTED)[0].provisions == open_laws(docx(), "law.docx", ACCEPTED)[0].provisions
    assert open_laws(page(), "law.txt", ACCEPTED)[0].provisions == open_laws(page(), "law.html", ACCEPTED)[0].provisions
