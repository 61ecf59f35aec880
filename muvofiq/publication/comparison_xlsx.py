"""The comparison of laws as an Excel workbook: what it is, the table, and the texts that were looked at."""

from dataclasses import replace
from io import BytesIO
from textwrap import shorten

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from muvofiq import __version__
from muvofiq.publication.columns import cell
from muvofiq.publication.comparison import ComparedRow, Comparison, LawOfState
from muvofiq.publication.concordance import Answer, Row, State, count_articles
from muvofiq.publication.dates import written_day
from muvofiq.publication.excerpt import excerpt
from muvofiq.publication.phrases import Phrases, phrases, unconfirmed
from muvofiq.publication.sheet import (
    Formats,
    fitted,
    formats_of,
    height,
    on_every_page,
    on_paper,
    write_heads,
    write_list,
)
from muvofiq.standards.requirement import in_language
from muvofiq.standards.state import state_name

WIDTH = 110  # of the sheet that says what the workbook is, in characters
# What the table says of the requirement, and of each law, with the widths of the columns in characters.
ASKED = (("code", 6), ("requirement", 26), ("statement", 40))
OF_A_LAW = (("act", 24), ("unit", 12), ("state", 20), ("text", 52), ("quotation", 34), ("translation", 44))
SHORT = 300  # characters of a provision that nobody has accepted; of an accepted one the concordance says how many
TITLE = 120  # characters of the title of an act; the sheet of the texts has it whole
HEAD = 1  # the row of the heads, below that of the states


def write_comparison(comparison: Comparison, language: str) -> bytes:
    """Return the workbook. Text is written as text, never as a formula or a link."""
    say = phrases("comparison", language)
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": say("title"), "comments": say("proposals"), "author": f"Muvofiq {__version__}"})
    formats = formats_of(book)
    state = {"bold": True, "font_size": 12, "bg_color": "DCE4EE", "border": 1, "align": "left", "valign": "vcenter"}
    formats["state"] = book.add_format({"font_name": "Calibri", "border_color": "B8B8B8", **state})
    _title(book.add_worksheet(say("sheet_title")), comparison, say, formats)
    _table(book.add_worksheet(say("sheet_table")), comparison, say, formats)
    _texts(book.add_worksheet(say("sheet_texts")), comparison, say, formats)
    book.close()
    return out.getvalue()


def _title(sheet: Worksheet, comparison: Comparison, say: Phrases, formats: Formats) -> None:
    """Say what the workbook is, of which laws and days, and who answers for what stands in it."""
    sheet.set_column(0, 0, WIDTH)
    sheet.write_string(0, 0, say("title"), formats["title"])
    sheet.write_string(1, 0, fitted(comparison.title), formats["plain"])
    made = say("made", date=written_day(comparison.made_on, say.language), version=__version__)
    laws = (
        say("law", state=state_name(law.state, say.language), texts=len(law.table.acts), what=say(what))
        for law, what in zip(comparison.laws, ("national", *["compared"] * len(comparison.laws)), strict=False)
    )
    notes = [say(key) for key in ("proposals", "shown", "not_found", "not_judged", "translations", "withheld")]
    doubt = [phrases("paper", say.language)("unconfirmed")] if unconfirmed("comparison", say.language) else []
    for at, line in enumerate((*comparison.notices, made, *laws, *notes, *doubt), 3):
        sheet.set_row(at, height([line], [WIDTH]))
        sheet.write_string(at, 0, fitted(line), formats["cell"])
    on_paper(sheet, pages_wide=1)


def _table(sheet: Worksheet, comparison: Comparison, say: Phrases, formats: Formats) -> None:
    of_a_law = _columns(comparison)
    widths = [width for _, width in (*ASKED, *of_a_law * len(comparison.laws))]
    heads = [say(name) for name, _ in (*ASKED, *of_a_law * len(comparison.laws))]
    for at, law in enumerate(comparison.laws):
        first = len(ASKED) + at * len(of_a_law)
        sheet.merge_range(0, first, 0, first + len(of_a_law) - 1, state_name(law.state, say.language), formats["state"])
    write_heads(sheet, HEAD, list(zip(heads, widths, strict=True)), formats)
    for at, row in enumerate(comparison.rows, HEAD + 1):
        texts = [fitted(text) for text in (*_asked(row, say), *_answered(row, comparison, say))]
        sheet.set_row(at, height(texts, widths))
        for column, text in enumerate(texts):
            sheet.write(at, column, text or None, formats[_look(row, column)])
    sheet.freeze_panes(HEAD + 1, 2)
    sheet.autofilter(HEAD, 0, HEAD + len(comparison.rows), len(widths) - 1)
    sheet.repeat_rows(0, HEAD)
    sheet.repeat_columns(0, 1)
    on_paper(sheet, pages_wide=len(comparison.laws))
    on_every_page(sheet, comparison.notices)
    sheet.set_footer(f"&L{say('title')}&C&P / &N&R&D")


def _columns(comparison: Comparison) -> tuple[tuple[str, int], ...]:
    """Return what is told of each law; translations and quotations only where there are some."""
    answers = [row.answer for law in comparison.laws for row in law.table.rows if row.answer]
    is_filled = {
        "translation": any(one.translation for one in answers),
        "quotation": any(one.quotations for one in answers),
    }
    return tuple(column for column in OF_A_LAW if is_filled.get(column[0], True))


def _texts(sheet: Worksheet, comparison: Comparison, say: Phrases, formats: Formats) -> None:
    """List the texts that were looked at, law by law, each with its day."""
    heads = [("law_of", 22), ("act_title", 70), ("language", 10), ("edition", 24), ("units", 14), ("file", 30)]
    rows: list[list[str | int]] = [
        [
            state_name(law.state, say.language),
            act.title,
            act.language,
            _edition(act.name, law, say),
            count_articles(act, repealed=False),
            act.name,
        ]
        for law in comparison.laws
        for act in law.table.acts
    ]
    write_list(sheet, [(say(head), width) for head, width in heads], rows, formats)


def _edition(name: str, law: LawOfState, say: Phrases) -> str:
    if name in law.table.editions:
        return written_day(law.table.editions[name], say.language)
    imported = law.table.imported.get(name)
    return say("undated", date=written_day(imported, say.language)) if imported else ""


def _asked(row: ComparedRow, say: Phrases) -> tuple[str, str, str]:
    requirement = row.requirement
    statement = in_language(requirement.statement, say.language) if row.opens else ""
    return requirement.code, in_language(requirement.title, say.language), statement


def _answered(row: ComparedRow, comparison: Comparison, say: Phrases) -> list[str]:
    """Return the cells of all laws; a law without a further place leaves its own empty."""
    return [
        _text(name, place, law, say)
        for law, place in zip(comparison.laws, row.places, strict=True)
        for name, _ in _columns(comparison)
    ]


def _text(name: str, place: Row | None, law: LawOfState, say: Phrases) -> str:
    if place is None:
        return ""
    if place.answer:
        place = replace(place, answer=replace(place.answer, act=shorten(place.answer.act, TITLE, placeholder=" …")))
    if name == "state" and not law.table.acts:
        return say("no_text")
    concordance = phrases("concordance", say.language)
    if name == "text" and place.answer and place.answer.state is State.PROPOSED:
        return _short(place.answer, concordance)
    return cell(name, place, law.table, concordance)


def _short(answer: Answer, concordance: Phrases) -> str:
    shown = excerpt(answer.text, answer.reason.words if answer.reason else (), SHORT)
    note = "" if shown.text == answer.text else concordance("excerpt", shown=shown.shown, whole=shown.whole)
    return "\n".join(filter(None, (answer.heading, shown.text, note)))


def _look(row: ComparedRow, column: int) -> str:
    if column < 2:
        return "opening" if row.opens else "again"
    return "opening_cell" if row.opens else "cell"
