"""A questionnaire leaves as Word and Excel, is filled in as people do, and every answer finds its question again."""

import shutil
import subprocess
from contextlib import suppress
from copy import deepcopy
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.table import Table, _Row
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.comments import Comment

from muvofiq.consultation.answer import Answer, Point, Said
from muvofiq.consultation.questionnaire import Kind
from muvofiq.publication.errors import NoMark, NotAQuestionnaire, OtherQuestionnaire
from muvofiq.publication.questionnaire_docx import write_questionnaire_docx
from muvofiq.publication.questionnaire_form import Sent
from muvofiq.publication.questionnaire_reading import Filled, read_filled
from muvofiq.publication.questionnaire_xlsx import write_questionnaire_xlsx
from muvofiq.publication.translation_sheet import tidied
from tests.consultation.small import AGENCY, question, questionnaire
from tests.publication.filling import (
    YES,
    column_of,
    filled_docx,
    filled_xlsx,
    opened,
    questions_of,
    row_keyed,
    row_of,
    saved,
    sent,
    shown,
    written,
)

SENT = sent()
ALL = ("en", "ru", "tg")
WRITERS = {"docx": write_questionnaire_docx, "xlsx": write_questionnaire_xlsx}
FILLERS = {"docx": filled_docx, "xlsx": filled_xlsx}
FORMATS = list(WRITERS)
ANSWER = Answer.of(YES)
OFFICE = shutil.which("soffice")
TEXT = st.text(max_size=120).map(tidied)
ODD = st.sampled_from(["=1+1", "+7", "a\tb", "a\n\nb", "«ғӣқӯҳҷ»", "x | y", "Q02", "Q02.act", "yes", "<b>&amp;"])


def out(form: str, languages: tuple[str, ...] = ALL, letter: Sent = SENT) -> bytes:
    return WRITERS[form](letter, languages)


def added_row(table: Table) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # an untyped corner of the library
    return row


def back(form: str, answers: dict[str, dict[Point, str]], languages: tuple[str, ...] = ALL) -> Filled:
    return read_filled(FILLERS[form](out(form, languages), answers), "file", SENT)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("languages", SENT.languages)
def test_an_empty_form_comes_back_without_an_answer_and_without_a_stray(form: str, languages: tuple[str, ...]) -> None:
    found = read_filled(out(form, languages), "file", SENT)
    assert found.strays == ()
    assert list(found.answers) == ["Q01", "Q02", "Q03"]
    assert all(one.is_empty for one in found.answers.values())


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["Q01", "Q02", "Q03"]),
        st.dictionaries(st.sampled_from(list(Point)), TEXT | ODD, max_size=9),
        max_size=3,
    ),
    st.sampled_from(FORMATS),
)
def test_whatever_is_filled_in_comes_back(answers: dict[str, dict[Point, str]], form: str) -> None:
    found = back(form, answers)
    assert found.strays == ()
    for key in ("Q01", "Q02", "Q03"):
        assert found.answers[key] == Answer.of(answers.get(key, {})), key


@pytest.mark.parametrize("form", FORMATS)
def test_the_form_of_any_language_is_read_and_says_who_filled_it_in(form: str) -> None:
    for languages in SENT.languages:
        data = FILLERS[form](out(form, languages), {"Q02": YES}, unit="Legal unit")
        found = read_filled(data, "renamed.dat", SENT)
        assert (found.answers["Q02"], found.strays) == (replace(ANSWER, by="Legal unit"), ())


@pytest.mark.parametrize("form", FORMATS)
def test_what_was_read_is_kept_as_json_has_it(form: str) -> None:
    found = back(form, {"Q01": YES})
    assert Filled.from_entry(found.entry()) == found


@pytest.mark.parametrize("form", FORMATS)
def test_a_questionnaire_of_another_number_mission_or_wording_is_refused_with_its_mark(form: str) -> None:
    data = out(form)
    with pytest.raises(OtherQuestionnaire, match="border-2026/3") as caught:
        read_filled(data, "file", sent(number=4))
    assert AGENCY["en"] in str(caught.value)
    with pytest.raises(OtherQuestionnaire):
        read_filled(data, "file", sent(mission="elsewhere"))
    with pytest.raises(OtherQuestionnaire):
        read_filled(data, "file", sent(questionnaire(count=2)))


def test_in_word_rows_and_whole_questions_may_change_their_order() -> None:
    document = opened(filled_docx(out("docx"), {"Q01": YES, "Q03": {Point.SAID: "нет"}}))
    first, last = document.tables[1], document.tables[3]
    last._tbl.addnext(first._tbl)
    rows = list(first.rows)
    first._tbl.append(rows[1]._tr)
    found = read_filled(saved(document), "file", SENT)
    assert found.strays == ()
    assert found.answers["Q01"] == ANSWER
    assert found.answers["Q03"].said is Said.NO


def test_in_word_joined_cells_added_cells_and_added_rows_are_read_or_told() -> None:
    document = opened(filled_docx(out("docx"), {"Q01": YES, "Q02": {Point.ACT: "Border Act"}}))
    row = row_of(document, "Q01.act")
    row.cells[1].merge(row.cells[2])
    whole = row_of(document, "Q02.act")
    whole.cells[0].merge(whole.cells[2])
    added = row_of(document, "Q01.since")._tr
    cell = deepcopy(added.tc_lst[-1])
    cell.p_lst[0].add_r().text = "beside the table"
    added.append(cell)
    added_row(document.tables[2]).cells[2].text = "in a row of its own"
    document.add_paragraph("See also our letter.")
    document.sections[0].header.paragraphs[0].text = "Ref. 12/3-4"
    found = read_filled(saved(document), "file", SENT)
    assert found.answers["Q01"] == ANSWER
    assert found.answers["Q02"].act == "Border Act"
    assert found.strays == (
        "Q01.since: 2021beside the table",
        "in a row of its own",
        "See also our letter.",
        "Ref. 12/3-4",
    )


def test_in_word_words_typed_into_a_label_or_a_question_are_told() -> None:
    document = opened(out("docx"))
    row_of(document, "Q01.act").cells[1].add_paragraph("which act is meant?")
    next(one for one in document.paragraphs if "Q02" in one.text).add_run(" (not ours)")
    assert len(read_filled(saved(document), "file", SENT).strays) == 2


def test_in_word_corrections_count_as_accepted() -> None:
    document = opened(filled_docx(out("docx"), {"Q01": {Point.ACT: "Old Act"}}))
    paragraph = row_of(document, "Q01.act").cells[2].paragraphs[0]
    run = paragraph.runs[0]._r
    deleted, inserted = OxmlElement("w:del"), OxmlElement("w:ins")
    run.addprevious(deleted)
    deleted.append(run)
    run.find(qn("w:t")).tag = qn("w:delText")
    inserted.append(deepcopy(paragraph.add_run("New Act")._r))
    paragraph._p.remove(paragraph.runs[-1]._r)
    paragraph._p.append(inserted)
    assert read_filled(saved(document), "file", SENT).answers["Q01"].act == "New Act"


def test_in_word_a_table_that_was_pasted_into_an_answer_is_part_of_it() -> None:
    document = opened(out("docx"))
    cell = row_of(document, "Q01.text").cells[2]
    cell.text = "As follows:"
    table = cell.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Article 4", "The service identifies."
    found = read_filled(saved(document), "file", SENT)
    assert found.answers["Q01"].text == "As follows:\nArticle 4\nThe service identifies."
    assert found.strays == ()


def test_in_word_a_second_answer_to_the_same_cell_is_told_and_an_unknown_question_is_kept_apart() -> None:
    document = opened(filled_docx(out("docx"), {"Q01": {Point.ACT: "Border Act"}}))
    twice = deepcopy(row_of(document, "Q01.act")._tr)
    document.tables[-1]._tbl.append(twice)
    document.tables[-1].rows[-1].cells[2].text = "Another Act"
    row_of(document, "Q03.act").cells[0].paragraphs[0].runs[0].text = "Q77.act"
    row_of(document, "Q77.act").cells[2].text = "Lost Act"
    found = read_filled(saved(document), "file", SENT)
    assert found.answers["Q01"].act == "Border Act"
    assert found.strays == ("Q01.act: Another Act",)
    assert found.answers["Q77"].act == "Lost Act"


def test_a_file_whose_visible_mark_was_deleted_is_known_by_its_properties_and_without_these_by_nothing() -> None:
    document = opened(out("docx"))
    document.element.body.remove(document.tables[0]._tbl)
    assert read_filled(saved(document), "file", SENT).strays == ()
    document.core_properties.keywords = ""
    with pytest.raises(NoMark):
        read_filled(saved(document), "file", SENT)


def test_answers_copied_out_of_another_questionnaire_are_not_taken_for_ours() -> None:
    document = opened(out("docx"))
    document.add_paragraph().insert_paragraph_before(sent(number=9).mark)
    added_row(document.tables[0]).cells[1].text = sent(number=9).mark
    with pytest.raises(OtherQuestionnaire, match="border-2026/9"):
        read_filled(saved(document), "file", SENT)


def test_in_excel_rows_and_columns_may_move_and_what_is_added_is_told() -> None:
    book = load_workbook(BytesIO(filled_xlsx(out("xlsx"), {"Q01": YES, "Q02": YES})))
    page = questions_of(book)
    page.insert_cols(2)
    page.insert_rows(4)
    page["B4"] = "our own remark"
    page.cell(row_keyed(page, "Q02"), 16).value = "see annex"
    page.cell(row_keyed(page, "Q01"), 1).comment = Comment("ask the ministry", "A")
    book.move_sheet(page, -1)
    found = read_filled(written(book), "file", SENT)
    assert found.answers["Q01"] == found.answers["Q02"] == ANSWER
    assert set(found.strays) == {"our own remark", "Q02: see annex", "ask the ministry"}


def test_in_excel_sorted_rows_are_read_and_heads_are_known_by_their_labels_where_the_marks_are_gone() -> None:
    book = load_workbook(BytesIO(filled_xlsx(out("xlsx", ("ru",)), {"Q01": YES, "Q03": {Point.SAID: "нет"}})))
    page = questions_of(book)
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=3)]
    for at, row in enumerate(reversed(rows), 3):
        for column, value in enumerate(row, 1):
            page.cell(at, column).value = value
            page.cell(at, column).data_type = "s"
    page.delete_rows(1)
    found = read_filled(written(book), "file", SENT)
    assert found.answers["Q01"] == ANSWER
    assert found.answers["Q03"].said is Said.NO
    assert found.strays == ()


def test_in_excel_the_answer_is_chosen_from_a_list_and_a_changed_question_is_told() -> None:
    book = load_workbook(BytesIO(out("xlsx", ("tg",))))
    page = questions_of(book)
    (rule,) = page.data_validations.dataValidation
    assert rule.formula1 == '"ҳа,қисман,не,дар салоҳияти мо нест"'
    page.cell(row_keyed(page, "Q01"), column_of(page, "question")).value = "Саволи дигар?"
    assert read_filled(written(book), "file", SENT).strays == ("Q01: Саволи дигар?",)


@pytest.mark.skipif(OFFICE is None, reason="no LibreOffice on this computer")
@pytest.mark.parametrize(("form", "through"), [("docx", "odt"), ("xlsx", "ods")])
def test_a_file_that_libre_office_has_saved_is_read(form: str, through: str, tmp_path: Path) -> None:
    file = tmp_path / f"filled.{form}"
    file.write_bytes(FILLERS[form](out(form), {"Q01": YES, "Q02": {Point.SAID: "частично"}}, unit="Legal unit"))
    for ending in (through, form):
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = [str(OFFICE), profile, "--headless", "--convert-to", ending, "--outdir", str(tmp_path), str(file)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)  # noqa: S603
        file = file.with_suffix(f".{ending}")
    found = read_filled(file.read_bytes(), file.name, SENT)
    assert found.answers["Q01"] == replace(ANSWER, by="Legal unit")
    assert found.answers["Q02"].said is Said.PARTLY
    assert found.strays == ()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", b"plain text"])
def test_what_is_no_office_file_is_refused(data: bytes) -> None:
    with pytest.raises(NotAQuestionnaire):
        read_filled(data, "file", SENT)


@pytest.mark.parametrize("form", FORMATS)
@given(at=st.integers(0, 20_000), sign=st.binary(min_size=1, max_size=3))
@settings(max_examples=25, deadline=None)
def test_a_damaged_file_is_read_or_refused_and_nothing_else(form: str, at: int, sign: bytes) -> None:
    data = bytearray(out(form, ("en",)))
    at %= len(data)
    data[at : at + len(sign)] = sign
    with suppress(NotAQuestionnaire, NoMark, OtherQuestionnaire):
        assert read_filled(bytes(data), "file", SENT)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", ALL)
def test_nothing_in_a_file_tells_why_a_question_is_asked(form: str, language: str) -> None:
    letters = [
        replace(questionnaire(), questions=(question(1, kind),)) for kind in (Kind.NOT_FOUND, Kind.OPEN, Kind.GAP)
    ]
    one, *others = (shown(out(form, (language,), sent(letter))) for letter in letters)
    assert [one] * len(others) == others
    assert not {"not_found", "gap", "element"} & set(one.split())


@pytest.mark.parametrize("form", FORMATS)
def test_the_notice_the_agency_and_the_day_stand_in_every_file(form: str) -> None:
    text = shown(out(form))
    for words in ("no product of the European Union", AGENCY["ru"], "20 December 2026", "Q01", "Q03"):
        assert words in text
