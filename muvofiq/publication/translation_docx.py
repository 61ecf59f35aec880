"""A sheet for translation as a Word document: one table for who translated, one row for each unit in the other."""

from lxml import etree

from muvofiq.publication.docx_style import Ink, Runs, add, add_row, add_table, as_bytes, new_document, restyle
from muvofiq.publication.translation_sheet import Cells, Sheet, SheetHead, cells_of, fields_of, heads_of
from muvofiq.publication.translation_words import sentences
from muvofiq.text.choices import Changes
from muvofiq.text.docx_changes import resolve
from muvofiq.text.docx_package import W, read_parts
from muvofiq.text.docx_styles import Styles
from muvofiq.text.docx_words import words_of

WIDTHS = (2.2, 3.0, 10.4, 10.4)  # centimetres


def write_translation_docx(sheet: Sheet, head: SheetHead, language: str) -> bytes:
    """Return the document with labels and instructions in a language, and the instructions in English too."""
    title, *others = sentences(head, language)
    document = new_document(title, language, head.made_on, landscape=True)
    add(document, title, "Title")
    for sentence in others:
        add(document, sentence, "Remark")
    for first, *rows in (fields_of(sheet, language), [heads_of(language), *cells_of(sheet)]):
        table = add_table(document, list(zip(first, WIDTHS, strict=True)))
        restyle(table.rows[0].cells[0].paragraphs[0], "Mark")
        for cells in rows:
            row = add_row(table, _runs(cells), WIDTHS)
            restyle(row.cells[0].paragraphs[0], "Mark")
        add(document, "", "Cell")
    return as_bytes(document)


def read_translation_docx(data: bytes, name: str) -> list[list[str]]:
    """Return the rows of all tables, pending corrections read as accepted. Raises WrongFormat, Locked, TooLarge."""
    parts = read_parts(data, name)
    styles = Styles(parts.styles)
    resolve(parts.body, Changes.ACCEPTED)
    return [[_text(cell, styles) for cell in row.iter(f"{W}tc")] for row in parts.body.iter(f"{W}tr")]


def _runs(cells: Cells) -> list[Runs]:
    return [[(text, Ink.PLAIN)] for text in cells]


def _text(cell: etree._Element, styles: Styles) -> str:
    return "\n".join(words_of(paragraph, styles).text for paragraph in cell.iter(f"{W}p"))
