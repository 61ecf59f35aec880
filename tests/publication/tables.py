"""Tables as strangers send them: rows become a workbook or a document."""

from collections.abc import Sequence
from io import BytesIO

import docx
from openpyxl import Workbook

from muvofiq.publication.table_file import RawSheet

Rows = Sequence[Sequence[str]]
EC = (
    ("Table of concordance on border procedures",),
    (),
    ("Article of the convention", "Text of the convention", "National act", "Article of national law",
     "Text of national provision", "Degree of compliance", "Comments", "Planned date"),
    ("1", "2", "3", "4", "5", "6", "7", "8"),
    ("CHAPTER I. GENERAL",),
    ("Article 3(1)", "The officer explains rights in a language that the person understands.",
     "О государственной границе и защите лиц, её пересекающих", "ст. 4 ч. 2", "words", "+", "", ""),
    ("", "", "Law on interpreters", "art. 7", "", "-+", "fees are not settled", "2027-01-01"),
    ("Article 4", "A child is heard.", "", "", "", "0", "nobody has to", ""),
    ("Article 5", "A register is kept.", "", "", "", "hardly", "", ""),
    ("Note: filled in by an invented ministry.",),
)  # fmt: skip
LIST = (
    ("№", "Requirement", "Source", "Criteria"),
    ("1", "A carrier is told why a person is not let in.", "art. 8", "in writing\nwithin a day"),
    ("2", "A guide is there for blind persons.", "crpd art. 9", ""),
)


def sheet(rows: Rows, name: str = "Sheet1") -> RawSheet:
    return RawSheet(name, tuple(map(tuple, rows)))


def workbook(rows: Rows, name: str = "Sheet1") -> bytes:
    book, out = Workbook(), BytesIO()
    page = book.active
    assert page is not None
    page.title = name
    for row in rows:
        page.append(list(row))
    book.save(out)
    return out.getvalue()


def document(rows: Rows) -> bytes:
    """The same as a Word table, in which a title stands in one cell across all columns."""
    paper, out = docx.Document(), BytesIO()
    width = max(map(len, rows))
    table = paper.add_table(0, width)
    for row in rows:
        cells = table.add_row().cells
        if len(row) == 1:
            cells[0].merge(cells[-1])
        for at, text in enumerate(row):
            cells[at].text = text
    paper.save(out)
    return out.getvalue()
