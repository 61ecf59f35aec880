"""The scope of a mission: chosen with a reason, in an order, and never away from under a verdict."""

import pytest

from muvofiq.assessment.verdict import Verdict
from muvofiq.publication.concordance import State
from muvofiq.records.actions.choose_scope import choose_scope
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.publish_catalogue import publish_catalogue
from muvofiq.records.actions.take_editions import take_editions
from muvofiq.records.errors import Missing, NotOnFile, StillNeeded
from muvofiq.records.models import Mission
from muvofiq.records.queries.documents import concordance_of
from muvofiq.records.queries.new_editions import new_editions
from muvofiq.records.queries.requirement_page import requirement_page
from muvofiq.records.queries.requirements import newest_editions, scope_of, scoped
from muvofiq.records.words import JobState
from tests.records.small import (
    IDS,
    INDICATORS,
    INTERPRETER,
    REASON,
    SCREENING,
    VICTIMS,
    accepted,
    desk,
    history,
    law_on_file,
    mission_of,
    one_entry,
    refused,
    scope_in,
    workbench,
)
from tests.records.test_publish_catalogue import corrected

pytestmark = pytest.mark.django_db


def names(mission: Mission) -> list[str]:
    return [one.requirement.requirement_id for one in scope_of(mission)]


def test_the_scope_is_saved_in_the_order_given_with_themes_and_reason() -> None:
    manager = workbench()
    mission = mission_of(manager)
    with one_entry(mission, manager, "choose_scope"):
        choose_scope(manager, mission, [SCREENING, VICTIMS, SCREENING], themes={"B", "A"}, reason={"en": " Why. "})
    saved = Mission.objects.get()
    assert names(saved) == [SCREENING, VICTIMS]
    assert (saved.scope_themes, saved.scope_reason) == (["A", "B"], {"en": "Why."})
    assert history(mission)[-1].change == {"from": [], "to": [SCREENING, VICTIMS], "reason": {"en": "Why."}}


def test_it_can_be_chosen_anew() -> None:
    manager = workbench()
    mission = mission_of(manager)
    scope_in(mission, manager)
    scope_in(mission, manager, ids=[INDICATORS, VICTIMS])
    assert names(mission) == [INDICATORS, VICTIMS]


def test_without_reason_or_requirement_nothing_is_chosen() -> None:
    at = desk()
    with refused(Missing):
        choose_scope(at.expert, at.mission, IDS, themes=["A"], reason={"en": " "})
    with refused(Missing):
        choose_scope(at.expert, at.mission, [], themes=["A"], reason=REASON)


def test_what_was_not_published_cannot_be_chosen() -> None:
    at = desk()
    with refused(NotOnFile, match="nonsense"):
        scope_in(at.mission, at.expert, ids=[VICTIMS, "nonsense"])


def test_a_requirement_with_a_verdict_stays_in_the_scope() -> None:
    at = desk()
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=0)
    with refused(StillNeeded, match=VICTIMS):
        scope_in(at.mission, at.expert, ids=[INTERPRETER])
    scope_in(at.mission, at.expert, ids=[INTERPRETER, VICTIMS])
    assert names(at.mission) == [INTERPRETER, VICTIMS]


def test_a_requirement_that_is_in_the_scope_keeps_its_edition_and_a_new_one_comes_in_its_newest() -> None:
    manager = workbench()
    mission = mission_of(manager)
    scope_in(mission, manager, ids=[VICTIMS])
    publish_catalogue(manager, [corrected(VICTIMS), corrected(INTERPRETER)])
    scope_in(mission, manager, ids=[VICTIMS, INTERPRETER])
    assert [str(one.requirement) for one in scope_of(mission)] == [f"{VICTIMS} 1", f"{INTERPRETER} 2"]


def test_with_a_law_on_file_a_new_scope_asks_for_matching() -> None:
    manager = workbench()
    mission = mission_of(manager)
    scope_in(mission, manager, ids=[VICTIMS])
    assert not mission.jobs.exists()
    law_on_file(mission, manager)
    scope_in(mission, manager, ids=[INTERPRETER])
    assert [job.state for job in mission.jobs.all()] == [JobState.WAITING.value]


def test_a_requirement_that_comes_back_comes_by_the_edition_on_which_records_rest() -> None:
    at = desk()
    answer = accepted(at)
    scope_in(at.mission, at.expert, ids=[INTERPRETER])
    publish_catalogue(at.manager, [corrected(VICTIMS)])
    scope_in(at.mission, at.expert, ids=[INTERPRETER, VICTIMS])
    assert scoped(at.mission, VICTIMS) == answer.requirement
    assert [one.answer for one in requirement_page(at.mission, VICTIMS, "en").candidates if one.answer] == [answer]
    (offered,) = new_editions(at.mission)
    assert (offered.saved.edition, offered.newest.edition, offered.resting.answers) == (1, 2, 1)
    take_editions(at.expert, at.mission, {VICTIMS: str(offered.newest.pk)})
    answer.refresh_from_db()
    assert answer.requirement.edition == 2


def test_what_was_decided_by_an_edition_outside_the_scope_is_not_printed() -> None:
    at = desk()
    answer = accepted(at)
    publish_catalogue(at.manager, [corrected(VICTIMS)])
    row = at.mission.scope.get(requirement=answer.requirement)
    row.requirement = newest_editions(at.mission)[VICTIMS]
    row.save()
    answers = [one.answer for one in concordance_of(at.mission, "en", at.mission.starts).rows if one.answer]
    assert not any(one.state is State.ACCEPTED for one in answers)
