"""A recommendation goes from the expert's desk to a colleague, to the agencies and to an agreement."""

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.errors_amendment import NoSuchStep, NotOpenToChange
from muvofiq.records.models import Person, Recommendation
from muvofiq.records.permissions import RECOMMENDATION_MOVES, Verb, require_step
from muvofiq.records.queries.recommendation_page import refuse_kept, rests_on
from muvofiq.records.words import RecommendationState

State = RecommendationState
RELIED_ON = frozenset({State.SHOWN, State.AGREED})  # what the agencies have seen is not rewritten
SHUT = RELIED_ON | {State.WITHDRAWN}


def move_recommendation(actor: Person, recommendation: Recommendation, state: RecommendationState) -> None:
    """Take a recommendation to another state.

    Raises NotOnFile, NoSuchStep, NotAllowed (not this step), SecondOpinionFirst.
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
        recommendation.state = state.value
        recommendation.save(update_fields=["state"])
        act.says(
            f"recommendation {recommendation.number}",
            **{"from": before.value, "to": state.value},
            rests_on=rests_on(recommendation),
        )


def open_again(recommendation: Recommendation) -> None:
    """Make a recommendation that is being changed a draft; raises NotOpenToChange where others rely on it.

    What a colleague has checked is a draft again as soon as it reads otherwise.
    """
    refuse_rewriting(recommendation, SHUT)
    recommendation.state = State.DRAFT.value


def refuse_rewriting(recommendation: Recommendation, shut: frozenset[State] = RELIED_ON) -> None:
    """Raise NotOpenToChange for a recommendation in one of these states."""
    if State(recommendation.state) in shut:
        where = f"{recommendation.mission} > R{recommendation.number}"
        raise NotOpenToChange(where, number=recommendation.number, state=recommendation.state)
