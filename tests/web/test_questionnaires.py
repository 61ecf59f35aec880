"""The pages of the questionnaires: chosen, worded, made, sent, looked at and taken."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from muvofiq.assessment.verdict import Verdict
from muvofiq.consultation.answer import Point
from muvofiq.publication.questionnaire_docx import write_questionnaire_docx
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.models import Agency, AgencyAnswer, Opinion, Questionnaire
from muvofiq.records.queries.requirements import scoped
from muvofiq.records.queries.sent_questionnaires import as_sent, letter_of
from muvofiq.records.words import Role
from tests.publication.filling import filled_docx, shown
from tests.records.asking import GIVEN, agency_in, asked, taken
from tests.records.small import INTERPRETER, REASON, STARTS, VICTIMS, Desk, expert_in, no_entry, one_entry

pytestmark = pytest.mark.django_db

LIST = "/missions/border/findings/questionnaires/"
TICK = f"{VICTIMS} open 0"


@pytest.fixture
def agency(at: Desk) -> Agency:
    return agency_in(at)


def test_the_list_address() -> None:
    assert reverse("questionnaires", args=["border"]) == LIST


def test_without_agencies_the_page_says_what_to_do_first(browser: Client) -> None:
    assert "Add the agencies first" in browser.get(LIST).text


def test_open_questions_are_offered_and_those_suggested_for_an_agency_ticked(browser: Client, agency: Agency) -> None:
    assert f'value="{TICK}"' in browser.get(LIST).text
    assert "checked" not in browser.get(LIST).text.partition(f'value="{TICK}"')[2].split(">")[0]
    page = browser.get(LIST, {"agency": str(agency.pk)}).text
    assert "checked" in page.partition(f'value="{TICK}"')[2].split(">")[0]
    assert "suggested: Border Guard, by the words" in page


def test_ticked_questions_are_worded_and_changed_words_are_what_is_asked(
    browser: Client, at: Desk, agency: Agency
) -> None:
    with no_entry(at.mission):
        page = browser.post(LIST, {"ask": TICK, "languages": ["en", "ru"], "preview": "1"}).text
    assert "Does the law regulate this" in page
    assert 'type="hidden" name="text_tg"' in page
    form = {
        "agency": str(agency.pk),
        "languages": ["en", "ru"],
        "wanted_by": "2026-12-20",
        "ask": [TICK, f"{INTERPRETER} free 0", ""],
        "text_en": ["Who identifies victims?", "Who interprets at night?", ""],
        "text_ru": ["Кто выявляет жертв?", "", ""],
        "text_tg": ["", "", ""],
    }
    more = browser.post(LIST, {**form, "more": "1"}).text
    assert more.count('<select name="ask"') == 3
    assert "Who interprets at night?" in more
    less = browser.post(LIST, {**form, "drop": "1"}).text
    assert "Who interprets at night?" not in less
    with one_entry(at.mission, at.expert, "ask_agency"):
        answer = browser.post(LIST, {**form, "save": "1"})
    assert answer.headers["Location"] == f"{LIST}1/"
    made = letter_of(Questionnaire.objects.get())
    assert [one.text for one in made.questions] == [
        {"en": "Who identifies victims?", "ru": "Кто выявляет жертв?"},
        {"en": "Who interprets at night?"},
    ]
    assert "Answer wished by 20 December 2026" in browser.get(f"{LIST}1/").text


def test_what_is_missing_is_told_and_nothing_typed_is_lost(browser: Client, at: Desk, agency: Agency) -> None:
    form = {"ask": [""], "text_en": ["Who decides?"], "text_ru": [""], "text_tg": [""], "save": "1"}
    with no_entry(at.mission):
        no_agency = browser.post(LIST, form)
        no_requirement = browser.post(LIST, {**form, "agency": str(agency.pk), "languages": "en"})
        no_language = browser.post(LIST, {**form, "agency": str(agency.pk), "ask": TICK})
    assert [one.status_code for one in (no_agency, no_requirement, no_language)] == [422, 422, 422]
    assert all("Who decides?" in one.text for one in (no_agency, no_requirement, no_language))
    assert "the requirement that a question concerns" in no_requirement.text


def test_files_are_given_in_its_languages_and_in_each_alone(browser: Client, at: Desk, agency: Agency) -> None:
    asked(at, agency)
    for name in ("en-ru.docx", "tg.xlsx"):
        file = browser.get(f"{LIST}1/{name}")
        assert file.status_code == 200
        assert f"border-questionnaire-1.{name}" in file.headers["Content-Disposition"]
        assert "Border Guard" in shown(file.content)
    for name in ("en-tg.docx", "en.pdf", "docx", "zz.docx"):
        assert browser.get(f"{LIST}1/{name}").status_code == 404
    assert browser.get(f"{LIST}9/en.docx").status_code == 404


def sent_back(at: Desk, agency: Agency, cells: dict[Point, str] | None = None) -> SimpleUploadedFile:
    sent = asked(at, agency)
    data = filled_docx(write_questionnaire_docx(as_sent(sent), ("ru",)), {"Q01": GIVEN if cells is None else cells})
    return SimpleUploadedFile("ответы.docx", data)


def test_a_file_is_looked_at_and_then_taken(browser: Client, at: Desk, agency: Agency) -> None:
    file = sent_back(at, agency)
    with no_entry(at.mission):
        page = browser.post(f"{LIST}1/", {"file": file, "back": "1"}).text
    assert "ответы.docx" in page
    assert "the words stand in the edition" in page
    kept = page.partition('name="kept" value="')[2].partition('"')[0]
    with one_entry(at.mission, at.expert, "ask_agency"):
        browser.post(f"{LIST}1/", {"kept": kept, "take": "1"})
    assert "1 answer is taken as information from the country." in browser.get(f"{LIST}1/").text
    requirement = browser.get(f"/missions/border/requirements/{VICTIMS}/").text
    assert "Information from the country" in requirement
    assert "1/Q01" in requirement
    assert "Information from the country" not in browser.get(f"/missions/border/requirements/{INTERPRETER}/").text
    again = browser.post(f"{LIST}1/", {"kept": kept, "take": "1"})
    assert again.status_code == 409


def test_an_incomplete_yes_and_words_beside_the_cells_are_shown_before_anything_is_taken(
    browser: Client, at: Desk, agency: Agency
) -> None:
    file = sent_back(at, agency, {Point.SAID: "да", Point.NUMBER: "№ 5"})
    page = browser.post(f"{LIST}1/", {"file": file, "back": "1"}).text
    assert "incomplete: act, article, text of the provision" in page
    assert AgencyAnswer.objects.count() == 0


def test_the_file_of_another_questionnaire_is_refused_and_says_which(browser: Client, at: Desk, agency: Agency) -> None:
    file = sent_back(at, agency)
    asked(at, agency_in(at, name="Police", competence={}))
    answer = browser.post(f"{LIST}2/", {"file": file, "back": "1"})
    assert answer.status_code == 422
    assert "border/1/" in answer.text
    assert "sent to Police" in answer.text
    assert browser.post(f"{LIST}1/", {"file": BytesIO(b"no"), "back": "1"}).status_code == 422
    assert browser.post(f"{LIST}1/", {"back": "1"}).status_code == 422
    assert browser.post(f"{LIST}1/", {"take": "1", "kept": "x"}).status_code == 422


def test_who_may_not_ask_sees_the_questionnaires_and_no_form(at: Desk, agency: Agency, client: Client) -> None:
    asked(at, agency)
    client.force_login(expert_in(at.mission, at.manager, role=Role.OBSERVER, name="Observer"))
    assert "<textarea" not in client.get(LIST).text
    assert 'name="ask"' not in client.get(LIST).text
    assert 'type="file"' not in client.get(f"{LIST}1/").text
    assert client.post(LIST, {"ask": TICK, "text_en": "x", "save": "1"}).status_code in {403, 422}


def test_a_person_who_owes_a_second_opinion_is_told_what_is_left_out(browser: Client, at: Desk, agency: Agency) -> None:
    asked(at, agency)
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=0)
    requirement = scoped(at.mission, VICTIMS)
    facts = {"asked_of": at.expert, "asked_by": at.manager, "asked_at": f"{STARTS}T00:00Z"}
    Opinion.objects.create(mission=at.mission, requirement=requirement, **facts)
    page = browser.get(LIST).text
    assert "1 requirement is left out" in page
    assert VICTIMS not in page
    assert "1 question is kept back" in browser.get(f"{LIST}1/").text
    assert browser.get(f"{LIST}1/en.docx").status_code == 422


def test_the_history_tells_the_acts(browser: Client, at: Desk, agency: Agency) -> None:
    taken(asked(at, agency), at.expert)
    page = browser.get("/missions/border/history/").text
    assert "questionnaire 1" in page
    assert "ask an agency in writing" in page
