"""A text «for official use» bears its mark wherever a page shows it; no page sends a file of it."""

import pytest
from django.test import Client

from muvofiq.records.actions.decide_candidate import decide_candidate
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.models import Edition
from muvofiq.records.words import Decision
from tests.records.scanning import asked, scanner, worked
from tests.records.small import VICTIMS, Desk, desk

pytestmark = pytest.mark.django_db
ACTS = "/missions/border/acts/"
TAG = '<span class="tag restricted">for official use</span>'
LAW = (
    "Для служебного пользования\nПОЛОЖЕНИЕ\nо заставе\nСтатья 1. Дежурство\n1. Наблюдатель вызывает переводчика.\n"
    "Статья 2. Заключение\nПоложение вступает в силу.\n"
)


@pytest.fixture
def at() -> Desk:
    return desk(slug="border")


@pytest.fixture
def browser(at: Desk, client: Client) -> Client:
    client.force_login(at.expert)
    return client


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


def test_the_mark_stands_beside_the_wording_that_a_recommendation_changes(browser: Client, edition: Edition) -> None:
    page = browser.get("/missions/border/recommendations/new/", {"edition": edition.name, "eid": "art_1"}).text
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
