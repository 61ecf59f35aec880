"""A Word file becomes lines as if every pending correction had been accepted."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from muvofiq.text.docx import read_docx
from muvofiq.text.errors import WrongFormat
from muvofiq.text.source import Source

MARKUP = nsdecls("w", "r") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def saved(document: Document) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def read(document: Document) -> Source:
    return read_docx(saved(document), "a.docx")


def written(*paragraphs: str) -> Source:
    """Read a document whose paragraphs are given as the markup between <w:p> and </w:p>."""
    document = docx.Document()
    for markup in paragraphs:
        document.element.body.append(parse_xml(f"<w:p {MARKUP}>{markup}</w:p>"))
    return read(document)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def texts(source: Source) -> list[str]:
    return [line.text for line in source.lines]


def test_each_paragraph_is_a_line_with_its_number_and_empty_ones_are_counted() -> None:
    document = docx.Document()
    for text in ("ЗАКОН", "", "Статья\u00a01", "Текст"):
        document.add_paragraph(text)
    assert [(line.number, line.text) for line in read(document).lines] == [(1, "ЗАКОН"), (3, "Статья 1"), (4, "Текст")]


def test_a_line_break_inside_a_paragraph_parts_lines() -> None:
    source = written("<w:r><w:t>Глава 1</w:t><w:br/><w:t>О ГРАНИЦЕ</w:t></w:r>")
    assert [(line.number, line.text) for line in source.lines] == [(1, "Глава 1"), (1, "О ГРАНИЦЕ")]


def test_tables_are_read_cell_by_cell_where_they_stand() -> None:
    document = docx.Document()
    document.add_paragraph("до")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "левая"
    table.cell(0, 1).text = "правая"
    table.cell(0, 1).add_table(1, 1).cell(0, 0).text = "внутри"
    document.add_paragraph("после")
    assert texts(read(document)) == ["до", "левая", "правая", "внутри", "после"]


def test_a_raised_figure_stays_raised() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    assert texts(written(run("Статья 17") + run("1", raised) + run(". Освобождение"))) == ["Статья 17¹. Освобождение"]


def test_a_lowered_figure_does_not_become_raised() -> None:
    assert texts(written(run("CO") + run("2", '<w:vertAlign w:val="subscript"/>'))) == ["CO2"]


def test_pending_insertions_and_deletions_are_read_as_accepted_and_remarked() -> None:
    source = written(
        run("срок ")
        + '<w:del w:id="1" w:author="a"><w:r><w:delText>десять</w:delText></w:r></w:del>'
        + f'<w:ins w:id="2" w:author="a">{run("тридцать")}</w:ins>'
        + run(" дней")
    )
    assert texts(source) == ["срок тридцать дней"]
    assert [str(remark) for remark in source.remarks] == [
        "1 pending insertions were read as accepted.",
        "1 pending deletions were read as accepted.",
    ]


def test_a_moved_sentence_is_read_once_at_its_new_place() -> None:
    source = written(
        f'<w:moveFrom w:id="1" w:author="a">{run("Жалоба.")}</w:moveFrom>{run("Решение.")}',
        f'<w:moveTo w:id="2" w:author="a">{run("Жалоба.")}</w:moveTo>',
    )
    assert texts(source) == ["Решение.", "Жалоба."]


def test_automatic_numbers_are_remarked_because_they_are_not_in_the_text() -> None:
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    source = written(numbered + run("первое"), numbered + run("второе"))
    assert texts(source) == ["первое", "второе"]
    assert "2 paragraphs carry automatic numbering" in str(source.remarks[0])


def test_footnotes_are_remarked() -> None:
    source = written(run("слово") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    assert [str(remark) for remark in source.remarks] == ["1 footnotes were not read."]


def test_a_plain_document_has_no_remarks() -> None:
    assert written(run("Статья 1")).remarks == ()


def test_the_words_of_links_and_fields_are_read_and_their_addresses_are_not() -> None:
    link = f'<w:hyperlink w:anchor="x">{run("статьи 5")}</w:hyperlink>'
    field = '<w:r><w:instrText>HYPERLINK "http://example.org"</w:instrText></w:r>'
    assert texts(written(run("на основании ") + field + link)) == ["на основании статьи 5"]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent><w:p>{run('в рамке')}</w:p></w:txbxContent>"
    both = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>' + box + "</w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict>" + box + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(written(run("до ") + both + run("после"))) == ["до после", "в рамке"]


def test_tabs_and_hyphens_are_signs_of_the_text() -> None:
    source = written(
        "<w:r><w:t>1.</w:t><w:tab/><w:t>северо</w:t><w:noBreakHyphen/><w:t>за</w:t><w:softHyphen/><w:t>пад</w:t></w:r>"
    )
    assert texts(source) == ["1.\tсеверо-запад"]


def changed(part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A Word file of which one part has been changed."""
    file = BytesIO()
    with ZipFile(BytesIO(saved(docx.Document()))) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<w:document",
        b"<a/>",
        f"<w:document {MARKUP}/>".encode(),
        f"<w:document {MARKUP}>{'<w:smartTag>' * 5000}".encode(),
    ],
)
def test_a_damaged_document_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(WrongFormat, match=r"(?s)not a Word file.*a\.docx.*holds no Word document"):
        read_docx(changed("word/document.xml", lambda _: content), "a.docx")


def test_a_document_cannot_fetch_other_files_or_blow_itself_up() -> None:
    entities = '<!ENTITY a "ха"><!ENTITY b SYSTEM "file:///etc/passwd">'
    markup = (
        f"<!DOCTYPE x [{entities}]><w:document {MARKUP}><w:body><w:p>{run('статья &b;')}</w:p></w:body></w:document>"
    )
    assert texts(read_docx(changed("word/document.xml", lambda _: markup.encode()), "a.docx")) == ["статья"]


@pytest.mark.parametrize(("place", "value"), [(8, 1), (10, 99)])
def test_a_locked_or_strangely_packed_document_is_refused_in_words(place: int, value: int) -> None:
    data = bytearray(saved(docx.Document()))
    data[data.find(b"PK\x01\x02") + place] = value
    with pytest.raises(WrongFormat):
        read_docx(bytes(data), "a.docx")
