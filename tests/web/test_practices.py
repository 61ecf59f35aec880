"""The shelf of good practice: read in both directions, narrowed, added to at the round table."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from muvofiq.records.actions.choose_scope import choose_scope
from muvofiq.records.actions.write_practice import write_practice
from muvofiq.records.models import PracticeEntry
from muvofiq.records.queries.practices import practice_of
from muvofiq.records.words import Role
from muvofiq.standards.good_practice import Critic, GoodPractice
from muvofiq.standards.partial_date import PartialDate
from tests.records.small import INDICATORS, INTERPRETER, VICTIMS, Desk, expert_in, no_entry, one_entry, person
from tests.records.test_write_practice import PRACTICE

pytestmark = pytest.mark.django_db

SHELF = "/missions/border/practice/"
NEW = f"{SHELF}new/"


def typed(**changes: object) -> dict[str, object]:
    first = {"state": "TJ", "title": "Night lamp", "done": "A lamp burns.", "requirements": [VICTIMS], "version": "0"}
    return first | changes


def address(entry: PracticeEntry) -> str:
    return reverse("practice", args=["border", entry.pk])


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_every_page_can_be_read(at: Desk, browser: Client, language: str) -> None:
    browser.cookies["django_language"] = browser.cookies["muvofiq_content"] = language
    entry = write_practice(at.expert, at.mission, PRACTICE)
    for page in (SHELF, f"{SHELF}?by=requirement", NEW, address(entry)):
        assert browser.get(page).status_code == 200, page


def test_the_shelf_shows_both_directions_and_what_is_not_confirmed(at: Desk, browser: Client) -> None:
    write_practice(at.expert, at.mission, PRACTICE)
    page = browser.get(SHELF).text
    others, own = page.split('id="own"')
    assert "What Tajikistan could take over" in others
    assert "Thirty to sixty days to reflect" in others
    assert "Border units pass the request on within 72 hours" in own
    assert "A room of its own" in own
    assert "Criticised by Invented court" in own
    assert "not confirmed" in page
    assert "comes with Muvofiq" in page


def test_a_mission_of_2016_sees_what_began_later_marked_so(at: Desk, browser: Client) -> None:
    assert "begun after this mission" not in browser.get(SHELF).text
    at.mission.starts, at.mission.ends = date(2016, 6, 1), date(2016, 6, 3)
    at.mission.save()
    page = browser.get(f"{SHELF}?state=PT&words=service").text
    assert "begun after this mission" in page
    assert "over before this mission" not in page


@pytest.mark.parametrize(
    ("query", "there", "gone"),
    [
        ("state=PT", "A judge after 48 hours", "Thirty days to recover and decide"),
        ("theme=D", "Ombudsman observes forced returns", "A judge after 48 hours,"),
        (f"requirement={INDICATORS}", "Regional guidelines on profiling", "Ombudsman observes"),
        ("origin=ours", "A room of its own", "Ombudsman observes"),
        ("origin=shipped", "Ombudsman observes", "A room of its own"),
        ("confirmed=confirmed", "A judge after 48 hours", "Ombudsman observes"),
        ("words=омбудсмен", "Ombudsman observes", "A judge after 48 hours"),
        ("words=nothing+such", "No practice fits this choice", "Ombudsman observes"),
        ("by=requirement&state=LV&requirement=rtn-monitoring", "D31 Independent monitoring", "A judge after"),
    ],
)
def test_the_shelf_is_narrowed(at: Desk, browser: Client, query: str, there: str, gone: str) -> None:
    write_practice(at.expert, at.mission, PRACTICE)
    page = browser.get(f"{SHELF}?{query}").text
    assert there in page
    assert gone not in page


def test_garbage_in_the_address_asks_for_everything(browser: Client) -> None:
    page = browser.get(f"{SHELF}?state=zz&theme=9&requirement=x&origin=y&confirmed=z&by=q&words=%00")
    assert page.status_code == 200
    assert "Ombudsman observes" in page.text


def test_a_practice_is_written_down_and_stands_beside_its_requirement(at: Desk, browser: Client) -> None:
    page = browser.get(f"{NEW}?requirement={VICTIMS}").text
    assert re.search(rf'value="{VICTIMS}"[^>]* checked', page)
    assert re.search(r'<option value="TJ" selected>', page)
    critic = {
        "critic_by_1": "Invented monitor",
        "critic_kind_1": "monitor",
        "critic_reference_1": "report 3",
        "critic_on_1": "2025-02",
        "critic_what_1": "The lamp is dim.",
    }
    more = {"since": "2024-03", "act": "Order 5", "read_also": "One\n\n Two ", "confirmed": "on"} | critic
    with one_entry(at.mission, at.expert, "add_practice"):
        answer = browser.post(NEW, typed(**more))
    entry = PracticeEntry.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, address(entry))
    saved = practice_of(entry)
    assert (saved.state, saved.title, saved.since) == ("TJ", {"en": "Night lamp"}, PartialDate(2024, 3))
    assert (saved.read_also, saved.confirmed, saved.until, saved.result) == (("One", "Two"), True, None, None)
    (criticism,) = saved.criticism
    assert (criticism.by, criticism.kind, criticism.on) == ("Invented monitor", Critic.MONITOR, PartialDate(2025, 2))
    beside = browser.get(f"/missions/border/requirements/{VICTIMS}/").text
    assert "Night lamp" in beside
    assert "Good practice (1): TJ" in beside
    assert f"{SHELF}?requirement={VICTIMS}" in beside


def test_the_requirement_names_the_states_and_their_number(browser: Client) -> None:
    page = browser.get(f"/missions/border/requirements/{INDICATORS}/").text
    assert re.search(r"Good practice \(2\): (LV, EU|EU, LV)", page)


def test_who_writes_in_another_language_keeps_the_first(at: Desk, browser: Client) -> None:
    entry = write_practice(at.expert, at.mission, PRACTICE)
    browser.cookies["muvofiq_content"] = "tg"
    page = browser.get(address(entry)).text
    assert "[en] Presumed victims wait in a separate room." in page
    sent = {"title": "Хонаи алоҳида", "done": "Дар хонаи алоҳида мунтазиранд.", "version": "1"}
    critic = {"critic_by_0": "Invented court", "critic_kind_0": "court", "critic_what_0": ""}
    assert browser.post(address(entry), typed(**sent, **critic)).status_code == 302
    saved = practice_of(PracticeEntry.objects.get())
    assert saved.title == {"en": "A room of its own", "tg": "Хонаи алоҳида"}
    assert saved.done == {**PRACTICE.done, "tg": "Дар хонаи алоҳида мунтазиранд."}
    assert saved.criticism[0].what == {"en": "The room has no window."}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"title": " "}, "the title of the practice"),
        ({"done": ""}, "what is done"),
        ({"requirements": []}, "a requirement to which the practice belongs"),
        ({"requirements": ["brd-refusal-reasoned"]}, "Select a valid choice"),
        ({"state": "Latvia"}, "Select a valid choice"),
        ({"since": "summer"}, "Write a year, a month or a day"),
        ({"since": "2019-02-30"}, "Write a year, a month or a day"),
        ({"since": "2020", "until": "2019"}, "Correct one of the two"),
        ({"act": "lv-cab-344-2018"}, "lv-cab-344-2019"),
        ({"critic_what_0": "It is dim."}, "Name the court"),
        ({"critic_by_0": "A court"}, "Say in a sentence"),
        ({"critic_by_0": "A court", "critic_what_0": "x", "critic_on_0": "soon"}, "Write a year"),
        ({"critic_by_0": "A court", "critic_what_0": "x", "critic_kind_0": "judge"}, "Select a valid choice"),
    ],
)
def test_a_bad_practice_is_told_in_place_and_changes_nothing(
    at: Desk, browser: Client, change: dict[str, object], told: str
) -> None:
    with no_entry(at.mission):
        page = browser.post(NEW, typed(**change))
    assert page.status_code == 422
    assert told in page.text


def test_a_second_person_sees_the_saved_practice_before_replacing_it(at: Desk, browser: Client) -> None:
    entry = write_practice(at.expert, at.mission, PRACTICE)
    write_practice(at.manager, at.mission, PRACTICE, written=entry, version=1)
    with no_entry(at.mission):
        page = browser.post(address(entry), typed(version="1"))
    assert page.status_code == 409
    assert "As it is saved" in page.text
    assert "Presumed victims wait in a separate room." in page.text
    assert "A lamp burns." in page.text
    assert '<input type="hidden" name="version" value="2">' in page.text
    assert browser.post(address(entry), typed(version="2")).status_code == 302


def test_a_practice_is_removed(at: Desk, browser: Client) -> None:
    entry = write_practice(at.expert, at.mission, PRACTICE)
    with one_entry(at.mission, at.expert, "add_practice"):
        assert browser.post(address(entry), {"remove": "1"}).status_code == 302
    assert browser.get(address(entry)).status_code == 404
    assert "A room of its own" not in browser.get(SHELF).text


def test_the_requirements_of_a_practice_stay_when_they_leave_the_scope(at: Desk, browser: Client) -> None:
    entry = write_practice(at.expert, at.mission, PRACTICE)
    choose_scope(at.expert, at.mission, [INTERPRETER], themes=["A"], reason={"en": "Narrower."})
    assert re.search(rf'value="{VICTIMS}"[^>]* checked', browser.get(address(entry)).text)
    assert browser.post(address(entry), typed(version="1")).status_code == 302
    assert practice_of(PracticeEntry.objects.get()).requirements == (VICTIMS,)


def test_an_observer_reads_and_changes_nothing(at: Desk, client: Client) -> None:
    entry = write_practice(at.expert, at.mission, PRACTICE)
    client.force_login(expert_in(at.mission, at.manager, role=Role.OBSERVER))
    for page in (SHELF, NEW, address(entry)):
        shown = client.get(page)
        assert shown.status_code == 200
        assert "<textarea" not in shown.text
    with no_entry(at.mission):
        for answer in (client.post(NEW, typed()), client.post(address(entry), typed(version="1"))):
            assert answer.status_code == 403


def test_a_national_expert_may_write(at: Desk, client: Client) -> None:
    client.force_login(expert_in(at.mission, at.manager, role=Role.NATIONAL_EXPERT))
    assert client.post(NEW, typed()).status_code == 302


@pytest.mark.usefixtures("at")
def test_a_stranger_sees_nothing(client: Client) -> None:
    client.force_login(person())
    assert client.get(SHELF).status_code == 403


def test_the_history_tells_a_practice_in_words(at: Desk, browser: Client) -> None:
    write_practice(at.expert, at.mission, PRACTICE)
    page = browser.get("/missions/border/history/").text
    assert "good practice" in page
    assert "A room of its own" in page


def test_an_older_edition_of_a_requirement_still_shows_what_it_says_of_practice(at: Desk, browser: Client) -> None:
    saved = at.mission.scope.get(requirement__requirement_id=VICTIMS).requirement
    saved.letter += "practice: ['Nowhere: an old note']\n"
    type(saved).objects.filter(pk=saved.pk).update(letter=saved.letter)
    page = browser.get(f"/missions/border/requirements/{VICTIMS}/").text
    assert "As this edition of the requirement has it" in page
    assert "Nowhere: an old note" in page


def test_a_practice_of_a_state_without_a_name_can_be_corrected(at: Desk, browser: Client) -> None:
    odd = GoodPractice("x", "QZ", {"en": "Odd"}, {"en": "Odd."}, (VICTIMS,))
    entry = write_practice(at.expert, at.mission, odd)
    assert browser.post(address(entry), typed(state="QZ", version="1")).status_code == 302
    assert practice_of(PracticeEntry.objects.get()).state == "QZ"


@pytest.mark.parametrize("garbage", ["", "\x00", "-1", "9" * 30, "<script> {nothing} %s", "\u202e\ufeff\x85 : - #"])
def test_garbage_is_no_failure_of_ours(at: Desk, browser: Client, garbage: str) -> None:
    entry = write_practice(at.expert, at.mission, PRACTICE)
    fields = [*typed(), "act", "unit", "since", "until", "result", "read_also", "source", "confirmed"]
    fields += [f"critic_{name}_0" for name in ("by", "kind", "reference", "on", "what")]
    texts = dict.fromkeys(("title", "done", "unit", "result", "read_also", "source", "critic_what_0"), garbage)
    for page in (NEW, address(entry)):
        assert browser.post(page, dict.fromkeys(fields, garbage)).status_code < 500
        sent = typed(version="1", critic_by_0="A court", critic_kind_0="court", **texts)
        assert browser.post(page, sent).status_code < 500
    for saved in PracticeEntry.objects.all():
        assert browser.get(address(saved)).status_code == 200
    assert browser.get(f"{SHELF}?words={garbage}&state={garbage}").status_code == 200
