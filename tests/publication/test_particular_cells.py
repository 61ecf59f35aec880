"""What a person said besides the verdict reaches the table, in every language, and nothing is said twice."""

from dataclasses import replace

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.scale import SCALES, State, word
from muvofiq.assessment.verdict import Axis, Verdict, verdicts_on
from muvofiq.publication.columns import JUDGED_COLUMNS, cell, columns, label_on
from muvofiq.publication.concordance import Concordance
from muvofiq.publication.particular_cells import PARTICULAR_COLUMNS
from muvofiq.publication.phrases import languages, phrases
from muvofiq.publication.withholding import withhold
from muvofiq.publication.xlsx import HEAD_ROW
from tests.publication.small import SETTLED, judged_table, table, told_table
from tests.publication.test_xlsx import column, offered, opened

LANGUAGES = languages("concordance")
SAY = phrases("concordance", "en")


def first(name: str, made: Concordance) -> str:
    return cell(name, made.rows[0], made, SAY)


def head(sheet: Worksheet) -> set[object]:
    return {one.value for one in sheet[HEAD_ROW + 1]}


def front(made: Concordance, language: str = "en") -> Worksheet:
    return opened(made, language).worksheets[0]


def test_each_element_says_whether_it_is_covered() -> None:
    made = told_table()
    lines = first("elements", made).split("\n")
    count = len(made.rows[0].requirement.elements)
    assert [line[:4] for line in lines[:2]] == ["1 ✓ ", "2 ✕ "]
    assert all(line.startswith(f"{at} · ") for at, line in enumerate(lines[2:count], 3))
    assert first("met", made) == f"1 of {count}"


def test_where_nobody_looked_at_elements_nothing_is_counted() -> None:
    made = told_table(particulars=Particulars())
    assert all(line.startswith("– ") for line in first("elements", made).split("\n"))
    assert first("met", made) == first("gaps", made) == ""


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("gaps", "time limit\nsanction"),
        ("severity", "high: persons are harmed or turned away\n=A child waits at night."),
        ("priority", "first"),
        ("cure_level", "government decree"),
        ("instead", "norm: convention-on-aid art. 3\nact: Order on shifts\ntreaty: Treaty on aid"),
        ("authority", "Head of the shift"),
        ("time_limit", "3 hours"),
        ("grounds", "unsure\nmachine translation, nobody has read it over"),
        ("practice", "Visit of 2 June"),
        ("finding_state", "draft"),
        (
            "settlement",
            "settled by Anna Horvat on 2016-06-04: Both read it again.\ndissent of Jan Kowal: It is full.",
        ),
        (
            "norm_quotation",
            (
                "Convention on aid, art. 3 [en]: «=Everybody gets an interpreter.»\n"
                "Secret rules, art. 5 [en]: For official use: the words of this unit are not exported."
            ),
        ),
    ],
)
def test_every_particular_is_told(name: str, told: str) -> None:
    assert first(name, told_table()) == told


def test_a_settlement_without_dissent_and_one_overtaken_say_so() -> None:
    calm = replace(SETTLED, dissent="", is_superseded=True)
    assert first("settlement", told_table(settled=(calm,))) == (
        "settled by Anna Horvat on 2016-06-04: Both read it again.\nthe verdict was changed since"
    )


def test_each_settlement_is_told_with_its_dissent() -> None:
    second = replace(SETTLED, why="Read once more.", dissent="Half of it.", dissenter="Marta Ozola")
    assert first("settlement", told_table(settled=(SETTLED, second))).split("\n") == [
        "settled by Anna Horvat on 2016-06-04: Both read it again.",
        "dissent of Jan Kowal: It is full.",
        "settled by Anna Horvat on 2016-06-04: Read once more.",
        "dissent of Marta Ozola: Half of it.",
    ]


def test_where_it_was_sought_stands_before_what_is_named() -> None:
    made = told_table(law=Verdict.NOT_FOUND, sought="not found in these 2 acts")
    assert first("instead", made).split("\n")[0] == "not found in these 2 acts"


def test_columns_in_which_nobody_said_anything_are_left_out() -> None:
    names = {name for name, _ in columns(judged_table(), SAY)}
    assert names.isdisjoint({"met", "norm_quotation", *(name for name, _ in PARTICULAR_COLUMNS)})
    only = told_table(settled=(), particulars=Particulars(time_limit={"en": "3 hours"}))
    shown = {name for name, _ in columns(only, SAY)} & {name for name, _ in PARTICULAR_COLUMNS}
    assert shown == {"time_limit"}
    assert len(columns(told_table(), SAY)) == len(JUDGED_COLUMNS)


def test_what_is_filtered_stands_in_every_row_and_long_texts_once() -> None:
    sheet = front(told_table())
    assert column(sheet, "Priority")[:3] == ["first"] * 3
    assert column(sheet, "State of the finding")[:3] == ["draft"] * 3
    assert column(sheet, "Authority")[:3] == ["Head of the shift", None, None]
    assert column(sheet, "Evidence of practice")[:3] == ["Visit of 2 June", None, None]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", list(State))
def test_the_state_is_told_in_each_language(state: State, language: str) -> None:
    heads = phrases("concordance", language)("finding_state")
    assert column(front(told_table(state=state), language), heads)[0] == word(state, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_scales_has_words(language: str) -> None:
    assert all(word(value, language) for scale in SCALES.values() for value in scale)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_axis_offers_its_own_degrees(language: str) -> None:
    book = opened(told_table(), language)
    offers = [offered(book, choice) for choice in book.worksheets[0].data_validations.dataValidation]
    assert offers == [[label_on(axis, verdict, language) for verdict in verdicts_on(axis)] for axis in Axis]


def test_practice_has_its_own_word_for_what_is_not_done() -> None:
    made = told_table(law=Verdict.NOT_FOUND, practice=Verdict.NOT_FOUND)
    sheet = front(made)
    assert column(sheet, "Degree: law")[0] == "○ not found in these acts"
    assert column(sheet, "Degree: practice")[0] == "○ not done in practice"


def drafts(book: Workbook) -> list[str]:
    front, guide = book.worksheets[0], book.worksheets[-1]
    cells = [str(one.value) for sheet in (front, guide) for row in sheet.iter_rows(max_col=1) for one in row]
    return [text for text in cells if "drafts that nobody has checked" in text]


def foot(book: Workbook) -> str:
    """What stands at the foot of every page of the table."""
    footer = book.worksheets[0].oddFooter
    return str(footer.left.text) if footer else ""


def test_drafts_are_told_above_the_table_in_the_guide_and_at_the_foot_of_every_page() -> None:
    book = opened(told_table())
    assert len(drafts(book)) == 2
    assert "2 of 2 verdicts are drafts" in foot(book)
    assert "2 of 2 verdicts are drafts" in str(book.properties.description)


def test_where_all_is_checked_no_draft_is_told() -> None:
    book = opened(told_table(state=State.CHECKED))
    assert drafts(book) == []
    assert "drafts" not in foot(book)


def test_the_table_of_the_machine_has_no_drafts_of_persons() -> None:
    assert drafts(opened(table())) == []


def test_what_a_person_typed_is_never_a_formula() -> None:
    book = opened(told_table())
    assert all(one.data_type != "f" for sheet in book for row in sheet.iter_rows() for one in row)


def test_of_a_restricted_act_no_word_is_left_in_any_cell() -> None:
    made = withhold(told_table(), {"aid"}, "en")
    for row in opened(made).worksheets[0].iter_rows(min_row=HEAD_ROW + 2, values_only=True):
        assert not any("без очереди" in str(value) or "Переводчик" in str(value) for value in row)


def test_a_wide_table_takes_more_pages_so_that_it_can_be_read() -> None:
    made = (table(), judged_table(), told_table())
    pages = [int(opened(one).worksheets[0].page_setup.fitToWidth or 0) for one in made]
    assert pages == sorted(pages)
    assert pages[0] < pages[-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_heads_are_distinct_in_each_language(language: str) -> None:
    sheet = front(told_table(), language)
    assert len(head(sheet)) == len(JUDGED_COLUMNS)
