"""Somebody writes down what a state does about a requirement, or corrects what was written of it."""

from dataclasses import replace

from muvofiq.records.actions.acting import acting
from muvofiq.records.errors import ChangedMeanwhile, Missing, NotOnFile, WrongDays
from muvofiq.records.models import Mission, Person, PracticeEntry
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.norms import instruments_of
from muvofiq.records.queries.requirements import newest_editions
from muvofiq.standards.good_practice import GoodPractice
from muvofiq.standards.practice_shelf import refuse_unknown


def write_practice(
    actor: Person,
    mission: Mission,
    practice: GoodPractice,
    *,
    written: PracticeEntry | None = None,
    version: int = 0,
) -> PracticeEntry:
    """Save a practice, or a new version of one; a new one gets an id of its own, whatever it came with.

    Raises Missing, WrongDays, TiedToUnknown, UnknownInstrument, NotOnFile, ChangedMeanwhile, and the errors of the
    catalogue for a letter that nobody could read again.
    """
    where = f"{mission} > good practice"
    _refuse_incomplete(practice, where)
    refuse_unknown(practice, newest_editions(mission), instruments_of(mission), where)
    with acting(actor, Verb.ADD_PRACTICE, mission) as act:
        row = entry_of(mission, written) if written else PracticeEntry(mission=mission, version=0)
        if row.version != version:
            name = row.written_by.name if written else "–"
            raise ChangedMeanwhile(where, name=name, yours=version, theirs=row.version)
        before = GoodPractice.parse(row.letter) if written else None
        saved = replace(practice, id=before.id if before else f"{practice.state.lower()}-{row.pk.hex[:8]}")
        row.letter, row.version = str(saved), version + 1
        row.written_by, row.written_at = actor, act.at
        GoodPractice.parse(row.letter)
        row.save()
        act.says(f"practice {saved.id}", **{"from": told(before) if before else None, "to": told(saved)})
    return row


def entry_of(mission: Mission, written: PracticeEntry) -> PracticeEntry:
    """Read an entry again within a running act; raises NotOnFile for one of another mission, or removed meanwhile."""
    row = mission.practices.select_related("written_by").filter(pk=written.pk).first()
    if row is None:
        raise NotOnFile(f"{mission} > good practice", sort="good practice", name=str(written.pk))
    return row


def told(practice: GoodPractice) -> dict[str, object]:
    """Return a practice as the history tells it, a criticism by whom it comes and what it says."""
    criticism = [f"{one.by}, {one.reference}: {' / '.join(one.what.values())}" for one in practice.criticism]
    said = {name: value for name, value in practice.entry().items() if name not in {"id", "confirmed"}}
    return {**said, "criticism": criticism, "is_confirmed": practice.confirmed}


def _refuse_incomplete(practice: GoodPractice, where: str) -> None:
    if not practice.title:
        raise Missing(where, field="the title of the practice")
    if not practice.done:
        raise Missing(where, field="what is done")
    if not practice.requirements:
        raise Missing(where, field="a requirement to which the practice belongs")
    if practice.since and practice.until and practice.until.last_day < practice.since.first_day:
        raise WrongDays(where, starts=practice.since, ends=practice.until)
