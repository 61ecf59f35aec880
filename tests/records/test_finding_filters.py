"""The list of findings is narrowed by any condition, and what is kept back answers to none about what it says."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.scale import Priority, Severity, State
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.assign import assign
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.models import Finding, Opinion, Person
from muvofiq.records.queries.coverage import coverage_of
from muvofiq.records.queries.finding_filters import FACTS, NOBODY, Filters, Order, counted, filtered
from muvofiq.records.queries.findings_sheet import findings_sheet
from muvofiq.records.queries.mission_home import mission_home
from muvofiq.records.queries.missions import progress_of
from muvofiq.records.queries.pictures import overview_of
from muvofiq.records.queries.requirements import scoped
from muvofiq.records.queries.scope_list import Left, scope_list
from muvofiq.records.queries.what_is_left import what_is_left
from muvofiq.records.words import Role
from muvofiq.standards.force import Force
from muvofiq.standards.vocabulary import Group, Stage
from tests.records.small import (
    IDS,
    INDICATORS,
    INTERPRETER,
    REASON,
    SCREENING,
    STARTS,
    VICTIMS,
    Desk,
    accepted,
    expert_in,
    requirements,
)

pytestmark = pytest.mark.django_db
MARK = "A word that stands in no law."


def ask(at: Desk, requirement_id: str, of: Person) -> None:
    """Ask a person for a second opinion, as the action does."""
    saved = scoped(at.mission, requirement_id)
    Opinion.objects.create(
        mission=at.mission, requirement=saved, asked_of=of, asked_by=at.expert, asked_at=datetime.now(UTC)
    )


@pytest.fixture
def worked(at: Desk) -> Desk:
    """A desk with three findings: a full one that is checked, a partial one, and one without a reason."""
    accepted(at)
    give_verdict(
        at.expert,
        at.mission,
        VICTIMS,
        law=Verdict.FULL,
        practice=Verdict.PARTIAL,
        reason={"en": MARK},
        version=0,
        particulars=Particulars(severity=Severity.LOW, priority=Priority.FIRST, covered=(1, 2)),
    )
    Finding.objects.update(state=State.CHECKED.value)
    give_verdict(
        at.expert,
        at.mission,
        INTERPRETER,
        law=Verdict.PARTIAL,
        reason=REASON,
        version=0,
        particulars=Particulars(severity=Severity.HIGH, priority=Priority.LATER),
    )
    give_verdict(at.expert, at.mission, SCREENING, law=Verdict.NOT_FOUND, reason={}, version=0)
    assign(at.expert, at.mission, [VICTIMS], at.expert)
    return at


def names(at: Desk, filters: Filters, order: Order = Order.SCOPE, person: Person | None = None) -> list[str]:
    return [row.requirement.id for row in filtered(scope_list(at.mission, person), filters, order)]


CASES: dict[str, tuple[Callable[[Desk], Filters], list[str]]] = {
    "law": (lambda _: Filters(law=Verdict.PARTIAL), [INTERPRETER]),
    "law not assessed": (lambda _: Filters(law=Verdict.NOT_ASSESSED), [INDICATORS]),
    "practice": (lambda _: Filters(practice=Verdict.PARTIAL), [VICTIMS]),
    "state": (lambda _: Filters(state=State.CHECKED), [VICTIMS]),
    "draft": (lambda _: Filters(state=State.DRAFT), [INTERPRETER, SCREENING]),
    "owner": (lambda at: Filters(owner=at.expert.username), [VICTIMS]),
    "nobody": (lambda _: Filters(owner=NOBODY), [INTERPRETER, INDICATORS, SCREENING]),
    "words of a reason": (lambda _: Filters(words="STANDS word"), [VICTIMS]),
    "words of no one": (lambda _: Filters(words="stands nowhere"), []),
    "no verdict": (lambda _: Filters(look=Left.VERDICT), [INDICATORS]),
    "no reason": (lambda _: Filters(look=Left.REASON), [SCREENING]),
    "no evidence": (lambda _: Filters(look=Left.EVIDENCE), [INTERPRETER]),
    "not checked": (lambda _: Filters(look=Left.CHECK), [INTERPRETER, SCREENING]),
    "look again": (lambda _: Filters(look=Left.AGAIN), []),
    "two at once": (lambda _: Filters(law=Verdict.FULL, owner=NOBODY), []),
}


@pytest.mark.parametrize("name", CASES)
def test_the_list_has_what_fulfils_the_condition(worked: Desk, name: str) -> None:
    filters, expected = CASES[name]
    assert names(worked, filters(worked)) == expected


def test_theme_group_stage_and_force_are_those_of_the_requirement(worked: Desk) -> None:
    known = requirements()
    for group in Group:
        assert names(worked, Filters(group=group)) == [one.id for one in known if group in one.groups]
    for stage in Stage:
        assert names(worked, Filters(stage=stage)) == [one.id for one in known if stage in one.stages]
    assert names(worked, Filters(theme="A")) == [one.id for one in known if one.theme == "A"]
    binding = names(worked, Filters(force=Force.BINDING_TREATY))
    assert binding == [row.requirement.id for row in scope_list(worked.mission) if Force.BINDING_TREATY in row.forces]
    assert binding


def test_the_list_is_sorted_by_severity_or_priority_and_what_has_none_stands_last(worked: Desk) -> None:
    assert names(worked, Filters(), Order.SEVERITY) == [INTERPRETER, VICTIMS, INDICATORS, SCREENING]
    assert names(worked, Filters(), Order.PRIORITY) == [VICTIMS, INTERPRETER, INDICATORS, SCREENING]


def test_each_word_is_counted_beside_the_other_conditions(worked: Desk) -> None:
    rows = scope_list(worked.mission)
    filters = Filters(law=Verdict.PARTIAL)
    counts = counted(rows, filters)
    assert set(counts) == set(FACTS)
    assert counts["law"] == {Verdict.FULL: 1, Verdict.PARTIAL: 1, Verdict.NOT_FOUND: 1, Verdict.NOT_ASSESSED: 1}
    assert counts["owner"] == {NOBODY: 1}
    for name, facts in counts.items():
        for fact, number in facts.items():
            narrowed = Filters(**{one: getattr(filters, one) for one in filters.chosen} | {name: fact})
            assert len(filtered(rows, narrowed)) == number, f"{name} {fact}"


def test_elements_are_counted_as_soon_as_one_was_looked_at(worked: Desk) -> None:
    victims, interpreter, *_ = scope_list(worked.mission)
    assert victims.elements == (2, len(victims.requirement.elements))
    assert interpreter.elements is None


def test_what_is_kept_back_is_told_by_nothing_that_the_person_reads(worked: Desk) -> None:
    second = expert_in(worked.mission, worked.manager, role=Role.NATIONAL_EXPERT, name="Second")
    ask(worked, VICTIMS, second)
    row = scope_list(worked.mission, second)[0]
    assert row.is_kept_back
    assert row.finding is None
    assert row.left == {Left.OPINION}
    assert row.assessment.reason == {}
    for filters in (
        Filters(law=Verdict.FULL),
        Filters(law=Verdict.NOT_ASSESSED),
        Filters(practice=Verdict.PARTIAL),
        Filters(state=State.CHECKED),
        Filters(words="stands"),
    ):
        assert VICTIMS in names(worked, filters) or filters.law is Verdict.NOT_ASSESSED
        assert VICTIMS not in names(worked, filters, person=second)
    assert names(worked, Filters(look=Left.OPINION), person=second) == [VICTIMS]
    assert names(worked, Filters(look=Left.OPINION), person=worked.expert) == []
    progress = progress_of(worked.mission, second)
    assert (progress.scope, progress.judged, progress.full, progress.kept_back, progress.left) == (4, 2, 0, 1, 1)
    total = overview_of(worked.mission, second).heat.total
    assert (total.scope, total.judged, total.full, total.kept_back) == (4, 2, 0, 1)
    assert coverage_of(worked.mission, second).total.judged == 2
    home = mission_home(worked.mission, second)
    assert home.left[Left.OPINION] == 1
    assert home.heat.total.kept_back == 1
    table = findings_sheet(worked.mission, [row], "en", scope=4, chosen="", made_on=STARTS)
    assert (table.lines[0].law, table.lines[0].reason, table.lines[0].state) == (None, "", None)


def test_once_the_opinion_is_given_nothing_is_kept_back(worked: Desk) -> None:
    second = expert_in(worked.mission, worked.manager, role=Role.NATIONAL_EXPERT, name="Second")
    ask(worked, VICTIMS, second)
    worked.mission.opinions.update(given_at=datetime.now(UTC))
    assert not any(row.is_kept_back for row in scope_list(worked.mission, second))
    assert progress_of(worked.mission, second) == progress_of(worked.mission)


def test_the_two_numbers_are_the_same_wherever_they_are_counted(worked: Desk) -> None:
    progress, heat = progress_of(worked.mission), overview_of(worked.mission).heat.total
    grid = coverage_of(worked.mission).total
    for one in (heat, grid):
        assert (one.scope, one.judged, one.full) == (progress.scope, progress.judged, progress.full) == (4, 3, 1)


def test_what_is_left_counts_disagreements_and_leaves_out_what_is_kept_back(worked: Desk) -> None:
    second = expert_in(worked.mission, worked.manager, role=Role.NATIONAL_EXPERT, name="Second")
    assert what_is_left(worked.mission, worked.expert).disagreements == 0
    ask(worked, VICTIMS, second)
    worked.mission.opinions.update(given_at=datetime.now(UTC), law=Verdict.NOT_FOUND.value, reason=REASON)
    assert what_is_left(worked.mission, worked.expert).disagreements == 1
    third = expert_in(worked.mission, worked.manager, role=Role.NATIONAL_EXPERT, name="Third")
    ask(worked, VICTIMS, third)
    assert what_is_left(worked.mission, third).disagreements == 0
    assert set(IDS) == {row.requirement.id for row in scope_list(worked.mission, third)}
