"""A person has looked at a candidate; no decision, so the history tells nothing of it."""

from datetime import UTC, datetime

from muvofiq.records.models import Edition, Look, Mission, Person
from muvofiq.records.permissions import Verb, require
from muvofiq.records.queries.law_text import unit_of
from muvofiq.records.queries.requirements import scoped


def look_at(actor: Person, mission: Mission, requirement_id: str, *, edition: Edition, eid: str) -> Look:
    """Remember that a person opened a candidate; a second look changes nothing.

    What counts is an act of the person: opening or closing a part of the card, following its link, pressing one of its
    buttons, or resting on it with the keyboard for a moment. That its words stood on the screen does not count, for
    nobody knows whether they were read. Raises NotAllowed, NotOnFile, UnitMissing.
    """
    require(actor, Verb.SEE, mission)
    unit_of(edition, eid)
    look, _ = Look.objects.get_or_create(
        mission=mission,
        requirement=scoped(mission, requirement_id),
        edition=edition,
        eid=eid,
        person=actor,
        defaults={"at": datetime.now(UTC)},
    )
    return look
