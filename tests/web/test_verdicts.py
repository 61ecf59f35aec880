"""A verdict is saved by the button and by itself, told field by field where two differ, and taken back."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.scale import Cure, Gap, Priority, State
from muvofiq.assessment.verdict import Axis, Verdict, verdicts_on
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.models import Finding, HistoryEntry, Look
from muvofiq.records.queries.verdict_versions import version_opened, versions_of
from muvofiq.records.words import Role
from muvofiq.web.languages import COOKIE
from tests.records.small import INTERPRETER, REASON, UNIT, VICTIMS, Desk, expert_in, history

pytestmark = pytest.mark.django_db
PAGE = f"/missions/border/requirements/{VICTIMS}/"
ALL: dict[str, Any] = {
    "law": "partial",
    "practice": "no_data",
    "reason": "Half of it.",
    "version": "0",
    "edition": "1",
    "full": "1",
    "element_1": "yes",
    "element_2": "no",
    "element_3": "",
    "gaps": ["deadline", "guarantee"],
    "severity": "high",
    "priority": "first",
    "cure": "law",
    "confidence": "medium",
    "translation": "on_file",
    "harm": "A person who is turned away.",
    "practice_source": "Told by the guards.",
    "another_act": "",
    "treaty": "",
    "authority": "Border service",
    "time_limit": "72 hours",
}


def saved() -> Particulars:
    return Particulars.parse(Finding.objects.get().particulars)


def queries(client: Client, sent: dict[str, Any]) -> int:
    """Return how many queries the answer to a verdict took."""
    with CaptureQueriesContext(connection) as caught:
        assert client.post(f"{PAGE}verdict/", sent).status_code == 200
    return len(caught)


@pytest.mark.usefixtures("at")
def test_all_that_is_typed_is_saved_and_stands_in_the_fields_again(browser: Client) -> None:
    assert browser.post(f"{PAGE}verdict/", ALL).status_code == 302
    told = saved()
    assert (told.covered, told.uncovered, told.gaps) == ((1,), (2,), (Gap.DEADLINE, Gap.GUARANTEE))
    assert (told.priority, told.cure, told.harm) == (Priority.FIRST, Cure.LAW, {"en": ALL["harm"]})
    page = browser.get(PAGE).text
    for field in ("verdict-law-partial", "verdict-practice-no_data"):
        assert re.search(rf'id="{field}"[^>]* checked', page), field
    assert re.search(r'name="element_1" value="yes"[^>]* checked', page)
    assert re.search(r'name="element_2" value="no"[^>]* checked', page)
    assert re.search(r'name="element_3" value=""[^>]* checked', page)
    assert '<option value="on_file" selected>' in page
    assert 'value="72 hours"' in page
    assert "elements 1 of 5" in page


@pytest.mark.usefixtures("at")
def test_what_the_page_saves_by_itself_brings_back_a_line_and_not_the_page(browser: Client) -> None:
    answer = browser.post(f"{PAGE}verdict/", ALL | {"auto": "1"})
    assert answer.status_code == 200
    assert 'data-version="1"' in answer.text
    assert "elements 1 of 5" in answer.text
    assert len(answer.text) < 2_000


@pytest.mark.usefixtures("at")
def test_saving_by_itself_asks_the_database_little(browser: Client) -> None:
    assert queries(browser, ALL | {"auto": "1"}) <= 22
    assert queries(browser, ALL | {"auto": "1", "version": "1", "reason": "More."}) <= 22


def test_of_two_people_the_second_is_told_field_by_field(at: Desk, browser: Client) -> None:
    other = expert_in(at.mission, at.manager, name="Second Expert")
    told = Particulars(covered=(1,), cure=Cure.CODE)
    give_verdict(other, at.mission, VICTIMS, law=Verdict.FULL, reason={"en": "Theirs."}, version=0, particulars=told)
    answer = browser.post(f"{PAGE}verdict/", ALL | {"auto": "1"})
    assert answer.status_code == 409
    for words in ("Second Expert has saved version 1", "Theirs.", "Half of it.", "● full", "◐ partial", "code"):
        assert words in answer.text
    rows = re.findall(r'<th scope="row">([^<]+)</th>', answer.text)
    assert rows[:3] == ["verdict on the law", "verdict on practice", "reason"]
    assert "elements covered" not in rows
    assert Finding.objects.get().reason == {"en": "Theirs."}
    again = browser.post(f"{PAGE}verdict/", ALL | {"auto": "1"})
    assert again.status_code == 409
    over = browser.post(f"{PAGE}verdict/", ALL | {"auto": "1", "over": "1"})
    assert (over.status_code, Finding.objects.get().version) == (200, 2)


def test_theirs_with_what_i_changed_takes_each_fact_from_who_changed_it(at: Desk, browser: Client) -> None:
    other = expert_in(at.mission, at.manager, name="Second Expert")
    give_verdict(other, at.mission, VICTIMS, law=Verdict.PARTIAL, reason={"en": "First."}, version=0)
    give_verdict(other, at.mission, VICTIMS, law=Verdict.FULL, reason={"en": "First."}, version=1)
    mine = {"law": "partial", "practice": "no_data", "reason": "Mine.", "version": "1", "full": "1", "auto": "1"}
    refused = browser.post(f"{PAGE}verdict/", mine)
    assert refused.status_code == 409
    rows = re.findall(r'<th scope="row">([^<]+)</th>(?:<td>[^<]*</td>){2}<td>([^<]+)</td>', refused.text)
    assert rows == [("verdict on the law", "Second Expert"), ("verdict on practice", "you"), ("reason", "you")]
    stale = browser.post(f"{PAGE}verdict/", mine | {"merge": "1"})
    assert (stale.status_code, Finding.objects.get().version) == (409, 2)
    assert browser.post(f"{PAGE}verdict/", mine | {"merge": "2"}).status_code == 200
    row = Finding.objects.get()
    assert (row.version, row.law, row.practice, row.reason) == (3, "full", "no_data", {"en": "Mine."})


def test_what_both_changed_is_said_before_mine_is_taken(at: Desk, browser: Client) -> None:
    other = expert_in(at.mission, at.manager, name="Second Expert")
    give_verdict(other, at.mission, VICTIMS, law=Verdict.FULL, reason={"en": "Theirs."}, version=0)
    answer = browser.post(f"{PAGE}verdict/", ALL | {"auto": "1"})
    assert "<td>◐ partial</td><td><strong>both of you</strong></td>" in answer.text
    assert answer.text.index("Theirs, with what I changed") < answer.text.index("Keep theirs")


def test_where_the_history_does_not_tell_what_was_open_nothing_is_merged(at: Desk, browser: Client) -> None:
    other = expert_in(at.mission, at.manager, name="Second Expert")
    give_verdict(other, at.mission, VICTIMS, law=Verdict.FULL, reason={"en": "Theirs."}, version=0)
    Finding.objects.update(version=7)
    with_version = version_opened(at.mission, VICTIMS, 6)
    assert with_version is not None
    assert with_version.law is Verdict.FULL
    entry = history(at.mission)[-1]
    HistoryEntry.objects.filter(pk=entry.pk).update(change={name: entry.change[name] for name in ("from", "to")})
    assert version_opened(at.mission, VICTIMS, 6) is None
    answer = browser.post(f"{PAGE}verdict/", ALL | {"auto": "1", "version": "6"})
    assert answer.status_code == 409
    assert "Theirs, with what I changed" not in answer.text
    assert browser.post(f"{PAGE}verdict/", ALL | {"auto": "1", "version": "6", "merge": "7"}).status_code == 409


def test_saving_again_without_choosing_never_overwrites(at: Desk, browser: Client) -> None:
    other = expert_in(at.mission, at.manager, name="Second Expert")
    give_verdict(other, at.mission, VICTIMS, law=Verdict.FULL, reason={"en": "Theirs."}, version=0)
    for header in ({}, {"HX-Request": "true"}):
        answer = browser.post(f"{PAGE}verdict/", ALL, headers=header)
        assert answer.status_code == 409
        assert 'name="version" value="0"' in answer.text
        assert "Half of it." in answer.text


def test_a_requirement_of_which_a_newer_edition_was_taken_is_no_conflict_of_two_verdicts(browser: Client) -> None:
    answer = browser.post(f"{PAGE}verdict/", ALL | {"auto": "1", "edition": "7"})
    assert answer.status_code == 409
    assert "Save mine over it" not in answer.text


@pytest.mark.usefixtures("at")
def test_contradicts_is_closed_with_its_reason_where_nothing_binds_and_open_where_something_does(
    browser: Client,
) -> None:
    page = browser.get(PAGE).text
    for axis in Axis:
        assert re.search(rf'name="{axis.value}" value="contradicts"[^>]* disabled', page)
    assert "nothing that is cited binds the state on the first day" in page
    other = browser.get(f"/missions/border/requirements/{INTERPRETER}/").text
    assert not re.search(r'value="contradicts"[^>]* disabled', other)
    refused = browser.post(f"{PAGE}verdict/", ALL | {"auto": "1", "law": "contradicts"})
    assert refused.status_code == 422
    assert "differs from the benchmark" in refused.text
    assert not Finding.objects.exists()


@pytest.mark.usefixtures("at")
@pytest.mark.parametrize(("axis", "word"), [("law", "no_data"), ("practice", "elsewhere"), ("law", "absent")])
def test_a_word_of_the_other_axis_is_refused(browser: Client, axis: str, word: str) -> None:
    assert browser.post(f"{PAGE}verdict/", ALL | {"auto": "1", axis: word}).status_code == 422
    assert not Finding.objects.exists()


@pytest.mark.usefixtures("at")
def test_each_axis_offers_its_words_with_a_key_of_their_own(browser: Client) -> None:
    page = browser.get(PAGE).text
    for axis, shift in ((Axis.LAW, ""), (Axis.PRACTICE, r"Shift\+")):
        offered = re.findall(rf'name="{axis.value}" value="(\w+)"', page)
        assert offered == [one.value for one in verdicts_on(axis)]
        keys = re.findall(rf'name="{axis.value}" value="\w+"[^>]* data-key="{shift}(.)"', page)
        assert len(keys) == len(set(keys)) == len(offered), "no word is without a key"
    assert re.search(r'value="no_data"[^>]* data-key="Shift\+7"', page)


def test_a_text_in_another_language_stays_when_one_language_is_typed(at: Desk, browser: Client) -> None:
    told = Particulars(harm={"ru": "Кому-то.", "en": "Someone."})
    give_verdict(
        at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason={"ru": "Почему."}, version=0, particulars=told
    )
    browser.post(f"{PAGE}verdict/", ALL | {"version": "1", "harm": ""})
    assert Finding.objects.get().reason == {"ru": "Почему.", "en": "Half of it."}
    assert saved().harm == {"ru": "Кому-то."}


def test_the_own_last_change_is_taken_back_by_a_button_and_a_version_by_its_own(at: Desk, browser: Client) -> None:
    for version, law in enumerate((Verdict.FULL, Verdict.PARTIAL)):
        give_verdict(at.expert, at.mission, VICTIMS, law=law, reason=REASON, version=version)
    page = browser.get(PAGE).text
    assert 'data-key="z"' in page
    assert "Bring this version back" in page
    assert browser.post(f"{PAGE}undo/", {"version": "2"}).status_code == 302
    assert Finding.objects.get().law == "full"
    sequence = versions_of(at.mission, VICTIMS)[1].sequence
    assert browser.post(f"{PAGE}undo/", {"version": "3", "sequence": str(sequence)}).status_code == 302
    assert Finding.objects.get().law == "partial"
    late = browser.post(f"{PAGE}undo/", {"version": "2"})
    assert late.status_code == 409
    assert "has changed this meanwhile" in late.text


def test_nothing_is_offered_to_be_taken_back_after_somebody_else_has_judged(at: Desk, browser: Client) -> None:
    other = expert_in(at.mission, at.manager, name="Second Expert")
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=0)
    give_verdict(other, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=1)
    assert 'data-key="z"' not in browser.get(PAGE).text
    assert browser.post(f"{PAGE}undo/", {"version": "2"}).status_code == 422


def test_who_only_reads_sees_all_that_was_said_and_no_fields(at: Desk, client: Client) -> None:
    told = Particulars(covered=(1,), harm={"en": "A child alone."}, cure=Cure.DECREE)
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=0, particulars=told)
    client.force_login(expert_in(at.mission, at.manager, role=Role.OBSERVER, name="An Observer"))
    page = client.get(PAGE).text
    for words in (REASON["en"], "A child alone.", "government decree", "✓ covered"):
        assert words in page
    for field in ('name="law"', "verdict-form", "Bring this version back", 'name="element_1"'):
        assert field not in page


def test_a_look_is_remembered_once_and_tells_the_history_nothing(at: Desk, browser: Client) -> None:
    entries = len(history(at.mission))
    for _ in range(2):
        answer = browser.post(f"{PAGE}look/", {"edition": at.edition.name, "eid": UNIT})
        assert (answer.status_code, answer.content) == (204, b"")
    look = Look.objects.get()
    assert (look.person, look.eid, look.edition) == (at.expert, UNIT, at.edition)
    assert len(history(at.mission)) == entries
    assert browser.post(f"{PAGE}look/", {"edition": at.edition.name, "eid": "art_99"}).status_code == 404
    assert browser.post(f"{PAGE}look/", {"edition": "", "eid": ""}).status_code == 422


def test_the_next_without_a_verdict_is_one_key_away(at: Desk, browser: Client) -> None:
    give_verdict(at.expert, at.mission, INTERPRETER, law=Verdict.FULL, reason=REASON, version=0)
    wanted = re.search(r'href="/missions/border/requirements/([\w-]+)/" data-key="g"', browser.get(PAGE).text)
    assert wanted
    assert wanted[1] not in {VICTIMS, INTERPRETER}


def test_what_rests_on_the_verdict_can_be_had_alone(at: Desk, browser: Client) -> None:
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=0)
    part = browser.get(f"{PAGE}?part=finding").text
    assert part.strip().startswith('<div id="finding-sides"')
    assert "1 version" in part
    assert "<html" not in part


def gone_on(at: Desk, state: State) -> None:
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=0)
    Finding.objects.update(state=state.value, moved_by=at.expert, moved_at=datetime.now(UTC))


def test_a_finding_that_has_gone_on_is_read_until_a_person_says_that_it_changes(at: Desk, browser: Client) -> None:
    gone_on(at, State.SHOWN)
    closed, opened = browser.get(PAGE).text, browser.get(f"{PAGE}?change=1").text
    assert ('id="verdict-form"' in closed, 'id="verdict-form"' in opened) == (False, True)
    assert 'href="?change=1"' in closed
    assert REASON["en"] in closed
    assert '<input type="hidden" name="state" value="shown">' in opened


def test_what_is_typed_on_a_page_from_before_a_move_does_not_undo_the_move(at: Desk, browser: Client) -> None:
    gone_on(at, State.CHECKED)
    sent = ALL | {"version": "1", "state": "draft", "auto": "1"}
    refused = browser.post(f"{PAGE}verdict/", sent)
    assert refused.status_code == 409
    assert "has moved this finding meanwhile" in refused.text
    assert (Finding.objects.get().state, Finding.objects.get().law) == ("checked", "full")


@pytest.mark.parametrize("seen", ["checked", ""])
def test_who_saw_the_state_changes_the_verdict_and_it_is_a_draft_again(at: Desk, browser: Client, seen: str) -> None:
    gone_on(at, State.CHECKED)
    assert browser.post(f"{PAGE}verdict/", ALL | {"version": "1", "state": seen}).status_code == 302
    assert (Finding.objects.get().state, Finding.objects.get().law) == ("draft", "partial")
    again = ALL | {"version": "2", "state": seen, "law": "full"}
    assert browser.post(f"{PAGE}verdict/", again).status_code == 302


def test_what_is_typed_on_a_page_of_one_language_stays_in_it_when_the_contents_are_shown_in_another(
    at: Desk, browser: Client
) -> None:
    both = {"en": "In English.", "ru": "По-русски."}
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=both, version=0)
    assert '<input type="hidden" name="written_in" value="en">' in browser.get(PAGE).text
    browser.cookies[COOKIE] = "ru"
    sent = ALL | {"version": "1", "auto": "1", "reason": "In English, more.", "written_in": "en"}
    assert browser.post(f"{PAGE}verdict/", sent).status_code == 200
    assert Finding.objects.get().reason == both | {"en": "In English, more."}
    assert saved().harm == {"en": ALL["harm"]}
    del sent["auto"]
    late = browser.post(f"{PAGE}verdict/", sent | {"reason": "In English, late."})
    assert late.status_code == 409
    form = late.text.partition('id="verdict-form"')[2].partition("</form>")[0]
    assert '<input type="hidden" name="written_in" value="en">' in form
    assert "In English, late." in form


@pytest.mark.usefixtures("at")
@pytest.mark.parametrize("told", ["", "zz", "\x00"])
def test_a_form_that_tells_no_language_is_written_in_that_of_the_contents(browser: Client, told: str) -> None:
    browser.cookies[COOKIE] = "ru"
    assert browser.post(f"{PAGE}verdict/", ALL | {"written_in": told}).status_code == 302
    assert Finding.objects.get().reason == {"ru": "Half of it."}


def test_why_a_finding_is_disputed_is_told_in_the_language_of_its_page(at: Desk, browser: Client) -> None:
    gone_on(at, State.SHOWN)
    browser.force_login(expert_in(at.mission, at.manager, role=Role.DELEGATE, name="A Delegate"))
    browser.cookies[COOKIE] = "ru"
    sent = {"to": "disputed", "version": "1", "why": "Read otherwise.", "written_in": "en"}
    assert browser.post(reverse("move-finding", args=["border", VICTIMS]), sent).status_code == 302
    move = history(at.mission)[-1]
    assert "Read otherwise." in str(move.change)
    assert "'en': 'Read otherwise.'" in str(move.change)
