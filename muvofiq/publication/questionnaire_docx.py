"""A questionnaire as a Word document: one small table for each question, with a mark in each of its rows."""

from collections.abc import Iterator, Sequence

from docx.document import Document
from lxml import etree

from muvofiq.publication.docx_style import Ink, add, add_row, add_table, as_bytes, new_document, restyle
from muvofiq.publication.questionnaire_form import Block, Form, Sent
from muvofiq.text.choices import Changes
from muvofiq.text.docx_changes import resolve
from muvofiq.text.docx_package import W, WordParts, read_parts
from muvofiq.text.docx_styles import Styles
from muvofiq.text.docx_words import words_of

WIDTHS = (2.5, 5.1, 9.8)  # centimetres: mark, label, answer
ROW, CELL, PARAGRAPH = f"{W}tr", f"{W}tc", f"{W}p"


def write_questionnaire_docx(sent: Sent, languages: Sequence[str]) -> bytes:
    """Return the document: head, instructions, who answers, then the questions one after the other."""
    form = Form.of(sent, languages)
    document = new_document(form.title, form.language, sent.made_on)
    document.core_properties.keywords = sent.mark
    add(document, form.title, "Title")
    for text in form.sentences:
        for line in text.split("\n"):
            add(document, line, "Normal")
    for notice in form.notices:
        add(document, notice, "Notice")
    for text in form.instructions:
        add(document, text, "Remark")
    _write_fields(document, form)
    for block in form.blocks:
        _write_block(document, block, form)
    return as_bytes(document)


def read_questionnaire_docx(data: bytes, name: str) -> tuple[list[list[str]], list[str], list[str]]:
    """Return the rows of all tables, the paragraphs and notes outside them, and what stands at head and foot of pages.

    Pending corrections are read as accepted. Raises WrongFormat, Locked, TooLarge.
    """
    parts = read_parts(data, name)
    styles = Styles(parts.styles)
    for part in parts.with_text():
        resolve(part, Changes.ACCEPTED)
    rows = [[_text(cell, styles) for cell in _cells(row)] for row in _rows(parts.body)]
    beside = [one for one in parts.body.iter(PARAGRAPH) if next(one.iterancestors(CELL), None) is None]
    apart = [one for part in _apart(parts) for one in part.iter(PARAGRAPH)]
    heads = [one for part in parts.running_heads for one in part.iter(PARAGRAPH)]
    texts, running = ([words_of(one, styles).text for one in found] for found in ([*beside, *apart], heads))
    return rows, texts, running


def _write_fields(document: Document, form: Form) -> None:
    first, *others = form.fields
    table = add_table(document, list(zip((first[1], first[0]), (7.4, 10.0), strict=True)))
    for mark, label, text in others:
        row = add_row(table, [[(label, Ink.PLAIN)], [(text, Ink.PLAIN)]], (7.4, 10.0))
        paragraph = restyle(row.cells[0].add_paragraph(), "Mark")
        paragraph.add_run(mark)
    add(document, "", "Cell")


def _write_block(document: Document, block: Block, form: Form) -> None:
    subject, *others = block.subject.split("\n")
    add(document, f"{block.key}  {subject}", "Heading 1")
    for line in others:
        add(document, line, "Remark").paragraph_format.keep_with_next = True
    for line in block.question.split("\n"):
        add(document, line, "Body Text").paragraph_format.keep_with_next = True
    for line in (f"{form.heads['asks']}:", *block.statement.split("\n")):
        add(document, line, "Remark").paragraph_format.keep_with_next = True
    (mark, label), *rows = block.rows
    table = add_table(document, list(zip((mark, label, ""), WIDTHS, strict=True)))
    restyle(table.rows[0].cells[0].paragraphs[0], "Mark")
    for mark, label in rows:
        row = add_row(table, [[(mark, Ink.PLAIN)], [(label, Ink.PLAIN)], []], WIDTHS)
        restyle(row.cells[0].paragraphs[0], "Mark")
    add(document, "", "Cell")


def _rows(body: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of the form; a table that was pasted into an answer is part of the answer."""
    return (row for row in body.iter(ROW) if next(row.iterancestors(CELL), None) is None)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    return (cell for cell in row.iter(CELL) if next(cell.iterancestors(ROW), None) is row)


def _text(cell: etree._Element, styles: Styles) -> str:
    return "\n".join(words_of(paragraph, styles).text for paragraph in cell.iter(PARAGRAPH))


def _apart(parts: WordParts) -> Iterator[etree._Element]:
    """Yield what a reader of the document sees beside its text: notes and comments."""
    return (part for part in (parts.footnotes, parts.endnotes, parts.comments) if part is not None)
