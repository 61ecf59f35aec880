"""The list of findings: narrowed by its address, assigned, sent as a file; what is kept back is not in the page."""

import csv
import re
from datetime import UTC, datetime
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.assessment.scale import State
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.ask_opinion import ask_opinion
from muvofiq.records.actions.assign import assign
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.models import Opinion
from muvofiq.records.queries.finding_filters import FACTS, Filters, Order
from muvofiq.records.queries.requirements import scoped
from muvofiq.records.queries.scope_list import Left
from muvofiq.records.words import Role
from muvofiq.standards.force import Force
from muvofiq.standards.vocabulary import Group, Stage
from muvofiq.web.finding_address import WORDS, address_of, filters_in, in_address, order_in
from muvofiq.web.labels_findings import CONDITIONS, LEFT, ORDERS
from tests.records.advising import advised
from tests.records.small import IDS, INTERPRETER, REASON, VICTIMS, Desk, accepted, expert_in, mission_of, person

pytestmark = pytest.mark.django_db
LIST = "/missions/border/requirements/"
FILE = "/missions/border/findings/list/list."
ASSIGN = "/missions/border/findings/assign/"
MARK = "Nobody checks within which time."
TEXT = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=8).map(str.strip)
FILTERS = st.builds(
    Filters,
    theme=TEXT,
    owner=TEXT,
    words=TEXT,
    **{name: st.none() | st.sampled_from(words) for name, words in WORDS.items()},
)


@pytest.fixture
def worked(at: Desk) -> Desk:
    accepted(at)
    give_verdict(
        at.expert, at.mission, VICTIMS, law=Verdict.FULL, practice=Verdict.PARTIAL, reason={"en": MARK}, version=0
    )
    give_verdict(at.expert, at.mission, INTERPRETER, law=Verdict.PARTIAL, reason=REASON, version=0)
    assign(at.expert, at.mission, [VICTIMS], at.expert)
    return at


def listed(page: str) -> list[str]:
    """Return the ids of the requirements in the order of the rows."""
    return re.findall(rf'<a href="{LIST}([\w-]+)/" data-key="Enter"', page)


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


@given(FILTERS, st.sampled_from(Order))
def test_an_address_means_what_was_chosen(filters: Filters, order: Order) -> None:
    query = QueryDict(address_of(filters, order).removeprefix("?"))
    assert filters_in(query) == filters
    assert order_in(query) is order


@given(st.dictionaries(st.sampled_from([*FACTS, "words", "order"]), st.text(max_size=20)))
def test_whatever_an_address_says_it_is_read(query: dict[str, str]) -> None:
    filters, order = filters_in(query), order_in(query)
    assert filters_in(QueryDict(address_of(filters, order).removeprefix("?"))) == filters


def test_every_condition_and_every_word_of_ours_is_named() -> None:
    assert set(CONDITIONS) == {*FACTS, "words"}
    assert set(LEFT) == set(Left)
    assert set(ORDERS) == set(Order)
    for scale in WORDS.values():
        assert len({in_address(one) for one in scale}) == len(scale)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"law": "full"}, [VICTIMS]),
        ({"practice": "partial"}, [VICTIMS]),
        ({"state": "draft"}, [VICTIMS, INTERPRETER]),
        ({"owner": "-"}, [one for one in IDS if one != VICTIMS]),
        ({"look": "evidence"}, [INTERPRETER]),
        ({"look": "verdict"}, [one for one in IDS if one not in {VICTIMS, INTERPRETER}]),
        ({"words": "which time"}, [VICTIMS]),
        ({"theme": "A", "law": "partial"}, [INTERPRETER]),
        ({"theme": "Z"}, []),
        ({"law": "nonsense"}, list(IDS)),
        ({"group": "trafficking-victims", "law": "full"}, [VICTIMS]),
        ({"stage": "identification", "force": "eu-benchmark", "law": "full"}, [VICTIMS]),
    ],
)
@pytest.mark.usefixtures("worked")
def test_the_list_is_narrowed_by_its_address(browser: Client, query: dict[str, str], expected: list[str]) -> None:
    page = browser.get(LIST, query).text
    assert listed(page) == expected
    assert f"{len(expected)} of 4 requirements of the scope" in words(page)


def test_what_is_chosen_stands_there_and_can_be_taken_away(worked: Desk, browser: Client) -> None:
    page = browser.get(LIST, {"law": "full", "owner": worked.expert.username}).text
    assert "Verdict on the law: ● full ×" in words(page)
    assert "Who judges: Anna Horvat ×" in words(page)
    assert f'href="{LIST}?owner={worked.expert.username}" aria-label="Remove the choice: Verdict on the law' in page
    assert f'href="{LIST}?law=full" aria-label="Remove the choice: Who judges' in page
    assert '<option value="full" selected>● full (1)</option>' in page


@pytest.mark.usefixtures("worked")
def test_the_list_tells_the_two_numbers_with_their_formula(browser: Client) -> None:
    for address in (
        LIST,
        "/missions/border/",
        "/missions/border/findings/pictures/",
        "/missions/border/norms/coverage/",
        "/",
    ):
        said = words(browser.get(address).text)
        assert "2 / 4 judged: with a verdict on the law / requirements of the scope" in said, address
        assert "1 / 2 · 1 / 4 fully met: verdict «full» on the law / judged, then / requirements" in said, address


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
@pytest.mark.usefixtures("worked")
def test_the_list_can_be_read_in_every_language(browser: Client, language: str) -> None:
    browser.cookies["django_language"] = language
    assert listed(browser.get(LIST).text) == list(IDS)


def test_without_a_scope_the_list_says_what_to_do_first(at: Desk, client: Client) -> None:
    mission_of(at.manager, slug="empty")
    client.force_login(at.manager)
    page = client.get("/missions/empty/requirements/").text
    assert "No requirement is chosen yet." in page
    assert "/missions/empty/scope/" in page


def test_mine_lists_what_was_given_to_me_and_then_all_again(worked: Desk, browser: Client) -> None:
    page = browser.get(LIST).text
    assert "Mine (1)" in words(page)
    assert f'href="{LIST}?owner={worked.expert.username}" data-key="a"' in page
    mine = browser.get(LIST, {"owner": worked.expert.username}).text
    assert listed(mine) == [VICTIMS]
    assert f'href="{LIST}?" data-key="a"' in mine


def owners(at: Desk) -> dict[str, str]:
    rows = at.mission.scope.filter(owner__isnull=False).select_related("requirement", "owner")
    return {one.requirement.requirement_id: one.owner.name for one in rows if one.owner}


def test_ticked_requirements_are_given_to_somebody_and_the_list_comes_back_as_it_was(
    worked: Desk, browser: Client
) -> None:
    colleague = expert_in(worked.mission, worked.manager, role=Role.NATIONAL_EXPERT, name="Nilufar Karimova")
    sent = {"requirement": IDS[1:3], "owner": colleague.username, "back": "?stage=identification&order=severity"}
    answer = browser.post(ASSIGN, sent, follow=True)
    assert answer.redirect_chain[0][0] == f"{LIST}?stage=identification&order=severity"
    assert "Assigned: 2 requirements." in answer.text
    assert owners(worked) == {VICTIMS: "Anna Horvat", IDS[1]: colleague.name, IDS[2]: colleague.name}


def test_a_whole_theme_is_given_and_one_is_taken(worked: Desk, browser: Client) -> None:
    browser.post(ASSIGN, {"take": INTERPRETER, "owner": "ignored"})
    assert owners(worked)[INTERPRETER] == "Anna Horvat"
    browser.post(ASSIGN, {"theme": "A", "owner": worked.manager.username})
    assert set(owners(worked).values()) == {"Marta Ozola"}
    assert len(owners(worked)) == 4


def test_an_assignment_that_cannot_be_is_told_and_what_was_ticked_stays_ticked(worked: Desk, browser: Client) -> None:
    stranger = person(name="Stranger")
    before = owners(worked)
    for sent in ({"owner": stranger.username}, {"owner": "nobody-such"}):
        answer = browser.post(ASSIGN, {"requirement": IDS[1], **sent})
        assert answer.status_code == 404
        assert 'role="alert"' in answer.text
        assert re.search(rf'value="{IDS[1]}"[^>]* checked', answer.text)
    assert "at least one requirement" in browser.post(ASSIGN, {"owner": worked.expert.username}).text
    asked = expert_in(worked.mission, worked.manager, name="Bahrom Saidov")
    ask_opinion(worked.manager, worked.mission, (IDS[1],), asked)
    answer = browser.post(ASSIGN, {"requirement": IDS[1], "owner": asked.username})
    assert answer.status_code == 422
    assert "still owes a second opinion there" in answer.text
    assert "Take the question back" in answer.text
    assert owners(worked) == before


def test_a_requirement_is_given_from_its_own_page(worked: Desk, browser: Client) -> None:
    address = reverse("assign", args=["border", INTERPRETER])
    page = browser.get(f"{LIST}{INTERPRETER}/").text
    assert f'action="{address}"' in page
    answer = browser.post(address, {"owner": worked.manager.username})
    assert answer.headers["Location"] == f"{LIST}{INTERPRETER}/"
    assert owners(worked)[INTERPRETER] == "Marta Ozola"
    browser.post(address, {"owner": ""})
    assert INTERPRETER not in owners(worked)
    assert browser.post(address, {"owner": "nobody-such"}).status_code == 404


def test_who_may_not_assign_is_not_offered_it(worked: Desk, client: Client) -> None:
    client.force_login(expert_in(worked.mission, worked.manager, role=Role.OBSERVER, name="Observer"))
    page = client.get(LIST).text
    assert 'id="assign"' not in page
    assert 'type="checkbox" name="requirement"' not in page
    assert client.post(ASSIGN, {"requirement": VICTIMS, "owner": ""}).status_code == 403


@pytest.mark.usefixtures("worked")
def test_the_list_leaves_as_it_stands_on_the_screen(browser: Client) -> None:
    answer = browser.get(f"{FILE}csv", {"law": "full"})
    assert answer.headers["Content-Disposition"] == 'attachment; filename="border-findings.csv"'
    head, row = csv.reader(StringIO(answer.content.decode("utf-8-sig")))
    assert row[head.index("Reason")] == MARK
    assert row[head.index("Who judges")] == "Anna Horvat"
    book = openpyxl.load_workbook(BytesIO(browser.get(f"{FILE}xlsx", {"law": "full"}).content))
    said = [str(cell.value) for line in book.active.iter_rows() for cell in line if cell.value]  # type: ignore[union-attr]
    assert "1 of 4 requirements of the scope" in said
    assert "Chosen: Verdict on the law: ● full" in said
    assert len(list(csv.reader(StringIO(browser.get(f"{FILE}csv").content.decode("utf-8-sig"))))) == 5
    assert browser.get(f"{FILE}pdf").status_code == 404


def test_a_mission_without_a_place_begins_with_its_days(at: Desk, browser: Client) -> None:
    assert at.mission.place == {}
    assert "<p>2 March 2026 – 6 March 2026" in browser.get("/missions/border/").text
    assert "<p>2 March 2026 – 6 March 2026" in browser.get("/").text


def test_what_is_kept_back_is_in_no_page_and_no_file(worked: Desk, client: Client) -> None:
    second = expert_in(worked.mission, worked.manager, role=Role.NATIONAL_EXPERT, name="Second")
    Opinion.objects.create(
        mission=worked.mission,
        requirement=scoped(worked.mission, VICTIMS),
        asked_of=second,
        asked_by=worked.expert,
        asked_at=datetime.now(UTC),
    )
    advised(worked, text={"en": MARK}, reason={"en": MARK}, finding_ids=[VICTIMS])
    client.force_login(second)
    assert MARK not in client.get("/missions/border/").text
    page = client.get(LIST).text
    assert MARK not in page
    assert "second opinion first" in page
    assert '<option value="full">' not in page
    assert listed(client.get(LIST, {"law": "full"}).text) == []
    home = words(client.get("/missions/border/").text)
    assert "1 / 4 judged" in home
    assert "1 kept back from you until you have given your second opinion" in home
    assert "1 second opinion is asked of you" in home
    for name in ("csv", "xlsx"):
        data = client.get(f"{FILE}{name}").content
        text = data.decode("utf-8-sig") if name == "csv" else str(openpyxl.load_workbook(BytesIO(data)).active)
        assert MARK not in text
    assert "● full" not in client.get(f"{FILE}csv").content.decode("utf-8-sig")
    pictures = words(client.get("/missions/border/findings/pictures/").text)
    assert "1 kept back from you" in pictures
    assert "0 / 1 · 0 / 4 fully met" in pictures


def test_the_words_that_filter_are_those_of_the_records() -> None:
    filters = filters_in(
        {"group": "children", "stage": "return", "force": "soft-law", "state": "shown", "look": "again"}
    )
    assert (filters.group, filters.stage, filters.force) == (Group.CHILDREN, Stage.RETURN, Force.SOFT_LAW)
    assert (filters.state, filters.look) == (State.SHOWN, Left.AGAIN)


def test_a_shortened_reason_keeps_the_tag_of_its_language(browser: Client, at: Desk) -> None:
    long = "слово " * 40
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason={"ru": long}, version=0)
    page = browser.get(LIST).text
    assert re.search(r'class="reason"><div>\[ru\] слово [^<]*…</div>', page)


def test_the_choices_are_folded_until_one_is_made(browser: Client, worked: Desk) -> None:
    assert '<details><summary data-key="f"' in browser.get(LIST).text
    chosen = browser.get(LIST, {"law": "full", "owner": worked.expert.username}).text
    assert '<details open><summary data-key="f"' in chosen
    chips = re.findall(r'class="tag chip"[^>]*>([^<]*)<', chosen)
    assert len(chips) == 2
    assert not any(re.search(r"\(\d+\)", one) for one in chips), "a number of one condition misleads beside both"


@pytest.mark.usefixtures("at")
def test_where_nothing_is_judged_no_nought_of_nought_is_shown(browser: Client) -> None:
    page = browser.get(LIST).text
    assert "nothing judged yet" in page
    assert "0 / 0" not in page
