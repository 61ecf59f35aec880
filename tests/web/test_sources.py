"""The pages about sources: what a newer text touches, quotations of norms, and the list of acts that is confirmed."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.ask_opinion import ask_opinion
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.quote import quote
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.models import Answer, Finding, NormQuotation
from muvofiq.records.queries.complete_list import seen_now
from muvofiq.records.queries.law_text import eids_of, unit_of
from muvofiq.records.queries.touched_evidence import touched_evidence
from muvofiq.records.words import Role
from muvofiq.web.forms_sources import value_of
from tests.records.advising import PROPOSED, amended
from tests.records.small import INTERPRETER, REASON, UNIT, VICTIMS, WORDS, Desk, expert_in
from tests.records.sources import CHANGED, NEW, answered, dated, standard, text_as_at

pytestmark = pytest.mark.django_db

PAGE = "/missions/border/findings/sources/"
COMPLETE = "/missions/border/acts/complete/"
REQUIREMENT = f"/missions/border/requirements/{VICTIMS}/"


@pytest.fixture
def newer(at: Desk) -> Desk:
    """A desk with a quoted answer that reads otherwise in the newer text, and one that reads the same."""
    first = dated(at)
    quote(at.expert, answered(at, first), WORDS)
    answered(at, first, "art_5", INTERPRETER)
    amended(at, edition=first)
    text_as_at(at, NEW, (WORDS, CHANGED))
    return at


def page(browser: Client, address: str = PAGE, status: int = 200) -> str:
    answer = browser.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def test_with_one_text_the_page_says_that_nothing_is_touched(at: Desk, browser: Client) -> None:
    dated(at)
    said = page(browser)
    assert "amendment rests on the newest text on file" in said
    assert "Take over" not in said


@pytest.mark.usefixtures("newer")
def test_the_page_counts_what_to_do_and_shows_both_wordings(browser: Client) -> None:
    said = page(browser)
    assert "Take over what reads the same (1)" in said
    assert "<strong>1</strong> <small>read the same" in said
    assert "<strong>2</strong> <small>read otherwise" in said
    assert "<ins>отдельный </ins>" in said
    assert "does not stand there" in said
    assert f"/missions/border/requirements/{INTERPRETER}/#card-" in said
    assert "Write it on the newer text" in said


def test_all_that_reads_the_same_is_taken_over_with_one_button(newer: Desk, browser: Client) -> None:
    offered = [value_of(one) for one in touched_evidence(newer.mission) if one.to_do == "take_over"]
    answer = browser.post(PAGE, {"save": "same", "offered": offered}, follow=True)
    assert "Taken over to the newer text: 1 record." in answer.content.decode()
    moved = Answer.objects.get(requirement__requirement_id=INTERPRETER)
    assert moved.edition.as_of == NEW
    assert Answer.objects.get(requirement__requirement_id=VICTIMS).edition.as_of != NEW


def test_a_ticked_row_is_taken_over_and_what_stays_is_said_loudly(newer: Desk, browser: Client) -> None:
    give_verdict(newer.expert, newer.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=0)
    row = next(one for one in touched_evidence(newer.mission) if one.quotations)
    answer = browser.post(PAGE, {"save": "ticked", "sources": value_of(row), "back": VICTIMS}, follow=True)
    said = answer.content.decode()
    assert answer.redirect_chain[-1][0] == REQUIREMENT
    assert "This quotation stays on the older text" in said
    assert "look again at the verdicts on" in said
    assert Finding.objects.get().look_again
    assert "reads otherwise in the newer text" in said
    answer = browser.post(
        reverse("new-editions", args=["border"]), {"confirm": VICTIMS, "version": 2, "edition": 1}, follow=True
    )
    assert "The verdict stands" in answer.content.decode()
    assert not Finding.objects.get().look_again


def test_of_a_verdict_that_is_kept_back_the_message_says_nothing(newer: Desk, browser: Client) -> None:
    give_verdict(newer.manager, newer.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=0)
    ask_opinion(newer.manager, newer.mission, (VICTIMS,), newer.expert)
    row = next(one for one in touched_evidence(newer.mission) if one.quotations)
    said = browser.post(PAGE, {"save": "ticked", "sources": value_of(row)}, follow=True).content.decode()
    assert Finding.objects.get().look_again
    assert "This quotation stays on the older text" in said
    assert "look again at the verdicts on" not in said


def test_nothing_ticked_and_what_is_no_row_are_told_and_the_ticks_stay(newer: Desk, browser: Client) -> None:
    answer = browser.post(PAGE, {"save": "ticked"})
    assert answer.status_code == 422
    assert "at least one thing to take over" in answer.content.decode()
    row = next(one for one in touched_evidence(newer.mission) if one.to_do == "take_over")
    text_as_at(newer, NEW.replace(year=2025))
    answer = browser.post(PAGE, {"save": "ticked", "sources": value_of(row)})
    assert answer.status_code == 409
    assert f'value="{value_of(row)}"' not in answer.content.decode(), "the newer edition is offered by now"


@pytest.mark.usefixtures("newer")
def test_the_requirement_lights_up_and_offers_to_take_over(browser: Client) -> None:
    said = page(browser, REQUIREMENT)
    assert "A newer text touches 2 things here" in said or "A newer text touches 1 thing here" in said
    assert "Take over to the newer text" in said
    assert "locked: these words stand in the text with the hash" in said


@pytest.mark.usefixtures("newer")
def test_recommendations_and_documents_say_what_rests_on_an_older_text(browser: Client) -> None:
    said = page(browser, "/missions/border/recommendations/")
    assert "newer edition, as at 1 May 2021" in said
    said = page(browser, "/missions/border/documents/")
    assert "2 rows of the table of concordance rest on an older text" in said
    assert "1 row of the comparative table rests on an older text" in said


def test_an_amendment_is_opened_on_the_newer_text_and_keeps_its_proposal(newer: Desk, browser: Client) -> None:
    name = newer.mission.editions.get(as_of=NEW).name
    said = page(browser, f"/missions/border/recommendations/1/amendments/1/?edition={name}&eid={UNIT}")
    assert "отдельный сотрудник" in said
    assert PROPOSED in said


def test_who_may_not_decide_sees_the_page_without_buttons(newer: Desk, client: Client) -> None:
    client.force_login(expert_in(newer.mission, newer.manager, role=Role.OBSERVER))
    said = page(client)
    assert "read the same" in said
    assert 'name="sources"' not in said
    assert 'name="save"' not in said
    row = next(one for one in touched_evidence(newer.mission) if one.can_be_taken)
    assert client.post(PAGE, {"save": "ticked", "sources": value_of(row)}).status_code == 403


def quoted(at: Desk, browser: Client, words: str, *, is_fragment: bool = False) -> tuple[int, str]:
    treaty = at.mission.editions.filter(name__startswith="treaty").first() or standard(at)
    eid = next(one for one in eids_of(treaty) if "para" in one and "identify" in unit_of(treaty, one).words)
    headers = {"HX-Request": "true"} if is_fragment else {}
    sent = {"place": f"{treaty.name}~{eid}", "words": words}
    answer = browser.post(f"{REQUIREMENT}norm/", sent, headers=headers, follow=not is_fragment)
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("is_fragment", [True, False])
def test_words_that_no_norm_has_stay_in_the_open_form_with_the_reason_above_them(
    at: Desk, browser: Client, *, is_fragment: bool
) -> None:
    status, said = quoted(at, browser, "words of no norm", is_fragment=is_fragment)
    assert status == 422
    form = re.search(r'<details data-card open>.*?role="alert".*?data-refused>([^<]*)</textarea>', said, re.DOTALL)
    assert form is not None
    assert form[1] == "words of no norm"
    place = re.search(r"<dt>Where</dt><dd>([^<]*)</dd>", said)
    assert place is not None
    assert "~" not in place[1]


@pytest.mark.parametrize("is_fragment", [True, False])
def test_a_norm_is_quoted_and_taken_back(at: Desk, browser: Client, *, is_fragment: bool) -> None:
    status, said = quoted(at, browser, "identify every victim", is_fragment=is_fragment)
    assert (status, "identify every victim" in said) == (200, True)
    assert ("<html" in said) is not is_fragment
    quotation = NormQuotation.objects.get()
    assert quotation.text_sha256[:8] in said
    browser.post(f"{REQUIREMENT}norm/{quotation.pk}/withdraw/")
    assert not NormQuotation.objects.exists()


def test_a_false_quotation_of_a_norm_is_refused_and_what_was_typed_stays(at: Desk, browser: Client) -> None:
    status, said = quoted(at, browser, "identify nobody", is_fragment=True)
    assert status == 422
    assert "These words do not stand in" in said
    assert ">identify nobody</textarea>" in said
    assert not NormQuotation.objects.exists()


def test_the_list_of_acts_is_confirmed_with_a_reason_and_ends_with_another_act(at: Desk, browser: Client) -> None:
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.NOT_FOUND, reason=REASON, version=0)
    assert "Nothing is called absent before a person has confirmed" in page(browser, REQUIREMENT)
    answer = browser.post(COMPLETE, {"save": "1", "seen": seen_now(at.mission), "reason": ""})
    assert answer.status_code == 422
    sent = {"save": "1", "seen": seen_now(at.mission), "reason": "The ministry said so."}
    said = browser.post(COMPLETE, sent, follow=True).content.decode()
    assert "Confirmed as complete by Anna Horvat" in said
    assert "The confirmed list of acts" in page(browser, REQUIREMENT)
    register_act(at.expert, at.mission, title={"en": "Act on Invented Matters"})
    said = page(browser, COMPLETE)
    assert "the confirmation has ended" in said
    assert "Act on Invented Matters" in said
    assert "Acts are known of which no text was looked at" in said


def test_a_list_that_changed_meanwhile_is_not_confirmed_and_the_reason_stays(at: Desk, browser: Client) -> None:
    seen = seen_now(at.mission)
    register_act(at.expert, at.mission, title={"en": "Act on Invented Matters"})
    answer = browser.post(COMPLETE, {"save": "1", "seen": seen, "reason": "The ministry said so."})
    assert answer.status_code == 409
    assert "The list of acts has changed meanwhile" in answer.content.decode()
    assert ">\nThe ministry said so.</textarea>" in answer.content.decode()


def test_the_confirmation_is_taken_back(at: Desk, browser: Client) -> None:
    browser.post(COMPLETE, {"save": "1", "seen": seen_now(at.mission), "reason": "So."})
    said = browser.post(COMPLETE, {"take_back": "1"}, follow=True).content.decode()
    assert "nothing is called absent any more" in said
    assert browser.post(COMPLETE, {"take_back": "1"}).status_code == 404


def test_the_history_tells_what_was_taken_over_and_what_was_confirmed(newer: Desk, browser: Client) -> None:
    rows = [value_of(one) for one in touched_evidence(newer.mission) if one.can_be_taken]
    browser.post(PAGE, {"save": "ticked", "sources": rows})
    browser.post(COMPLETE, {"save": "1", "seen": seen_now(newer.mission), "reason": "So."})
    said = page(browser, "/missions/border/history/")
    assert "changed sources" in said
    assert "list of acts" in said
    assert "quotations that stay on the older text" in said
