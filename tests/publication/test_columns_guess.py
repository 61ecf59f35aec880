"""The heads of a stranger's columns tell what they hold, as far as heads can."""

import pytest

from muvofiq.publication.columns_guess import Columns, fields_of, guess, heads_at, layout_name, layouts, refuse_missing
from muvofiq.publication.errors import ColumnsMissing, NoTableInFile
from tests.publication.tables import EC, LIST, Rows, sheet

TWO_ROWS = (
    ("Table of concordance",),
    (),
    ("Standard", "", "National law", "", "", "Assessment"),
    ("Article", "Text", "Act", "Article", "Text", "Degree of conformity", "Remarks"),
)
SERBIAN = (
    ("а)", "а1)", "б)", "б1)", "в)", "г)", "д)"),
    ("Одредба прописа ЕУ", "Садржина одредбе", "Одредбе прописа Р. Србије", "Садржина одредбе", "Усклађеност[1]",
     "Разлози за делимичну усклађеност", "Напомена о усклађености"),
)  # fmt: skip
SERBIAN_LATIN = (
    ("a) Odredba propisa EU", "a1) Sadržina odredbe", "b) Odredbe propisa RS", "b1) Sadržina odredbe",
     "v) Usklađenost", "g) Razlozi za delimičnu usklađenost", "d) Napomena o usklađenosti"),
)  # fmt: skip
MACEDONIAN = (
    ("Одредба од мерката на ЕУ", "Содржина на одредбата на ЕУ", "Национален пропис", "Одредба од националниот пропис",
     "Содржина на националната одредба", "Степен на усогласеност", "Причини за делумна усогласеност",
     "Планиран датум за целосно усогласување", "Забелешки"),
)  # fmt: skip
RS = {"unit": 0, "text": 1, "national_unit": 2, "national_text": 3, "degree": 4, "reason": 5, "explanation": 6}


@pytest.mark.parametrize(
    ("rows", "layout", "head", "fields"),
    [
        (EC, "ec", 3, {"unit": 0, "text": 1, "act": 2, "national_unit": 3, "national_text": 4, "degree": 5,
                       "explanation": 6, "planned": 7}),
        (TWO_ROWS, "ec", 4, {"unit": 0, "text": 1, "act": 2, "national_unit": 3, "national_text": 4, "degree": 5,
                             "explanation": 6}),
        (SERBIAN, "rs", 2, RS),
        (SERBIAN_LATIN, "rs", 1, RS),
        (MACEDONIAN, "mk", 1, {"unit": 0, "text": 1, "act": 2, "national_unit": 3, "national_text": 4, "degree": 5,
                               "reason": 6, "planned": 7, "explanation": 8}),
        (LIST, "catalogue", 1, {"code": 0, "statement": 1, "citations": 2, "elements": 3}),
    ],
)  # fmt: skip
def test_a_layout_is_known_by_its_heads(rows: Rows, layout: str, head: int, fields: dict[str, int]) -> None:
    found = guess([sheet(rows)])
    assert (found.layout, found.head, found.fields) == (layout, head, fields)
    assert Columns.from_letter(found.to_letter()) == found


def test_a_person_may_say_another_layout_or_row() -> None:
    assert guess([sheet(EC)], layout="mk").layout == "mk"
    assert guess([sheet(EC)], head=4).head == 4
    assert guess([sheet(LIST, "A"), sheet(EC, "B")], sheet="A").sheet == "A"


def test_a_head_above_several_columns_stands_before_each() -> None:
    assert heads_at(sheet(TWO_ROWS), 4, "ec")[:3] == ("Standard Article", "Standard Text", "National law Act")


def test_a_row_below_whole_heads_is_no_head() -> None:
    assert heads_at(sheet(EC), 4, "ec")[:2] == ("1", "2")
    assert heads_at(sheet(EC), 3, "ec")[:2] == ("Article of the convention", "Text of the convention")


def test_missing_columns_are_told_with_sheet_and_row() -> None:
    columns = Columns("mk", "Sheet1", 3, {"text": 1})
    with pytest.raises(ColumnsMissing, match="eu provision number, degree of transposition") as caught:
        refuse_missing(sheet(EC), columns, "table.xlsx")
    assert caught.value.where == "table.xlsx, sheet «Sheet1», row 3"
    assert "Article of the convention" in str(caught.value)


def test_a_file_without_heads_has_no_table() -> None:
    with pytest.raises(NoTableInFile):
        guess([sheet([("one",), ("two",)])])


def test_every_layout_has_a_name_and_fields() -> None:
    for layout in layouts():
        assert all(layout_name(layout, language) for language in ("en", "ru", "tg"))
        assert any(one.is_needed for one in fields_of(layout))
