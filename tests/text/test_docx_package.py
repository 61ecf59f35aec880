"""A damaged, locked or hostile Word file is refused in words, and nothing is unpacked or fetched for it."""

import time
import tracemalloc
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.text import docx_package
from muvofiq.text.choices import Changes, Choices
from muvofiq.text.docx import read_docx
from muvofiq.text.errors import Locked, ReadingError, TooLarge, WrongFormat
from muvofiq.text.read import read_file
from tests.text.word import NAMESPACES, numbered, numbering, packed, paragraph, part, relations, run, table, word
from tests.text.word import level as a_level

LAW = word(paragraph(run("Статья 1"), numbered(1)), numbering=numbering({1: a_level(0, "%1.")}))
NO_WORD = r"(?s)not a Word file.*a\.docx.*holds no Word document"


def entries(data: bytes, mark: bytes) -> list[int]:
    found, place = [], data.find(mark)
    while place >= 0:
        found.append(place)
        place = data.find(mark, place + 1)
    return found


@pytest.mark.parametrize(
    "content",
    ["", "<w:document", "<a/>", f"<w:document {NAMESPACES}/>", f"<w:document {NAMESPACES}>{'<w:smartTag>' * 5000}"],
)
def test_a_damaged_document_is_refused_in_words(content: str) -> None:
    with pytest.raises(WrongFormat, match=NO_WORD):
        read_docx(packed(document=content), "a.docx")


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04 broken", LAW[:100], LAW[:-30], LAW[: len(LAW) // 2]])
def test_a_broken_or_truncated_archive_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(
        WrongFormat, match=r"(?s)A Word file is a ZIP archive, and this is none, or it is broken or cut"
    ):
        read_docx(data, "a.docx")


def test_a_table_of_excel_is_no_word_file() -> None:
    file = BytesIO()
    openpyxl.Workbook().save(file)
    with pytest.raises(WrongFormat, match=NO_WORD):
        read_docx(file.getvalue(), "a.docx")


@pytest.mark.parametrize("relation", ["officeDocument", "other"])
def test_an_archive_whose_document_is_missing_is_refused(relation: str) -> None:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("_rels/.rels", relations({relation: "word/document.xml"}))
    with pytest.raises(WrongFormat, match=NO_WORD):
        read_docx(file.getvalue(), "a.docx")


def test_a_document_that_lies_elsewhere_in_the_archive_is_found() -> None:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("_rels/.rels", relations({"officeDocument": "/Law/Text.xml"}))
        archive.writestr("law/text.XML", part("document", f"<w:body>{paragraph(run('Статья 1'))}</w:body>"))
    assert read_docx(file.getvalue(), "a.docx").text == "Статья 1"


def test_an_archive_that_is_locked_says_so() -> None:
    data = bytearray(LAW)
    for entry in entries(LAW, b"PK\x01\x02"):
        data[entry + 8] |= 1
    with pytest.raises(Locked, match=r"(?s)locked with a password.*save it without one"):
        read_docx(bytes(data), "a.docx")


def test_an_archive_that_says_it_is_too_large_is_refused_unread() -> None:
    data = bytearray(LAW)
    entry = data.rfind(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (4_000_000_000).to_bytes(4, "little")
    with pytest.raises(TooLarge, match="It holds 4000 MB; the limit for one act is 100 MB"):
        read_docx(bytes(data), "a.docx")


def test_a_file_of_a_hundred_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with path.open("wb") as file:
        file.write(LAW)
        file.truncate(100_000_000)
    with pytest.raises(TooLarge, match="It holds 100 MB; the limit for one act is 20 MB"):
        read_file(path)


def bomb(size: int) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", relations({"officeDocument": "word/document.xml"}))
        archive.writestr("word/document.xml", b" " * size)
    return file.getvalue()


def test_an_archive_that_unpacks_to_more_than_any_law_is_refused() -> None:
    with pytest.raises(TooLarge):
        read_docx(bomb(docx_package.UNPACKED_LIMIT + 1), "a.docx")


def test_an_archive_that_lies_about_its_size_is_unpacked_no_further_than_it_said() -> None:
    size = 60_000_000
    data = bytearray(bomb(size).replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little")))
    tracemalloc.start()
    try:
        with pytest.raises(WrongFormat):
            read_docx(bytes(data), "a.docx")
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_a_part_that_is_named_again_and_again_is_not_unpacked_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "UNPACKED_LIMIT", 100_000)
    relation = '<Relationship Id="r" Type="x/header" Target="header1.xml"/>'
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", relations({"officeDocument": "word/document.xml"}))
        archive.writestr("word/document.xml", part("document", "<w:body/>"))
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{relation * 50}</Relationships>")
        archive.writestr("word/header1.xml", part("hdr", " " * 9000))
    with pytest.raises(TooLarge):
        read_docx(file.getvalue(), "a.docx")


ENTITIES = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
BOMB = f'<!DOCTYPE x [<!ENTITY a0 "ха">{ENTITIES}]>'
FETCH = '<!DOCTYPE x [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>'
ELSEWHERE = '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'


@pytest.mark.parametrize("declared", [BOMB, FETCH, ELSEWHERE])
@pytest.mark.parametrize("name", ["document", "numbering", "footnotes", "styles"])
def test_no_part_can_blow_itself_up_or_fetch_other_files(declared: str, name: str) -> None:
    content = "<w:t>&a9;</w:t>" if "a9" in declared else ""
    parts = {"document": part("document", f"<w:body>{paragraph(run('а'))}</w:body>")} | {
        name: declared + part(name, f"<w:body><w:p><w:r>{content}</w:r></w:p></w:body>").split("?>", 1)[1]
    }
    begin = time.perf_counter()
    with pytest.raises(WrongFormat, match=r"declares abbreviations of its own|holds no Word document"):
        read_docx(packed(**parts), "a.docx")
    assert time.perf_counter() - begin < 2


def test_ten_thousand_tables_inside_each_other_are_refused() -> None:
    nested = "<w:tbl><w:tr><w:tc>" * 10_000 + paragraph(run("а")) + "</w:tc></w:tr></w:tbl>" * 10_000
    with pytest.raises(WrongFormat, match=NO_WORD):
        read_docx(word(nested), "a.docx")


def test_many_tables_inside_each_other_are_read() -> None:
    markup = paragraph(run("а"))
    for _ in range(70):
        markup = table([markup])
    assert read_docx(word(markup), "a.docx").text == "а"


RICH = {
    "document": part(
        "document",
        "<w:body>"
        + paragraph(run("Статья 17") + run("1", '<w:vertAlign w:val="superscript"/>'), numbered(1))
        + table([paragraph(run("а"), '<w:pStyle w:val="s"/>'), paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>')])
        + paragraph('<w:ins w:author="а">' + run("б") + "</w:ins>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>')
        + "</w:body>",
    ),
    "styles": part("styles", '<w:style w:type="paragraph" w:styleId="s"><w:name w:val="S"/></w:style>'),
    "numbering": part("numbering", numbering({1: a_level(0, "%1.") + a_level(1, "%2)", "russianLower")})),
    "footnotes": part("footnotes", f'<w:footnote w:id="2">{paragraph(run("в"))}</w:footnote>'),
}
PIECES = st.sampled_from(["<w:p>", "</w:p>", '"', "w:val", "0", "9999999999", "-1", "&", "<w:tbl/>", "w:", "</w:tc>"])


@given(st.sampled_from([*RICH]), st.integers(0, 3000), st.integers(0, 40), PIECES, st.sampled_from(Changes))
def test_a_part_that_was_damaged_is_read_or_refused_in_words(
    name: str, place: int, length: int, piece: str, changes: Changes
) -> None:
    text = RICH[name]
    damaged = {**RICH, name: text[: place % len(text)] + piece + text[place % len(text) + length :]}
    try:
        read_docx(packed(**damaged), "a.docx", Choices(changes))
    except ReadingError as error:
        assert "{" not in str(error)
