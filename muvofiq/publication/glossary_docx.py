"""The interpreters' glossary as a Word document of two pages at most, small enough to lie on the table in the cabin."""

from collections.abc import Sequence
from datetime import date

from docx.document import Document
from docx.shared import Pt
from docx.table import Table

from muvofiq.publication.dates import written_period
from muvofiq.publication.docx_style import Ink, add, add_row, add_table, as_bytes, new_document
from muvofiq.publication.glossary import Glossary, Part
from muvofiq.publication.phrases import Phrases, phrases, unconfirmed
from muvofiq.standards.thesaurus import LANGUAGES

WIDTH = 17.4 / len(LANGUAGES)
SIZE, AROUND = 9, 0.5  # points


def write_glossary(glossary: Glossary, language: str, made_on: date) -> bytes:
    """Return the document: mission and days, the terms with the language first, and what the signs mean."""
    say = phrases("glossary", language)
    document = new_document(say("title"), language, made_on)
    _tighten(document)
    days = written_period(glossary.starts, glossary.ends, language)
    add(document, say("title"), "Title")
    add(document, say("mission", title=glossary.mission, days=days), "Remark")
    for notice in glossary.notices:
        add(document, notice, "Notice")
    columns = (language, *(one for one in LANGUAGES if one != language))
    table = add_table(document, [(say(f"word {one}"), WIDTH) for one in columns])
    for part in glossary.parts:
        _write_part(table, part, columns)
    _write_foot(document, glossary, say)
    return as_bytes(document)


def _tighten(document: Document) -> None:
    """Make the cells of the table smaller than those of other documents: this one lies beside a microphone."""
    for name in ("Cell", "Cell Head"):
        style = document.styles[name]
        style.font.size = Pt(SIZE)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(AROUND)
    document.styles["Title"].font.size = Pt(14)
    for name in ("Title", "Remark", "Notice"):
        style = document.styles[name]
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(0), Pt(3)


def _write_part(table: Table, part: Part, columns: Sequence[str]) -> None:
    widths = [WIDTH] * len(columns)
    if part.title:
        row = add_row(table, [[(part.title, Ink.BOLD)], *([] for _ in columns[1:])], widths)
        row.cells[0].merge(row.cells[-1])
    for term in part.terms:
        add_row(table, [[(term.words[one], Ink.PLAIN)] for one in columns], widths)


def _write_foot(document: Document, glossary: Glossary, say: Phrases) -> None:
    legend = say("legend", state=glossary.state)
    add(document, f"{legend} {say('counts', rows=glossary.rows, all=glossary.needed)}", "Remark")
    if unconfirmed("glossary", say.language):
        add(document, phrases("paper", say.language)("unconfirmed"), "Remark")
