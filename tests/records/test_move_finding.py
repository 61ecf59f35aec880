"""A finding moves as the table of moves says, past its checks, and the history tells who moved it."""

from collections.abc import Iterator
from itertools import product

import pytest

from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.scale import Severity, State
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.move_finding import move_finding, move_findings
from muvofiq.records.actions.quote import quote
from muvofiq.records.errors import ChangedMeanwhile, Missing, NotAllowed, NotOnFile
from muvofiq.records.errors_assessment import ChecksInTheWay, NoSuchMove, NothingMoved, SecondOpinionFirst
from muvofiq.records.models import Finding, Opinion, Person
from muvofiq.records.permissions import MOVES, may_move
from muvofiq.records.queries.finding_moves import is_back, move_rows, moves_for, possible_moves
from muvofiq.records.queries.quality import checks_on
from muvofiq.records.words import Role
from tests.records.small import (
    INDICATORS,
    INTERPRETER,
    REASON,
    VICTIMS,
    WORDS,
    Desk,
    accepted,
    expert_in,
    history,
    one_entry,
    person,
    refused,
)

pytestmark = pytest.mark.django_db
D, C, S, A, X = State.DRAFT, State.CHECKED, State.SHOWN, State.AGREED, State.DISPUTED
WHY = {"en": "The order of 2019 answers."}
# programme Manager, EU expert, National expert, Delegate: who may make which move.
MM, E, N, L = Role.PROGRAMME_MANAGER, Role.EU_EXPERT, Role.NATIONAL_EXPERT, Role.DELEGATE
EXPECTED = {
    (D, C): {E, N},
    (C, D): {E, N},
    (C, S): {MM, E, N},
    (S, C): {MM, E, N},
    (S, A): {N, L},
    (S, X): {N, L},
    (A, X): {N, L},
    (X, A): {N, L},
    (X, D): {E, N},
    (A, D): {E, N},
}
LOOKED = Particulars(covered=(1,))  # what is met in full is so element by element


@pytest.fixture
def judged(at: Desk) -> Finding:
    """A verdict in which the checks find no error."""
    return sound(at, VICTIMS)


def sound(at: Desk, requirement_id: str) -> Finding:
    quote(at.expert, accepted(at, requirement_id=requirement_id), WORDS)
    return give_verdict(
        at.expert, at.mission, requirement_id, law=Verdict.FULL, reason=REASON, particulars=LOOKED, version=0
    )


def put(finding: Finding, state: State) -> Finding:
    Finding.objects.filter(pk=finding.pk).update(state=state.value)
    finding.refresh_from_db()
    return finding


def move(at: Desk, actor: Person, to: State, **said: object) -> Finding:
    return move_finding(actor, at.mission, VICTIMS, to=to, version=1, **said)  # type: ignore[arg-type]


def test_the_table_of_moves_is_as_it_was_agreed() -> None:
    assert {pair: set(roles) for pair, roles in MOVES.items()} == EXPECTED


@pytest.mark.parametrize(("before", "after"), list(product(State, State)))
def test_each_role_may_make_the_moves_of_the_table_and_no_others(
    at: Desk, judged: Finding, before: State, after: State
) -> None:
    allowed = EXPECTED.get((before, after), set())
    for role in Role:
        actor = expert_in(at.mission, at.manager, role=role)
        put(judged, before)
        assert may_move(actor, at.mission, before, after) == (role in allowed), role
        if role in allowed:
            assert move(at, actor, after, reason=WHY).state == after.value
        else:
            with pytest.raises((NotAllowed, NoSuchMove)):
                move(at, actor, after, reason=WHY)


def test_a_stranger_and_who_has_left_move_nothing(at: Desk, judged: Finding) -> None:
    former = expert_in(at.mission, at.manager)
    former.is_active = False
    former.save()
    for actor in (person(), former):
        with pytest.raises(NotAllowed):
            move(at, actor, C)
        assert not may_move(actor, at.mission, D, C)
        assert possible_moves(at.mission, actor) == ()
    judged.refresh_from_db()
    assert judged.state == D.value


def test_a_move_is_one_entry_that_says_from_where_to_where(at: Desk, judged: Finding) -> None:
    with one_entry(at.mission, at.expert, "move_finding"):
        finding = move(at, at.expert, C)
    assert (finding.moved_by, finding.version) == (at.expert, judged.version)
    assert finding.moved_at is not None
    entry = history(at.mission)[-1]
    assert (entry.subject, entry.change) == (f"verdict {VICTIMS}", {"from": "draft", "to": "checked"})


def test_a_new_verdict_is_a_draft_again(at: Desk, judged: Finding) -> None:
    move(at, at.expert, C)
    again = give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=judged.version)
    assert (again.state, again.moved_by) == (D.value, None)


def test_errors_keep_a_finding_from_being_checked_and_say_which(at: Desk) -> None:
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason={}, particulars=LOOKED, version=0)
    with refused(ChecksInTheWay) as caught:
        move(at, at.expert, C)
    assert caught.value.values["checks"] == "verdict-without-reason, verdict-without-evidence"
    assert caught.value.values["code"]


def test_what_is_found_only_before_showing_keeps_it_from_being_shown(at: Desk, judged: Finding) -> None:
    put(judged, C)
    Opinion.objects.create(
        mission=at.mission,
        requirement=judged.requirement,
        asked_of=expert_in(at.mission, at.manager, role=Role.NATIONAL_EXPERT),
        asked_by=at.expert,
        asked_at=judged.judged_at,
        given_at=judged.judged_at,
        law=Verdict.NOT_FOUND.value,
    )
    with refused(ChecksInTheWay, match="disagreement-open"):
        move(at, at.expert, S)
    assert move(at, at.expert, D).state == D.value  # the way back is never barred


def test_a_shown_finding_can_be_taken_back_though_an_error_was_found_since(at: Desk, judged: Finding) -> None:
    put(judged, S)
    Finding.objects.filter(pk=judged.pk).update(look_again=True)
    assert move(at, at.expert, C).state == C.value
    with refused(ChecksInTheWay, match="look-again-open"):
        move(at, at.expert, S)


def test_who_disputes_says_why(at: Desk, judged: Finding) -> None:
    put(judged, S)
    delegate = expert_in(at.mission, at.manager, role=Role.DELEGATE)
    with refused(Missing, match="why it is disputed"):
        move(at, delegate, X, reason={"en": " "})
    move(at, delegate, X, reason=WHY)
    assert history(at.mission)[-1].change["reason"] == WHY
    seen = moves_for(at.mission, at.expert, checks_on(at.mission, judged.requirement))
    assert seen
    assert (seen.state, seen.reason) == (X, WHY)


def test_whoever_saw_another_verdict_does_not_move_this_one(at: Desk, judged: Finding) -> None:
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason={"en": "Otherwise."}, version=1)
    with refused(ChangedMeanwhile):
        move(at, at.expert, C)
    assert judged.version == 1


def test_what_nobody_judged_or_what_is_outside_the_scope_is_not_moved(at: Desk) -> None:
    with refused(NotOnFile):
        move_finding(at.expert, at.mission, VICTIMS, to=C, version=0)
    with refused(NotOnFile):
        move_finding(at.expert, at.mission, "nothing", to=C, version=0)


def test_no_finding_jumps(at: Desk, judged: Finding) -> None:
    with refused(NoSuchMove, match="shown"):
        move(at, at.expert, S)
    assert judged.state == D.value


def test_whoever_owes_a_second_opinion_moves_nothing_and_sees_no_moves(at: Desk, judged: Finding) -> None:
    other = expert_in(at.mission, at.manager, role=Role.NATIONAL_EXPERT)
    Opinion.objects.create(
        mission=at.mission,
        requirement=judged.requirement,
        asked_of=other,
        asked_by=at.expert,
        asked_at=judged.judged_at,
    )
    with refused(SecondOpinionFirst):
        move(at, other, C)
    assert checks_on(at.mission, judged.requirement, other) is None
    assert moves_for(at.mission, other, checks_on(at.mission, judged.requirement, other)) is None


def test_the_moves_of_a_person_say_what_is_in_the_way(at: Desk, judged: Finding) -> None:
    manager = expert_in(at.mission, at.manager, role=Role.PROGRAMME_MANAGER)
    manager_sees = moves_for(at.mission, manager, checks_on(at.mission, judged.requirement))
    expert_sees = moves_for(at.mission, at.expert, checks_on(at.mission, judged.requirement))
    assert manager_sees
    assert expert_sees
    assert [(one.to, one.is_open) for one in manager_sees.moves] == [(C, False)]
    assert [(one.to, one.is_open) for one in expert_sees.allowed] == [(C, True)]
    give_verdict(
        at.expert,
        at.mission,
        VICTIMS,
        law=Verdict.PARTIAL,
        reason=REASON,
        version=1,
        particulars=Particulars(severity=Severity.HIGH),
    )
    blocked = moves_for(at.mission, at.expert, checks_on(at.mission, judged.requirement))
    assert blocked
    assert [one.check.id for one in blocked.allowed[0].blocked_by] == ["severe-without-harm"]


def test_several_go_on_at_once_and_what_stays_says_why(at: Desk, judged: Finding) -> None:
    sound(at, INTERPRETER)
    give_verdict(at.expert, at.mission, INDICATORS, law=Verdict.FULL, reason=REASON, version=0)
    seen = {VICTIMS: 1, INTERPRETER: 9, INDICATORS: 1}
    with one_entry(at.mission, at.expert, "move_finding"):
        moved = move_findings(at.expert, at.mission, seen, C)
    assert moved.done == (VICTIMS,)
    assert sorted(type(one).__name__ for one in moved.refused.values()) == ["ChangedMeanwhile", "ChecksInTheWay"]
    judged.refresh_from_db()
    assert (judged.state, judged.moved_by) == (C.value, at.expert)
    assert history(at.mission)[-1].change == {"to": "checked", "requirements": [VICTIMS]}


def test_where_none_can_go_nothing_is_changed(at: Desk, judged: Finding) -> None:
    sound(at, INTERPRETER)
    with refused(NothingMoved):
        move_findings(at.expert, at.mission, {VICTIMS: 1, INTERPRETER: 1}, S)
    with refused(NoSuchMove):
        move_findings(at.expert, at.mission, {VICTIMS: 1}, S)
    with refused(Missing, match="at least one finding"):
        move_findings(at.expert, at.mission, {}, C)
    with refused(Missing, match="why it is disputed"):
        move_findings(at.expert, at.mission, {VICTIMS: judged.version}, X)
    with refused(NothingMoved):
        move_findings(at.expert, at.mission, {"nothing": 1}, C)


def rows() -> Iterator[tuple[State, State, bool]]:
    return ((one.before, one.after, one.allowed[0]) for one in move_rows([Role.DELEGATE]))


def test_the_table_that_people_see_is_the_table_that_is_asked() -> None:
    assert {(before, after) for before, after, allowed in rows() if allowed} == {
        pair for pair, roles in EXPECTED.items() if L in roles
    }
    assert {(one.before, one.after) for one in move_rows(list(Role))} == set(EXPECTED)


def test_back_is_what_leads_towards_the_desk() -> None:
    assert {pair for pair in EXPECTED if is_back(*pair)} == {(C, D), (S, C), (X, D), (A, D)}
