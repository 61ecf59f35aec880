"""A group writes down what it found at a station of an invented case."""

from collections.abc import Mapping

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.texts import given, wanted
from muvofiq.records.errors import ChangedMeanwhile
from muvofiq.records.models import CaseNote, Mission, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.cases import station_of


def write_case_note(
    actor: Person, mission: Mission, case_id: str, station: int, *, text: Mapping[str, str], version: int
) -> CaseNote:
    """Save the note. ``version`` is the one the person had open, 0 where there was none; an old note may be emptied.

    Raises NotOnFile for a case or a station that there is not, Missing for a first note without words, and
    ChangedMeanwhile if somebody saved another note since.
    """
    station_of(mission, case_id, station)
    where = f"{mission} > {case_id} > {station}"
    texts = given(text) if version else wanted(text, "note", where)
    with acting(actor, Verb.WRITE_CASE_NOTE, mission) as act:
        saved = CaseNote.objects.filter(mission=mission, case=case_id, station=station).first()
        note = saved or CaseNote(mission=mission, case=case_id, station=station, version=0)
        if note.version != version:
            name = note.written_by.name if saved else "–"
            raise ChangedMeanwhile(where, name=name, yours=version, theirs=note.version)
        before = note.text if saved else None
        note.text, note.version = texts, note.version + 1
        note.written_by, note.written_at = actor, act.at
        note.save()
        act.says(f"case-note {case_id} {station}", **{"from": before, "to": texts})
    return note
