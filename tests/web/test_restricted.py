"""A text «for official use» bears its mark wherever a page shows it; no page sends a file of it."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from muvofiq.records.actions.decide_candidate import decide_candidate
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.actions.write_translation import write_translation
from muvofiq.records.models import Edition
from muvofiq.records.words import Decision, Role
from tests.records.advising import advised
from tests.records.scanning import asked, scanner, worked
from tests.records.small import VICTIMS, Desk, expert_in
from tests.web.filing import file_again, read_in

pytestmark = pytest.mark.django_db
ACTS = "/missions/border/acts/"
TAG = '<span class="tag restricted">for official use</span>'
LAW = (
    "Для служебного пользования\nПОЛОЖЕНИЕ\nо заставе\nСтатья 1. Дежурство\n1. Наблюдатель вызывает переводчика.\n"
    "Статья 2. Заключение\nПоложение вступает в силу.\n"
)


@pytest.fixture
def edition(at: Desk) -> Edition:
    filing = Filing(is_new_act=True)
    (one,) = import_editions(
        at.expert, at.mission, data=LAW.encode(), file_name="zastava.txt", filing=filing, may_use_restricted=True
    )
    return one


def test_the_register_and_the_law_show_the_mark_once_and_other_laws_none(
    at: Desk, browser: Client, edition: Edition
) -> None:
    assert browser.get(ACTS).text.count(TAG) == 1
    assert browser.get(f"{ACTS}{edition.name}/").text.count(TAG) == 1
    assert TAG not in browser.get(f"{ACTS}{at.edition.name}/").text


def test_the_mark_stands_beside_an_answer_and_a_hit_of_the_search(at: Desk, browser: Client, edition: Edition) -> None:
    decide_candidate(at.expert, at.mission, VICTIMS, edition=edition, eid="art_1__para_1", decision=Decision.ACCEPTED)
    assert browser.get(f"/missions/border/requirements/{VICTIMS}/").text.count(TAG) == 1
    found = browser.get("/missions/border/search/", {"search": "Наблюдатель вызывает переводчика"}).text
    assert TAG in found


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_a_marked_file_under_review_is_shown_to_who_may_confirm_its_use_and_to_nobody_else(
    at: Desk, browser: Client, language: str
) -> None:
    file = SimpleUploadedFile("zastava.txt", LAW.encode())
    review = read_in(browser, {"file": file, "act": "new", "replaces": "", "as_of": ""})
    assert "Дежурство" in browser.get(review).text
    assert "Наблюдатель" in browser.get(f"{review}lines/4/").text
    browser.force_login(expert_in(at.mission, at.manager, role=Role.OBSERVER))
    browser.cookies["django_language"] = language
    page = browser.get(f"{review}?open=4")
    assert page.status_code == 200
    assert "zastava.txt" in page.text
    assert "«Для служебного пользования»" in page.text
    tried = browser.post(f"{review}decide/", {"version": 1, "line": 4, "kind": "", "number": ""})
    assert tried.status_code == 403
    for answer in (page, tried, browser.get(f"{review}lines/4/"), browser.get(f"{review}progress/")):
        assert not [words for words in ("Дежурство", "Наблюдатель", "заставе") if words in answer.text]


def test_a_text_without_the_mark_is_marked_by_hand_and_the_history_says_so(at: Desk, browser: Client) -> None:
    file = SimpleUploadedFile("bare.txt", LAW.partition("\n")[2].encode())
    review = read_in(browser, {"file": file, "act": "new", "replaces": "", "as_of": ""})
    page = browser.get(review).text
    assert 'name="is_restricted"' in page
    assert 'name="is_allowed"' not in page
    assert TAG in file_again(browser, review, is_restricted="on").text
    assert at.mission.editions.get(name="bare").is_restricted
    assert "marked by hand" in browser.get("/missions/border/history/").text


def test_a_marked_file_asks_only_whether_it_may_be_used(browser: Client) -> None:
    file = SimpleUploadedFile("zastava.txt", LAW.encode())
    page = browser.get(read_in(browser, {"file": file, "act": "new", "replaces": "", "as_of": ""})).text
    assert 'name="is_allowed"' in page
    assert 'name="is_restricted"' not in page


def test_a_translation_of_it_is_no_beginning_for_one_of_an_open_text_and_can_be_replaced(
    at: Desk, browser: Client, edition: Edition
) -> None:
    by = {"translator": "Ana Silva", "is_machine": False, "translated_on": date(2026, 3, 6)}
    unit = {"language": "en", "heading": "", "text": "Secret words."}
    write_translation(at.expert, edition, "art_1__para_1", **unit, **by)  # type: ignore[arg-type]
    data = LAW.partition("\n")[2].replace("вызывает", "зовёт").encode()
    (later,) = import_editions(
        at.expert, at.mission, data=data, file_name="later.txt", filing=Filing(edition.act, as_of=date(2027, 1, 1))
    )
    address = f"{ACTS}{later.name}/translation/art_1__para_1/en/"
    page = browser.get(address).text
    assert "Secret words." not in page
    seen = re.search(r'name="seen" value="([^"]*)"', page)
    typed = {"text": "Open words.", "translator": "Ana", "translated_on": "2026-03-06", "save": "1"}
    assert browser.post(address, typed | {"seen": seen[1] if seen else ""}).status_code == 302
    assert "Open words." in browser.get(address).text


def test_the_mark_stands_beside_the_wording_that_an_amendment_changes(
    at: Desk, browser: Client, edition: Edition
) -> None:
    number = advised(at).number
    unit = {"edition": edition.name, "eid": "art_1"}
    page = browser.get(f"/missions/border/recommendations/{number}/amendments/new/", unit).text
    assert TAG in page


def test_the_text_of_a_scan_that_bears_the_mark_is_not_sent(
    at: Desk, browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = scanner(monkeypatch, [tuple(LAW.split("\n")[:-1]), ("Конец",)])
    one.broken = 2
    scan = asked(at.expert, at.mission, filing=Filing(is_new_act=True))
    worked(scan)
    answer = browser.get(f"{ACTS}scans/{scan.pk}/text/")
    assert (answer.status_code, "does not leave the workbench" in answer.text) == (422, True)
    assert "Наблюдатель" not in answer.text
