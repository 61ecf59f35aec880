"""The facilitator of an exercise shows the next step of an answer, or covers the answer again."""

from muvofiq.assessment.answer_key import Step
from muvofiq.records.actions.acting import acting
from muvofiq.records.models import Mission, Person, Reveal
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.exercise import key_answer
from muvofiq.records.queries.requirements import scoped


def reveal_answer(actor: Person, mission: Mission, requirement_id: str, step: Step) -> None:
    """Show an answer up to this step; what is shown already stays. Raises NotOnFile, NotAllowed.

    Two facilitators who press at the same moment show one step, not two.
    """
    scoped(mission, requirement_id)
    key_answer(mission, requirement_id)
    with acting(actor, Verb.REVEAL_ANSWER, mission) as act:
        shown = set(mission.reveals.filter(requirement_id=requirement_id).values_list("step", flat=True))
        new = [one for one in Step if one <= step and one not in shown]
        Reveal.objects.bulk_create(
            Reveal(mission=mission, requirement_id=requirement_id, step=one, revealed_by=actor, at=act.at)
            for one in new
        )
        if new:
            act.says(f"key {requirement_id}", **{"from": max(shown, default=0), "to": int(step)})


def cover_answer(actor: Person, mission: Mission, requirement_id: str) -> None:
    """Cover an answer again, for the next group; the history keeps that it was shown."""
    with acting(actor, Verb.REVEAL_ANSWER, mission) as act:
        shown = mission.reveals.filter(requirement_id=requirement_id)
        if shown:
            act.says(f"key {requirement_id}", **{"from": max(one.step for one in shown), "to": 0})
            shown.delete()
