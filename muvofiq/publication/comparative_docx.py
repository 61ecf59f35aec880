"""The comparative table as a Word document, one row for each unit, with what changes set off."""

from collections.abc import Sequence

from docx.document import Document

from muvofiq.amendment.proof import Unproven
from muvofiq.amendment.redline import Mark, redline
from muvofiq.publication.comparative import ComparativeRow, ComparativeTable
from muvofiq.publication.docx_style import Ink, Runs, add, add_row, add_table, as_bytes, new_document
from muvofiq.publication.phrases import Phrases, phrases, unconfirmed

# The name of each column and its width in centimetres.
COLUMNS = (("number", 1.5), ("unit", 3.4), ("current", 7.0), ("proposed", 8.2), ("justification", 6.0))
MEASURES = (("number", 1.5), ("kind", 3.4), ("recommended", 11.2), ("justification", 10.0))
INKS = {Mark.KEPT: Ink.PLAIN, Mark.REMOVED: Ink.STRUCK, Mark.ADDED: Ink.BOLD}


def write_comparative(table: ComparativeTable, language: str) -> bytes:
    """Return the document: title and notices, then for each act its editions and its rows.

    At the end stand the counts, and once what no proof proves.
    """
    say = phrases("comparative", language)
    document = new_document(table.title, language, table.made_on, landscape=True)
    add(document, table.title, "Title")
    for notice in table.notices:
        add(document, notice, "Notice")
    add(document, say("legend") if table.rows else say("nothing"), "Remark")
    for rows in table.acts:
        _write_act(document, rows, say)
    if table.without_wording:
        _write_without_wording(document, table.without_wording, say)
    if any(row.claims for row in table.rows):
        _write_unproven(document, say)
    add(document, say("counts", rows=len(table.rows), acts=len(table.acts)), "Remark")
    if unconfirmed("comparative", language):
        add(document, phrases("paper", language)("unconfirmed"), "Remark")
    return as_bytes(document)


def _write_act(document: Document, rows: Sequence[ComparativeRow], say: Phrases) -> None:
    add(document, say("heading", act=rows[0].act), "Heading 1")
    editions = list(dict.fromkeys(row.edition for row in rows))
    compared = say("edition", edition="; ".join(editions))
    add(document, compared, "Remark").paragraph_format.keep_with_next = True
    grid = add_table(document, [(say(name), width) for name, width in COLUMNS])
    told: dict[object, str] = {}  # by what a recommendation says, the first row that says it
    for row in rows:
        first = told.setdefault((row.text, row.reason, row.requirements, row.contributions, row.key), row.number)
        cells = _cells(row, say, is_edition_told=len(editions) > 1)
        again: Runs = [(say("same", number=first), Ink.PLAIN)]
        add_row(grid, cells if first == row.number else [*cells[:-1], again], [width for _, width in COLUMNS])
    add(document, "", "Cell")


def _write_without_wording(document: Document, rows: Sequence[ComparativeRow], say: Phrases) -> None:
    add(document, say("without_wording"), "Heading 1")
    grid = add_table(document, [(say(name), width) for name, width in MEASURES])
    for row in rows:
        told: list[Runs] = [[(text, Ink.PLAIN)] for text in (row.number, say(f"kind_{row.kind}"), row.text)]
        add_row(grid, [*told, _justification(row, say)], [width for _, width in MEASURES])
    add(document, "", "Cell")


def _write_unproven(document: Document, say: Phrases) -> None:
    """Say once what stands behind every mark of a proof, and what no machine proves."""
    add(document, say("proof_explained"), "Remark")
    add(document, "\n".join((say("not_proven"), *(f"– {say(f'not_{one}')}" for one in Unproven))), "Remark")


def _cells(row: ComparativeRow, say: Phrases, *, is_edition_told: bool) -> list[Runs]:
    edition = [(f"\n{row.edition}", Ink.ITALIC)] if is_edition_told else []
    return [
        [(row.number, Ink.PLAIN)],
        [(row.unit, Ink.PLAIN), *edition],
        [
            (say("absent") if row.is_new else row.current, Ink.PLAIN),
            *([(f"\n{row.translation}", Ink.ITALIC)] if row.translation else []),
        ],
        [*_proposed(row, say), *_clause(row, say), *_note(row, say)],
        _justification(row, say),
    ]


def _proposed(row: ComparativeRow, say: Phrases) -> Runs:
    if row.is_repealed:
        return [(say("deleted"), Ink.BOLD)]
    current = "" if row.is_new else row.current
    return [(one.text, INKS[one.kind]) for one in redline(current, row.proposed)]


def _clause(row: ComparativeRow, say: Phrases) -> Runs:
    """Return the amending clause with what the machine proved of it, to stand below the wording."""
    clause = [(f"\n\n{say('clause')}", Ink.ITALIC), (f"\n{row.clause}", Ink.PLAIN)] if row.clause else []
    if row.clause and row.needs_editor:
        clause.append((f"\n{say('needs_editor')}", Ink.ITALIC))
    claims = "; ".join(f"{'✓' if holds else '✕'} {say(f'claim_{claim}')}" for claim, holds in row.claims)
    return [*clause, *([(f"\n{say('proof', claims=claims)}", Ink.ITALIC)] if claims else [])]


def _note(row: ComparativeRow, say: Phrases) -> Runs:
    """Return why the wording stands in no amending act with the others, where that is so."""
    return [(f"\n\n⚠ {say(row.unclear, others=', '.join(row.others))}", Ink.BOLD)] if row.unclear else []


def _justification(row: ComparativeRow, say: Phrases) -> Runs:
    lines = [(say("key"), Ink.BOLD)] if row.key else []
    if row.act and row.text.strip():
        lines.append((row.text.strip(), Ink.BOLD))
    if row.reason.strip():
        lines.append((row.reason.strip(), Ink.PLAIN))
    if row.requirements:
        lines.append((say("requirements", codes=", ".join(row.requirements)), Ink.PLAIN))
    if row.contributions:
        said = "\n".join(f"– {one}" for one in row.contributions)
        lines.append((f"{say('contributions')}\n{said}", Ink.PLAIN))
    else:
        lines.append((say("no_contribution"), Ink.PLAIN))
    return [(text if at == 0 else f"\n{text}", ink) for at, (text, ink) in enumerate(lines)]
