"""A recommendation moves as its table of moves says, and the history tells who moved it."""

from itertools import product

import pytest

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.ask_opinion import ask_opinion
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.move_recommendation import move_recommendation
from muvofiq.records.actions.quote import quote
from muvofiq.records.actions.remove import remove
from muvofiq.records.errors import ChangedMeanwhile, NotAllowed, NotOnFile
from muvofiq.records.errors_amendment import LossUnexplained, NoSuchStep, NotOpenToChange
from muvofiq.records.errors_assessment import SecondOpinionFirst
from muvofiq.records.models import Amendment, Recommendation
from muvofiq.records.permissions import RECOMMENDATION_MOVES, may_step
from muvofiq.records.queries.recommendation_page import steps_open
from muvofiq.records.words import RecommendationState as State
from muvofiq.records.words import Role
from tests.records.advising import advised, amended
from tests.records.small import REASON, VICTIMS, WORDS, Desk, accepted, expert_in, history, one_entry, person, refused

pytestmark = pytest.mark.django_db
D, C, S, A, W = State
MM, E, N, L = Role.PROGRAMME_MANAGER, Role.EU_EXPERT, Role.NATIONAL_EXPERT, Role.DELEGATE
EXPECTED = {
    (D, C): {E, N},
    (C, D): {E, N},
    (C, S): {MM, E, N},
    (S, C): {MM, E, N},
    (S, A): {N, L},
    (A, D): {E, N},
    (D, W): {E, N},
    (C, W): {E, N},
    (S, W): {E, N},
    (A, W): {E, N},
    (W, D): {E, N},
}


def put(row: Recommendation, state: State) -> Recommendation:
    Recommendation.objects.filter(pk=row.pk).update(state=state.value)
    row.refresh_from_db()
    return row


def test_the_table_of_moves_is_as_it_was_agreed() -> None:
    assert {pair: set(roles) for pair, roles in RECOMMENDATION_MOVES.items()} == EXPECTED


@pytest.mark.parametrize(("before", "after"), list(product(State, State)))
def test_each_role_may_make_the_moves_of_the_table_and_no_others(at: Desk, before: State, after: State) -> None:
    row = advised(at)
    allowed = EXPECTED.get((before, after), set())
    for role in Role:
        actor = expert_in(at.mission, at.manager, role=role)
        put(row, before)
        assert may_step(actor, at.mission, before, after) == (role in allowed), role
        assert (after in steps_open(row, actor)) == (role in allowed)
        if role in allowed:
            move_recommendation(actor, row, after, seen=row.seen)
        else:
            with pytest.raises((NotAllowed, NoSuchStep)):
                move_recommendation(actor, row, after, seen=row.seen)
        row.refresh_from_db()
        assert row.state == (after if role in allowed else before).value


def test_a_stranger_and_who_has_left_move_nothing(at: Desk) -> None:
    row, former = advised(at), expert_in(at.mission, at.manager)
    former.is_active = False
    former.save()
    for actor in (person(), former):
        with refused(NotAllowed):
            move_recommendation(actor, row, C, seen=row.seen)
        assert steps_open(row, actor) == ()


def test_a_move_is_one_entry_that_says_from_where_to_where(at: Desk) -> None:
    row = advised(at, requirement_ids=[VICTIMS])
    with one_entry(at.mission, at.expert, "move_recommendation"):
        move_recommendation(at.expert, row, C, seen=row.seen)
    entry = history(at.mission)[-1]
    assert (entry.subject, entry.change["from"], entry.change["to"]) == ("recommendation 1", "draft", "checked")
    assert entry.change["rests_on"]["requirements"] == [VICTIMS]


def test_no_recommendation_goes_where_the_table_has_no_way_or_where_it_is_removed(at: Desk) -> None:
    row = advised(at)
    with refused(NoSuchStep, match="R1 cannot become «agreed»"):
        move_recommendation(at.expert, row, A, seen=row.seen)
    remove(at.expert, Recommendation.objects.get())
    with refused(NotOnFile):
        move_recommendation(at.expert, row, C, seen=row.seen)


@pytest.mark.parametrize("state", [S, A])
def test_what_the_agencies_have_seen_is_not_removed_but_withdrawn(at: Desk, state: State) -> None:
    row = put(advised(at), state)
    with refused(NotOpenToChange, match="R1"):
        remove(at.expert, row)
    move_recommendation(at.expert, row, W, seen=row.seen)
    remove(at.expert, Recommendation.objects.get())
    assert not Recommendation.objects.exists()


def test_who_owes_an_opinion_moves_nothing_that_rests_on_it(at: Desk) -> None:
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=0)
    second = expert_in(at.mission, at.manager, name="Second Expert")
    ask_opinion(at.expert, at.mission, [VICTIMS], second)
    row = advised(at, finding_ids=[VICTIMS])
    with refused(SecondOpinionFirst):
        move_recommendation(second, row, C, seen=row.seen)


def test_nobody_moves_what_they_have_not_read(at: Desk) -> None:
    row = advised(at)
    for state in (C, S):
        move_recommendation(at.expert, row, state, seen=row.seen)
    opened = Recommendation.objects.get()
    second = expert_in(at.mission, at.manager, name="Second Expert")
    move_recommendation(at.expert, row, C, seen=row.seen)
    amended(Desk(at.manager, second, at.mission, at.edition), row)
    for state in (C, S):
        move_recommendation(at.expert, row, state, seen=row.seen)
    delegate = expert_in(at.mission, at.manager, role=L)
    with refused(ChangedMeanwhile, match="Second Expert"):
        move_recommendation(delegate, opened, A, seen=opened.seen)
    move_recommendation(delegate, row, A, seen=row.seen)
    assert Recommendation.objects.get().state == A.value


def test_an_amendment_that_is_removed_changes_what_was_read_and_what_was_checked(at: Desk) -> None:
    row = amended(at).recommendation
    move_recommendation(at.expert, row, C, seen=row.seen)
    opened = Recommendation.objects.get()
    remove(at.expert, Amendment.objects.get())
    assert Recommendation.objects.get().state == D.value
    with refused(ChangedMeanwhile, match="Anna Horvat"):
        move_recommendation(at.expert, Recommendation.objects.get(), C, seen=opened.seen)
    again = amended(at, Recommendation.objects.get())
    put(row, W)
    with refused(NotOpenToChange):
        remove(at.expert, again)


def test_a_loss_that_has_come_up_since_is_explained_before_others_rely_on_it(at: Desk) -> None:
    row = amended(at, proposed="2. В пункте пропуска человеку помогают.").recommendation
    quote(at.expert, accepted(at), WORDS)
    with refused(LossUnexplained, match=r"R1\.1(.|\n)*reason") as caught:
        move_recommendation(at.expert, row, C, seen=row.seen)
    assert WORDS in str(caught.value)
    assert Recommendation.objects.get().state == D.value
    saved = Amendment.objects.get()
    amended(at, row, proposed=saved.proposed, written=saved, version=1)
    move_recommendation(at.expert, row, C, seen=row.seen)
    assert Recommendation.objects.get().state == C.value
