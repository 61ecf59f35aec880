"""An act of the state enters the register of a mission, whether or not its text is on file."""

from collections.abc import Mapping, Sequence
from datetime import date

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.placing import next_position
from muvofiq.records.actions.texts import given, wanted
from muvofiq.records.models import Act, Mission, Person
from muvofiq.records.permissions import Verb


def register_act(
    actor: Person,
    mission: Mission,
    *,
    title: Mapping[str, str],
    number: str = "",
    adopted: date | None = None,
    kind: str = "",
    topics: Mapping[str, str] | None = None,
    status: Mapping[str, str] | None = None,
    unconfirmed: Sequence[str] = (),
    key: str = "",
    registered: Act | None = None,
) -> Act:
    """Save a row of the register; raises Missing without a title. ``key`` names a new row in files of the library."""
    titles = wanted(title, "the title of the act", f"{mission} > acts")
    with acting(actor, Verb.PLAN, mission) as act:
        on_file(mission, registered)
        row = registered or Act(mission=mission, key=key, position=next_position(mission.acts))
        row.title, row.number, row.adopted, row.kind = titles, number.strip(), adopted, kind
        row.topics, row.status, row.unconfirmed = given(topics or {}), given(status or {}), list(unconfirmed)
        row.save()
        act.says(f"act {row.pk}", title=titles, number=row.number, adopted=str(adopted or ""))
    return row
