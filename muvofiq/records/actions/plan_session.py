"""A session joins the agenda of a mission, or its entry is corrected."""

from collections.abc import Mapping
from datetime import date, time

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.placing import next_position
from muvofiq.records.actions.texts import wanted
from muvofiq.records.errors import WrongDays
from muvofiq.records.models import Mission, Person, Session
from muvofiq.records.permissions import Verb
from muvofiq.records.words import SessionKind


def plan_session(
    actor: Person,
    mission: Mission,
    *,
    kind: SessionKind,
    title: Mapping[str, str],
    day: date,
    starts: time | None = None,
    ends: time | None = None,
    session: Session | None = None,
) -> Session:
    """Save a session; raises Missing, WrongDays (an end before the beginning, a day outside the mission)."""
    where = f"{mission} > agenda"
    titles = wanted(title, "the title of the session", where)
    if starts and ends and ends < starts:
        raise WrongDays(where, starts=starts.isoformat("minutes"), ends=ends.isoformat("minutes"))
    for begins, follows in ((mission.starts, day), (day, mission.ends)):
        if follows < begins:
            raise WrongDays(where, starts=begins, ends=follows)
    with acting(actor, Verb.PLAN, mission) as act:
        on_file(mission, session)
        row = session or Session(mission=mission, position=next_position(mission.sessions))
        row.kind, row.title, row.day, row.starts, row.ends = kind.value, titles, day, starts, ends
        row.save()
        act.says(f"session {row.pk}", title=titles, day=str(day), kind=kind.value)
    return row
