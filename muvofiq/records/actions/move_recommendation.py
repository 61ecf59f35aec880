"""A recommendation goes from the expert's desk to a colleague, to the agencies and to an agreement."""

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.losses import refuse_unexplained
from muvofiq.records.errors import ChangedMeanwhile
from muvofiq.records.errors_amendment import NoSuchStep, NotOpenToChange
from muvofiq.records.models import Amendment, HistoryEntry, Person, Recommendation
from muvofiq.records.permissions import RECOMMENDATION_MOVES, Verb, require_step
from muvofiq.records.queries.recommendation_page import refuse_kept, rests_on
from muvofiq.records.queries.touched_evidence import RELIED_ON
from muvofiq.records.words import RecommendationState

State = RecommendationState
SHUT = RELIED_ON | {State.WITHDRAWN}
ONWARD = frozenset({(State.DRAFT, State.CHECKED), (State.CHECKED, State.SHOWN)})  # others rely on it then


def move_recommendation(
    actor: Person, recommendation: Recommendation, state: RecommendationState, *, seen: int
) -> None:
    """Take a recommendation to another state; ``seen`` is the counter of the one that the person has read.

    Raises NotOnFile, NoSuchStep, NotAllowed (not this step), ChangedMeanwhile (it or an amendment of it),
    LossUnexplained (an amendment loses something by now), SecondOpinionFirst.
    """
    mission = recommendation.mission
    where = f"{mission} > R{recommendation.number}"
    with acting(actor, Verb.MOVE_RECOMMENDATION, mission) as act:
        on_file(mission, recommendation)
        refuse_kept(recommendation, actor)
        before = RecommendationState(recommendation.state)
        if (before, state) not in RECOMMENDATION_MOVES:
            raise NoSuchStep(where, number=recommendation.number, before=before.value, after=state.value)
        require_step(actor, mission, before, state)
        if recommendation.seen != seen:
            raise ChangedMeanwhile(where, name=_last_hand(recommendation), yours=seen, theirs=recommendation.seen)
        if (before, state) in ONWARD:
            refuse_unexplained(recommendation)
        recommendation.state = state.value
        recommendation.save(update_fields=["state"])
        act.says(
            f"recommendation {recommendation.number}",
            **{"from": before.value, "to": state.value},
            rests_on=rests_on(recommendation),
        )


def open_again(recommendation: Recommendation) -> None:
    """Make a recommendation that is being changed a draft; raises NotOpenToChange where others rely on it.

    What a colleague has checked is a draft again as soon as it reads otherwise; whoever has an older one open moves
    it no more.
    """
    refuse_rewriting(recommendation, SHUT)
    recommendation.state = State.DRAFT.value
    recommendation.seen += 1


def refuse_rewriting(recommendation: Recommendation, shut: frozenset[State] = RELIED_ON) -> None:
    """Raise NotOpenToChange for a recommendation in one of these states."""
    if State(recommendation.state) in shut:
        where = f"{recommendation.mission} > R{recommendation.number}"
        raise NotOpenToChange(where, number=recommendation.number, state=recommendation.state)


def _last_hand(recommendation: Recommendation) -> str:
    """Return the name of whoever wrote last in it or in one of its amendments, or removed one."""
    amendments = recommendation.amendments.select_related("written_by")
    written: list[Amendment | Recommendation] = [recommendation, *amendments]
    hands = [(one.written_at, one.written_by.name) for one in written]
    entries = HistoryEntry.objects.filter(mission=recommendation.mission).select_related("actor")
    removals = entries.filter(subject__startswith=f"amendment R{recommendation.number}.").order_by("sequence")
    hands += [(one.at, one.actor.name) for one in [removals.last()] if one]
    return max(hands)[1]
