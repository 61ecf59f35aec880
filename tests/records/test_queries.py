"""What the pages read: the right rows, in the right order, and nothing of another mission."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.add_member import add_member
from muvofiq.records.actions.choose_scope import choose_scope
from muvofiq.records.actions.decide_candidate import decide_candidate
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.actions.note_contribution import note_contribution
from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.actions.publish_requirement import publish_requirement
from muvofiq.records.actions.quote import quote
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.actions.work import work_once
from muvofiq.records.errors import NotAllowed, NotOnFile, UnitMissing
from muvofiq.records.models import Answer
from muvofiq.records.queries.acts_to_open import missing_acts
from muvofiq.records.queries.answers import answer_named, edition_named, quotation_named
from muvofiq.records.queries.law_search import SHOWN, search
from muvofiq.records.queries.law_text import law_of, reference_to, unit_of
from muvofiq.records.queries.marking import Mark, marked
from muvofiq.records.queries.mission_home import binding_on, mission_home
from muvofiq.records.queries.missions import mission_named, missions_of, progress_of
from muvofiq.records.queries.people import person_named
from muvofiq.records.queries.requirement_page import candidates_of, requirement_page
from muvofiq.records.queries.requirements import requirement_of, scoped
from muvofiq.records.queries.scope_list import Left, scope_list
from muvofiq.records.queries.what_is_left import what_is_left
from muvofiq.records.words import ContributionKind, Decision, Role
from tests.records.small import (
    IDS,
    INTERPRETER,
    REASON,
    SCREENING,
    UNIT,
    VICTIMS,
    WORDS,
    accepted,
    desk,
    expert_in,
    law_on_file,
    mission_of,
    person,
    scope_in,
    tajik_twin,
    workbench,
)

pytestmark = pytest.mark.django_db


def test_a_person_sees_each_of_their_missions_once_and_no_other() -> None:
    manager = workbench()
    mission = mission_of(manager, slug="one")
    mission_of(manager, slug="other")
    expert = expert_in(mission, manager)
    add_member(manager, mission, expert, Role.NATIONAL_EXPERT)
    assert missions_of(expert) == [mission]
    assert len(missions_of(manager)) == 2
    assert missions_of(person()) == []
    assert mission_named(expert, "one") == mission
    with pytest.raises(NotAllowed):
        mission_named(expert, "other")
    with pytest.raises(NotOnFile):
        mission_named(expert, "third")


def test_a_person_who_has_left_is_not_found() -> None:
    who = person()
    assert person_named(who.username) == who
    who.is_active = False
    who.save()
    with pytest.raises(NotOnFile):
        person_named(who.username)


def test_progress_counts_the_scope_and_names_what_is_next() -> None:
    at = desk()
    assert (progress_of(at.mission).scope, progress_of(at.mission).left) == (4, 4)
    assert progress_of(at.mission).first_left == VICTIMS
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=0)
    give_verdict(at.expert, at.mission, INTERPRETER, law=Verdict.NOT_FOUND, reason=REASON, version=0)
    give_verdict(at.expert, at.mission, SCREENING, law=Verdict.NOT_ASSESSED, reason={}, version=0)
    accepted(at)
    progress = progress_of(at.mission)
    assert (progress.judged, progress.full, progress.answered, progress.left) == (2, 1, 1, 2)
    assert progress.first_left == IDS[2]


def test_the_scope_is_listed_in_its_order_with_its_evidence() -> None:
    at = desk()
    accepted(at)
    accepted(at, eid="art_3")
    decide_candidate(at.expert, at.mission, VICTIMS, edition=at.edition, eid="art_5", decision=Decision.REJECTED)
    agency = plan_agency(at.expert, at.mission, name={"en": "Police"})
    note_contribution(
        at.expert,
        at.mission,
        agency=agency,
        kind=ContributionKind.PRACTICE,
        text={"en": "So."},
        requirement_ids=[VICTIMS, INTERPRETER],
    )
    work_once(lambda: None)
    rows = scope_list(at.mission)
    assert [row.requirement.id for row in rows] == list(IDS)
    assert [(row.accepted, row.notes) for row in rows] == [(2, 1), (0, 1), (0, 0), (0, 0)]
    assert rows[0].proposed == 5
    assert rows[0].finding is None


def test_the_home_page_gathers_what_the_mission_has() -> None:
    at = desk()
    register_act(at.expert, at.mission, title={"en": "On guards"})
    home = mission_home(at.mission)
    assert (len(home.acts), home.acts_without_text, home.left[Left.VERDICT], home.notes) == (2, 1, 4, 0)
    assert home.job == at.mission.jobs.get()
    assert all(one.binds("TJ", at.mission.starts) for one in binding_on(at.mission))
    assert "tip-protocol" in {one.id for one in home.binding}


def test_the_home_page_tells_which_acts_are_missing_and_which_editions_are_newer() -> None:
    at = desk()
    before = what_is_left(at.mission, at.expert)
    assert (before.missing_acts, before.newer_editions) == (len(missing_acts(at.mission)), 0)
    assert before.missing_acts > 0
    released = at.mission.scope.get(requirement__requirement_id=VICTIMS).requirement
    better = replace(requirement_of(released), title={"en": "Identify victims"})
    publish_requirement(at.manager, at.mission, better, based_on=released.edition)
    assert what_is_left(at.mission, at.expert).newer_editions == 1


def test_the_home_page_asks_as_many_questions_for_a_long_scope_as_for_a_short_one() -> None:
    at = desk()
    with CaptureQueriesContext(connection) as many:
        mission_home(at.mission, at.expert)
    choose_scope(at.expert, at.mission, IDS[:1], themes=["A"], reason=REASON)
    with CaptureQueriesContext(connection) as few:
        mission_home(at.mission, at.expert)
    assert len(few) == len(many)


def test_the_page_of_a_requirement_knows_its_neighbours() -> None:
    at = desk()
    pages = [requirement_page(at.mission, name, "en") for name in IDS]
    assert [(page.place, page.total) for page in pages] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert [(page.before, page.after) for page in pages] == [
        (None, IDS[1]),
        (IDS[0], IDS[2]),
        (IDS[1], IDS[3]),
        (IDS[2], None),
    ]
    assert pages[0].requirement.id == VICTIMS
    with pytest.raises(NotOnFile):
        requirement_page(at.mission, "nonsense", "en")


def test_candidates_stand_accepted_first_then_proposed_then_rejected() -> None:
    at = desk()
    work_once(lambda: None)
    saved = scoped(at.mission, VICTIMS)
    proposed = [one.eid for one in candidates_of(at.mission, saved)]
    first, second, *rest = proposed
    decide_candidate(at.expert, at.mission, VICTIMS, edition=at.edition, eid=first, decision=Decision.REJECTED)
    decide_candidate(at.expert, at.mission, VICTIMS, edition=at.edition, eid=second, decision=Decision.ACCEPTED)
    quote(at.expert, accepted(at), WORDS)
    cards = list(candidates_of(at.mission, saved))
    assert [card.eid for card in cards] == [second, UNIT, *rest, first]
    assert [card.state for card in cards] == ["accepted"] * 2 + ["proposed"] * 3 + ["rejected"]
    assert [card.rank for card in cards] == [2, None, 3, 4, 5, 1]
    assert [one.words for one in cards[1].quotations] == [WORDS]
    for card in cards:
        shown = ["".join(mark.text for mark in paragraph) for paragraph in card.paragraphs]
        assert "\n".join(shown) == unit_of(card.edition, card.eid).words, "no word is lost by marking"
    assert any(mark.found for card in cards for paragraph in card.paragraphs for mark in paragraph)
    for card in cards:
        article, *inside = [one.eid for one in card.subunits] or [card.eid]
        assert card.eid in (article, *inside)
        assert all(eid.startswith(f"{article}__") for eid in inside)


def test_missions_do_not_see_each_others_candidates() -> None:
    one, other = desk(slug="one"), desk(slug="other")
    accepted(one)
    assert list(candidates_of(other.mission, scoped(other.mission, VICTIMS))) == []
    assert requirement_page(other.mission, VICTIMS, "en").finding is None


def test_an_article_is_found_by_its_number_and_stands_once() -> None:
    at = desk()
    hits = search(at.mission, "статья 12")
    assert hits[0] == (at.edition, "art_12")
    assert len(hits) == len(set(hits)) <= SHOWN
    assert search(at.mission, "7(1)")[0][1] == "art_7-1"
    assert search(at.mission, "ст. 8.")[0][1] == "art_8"


def test_articles_are_found_by_words_in_all_laws_on_file() -> None:
    at = desk()
    tajik_twin(at.mission, at.expert, at.edition)
    assert "art_4" in [eid for _, eid in search(at.mission, "служба пограничного контроля")]
    assert search(at.mission, "Хадамоти назорати сарҳадӣ")[0][0].language == "tg"
    first, second, *_ = search(at.mission, "8")
    assert {(edition.language, eid) for edition, eid in (first, second)} == {("ru", "art_8"), ("tg", "art_8")}
    assert search(at.mission, "нетакогослова") == []


@pytest.mark.parametrize("query", ["", " ", ".", "и", "((", "\\d+", "ст."])
def test_a_search_for_nothing_finds_nothing_and_does_not_fail(query: str) -> None:
    at = desk()
    assert len(search(at.mission, query)) <= SHOWN


def test_units_and_their_addresses_are_those_of_the_edition() -> None:
    at = desk()
    (other,) = import_editions(
        at.expert,
        at.mission,
        data=b"\xd0\xa1\xd1\x82\xd0\xb0\xd1\x82\xd1\x8c\xd1\x8f 1. A\nB.\n",
        file_name="border_law.ru.txt",
        filing=Filing(is_new_act=True),
    )
    assert other.name == law_of(other).name == "border-law-ru-2"
    assert str(reference_to(other, "art_1")) == "border-law-ru-2~art_1"
    assert unit_of(at.edition, "art_1").heading != unit_of(other, "art_1").heading
    for eid in ("art_999", "", "nonsense", "art_1 "):
        with pytest.raises(UnitMissing):
            unit_of(other, eid)
    for eid in ("nonsense", "art_1 ", "art__2"):
        with pytest.raises(UnitMissing):
            reference_to(other, eid)


def test_what_an_address_names_is_found_in_its_own_mission_only() -> None:
    at = desk()
    other = mission_of(at.manager, slug="other")
    scope_in(other, at.manager)
    law_on_file(other, at.manager)
    quotation = quote(at.expert, accepted(at), WORDS)
    assert edition_named(at.mission, "border-law-ru") == at.edition != edition_named(other, "border-law-ru")
    assert quotation_named(at.mission, str(quotation.pk)) == quotation
    for mission, key in ((other, str(quotation.pk)), (at.mission, str(at.edition.pk)), (at.mission, "no key")):
        with pytest.raises(NotOnFile):
            quotation_named(mission, key)
    with pytest.raises(NotOnFile):
        edition_named(at.mission, "border-law-tg")


def test_a_provision_that_nobody_decided_on_is_given_as_an_answer_not_saved_yet() -> None:
    at = desk()
    new = answer_named(at.mission, VICTIMS, at.edition, UNIT)
    assert not Answer.objects.exists()
    assert accepted(at) == answer_named(at.mission, VICTIMS, at.edition, UNIT) != new
    with pytest.raises(UnitMissing):
        answer_named(at.mission, VICTIMS, at.edition, "art_999")
    with pytest.raises(NotOnFile):
        answer_named(at.mission, "nonsense", at.edition, UNIT)


def test_marked_words_are_whole_words_whatever_their_case() -> None:
    found = [mark.text for mark in marked("Жертва, жертвам и ЖЕРТВА (жертва).", ["жертва"]) if mark.found]
    assert found == ["Жертва", "ЖЕРТВА", "жертва"]
    assert marked("a (b", ["("]) == (Mark("a (b", found=False),)
    assert marked("", ["a"]) == ()
    assert "".join(mark.text for mark in marked("a b a", ["a", "b a"])) == "a b a"
