"""The plan of a mission is corrected: its title, days, place, programme, and how far it is."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.texts import given, wanted
from muvofiq.records.errors import WrongDays
from muvofiq.records.models import Mission, Person, Phase
from muvofiq.records.permissions import Verb
from muvofiq.records.words import MissionStatus


def revise_mission(
    actor: Person,
    mission: Mission,
    *,
    title: Mapping[str, str],
    theme: Mapping[str, str],
    place: Mapping[str, str],
    starts: date,
    ends: date,
    status: MissionStatus,
    phase: Phase | None,
    services: Sequence[Mapping[str, Any]],
) -> None:
    """Save the plan; its address and its state stay. Raises Missing, WrongDays (also for a session outside)."""
    titles = wanted(title, "the title of the mission", f"{mission}")
    for begins, follows in ((starts, ends), *_around_sessions(mission, starts, ends)):
        if follows < begins:
            raise WrongDays(f"{mission} > agenda", starts=begins, ends=follows)
    new = {
        "title": titles,
        "theme": given(theme),
        "place": given(place),
        "starts": starts,
        "ends": ends,
        "status": status.value,
        "services": [dict(service) for service in services],
    }
    with acting(actor, Verb.PLAN, mission) as act:
        row = Mission.objects.get(pk=mission.pk)
        changed = [name for name, value in new.items() if getattr(row, name) != value]
        if not changed and row.phase == phase:
            return
        before = {name: _plain(getattr(row, name)) for name in changed}
        for name, value in new.items():
            setattr(row, name, value)
        row.phase = phase
        row.save(update_fields=[*new, "phase"])
        after = {name: _plain(new[name]) for name in changed}
        act.says(f"mission {mission}", **{"from": before, "to": after}, phase=phase.key if phase else None)


def _around_sessions(mission: Mission, starts: date, ends: date) -> list[tuple[date, date]]:
    """Return pairs of days of which the second may not lie before the first: every session is within the mission."""
    days = mission.sessions.values_list("day", flat=True)
    return [pair for day in days for pair in ((starts, day), (day, ends))]


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
