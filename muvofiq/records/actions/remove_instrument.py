"""An instrument that was made a standard by mistake is removed, unless requirements rest on it; its text stays."""

from collections.abc import Iterator

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.errors import StillNeeded
from muvofiq.records.models import OwnInstrument, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.norms import own_instrument
from muvofiq.records.queries.own_standards import drafted_of
from muvofiq.records.queries.practices import practice_of
from muvofiq.records.queries.released import released
from muvofiq.records.queries.requirements import newest_editions, requirement_of, scope_of
from muvofiq.records.words import DraftState

TOLD = 6  # records that the error names


def remove_instrument(actor: Person, row: OwnInstrument) -> None:
    """Remove an instrument with the drafts that nobody kept; the history keeps its facts.

    Raises StillNeeded while a draft of it is kept or, unless it is one of the catalogue, anything cites it; NotOnFile.
    """
    mission = row.mission
    with acting(actor, Verb.EDIT_STANDARDS, mission) as act:
        on_file(mission, row)
        name, others = own_instrument(row).id, sorted(set(_resting_on(row)))
        if others:
            told = [*others[:TOLD], *(["…"] if len(others) > TOLD else [])]
            raise StillNeeded(f"{mission} > own standards", name=name, others=", ".join(told))
        act.says(f"standard {name}", removed=row.letter, drafts=row.drafts.count())
        row.delete()


def _resting_on(row: OwnInstrument) -> Iterator[str]:
    """Yield the codes of the requirements, and the names of the practices, that would miss the instrument."""
    name, mission = own_instrument(row).id, row.mission
    yield from (drafted_of(one).code for one in row.drafts.filter(state=DraftState.KEPT.value))
    if name in released().instruments:
        return
    scope = (item.requirement for item in scope_of(mission))
    requirements = map(requirement_of, (*newest_editions(mission).values(), *scope))
    yield from (one.code for one in requirements if any(cited.instrument == name for cited in one.citations))
    practices = map(practice_of, mission.practices.all())
    yield from (one.id for one in practices if one.act == name)
