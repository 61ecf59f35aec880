"""The pages of the comparison: the scope at a glance, one requirement in columns, and what is decided there."""

import re
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from muvofiq.records.models import Edition
from muvofiq.records.queries.comparison import column_of
from muvofiq.records.queries.law_text import unit_of
from muvofiq.records.words import Role
from tests.paths import RUSSIAN, TAJIK
from tests.records.comparing import FOREIGN, OTHER, law_to_compare, matched
from tests.records.guests import act_on_file
from tests.records.small import IDS, VICTIMS, Desk, expert_in
from tests.web.filing import filed, in_form, read_in

pytestmark = pytest.mark.django_db
LIST = "/missions/border/comparison/"
PAGE = f"{LIST}{VICTIMS}/"
HTMX = {"HX-Request": "true"}
LATVIAN = """PAR TĒJU
LIKUMS

1. pants. Tēja
(1) Šis likums nosaka kārtību, kādā viesiem pasniedz tēju un maizi.
(2) Viesim ir tiesības uz tulku un bezmaksas palīdzību, ja viņš to lūdz.

2. pants. Viesu pienākumi
(1) Viesis, kas ieradies valstī, par to paziņo saimniekam trīs dienu laikā.
"""


@pytest.fixture
def latvian(at: Desk) -> Edition:
    edition = law_to_compare(at.mission, at.expert)
    matched()
    return edition


def columns(text: str) -> list[str]:
    return re.findall(r'<section class="law-column".*?</section>', text, re.DOTALL)


def first_unit(at: Desk, state: str = "LV") -> dict[str, str]:
    card = column_of(at.mission, VICTIMS, state).candidates[0]
    return {"edition": card.edition.name, "eid": card.eid}


# What a law is to the mission, in the forms


def test_a_law_to_compare_with_is_chosen_in_the_form_and_stays_chosen_in_the_review(at: Desk, browser: Client) -> None:
    file = SimpleUploadedFile("law.txt", FOREIGN.read_bytes())
    review = read_in(browser, {"file": file, "purpose": "comparator-LV"})
    assert in_form(browser.get(review).text)["purpose"] == "comparator-LV"
    page = browser.post(f"{review}file/", in_form(browser.get(review).text), follow=True)
    assert "A law to compare with: Latvia" in page.text
    assert [one.act.state for one in at.mission.editions.all()] == ["", "LV"]
    register = browser.get("/missions/border/acts/").text
    assert register.index("The law of the state: Tajikistan") < register.index("Laws to compare with: Latvia")


def test_what_it_is_can_be_changed_in_the_review(at: Desk, browser: Client) -> None:
    file = SimpleUploadedFile("law.txt", FOREIGN.read_bytes())
    filed(browser, {"file": file, "purpose": "comparator-LV"}, purpose="standard")
    assert list(at.mission.acts.values_list("purpose", "state")) == [("national", ""), ("standard", "")]


def test_the_own_state_is_not_offered_to_compare_with(browser: Client) -> None:
    text = browser.get("/missions/border/acts/").text
    assert 'value="comparator-LV"' in text
    assert 'value="comparator-TJ"' not in text
    answer = browser.post("/missions/border/acts/import/", {"purpose": "comparator-TJ"})
    assert answer.status_code == 422


def test_a_link_says_what_the_next_law_is_and_the_form_has_it_chosen(browser: Client) -> None:
    acts = "/missions/border/acts/"
    assert '<option value="standard" selected>' in browser.get(acts, {"purpose": "standard"}).text
    assert '<option value="comparator" selected>' in browser.get(acts, {"purpose": "comparator"}).text
    for asked in ("", "tea", "comparator-LV<"):
        assert 'value="comparator"' not in browser.get(acts, {"purpose": asked}).text


def test_a_law_to_compare_with_needs_its_state_and_the_form_says_so_in_place(at: Desk, browser: Client) -> None:
    file = SimpleUploadedFile("law.txt", FOREIGN.read_bytes())
    answer = browser.post("/missions/border/acts/import/", {"file": file, "purpose": "comparator"})
    assert answer.status_code == 422
    field = answer.text.split('name="purpose"')[0].rsplit("<div>", 1)[1]
    assert "Choose the state whose law it is." in field
    assert '<option value="comparator" selected>' in answer.text
    assert not at.mission.drafts.exists()


def test_the_likely_states_come_first_and_then_every_other_one(browser: Client) -> None:
    text = browser.get("/missions/border/acts/").text
    states = re.findall(r'<option value="comparator-(\w\w)"', text)
    assert states[:8] == ["EU", "LV", "PT", "AF", "KZ", "KG", "TM", "UZ"]
    assert len(set(states)) == len(states) > 190
    assert {"AU", "BR", "ZA", "NZ"} <= set(states)


@pytest.mark.parametrize(
    ("purpose", "asks"), [("", True), ("standard", False), ("comparator-LV", False), ("comparator-PT", True)]
)
def test_a_text_in_a_language_in_which_the_state_writes_no_law_is_asked_about(
    browser: Client, purpose: str, *, asks: bool
) -> None:
    file = SimpleUploadedFile("law.txt", LATVIAN.encode())
    page = browser.get(read_in(browser, {"file": file, "purpose": purpose, "act": "new"})).text
    assert ("The language of the text is LV" in page) == asks


@pytest.mark.parametrize("text", [FOREIGN.read_text("utf-8"), RUSSIAN.read_text("utf-8"), TAJIK.read_text("utf-8")])
def test_nobody_is_asked_about_a_translation_into_english_or_a_language_of_the_state(
    browser: Client, text: str
) -> None:
    file = SimpleUploadedFile("law.txt", text.encode())
    assert "The language of the text is" not in browser.get(read_in(browser, {"file": file, "act": "new"})).text


def test_the_register_form_corrects_what_an_act_is_and_refuses_once_answers_rest_on_it(
    at: Desk, browser: Client, latvian: Edition
) -> None:
    address = f"/missions/border/acts/register/{latvian.act_id}/"
    assert '<option value="comparator-LV" selected>Latvia</option>' in browser.get(address).text
    typed = {"save": "", "title": "Act", "purpose": "comparator-EE"}
    assert browser.post(address, typed).status_code == 302
    latvian.act.refresh_from_db()
    assert latvian.act.state == "EE"
    matched()
    browser.post(PAGE, {**first_unit(at, "EE"), "decision": "accepted"})
    answer = browser.post(address, {**typed, "purpose": "national"})
    assert answer.status_code == 422
    assert "cannot be changed any more" in answer.text
    assert browser.post(address, typed).status_code == 302


# The list


def test_without_a_law_to_compare_with_the_page_says_how_to_get_one(browser: Client) -> None:
    text = browser.get(LIST).text
    assert "There is no law to compare with yet." in text
    assert 'href="/missions/border/acts/?purpose=comparator#import"' in text
    assert "XLSX" not in text
    assert browser.get("/missions/border/documents/comparison.en.xlsx").status_code == 422


def test_the_home_of_a_mission_names_the_states_whose_law_it_has_to_compare_with(at: Desk, browser: Client) -> None:
    assert "Laws to compare with" not in browser.get("/missions/border/").text
    law_to_compare(at.mission, at.expert)
    assert f'<a href="{LIST}">Laws to compare with</a>: Latvia</p>' in browser.get("/missions/border/").text


def test_a_unit_of_a_standard_is_refused_as_an_answer_and_the_page_says_why(at: Desk, browser: Client) -> None:
    standard = act_on_file(at).editions.get()
    typed = {"edition": standard.name, "eid": "art_3", "decision": "accepted"}
    answer = browser.post(f"/missions/border/requirements/{VICTIMS}/decide/", typed)
    assert answer.status_code == 422
    assert "is on file as a standard" in answer.text


def test_a_reader_without_the_right_is_told_who_imports(at: Desk, client: Client) -> None:
    client.force_login(expert_in(at.mission, at.manager, role=Role.OBSERVER, name="Observer"))
    text = client.get(LIST).text
    assert "#import" not in text
    assert "imports the laws" in text


def test_the_list_shows_each_law_in_a_column_of_its_own(at: Desk, browser: Client, latvian: Edition) -> None:
    text = browser.get(LIST).text
    heads = re.findall(r'<th scope="col"[^>]*>([^<]*)</th>', text)
    assert heads == ["Code", "Requirement", "Tajikistan", "Latvia"]
    assert f'<a href="{PAGE}" data-key="Enter"' in text
    assert text.count("5 proposed") >= len(IDS)
    assert f"/missions/border/acts/{latvian.name}/#art_" in text
    browser.post(PAGE, {**first_unit(at), "decision": "accepted"})
    assert "1 accepted" in browser.get(LIST).text


# One requirement


def test_one_requirement_stands_above_the_columns_of_the_laws(browser: Client, latvian: Edition) -> None:
    text = browser.get(PAGE).text
    own, theirs = columns(text)
    assert "Tajikistan" in own
    assert "border-law-ru" in own
    assert "Latvia" in theirs
    assert latvian.name in theirs
    assert "Looked at 1 text" in theirs
    assert "proposed by the machine, place 1" in theirs
    assert "Recommend another wording" not in theirs
    assert text.index("What is required") < text.index("law-column")


def test_the_page_of_a_requirement_leads_to_the_comparison_once_there_is_one(at: Desk, browser: Client) -> None:
    page = f"/missions/border/requirements/{VICTIMS}/"
    link = f'href="/missions/border/comparison/{VICTIMS}/"'
    assert link not in browser.get(page).text
    law_to_compare(at.mission, at.expert)
    assert link in browser.get(page).text


def test_the_keys_lead_to_the_next_requirement_and_the_choice_of_states_stays(
    at: Desk, browser: Client, latvian: Edition
) -> None:
    law_to_compare(at.mission, at.expert, "PT", FOREIGN.parent / "readmission.en.txt")
    law_to_compare(at.mission, at.expert, "EU", OTHER)
    text = browser.get(f"{LIST}{IDS[1]}/?state=EU&state=PT").text
    assert [re.findall(r"Latvia|Portugal|European Union", one)[0] for one in columns(text)[1:]] == [
        "European Union",
        "Portugal",
    ]
    assert re.search(rf'href="{LIST}[\w-]+/\?state=EU&amp;state=PT" data-key="j"', text)
    assert text.count('<select name="state"') == 2
    assert latvian.act.state == "LV"


def test_a_provision_is_accepted_and_quoted_in_its_own_column(at: Desk, browser: Client, latvian: Edition) -> None:
    unit = first_unit(at)
    shown = browser.post(PAGE, {**unit, "decision": "accepted"}, headers=HTMX).text
    assert shown.count("law-column") == 1
    assert 'id="law-LV"' in shown
    assert "accepted: Anna Horvat" in shown
    words = unit_of(latvian, unit["eid"]).words.split("\n")[0][:30]
    quoted = browser.post(PAGE, {**unit, "words": words}, headers=HTMX).text
    assert f"{words}<footer" in quoted
    again = browser.post(PAGE, {**unit, "words": "No such words"}, headers=HTMX)
    assert again.status_code == 422
    assert "do not stand in" in again.text
    assert re.search(r'role="alert".*data-refused>No such words</textarea>', again.text, re.DOTALL)
    assert again.text.count("No such words</textarea>") == again.text.count('role="alert"') == 1
    assert "No such words</textarea>" in browser.post(PAGE, {**unit, "words": "No such words"}).text
    key = re.findall(r'name="quotation" value="([^"]+)"', quoted)[0]
    assert "<blockquote" not in browser.post(PAGE, {"quotation": key}, headers=HTMX).text
    assert "undecided" not in browser.post(PAGE, {**unit, "decision": ""}, headers=HTMX).text.casefold()


def test_without_a_script_the_page_comes_back_and_tells_an_error_in_its_column(
    at: Desk, browser: Client, latvian: Edition
) -> None:
    unit = first_unit(at)
    answer = browser.post(f"{PAGE}?state=LV", {**unit, "decision": "accepted"})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{PAGE}?state=LV")
    wrong = browser.post(PAGE, {**unit, "words": "No such words"})
    own, theirs = columns(wrong.text)
    assert wrong.status_code == 422
    assert "do not stand in" in theirs
    assert "do not stand in" not in own
    assert latvian.name in theirs


def test_a_person_searches_in_the_laws_and_accepts_what_nobody_proposed(
    at: Desk, browser: Client, latvian: Edition
) -> None:
    proposed = {card.eid.partition("__")[0] for card in column_of(at.mission, VICTIMS, "LV").candidates}
    number = next(one for one in range(1, 16) if f"art_{one}" not in proposed)
    own, theirs = columns(browser.get(PAGE, {"search": f"article {number}"}).text)
    assert "found by your search" in theirs
    assert f'id="card-{latvian.name}-art_{number}"' in theirs
    assert f"Found for «article {number}»" in own
    browser.post(PAGE, {"edition": latvian.name, "eid": f"art_{number}", "decision": "accepted"})
    assert column_of(at.mission, VICTIMS, "LV").candidates[0].eid == f"art_{number}"


def test_an_observer_sees_the_columns_and_decides_nothing(at: Desk, client: Client, latvian: Edition) -> None:
    client.force_login(expert_in(at.mission, at.manager, role=Role.OBSERVER, name="Observer"))
    assert '<button name="decision"' not in client.get(PAGE).text
    assert client.post(PAGE, {**first_unit(at), "decision": "accepted"}).status_code == 403
    assert latvian.answers.count() == 0


def test_what_is_not_there_is_told(browser: Client, latvian: Edition) -> None:
    assert browser.get(f"{LIST}nothing/").status_code == 404
    assert browser.post(PAGE, {"quotation": "x"}).status_code == 404
    assert browser.post(PAGE, {"edition": "нет", "eid": "art_1", "decision": "accepted"}).status_code == 404
    assert browser.post(PAGE, {"edition": latvian.name, "eid": "art_99", "decision": "accepted"}).status_code == 404


@pytest.mark.parametrize("garbage", ["", "\x00", "a\x00b", "-1", "9" * 30, "<script> {nothing} %s art_1__"])
def test_no_garbage_fails(browser: Client, latvian: Edition, garbage: str) -> None:
    for sent in ({"quotation": garbage}, dict.fromkeys(("edition", "eid", "decision"), garbage)):
        assert browser.post(PAGE, sent).status_code < 500
        assert browser.post(PAGE, {**sent, "words": garbage}, headers=HTMX).status_code < 500
    assert browser.get(PAGE, {"state": garbage, "search": garbage}).status_code == 200
    assert latvian.answers.count() == 0


# The table, the search and the home page


def test_the_table_is_downloaded_in_the_language_of_the_contents_and_stands_among_the_documents(
    at: Desk, browser: Client, latvian: Edition
) -> None:
    browser.post(PAGE, {**first_unit(at), "decision": "accepted"})
    browser.cookies["muvofiq_content"] = "ru"
    answer = browser.get(f"{LIST}table.xlsx", follow=True)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="border-comparison.ru.xlsx"'
    sheets = openpyxl.load_workbook(BytesIO(answer.content)).worksheets
    assert [sheet.title for sheet in sheets] == ["О таблице", "Сравнение", "Тексты"]
    text = browser.get("/missions/border/documents/").text
    assert "comparison.en.xlsx" in text
    assert "Latvia" in text
    assert latvian.pk


def test_the_search_offers_the_laws_to_compare_with_once_there_are_some(at: Desk, browser: Client) -> None:
    address = "/missions/border/search/"
    assert 'name="purpose"' not in browser.get(address, {"search": "victim"}).text
    law_to_compare(at.mission, at.expert)
    matched()
    own = browser.get(address, {"search": "article 4", "where": "laws"}).text
    assert 'name="purpose"' in own
    assert "trafficking-en/#" not in own
    assert (
        "trafficking-en/#"
        in browser.get(address, {"search": "article 4", "where": "laws", "purpose": "comparator"}).text
    )
    assert browser.get(address, {"search": "article 4", "purpose": "nonsense"}).status_code == 200
