"""How every Word document of ours looks: paper, typeface, headings, notices, tables, and the lines at the foot."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from lxml import etree

from muvofiq import __version__
from muvofiq.publication.dates import written_day
from muvofiq.publication.phrases import phrases

FACE = "Times New Roman"  # has every Russian and Tajik letter; where it is missing, faces of the same measure are
LONG, SHORT, MARGIN = 29.7, 21.0, 1.8  # centimetres of A4 and of its margins
INK, WARNING, FAINT = RGBColor(0, 0, 0), RGBColor(0x9A, 0x34, 0x12), RGBColor(0x59, 0x59, 0x59)
HEAD_SHADE = "DDE5EE"
BREAKING = 12  # lines; a row that is likely to be higher may go on over the page
UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Ink(StrEnum):
    """How a stretch of text is printed."""

    PLAIN = "plain"
    BOLD = "bold"
    STRUCK = "struck"
    ITALIC = "italic"


Runs = Sequence[tuple[str, Ink]]


@dataclass(frozen=True, slots=True)
class Look:
    """One paragraph style: size in points, space before and after, and what sets it off."""

    name: str
    size: float
    before: float = 0
    after: float = 0
    bold: bool = False
    colour: RGBColor = INK
    with_next: bool = False
    boxed: bool = False


LOOKS = (
    Look("Normal", 11, after=6),
    Look("Title", 18, before=6, after=6, bold=True, with_next=True),
    Look("Heading 1", 13, before=12, after=3, bold=True, with_next=True),
    Look("Body Text", 12, after=8),
    Look("Draft", 13, after=8, bold=True, colour=WARNING, boxed=True),
    Look("Notice", 10, after=4, bold=True, colour=WARNING),
    Look("Remark", 10, after=6, colour=FAINT),
    Look("Cell", 10, before=1, after=2),
    Look("Cell Head", 10, before=2, after=2, bold=True),
    Look("Mark", 6, colour=FAINT),
    Look("Footer", 9, colour=FAINT),
)


def new_document(title: str, language: str, made_on: date, *, landscape: bool = False) -> Document:
    """Return an empty A4 document in our style, with title, language and date in its properties and at its foot."""
    document = docx.Document()
    section = document.sections[0]
    width, height = (LONG, SHORT) if landscape else (SHORT, LONG)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(width), Cm(height)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN)
    section.footer_distance = Cm(0.9)
    for look in LOOKS:
        _dress(document, look)
    _speak(document, phrases("paper", language)("locale"))
    properties = document.core_properties
    properties.title, properties.author, properties.comments = printable(title)[:255], f"Muvofiq {__version__}", ""
    properties.language = phrases("paper", language)("locale")
    properties.created = properties.modified = datetime(made_on.year, made_on.month, made_on.day)  # noqa: DTZ001 a day has no hour
    properties.last_modified_by = properties.author
    _write_foot(section.footer.paragraphs[0], title, width - 2 * MARGIN, language, made_on)
    return document


def as_bytes(document: Document) -> bytes:
    """Return the file."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def add(document: Document, text: str, style: str) -> Paragraph:
    """Add a paragraph in a style of ours."""
    return document.add_paragraph(printable(text), style)


def add_table(document: Document, heads: Sequence[tuple[str, float]]) -> Table:
    """Add a table with its heads and their widths in centimetres; the heads are repeated on every page."""
    table: Table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, (_, width) in zip(table.columns, heads, strict=True):
        column.width = Cm(width)
    row = table.rows[0]
    row_properties = row._tr.get_or_add_trPr()  # noqa: SLF001 the library has no word for this
    row_properties.append(OxmlElement("w:cantSplit"))
    row_properties.append(OxmlElement("w:tblHeader"))
    for cell, (text, width) in zip(row.cells, heads, strict=True):
        cell.width = Cm(width)
        write(cell, [(text, Ink.PLAIN)], style="Cell Head")
        shade = OxmlElement("w:shd", {qn("w:val"): "clear", qn("w:color"): "auto", qn("w:fill"): HEAD_SHADE})
        cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001
    return table


def add_row(table: Table, cells: Sequence[Runs], widths: Sequence[float]) -> _Row:
    """Add a row; it stays on one page unless it is so high that it would leave much of a page empty."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # an untyped corner of the library
    for cell, runs, width in zip(row.cells, cells, widths, strict=True):
        cell.width = Cm(width)
        write(cell, runs)
    if max(_lines(runs, width) for runs, width in zip(cells, widths, strict=True)) <= BREAKING:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
    return row


def write(cell: _Cell, runs: Runs, style: str = "Cell") -> None:
    """Fill an empty cell; a line end begins a new paragraph."""
    paragraph = cell.paragraphs[0]
    restyle(paragraph, style)
    for text, ink in runs:
        first, *others = printable(text).split("\n")
        _print(paragraph, first, ink)
        for line in others:
            paragraph = restyle(cell.add_paragraph(), style)
            _print(paragraph, line, ink)


def restyle(paragraph: Paragraph, style: str) -> Paragraph:
    """Give a paragraph a style of ours by its id: in long tables, to look each name up would take most of the time."""
    paragraph._p.style = style.replace(" ", "")  # noqa: SLF001
    return paragraph


def printable(text: str) -> str:
    r"""Return a text that a Word file can hold: signs that nobody sees and no file may hold become blanks.

    >>> printable("one\x00two")
    'one two'
    """
    return UNPRINTABLE.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))


def _print(paragraph: Paragraph, text: str, ink: Ink) -> None:
    if not text:
        return
    run = paragraph.add_run(text)
    if ink is Ink.BOLD:
        run.bold = True
    if ink is Ink.ITALIC:
        run.italic = True
    if ink is Ink.STRUCK:
        run.font.strike = True
        run.font.color.rgb = WARNING


def _lines(runs: Runs, width: float) -> int:
    """Return about how many lines some text takes in a column; six letters of our size take a centimetre."""
    text = "".join(text for text, _ in runs)
    return sum(1 + int(len(line) / (6 * width)) for line in text.split("\n"))


def _dress(document: Document, look: Look) -> None:
    names = {style.name for style in document.styles}
    if look.name not in names:
        document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    style = document.styles[look.name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"{look.name} is no style of paragraphs")
    for part in style.element.xpath("w:pPr/w:pBdr | w:rPr/w:spacing | w:pPr/w:contextualSpacing"):
        part.getparent().remove(part)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()  # the faces of a theme would be stronger than ours
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FACE)
    style.font.size, style.font.bold, style.font.color.rgb = Pt(look.size), look.bold, look.colour
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after = Pt(look.before), Pt(look.after)
    spacing.line_spacing, spacing.keep_with_next = 1.0, look.with_next
    spacing.widow_control = True
    if look.boxed:
        style.element.get_or_add_pPr().insert_element_before(_box(), "w:spacing")


def _box() -> etree._Element:
    box = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        line = {"val": "single", "sz": "12", "space": "4", "color": str(WARNING)}
        box.append(OxmlElement(f"w:{side}", {qn(f"w:{name}"): value for name, value in line.items()}))
    return box


def _speak(document: Document, locale: str) -> None:
    """Tell the word processor in which language to spell and to read aloud."""
    for language in document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
        language.set(qn("w:val"), locale)


def _write_foot(paragraph: Paragraph, title: str, width: float, language: str, made_on: date) -> None:
    """Write two lines: the title, and below it page, pages and date."""
    paragraph.add_run(printable(title)).add_break()
    for tab in list(paragraph.style.paragraph_format.tab_stops) if paragraph.style else []:
        paragraph.paragraph_format.tab_stops.add_tab_stop(tab.position, WD_TAB_ALIGNMENT.CLEAR)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(width), WD_TAB_ALIGNMENT.RIGHT)
    for piece in _pieces(phrases("paper", language)("page", page="\0PAGE\0", pages="\0NUMPAGES\0")):
        if piece in {"PAGE", "NUMPAGES"}:
            _add_field(paragraph, piece)
        else:
            paragraph.add_run(piece)
    paragraph.add_run(f"\t{written_day(made_on, language)}")


def _pieces(text: str) -> Iterator[str]:
    yield from filter(None, text.split("\0"))


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add a number that the word processor counts."""
    field = OxmlElement("w:fldSimple", {qn("w:instr"): instruction})
    run = OxmlElement("w:r")
    shown = OxmlElement("w:t")
    shown.text = "1"
    run.append(shown)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 the library has no word for this
