"""The page of a requirement says why each provision is proposed, and holds back what could anchor a verdict."""

import re

import pytest
from django.test import Client

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.work import work_once
from muvofiq.records.models import Outcome
from tests.records.small import REASON, VICTIMS, Desk, accepted, desk

pytestmark = pytest.mark.django_db
PAGE = f"/missions/border/requirements/{VICTIMS}/"


@pytest.fixture
def at(client: Client) -> Desk:
    found = desk(slug="border")
    while work_once(lambda: None):
        pass
    client.force_login(found.expert)
    return found


def test_a_proposal_says_which_words_met_and_how_its_score_comes_about(at: Desk, client: Client) -> None:
    text = client.get(PAGE).text
    assert "How the score" in text
    assert "words of the model articles" in text
    assert re.search(r"resembles the model article «[^»]+»", text)
    first = at.mission.proposals.filter(requirement__requirement_id=VICTIMS).first()
    assert first
    assert f"{first.score:.2f}" in text
    assert sum(first.reason["signals"].values()) == pytest.approx(first.score, abs=0.01)


@pytest.mark.usefixtures("at")
def test_the_words_that_met_are_marked_in_the_statement_too(client: Client) -> None:
    statement = client.get(PAGE).text.split('id="required"')[1].split("</ul>")[0]
    assert "<mark>" in statement


def test_the_chances_stand_above_the_proposals_with_what_was_looked_at(at: Desk, client: Client) -> None:
    text = client.get(PAGE).text
    assert "Chance that the first proposal is right" in text or "Probably nothing in these acts." in text
    assert "Looked at 1 text" in text
    assert f'href="/missions/border/acts/{at.edition.name}/"' in text


def test_a_gap_is_seen_as_a_gap_on_the_page_and_in_the_list_until_somebody_accepts(at: Desk, client: Client) -> None:
    Outcome.objects.update(nothing=0.8)
    text = client.get(PAGE).text
    assert "Probably nothing in these acts." in text
    assert "80 %" in text
    assert client.get("/missions/border/requirements/").text.count("probably nothing") == 4
    accepted(at)
    assert client.get("/missions/border/requirements/").text.count("probably nothing") == 3


def test_an_element_shows_its_sentence_at_once_and_what_it_holds_only_after_the_verdict(
    at: Desk, client: Client
) -> None:
    before = client.get(PAGE).text
    assert "nearest sentence" in before
    assert not re.search(r"· holds \d+ %", before)
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=0)
    assert re.search(r"· holds \d+ %", client.get(PAGE).text)


def test_the_unit_that_answers_is_chosen_and_the_article_is_one_click_away(at: Desk, client: Client) -> None:
    text = client.get(PAGE).text
    inside = [one.eid for one in at.mission.proposals.filter(requirement__requirement_id=VICTIMS) if "__" in one.eid]
    assert inside
    assert f'<option value="{inside[0]}" selected>' in text
    assert f'<option value="{inside[0].split("__")[0]}">' in text
    assert "The whole article" in text


@pytest.mark.usefixtures("at")
def test_saving_the_verdict_brings_what_the_elements_hold_without_a_reload(client: Client) -> None:
    sent = {"law": Verdict.PARTIAL.value, "reason": "Half of it.", "version": "0"}
    assert "holds" not in client.get(f"{PAGE}?part=all").text
    client.post(f"{PAGE}verdict/", sent | {"auto": "1"})
    part = client.get(f"{PAGE}?part=all").text
    assert '<div id="elements" data-judged>' in part
    assert re.search(r"· holds \d+ %", part)
    assert "<html" not in part


def test_once_somebody_has_decided_the_machine_no_longer_speaks_of_its_chances(at: Desk, client: Client) -> None:
    Outcome.objects.update(nothing=0.8)
    accepted(at)
    text = client.get(PAGE).text
    assert "Probably nothing in these acts." not in text
    assert "Looked at 1 text" in text
