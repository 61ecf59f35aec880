"""The page of the state's register, and what a requirement tells of acts that are missing."""

from datetime import date

import pytest
from django.test import Client

from muvofiq.records.actions.register_act import register_act
from muvofiq.records.actions.take_from_register import take_from_register
from muvofiq.records.models import Mission
from muvofiq.records.words import Role
from tests.records.small import VICTIMS, Desk, expert_in, mission_of

pytestmark = pytest.mark.django_db

PAGE = "/missions/border/acts/state-register/"
REQUIREMENT = f"/missions/border/requirements/{VICTIMS}/"


def text(browser: Client, address: str = PAGE, language: str = "en") -> str:
    browser.cookies["muvofiq_content"] = language
    answer = browser.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_it_tells_the_day_the_source_what_is_missing_and_what_is_unconfirmed(browser: Client) -> None:
    page = text(browser)
    for said in ("As on 2 March 2026", "Not official, and not complete", "Missing from the file", "«?»", "mmih.tj"):
        assert said in page
    assert "Law on the Legal Status of Foreign Citizens and Stateless Persons" in page
    assert "26 July 2014 (№ 1124)" in page


def test_a_title_that_is_not_known_in_a_language_is_shown_with_the_tag_of_another(browser: Client) -> None:
    page = text(browser, language="tg")
    assert "Дар бораи гурезаҳо" in page
    assert "Law on Transport [en]" in page
    assert "In this language not confirmed by a native lawyer yet." in page


def test_it_is_searched_in_any_language_and_by_number(browser: Client) -> None:
    for looked_for in ("1096", "савдои одамон расонидани", "противодействии торговле"):
        page = text(browser, f"{PAGE}?search={looked_for}")
        assert 'id="act-trafficking-2014"' in page
        assert 'id="act-refugees"' not in page
    assert "No act of the register has these words." in text(browser, f"{PAGE}?search=zzz")


def test_ticked_acts_are_entered_once_and_then_have_no_box(at: Desk, browser: Client) -> None:
    answer = browser.post(PAGE, {"act": ["refugees", "ombudsman"]}, follow=True)
    assert answer.redirect_chain == [(PAGE, 302)]
    page = answer.content.decode()
    assert "2 acts are entered. Entering an act brings no text" in page
    assert "linked to the register" not in page
    assert {row.register_id for row in at.mission.acts.all()} == {"", "refugees", "ombudsman"}
    assert 'value="refugees"' not in page
    assert 'value="social-services"' in page
    assert "register of acts of the state" in text(browser, "/missions/border/history/")


def test_nothing_ticked_and_nothing_known_is_said_in_place(at: Desk, browser: Client) -> None:
    before = at.mission.acts.count()
    for sent in ({}, {"act": "no-such-act"}):
        answer = browser.post(PAGE, sent)
        assert answer.status_code == 422
        assert "Not saved" in answer.content.decode()
    assert at.mission.acts.count() == before


def test_an_observer_sees_it_and_takes_nothing(at: Desk, client: Client) -> None:
    client.force_login(expert_in(at.mission, at.manager, role=Role.OBSERVER))
    assert "<button data-key" not in text(client)
    assert 'type="checkbox" form="take" name="act"' not in text(client)
    assert client.post(PAGE, {"act": "refugees"}).status_code == 403
    assert at.mission.acts.count() == 1


def test_a_state_without_register_says_so(at: Desk, client: Client) -> None:
    mission: Mission = mission_of(at.manager, slug="riga", state="LV")
    client.force_login(at.manager)
    assert "No register of acts of LV comes with the product." in text(
        client, f"/missions/{mission.slug}/acts/state-register/"
    )
    assert client.post(f"/missions/{mission.slug}/acts/state-register/", {"act": "x"}).status_code == 200


def test_a_requirement_tells_which_acts_to_open_first_and_which_are_missing(at: Desk, browser: Client) -> None:
    facts = {"number": "481", "adopted": date(1997, 8, 1)}
    register_act(at.expert, at.mission, title={"en": "Border law"}, registered=at.edition.act, **facts)  # type: ignore[arg-type]
    page = text(browser, REQUIREMENT)
    assert "Acts to open first: 1 on file," in page
    part = page.split('id="acts-to-open"')[1].split("</details>")[0]
    assert "Rights of victims, assistance, referral" in part
    assert "art. 30 and the chapters on assistance" in part
    assert 'href="/missions/border/acts/border-law-ru/"' in part
    assert "not in the mission&#x27;s register" in part or "not in the mission's register" in part
    assert "SEARCH/DocumentView?DocumentId=122215" in part


def test_the_page_of_the_acts_leads_to_it(browser: Client) -> None:
    assert PAGE in text(browser, "/missions/border/acts/")


def test_the_register_of_the_mission_shows_amendments_and_the_official_address(at: Desk, browser: Client) -> None:
    take_from_register(at.expert, at.mission, ["refugees"])
    page = text(browser, "/missions/border/acts/")
    assert "published: migration.tj" in page
    assert "26 July 2014 (№ 1124)" in page
    at.mission.acts.filter(register_id="refugees").update(address="https://example.org/refugees", amendments=[])
    page = text(browser, "/missions/border/acts/")
    assert '<a href="https://example.org/refugees"' in page
    assert "amended" not in page


def test_the_home_page_leads_to_the_register_where_acts_are_missing(browser: Client) -> None:
    page = text(browser, "/missions/border/left/")
    assert f'href="{PAGE}"' in page
    assert "in the register of the state that the scope needs, without text on file" in page
    assert "in the register of the mission, without text on file" not in page


def test_acts_without_text_are_counted_by_register_and_what_stays_missing_says_why(browser: Client) -> None:
    assert "to enter an act there brings no text" not in text(browser)
    answer = browser.post(PAGE, {"act": ["social-services", "border-troops"]}, follow=True).content.decode()
    assert "2 acts are entered." in answer
    page = text(browser)
    assert "2 of them are in the register of the mission already" in page
    assert "in the register of the mission, without text" in page
    home = text(browser, "/missions/border/")
    assert "2 acts in the register of the mission, without text on file" in home


def test_what_was_entered_and_what_was_linked_is_told_apart(at: Desk, browser: Client) -> None:
    register_act(at.expert, at.mission, title={"en": "Law on Refugees"}, number="50", adopted=date(2002, 5, 10))
    page = browser.post(PAGE, {"act": ["refugees", "ombudsman"]}, follow=True).content.decode()
    assert "1 act is entered. 1 act that was entered before is linked to the register of the state." in page
    again = browser.post(PAGE, {"act": ["refugees"]}, follow=True).content.decode()
    assert "0 acts are entered." in again
