"""The clauses of a readmission agreement beside an invented agreement that is imported as any other act."""

from importlib.resources import files

import pytest
from django.test import Client

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.decide_candidate import decide_candidate
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.actions.work import work_once
from muvofiq.records.models import Act, Edition
from muvofiq.records.words import Decision
from tests.records.small import Desk, desk

pytestmark = pytest.mark.django_db

PAGE = "/missions/border/norms/readmission/"
SCOPE = ("rdm-own-nationals", "rdm-time-limits", "rdm-costs")
FILE = "readmission.ru.txt"


@pytest.fixture
def at() -> Desk:
    return desk(slug="border", ids=SCOPE)


@pytest.fixture
def agreement(at: Desk) -> Edition:
    """An agreement of two countries that do not exist, imported as an act of the kind «treaty»."""
    data = files("muvofiq.library").joinpath("workshop", "laws", FILE).read_bytes()
    act = register_act(at.expert, at.mission, title={"en": "Agreement with Selvana"}, kind="treaty")
    return import_editions(at.expert, at.mission, data=data, file_name=FILE, filing=Filing(act))[0]


def match() -> None:
    while work_once(lambda: None):
        pass


def text(browser: Client, address: str = PAGE, language: str = "en") -> str:
    browser.cookies["muvofiq_content"] = language
    answer = browser.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def clause(page: str, name: str) -> str:
    """Return one clause of the page."""
    return page.partition(f'<li id="{name}"')[2].partition("<h2>")[2].partition('class="card"')[0]


def test_the_clauses_stand_in_order_with_what_they_do_and_their_requirements(browser: Client) -> None:
    page = text(browser)
    places = [page.index(f'id="{one}"') for one in ("preamble", "own-nationals", "costs", "annex-transit", "outside")]
    assert places == sorted(places)
    own = clause(page, "own-nationals")
    assert "art. 2(1)" in own
    assert "«?»" in own
    assert "without further formalities" in own
    assert "customary law" in own
    assert "3 of the 19 requirements" in page


def test_a_requirement_of_the_scope_has_its_verdict_and_one_outside_is_only_named(at: Desk, browser: Client) -> None:
    give_verdict(at.expert, at.mission, "rdm-costs", law=Verdict.PARTIAL, reason={"en": "Half of it."}, version=0)
    page = text(browser)
    costs = clause(page, "costs")
    assert "/missions/border/requirements/rdm-costs/" in costs
    assert "verdict partial" in costs
    error = clause(page, "in-error")
    assert "not in the scope" in error
    assert "/requirements/rdm-error/" not in error
    assert 'href="/missions/border/scope/?theme=D"' in page


def test_without_an_agreement_it_is_a_reading_aid_alone(browser: Client) -> None:
    page = text(browser)
    assert "Beside the clauses" not in page
    assert "no act" in page


def test_the_agreement_on_file_stands_beside_the_clauses_that_it_answers(
    at: Desk, agreement: Edition, browser: Client
) -> None:
    match()
    page = text(browser)
    assert "Beside the clauses: units of «Agreement with Selvana»" in page
    limits = clause(page, "time-limits")
    assert f'href="/missions/border/acts/{agreement.name}/#art_6' in limits
    assert 'class="tag proposed"' in limits
    answer = {"edition": agreement, "eid": "art_6__para_1", "decision": Decision.ACCEPTED}
    decide_candidate(at.expert, at.mission, "rdm-time-limits", **answer)  # type: ignore[arg-type]
    limits = clause(text(browser), "time-limits")
    first = limits.split('class="tag accepted"')[0]
    assert f"/missions/border/acts/{agreement.name}/#art_6__para_1" in first
    assert "D10" in first
    assert 'class="tag proposed"' not in first


def test_what_was_rejected_does_not_stand_there(at: Desk, agreement: Edition, browser: Client) -> None:
    match()
    for one in at.mission.proposals.filter(edition=agreement, requirement__requirement_id="rdm-costs"):
        decision = {"edition": agreement, "eid": one.eid, "decision": Decision.REJECTED}
        decide_candidate(at.expert, at.mission, "rdm-costs", **decision)  # type: ignore[arg-type]
    assert "Nothing accepted or proposed in this act." in clause(text(browser), "costs")


def test_any_national_act_can_be_read_beside_them_and_a_wrong_choice_is_the_usual_one(
    at: Desk, agreement: Edition, browser: Client
) -> None:
    law: Act = at.edition.act
    title = next(iter(law.title.values()))
    assert f"units of «{title}" in text(browser, f"{PAGE}?agreement={law.pk}")
    for nothing in ("x", "\x00", "00000000-0000-4000-8000-000000000000"):
        assert "units of «Agreement with Selvana»" in text(browser, f"{PAGE}?agreement={nothing}")
    assert agreement.act.kind == "treaty"


@pytest.mark.parametrize(
    ("language", "says"), [("ru", "без дополнительных формальностей"), ("tg", "бидуни расмиёти иловагӣ")]
)
def test_it_is_read_in_three_languages(browser: Client, language: str, says: str) -> None:
    assert says in clause(text(browser, language=language), "own-nationals")
