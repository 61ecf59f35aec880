"""An agency joins the plan of a mission, or its entry is corrected."""

from collections.abc import Mapping

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.placing import next_position
from muvofiq.records.actions.texts import given, wanted
from muvofiq.records.models import Agency, Mission, Person
from muvofiq.records.permissions import Verb


def plan_agency(
    actor: Person,
    mission: Mission,
    *,
    name: Mapping[str, str],
    short: Mapping[str, str] | None = None,
    competence: Mapping[str, str] | None = None,
    agency: Agency | None = None,
) -> Agency:
    """Save an agency; raises Missing without a name."""
    names = wanted(name, "the name of the agency", f"{mission} > agencies")
    with acting(actor, Verb.PLAN, mission) as act:
        on_file(mission, agency)
        row = agency or Agency(mission=mission, position=next_position(mission.agencies))
        before = row.name
        row.name, row.short, row.competence = names, given(short or {}), given(competence or {})
        row.save()
        act.says(f"agency {row.pk}", **{"from": before, "to": names})
    return row
