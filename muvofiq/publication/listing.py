"""A list as a person has it on the screen, as one sheet of Excel or as plain CSV."""

import csv
from dataclasses import dataclass
from io import BytesIO, StringIO

import xlsxwriter

from muvofiq import __version__
from muvofiq.assessment.verdict import Verdict
from muvofiq.publication.sheet import fitted, formats_of, height, on_every_page, on_paper, write_heads

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # with these a spreadsheet takes the text of a CSV file for a formula

Cells = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """What is printed. ``above`` are the sentences over the table, after the notices; ``columns`` heads with widths.

    ``looks`` has, for each row that is not plain, the verdicts whose colours its cells have; ``pages_wide`` says over
    how many pages the columns go on paper.
    """

    title: str
    sheet: str
    mission: str
    notices: tuple[str, ...]
    above: tuple[str, ...]
    draft: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[Cells, ...]
    looks: tuple[tuple[Verdict | None, ...], ...] = ()
    pages_wide: int = 1


def write_listing_xlsx(table: Listing) -> bytes:
    """Return the workbook. Text is written as text, never as a formula or a link."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": table.title, "comments": table.draft, "author": f"Muvofiq {__version__}"})
    formats, sheet = formats_of(book), book.add_worksheet(table.sheet)
    sheet.write_string(0, 0, fitted(f"{table.title}: {table.mission}"), formats["title"])
    for at, text in enumerate((*table.notices, *table.above), 1):
        sheet.write_string(at, 0, fitted(text), formats["notice" if text in table.notices else "plain"])
    head = len(table.notices) + len(table.above) + 2
    write_heads(sheet, head, table.columns, formats)
    plain = (None,) * len(table.columns)
    for at, cells in enumerate(table.rows):
        row = head + 1 + at
        sheet.set_row(row, height([str(one) for one in cells], [width for _, width in table.columns]))
        looks = table.looks[at] if table.looks else plain
        for column, (value, look) in enumerate(zip(cells, looks, strict=True)):
            if isinstance(value, int):
                sheet.write_number(row, column, value, formats["number"])
            else:
                sheet.write(row, column, fitted(value) or None, formats[look or "cell"])
    sheet.freeze_panes(head + 1, 2)
    sheet.autofilter(head, 0, head + len(table.rows), len(table.columns) - 1)
    sheet.repeat_rows(head)
    on_paper(sheet, pages_wide=table.pages_wide)
    on_every_page(sheet, table.notices)
    book.close()
    return out.getvalue()


def write_listing_csv(table: Listing) -> bytes:
    """Return the rows as CSV in UTF-8, marked as such; a text that would pass for a formula gets an apostrophe."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow([head for head, _ in table.columns])
    for cells in table.rows:
        writer.writerow([f"'{one}" if str(one).startswith(FORMULA) else one for one in cells])
    return out.getvalue().encode("utf-8-sig")
