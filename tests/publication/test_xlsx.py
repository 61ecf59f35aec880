"""The workbook is opened again and read as an expert would read it."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from muvofiq.alignment.manner import Manner, weights
from muvofiq.assessment.verdict import Axis, appearances, verdicts_on
from muvofiq.publication.concordance import Concordance
from muvofiq.publication.phrases import languages, phrases
from muvofiq.publication.sheet import CELL_LIMIT, fitted
from muvofiq.publication.xlsx import HEAD_ROW, write_concordance
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.requirement import Requirement
from tests.publication.small import STATE, table

MARK = "? тарҷумаи тоҷикиро ҳоло ҳуқуқшиноси соҳибзабон тасдиқ накардааст"
FIRST = HEAD_ROW + 2  # the first row of the table, as Excel counts


def opened(made: Concordance, language: str = "en") -> Workbook:
    return load_workbook(BytesIO(write_concordance(made, language)))


def column(sheet: Worksheet, name: str) -> list[object]:
    heads = [cell.value for cell in sheet[HEAD_ROW + 1]]
    at = heads.index(name) + 1
    return [sheet.cell(row, at).value for row in range(FIRST, sheet.max_row + 1)]


def guide(made: Concordance, language: str = "en") -> str:
    rows = opened(made, language).worksheets[-1].iter_rows(values_only=True)
    return "\n".join(str(row[0]) for row in rows if row[0])


def offered(book: Workbook, choice: DataValidation) -> list[object]:
    """What a cell offers as a list, from the sheet where the list stands."""
    name, _, place = str(choice.formula1).rpartition("!")
    return [cell.value for (cell,) in book[name.strip("'")][place.replace("$", "")]]


def test_there_are_four_sheets() -> None:
    assert opened(table()).sheetnames == ["Concordance", "Acts", "Norms", "How to read"]
    assert opened(table(), "ru").sheetnames == ["Соответствие", "Акты", "Нормы", "Как читать"]


def test_units_and_places_stand_in_their_columns() -> None:
    sheet = opened(table()).worksheets[0]
    assert column(sheet, "No.") == ["A06", "A06", "A07"]
    assert column(sheet, "Unit") == ["ст. 2", "ст. 1", None]
    assert column(sheet, "Place") == [1, 2, None]


def test_what_the_machine_proposes_says_so_and_nothing_found_names_the_acts_on_file() -> None:
    sheet = opened(table()).worksheets[0]
    proposed = "proposed by the machine, not confirmed"
    assert column(sheet, "State of the link") == [
        proposed,
        proposed,
        "not found by the machine in the acts on file (1)",
    ]
    assert set(column(sheet, "State of the requirement")) == {"draft, unreviewed", None}


def test_no_verdict_is_given_by_the_machine() -> None:
    assert set(column(opened(table()).worksheets[0], "Degree")) == {"· not assessed"}


def test_text_that_looks_like_a_formula_stays_text() -> None:
    sheet = opened(table()).worksheets[0]
    assert "=1+1 не формула." in str(column(sheet, "Text of the unit")[1])
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_a_long_provision_is_an_excerpt_that_says_how_much_is_shown() -> None:
    text = str(column(opened(table()).worksheets[0], "Text of the unit")[0])
    assert len(text) < 1700
    assert "[excerpt: " in text
    assert "[…]" in text


def test_what_no_cell_can_hold_is_cut_with_a_mark() -> None:
    assert fitted("а" * CELL_LIMIT) == "а" * CELL_LIMIT
    assert len(fitted("а" * (CELL_LIMIT + 1))) == CELL_LIMIT
    assert fitted("а" * (CELL_LIMIT + 1)).endswith(" […]")


def test_the_head_is_frozen_the_text_wrapped_and_every_column_can_be_filtered() -> None:
    sheet = opened(table()).worksheets[0]
    assert sheet.freeze_panes == f"C{FIRST}"
    assert sheet.auto_filter.ref == f"A{HEAD_ROW + 1}:R{HEAD_ROW + 4}"
    assert all(cell.alignment.wrap_text for cell in sheet[FIRST])
    assert sheet.print_title_rows == f"${HEAD_ROW + 1}:${HEAD_ROW + 1}"


@pytest.mark.parametrize("language", languages("concordance"))
def test_each_degree_can_be_chosen_and_has_its_colour_and_mark(language: str) -> None:
    book = opened(table(), language)
    labels = [appearances()[verdict].label(language) for verdict in verdicts_on(Axis.LAW)]
    (choice,) = book.worksheets[0].data_validations.dataValidation
    assert offered(book, choice) == labels
    rules = [rule for ranged in book.worksheets[0].conditional_formatting for rule in ranged.rules]
    assert [rule.formula for rule in rules] == [[f'"{label}"'] for label in labels]


def test_the_force_column_names_state_and_day() -> None:
    heads = [cell.value for cell in opened(table(for_state=STATE)).worksheets[0][HEAD_ROW + 1]]
    assert "Force for Tajikistan on 2016-06-01" in heads
    assert not any("Force" in str(cell.value) for cell in opened(table()).worksheets[0][HEAD_ROW + 1])


def test_unconfirmed_norms_keep_their_mark() -> None:
    made = table()
    norms = str(column(opened(made).worksheets[0], "International norms (? = not confirmed)")[0])
    for citation in made.rows[0].requirement.citations:
        assert f"{citation}{' ?' if citation.unconfirmed else ''}" in norms.split("\n")


def test_the_acts_stand_with_counts_and_hash() -> None:
    made = table()
    row = [cell.value for cell in opened(made).worksheets[1][2]]
    assert row[:6] == ["aid", made.acts[0].title, "ru", 2, 1, made.acts[0].sha256]


def test_every_cited_norm_stands_with_its_full_title_and_what_is_not_confirmed() -> None:
    made = table(for_state=STATE)
    rows = list(opened(made)["Norms"].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == [instrument.id for instrument in made.instruments]
    covenant = next(row for row in rows if row[0] == "iccpr")
    assert covenant[1] == "International Covenant on Civil and Political Rights"
    assert "unts: 999, 171" in str(covenant[2])
    heads = [cell.value for cell in opened(made)["Norms"][1]]
    assert covenant[heads.index("Participation of Tajikistan")] == "accession 1999-01-04"
    force = str(covenant[heads.index("Force for Tajikistan on 2016-06-01, and why")]).split("\n")
    assert force[0].startswith("binding treaty (since 1999-")
    assert "acceded: 1999-01-04" in force
    open_ones = {str(row[0]): str(row[-1] or "") for row in rows}
    for one in made.instruments:
        parties = ("participation.", "reservations.")
        ours = [fact for fact in one.unconfirmed_facts if fact.endswith(".TJ") or not fact.startswith(parties)]
        assert len(open_ones[one.id].split("\n") if open_ones[one.id] else []) == len(ours), one.id
        assert not any(mark in open_ones[one.id] for mark in ("_", "participation.", "reservations.")), one.id


@pytest.mark.parametrize(
    ("language", "told", "party"),
    [
        ("en", "art. 2: The court of another state decides nothing. (2001-05) ?", "accession 2001-05 ?"),
        ("ru", "art. 2: Суд другого государства ничего не решает. (2001-05) ?", "присоединение 2001-05 ?"),
    ],
)
def test_a_norm_tells_its_end_and_the_reservations_that_stand_on_the_day(language: str, told: str, party: str) -> None:
    text = {"en": "The court of another state decides nothing.", "ru": "Суд другого государства ничего не решает."}
    gone = {"text": {"en": "Gone."}, "date": "2001-05", "withdrawn": "2010-01-01"}
    stands = {"text": text, "articles": "art. 2", "date": "2001-05", "unconfirmed": True}
    entry = {
        "id": "iccpr",
        "title": {"en": "Invented treaty"},
        "kind": "un_treaty",
        "in_force": "1999",
        "until": "2017-01-01",
        "participation": {
            "TJ": {"act": "accession", "date": "2001-05", "unconfirmed": True, "reservations": [gone, stands]}
        },
    }
    made = table(for_state=STATE)
    made = replace(made, register={**made.register, "iccpr": Instrument.from_entry(entry, "invented")})
    rows = opened(made, language).worksheets[2].iter_rows(min_row=2, values_only=True)
    row = next(one for one in rows if one[0] == "iccpr")
    assert row[3] == "2017-01-01"
    assert row[5:7] == (party, told)


def english_only(made: Concordance) -> Concordance:
    """Return the table as if its requirements had not been translated."""

    def untranslated(one: Requirement) -> Requirement:
        title, statement = ({"en": words["en"]} for words in (one.title, one.statement))
        elements = tuple({"en": element["en"]} for element in one.elements)
        return replace(one, title=title, statement=statement, elements=elements)

    return replace(made, rows=tuple(replace(row, requirement=untranslated(row.requirement)) for row in made.rows))


def test_what_is_not_translated_shows_the_original_with_its_tag() -> None:
    sheet = opened(english_only(table(for_state=STATE)), "ru").worksheets[0]
    assert column(sheet, "Требование")[0] == f"{table().rows[0].requirement.title['en']} [en]"
    assert str(column(sheet, "Положение должно содержать")[0]).endswith("\n[en]")
    assert column(sheet, "Состояние требования")[0] == "проект, не рассмотрен"
    assert "обязательный договор" in str(column(sheet, "Сила на 2016-06-01: Таджикистан")[0])


def test_requirements_speak_the_language_of_the_table_and_unconfirmed_tajik_keeps_its_mark() -> None:
    requirement = table().rows[0].requirement
    for language, head, state in (
        ("en", "Requirement", "draft, unreviewed"),
        ("ru", "Требование", "проект, не рассмотрен"),
        (
            "tg",
            "Талабот",
            "лоиҳа, баррасӣ нашудааст\n? тарҷумаи тоҷикиро ҳоло ҳуқуқшиноси соҳибзабон тасдиқ накардааст",
        ),
    ):
        sheet = opened(table(), language).worksheets[0]
        assert column(sheet, head)[0] == requirement.title[language]
        assert state in [str(cell.value) for cell in sheet[FIRST]]


def test_the_guide_says_whether_a_model_was_used() -> None:
    assert "the language model was not used" in guide(table())
    assert "letters/1" in guide(table(model="letters/1"))
    assert "2 of 2 requirements are drafts" in guide(table())


@pytest.mark.parametrize("language", languages("concordance"))
def test_the_guide_names_each_signal_that_counts_with_its_weight(language: str) -> None:
    say = phrases("concordance", language)
    told = {name: f"{say(f'signal {name}')} {weight:g}" for name, weight in weights(Manner.WORDED).items()}
    with_model, without = (guide(table(model=model), language) for model in ("letters/1", None))
    assert all(words in with_model for words in told.values())
    assert all((words in without) is ("meaning" not in name) for name, words in told.items())


def test_the_reasons_name_words_concepts_place_by_meaning_and_model_article() -> None:
    made = table(model="letters/1")
    first, *others = made.rows
    assert first.answer is not None
    assert first.answer.reason is not None
    reason = replace(first.answer.reason, model="Язык общения")
    named = replace(made, rows=(replace(first, answer=replace(first.answer, reason=reason)), *others))
    why = column(opened(named).worksheets[0], "Why proposed")
    assert str(why[0]).split("\n") == [
        "words: переводчик",
        "concepts: переводчик",
        "meaning: place 1 by the model alone",
        "resembles the model article «Язык общения»",
    ]
    assert why[1:] == [None, None]


def test_no_row_is_higher_than_excel_allows() -> None:
    sheet = opened(table()).worksheets[0]
    heights = [sheet.row_dimensions[row].height for row in range(FIRST, sheet.max_row + 1)]
    assert all(height is not None and 0 < height <= 409 for height in heights)
