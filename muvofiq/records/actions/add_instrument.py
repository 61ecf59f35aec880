"""An act on file becomes a standard of the mission's own, and its articles the drafts of requirements."""

from collections.abc import Mapping

from muvofiq.records.actions.acting import Act as Acting
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.draft_requirements import keep_drafts
from muvofiq.records.errors import ChangedMeanwhile, FactsOfCatalogue, NotAStandard, NotOnFile, StandardAlready
from muvofiq.records.models import Act, Mission, OwnInstrument, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.norms import instruments_of, own_instrument
from muvofiq.records.queries.released import released
from muvofiq.records.words import Purpose
from muvofiq.standards.errors import RepeatedName
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.requirement import in_language
from muvofiq.standards.yaml_writing import write


def add_instrument(actor: Person, mission: Mission, *, act: Act, entry: Mapping[str, object]) -> OwnInstrument:
    """Save a new instrument with its facts, and draft requirements from its text at once; nothing if that fails.

    ``entry`` holds its facts as a file of the catalogue has them. Raises the errors of such a file, RepeatedName
    (its id is known already), NotAStandard, StandardAlready, NoTextOnFile, NothingAsked.
    """
    where = _place(mission)
    instrument = Instrument.parse(write(entry), where)
    with acting(actor, Verb.EDIT_STANDARDS, mission) as record:
        _refuse_other_act(mission, act)
        if instrument.id in instruments_of(mission):
            raise RepeatedName(where, sort="instrument", name=instrument.id)
        return _keep(record, mission, act, instrument)


def take_instrument(actor: Person, mission: Mission, *, act: Act, name: str) -> OwnInstrument:
    """Use an act on file as the text of an instrument of the catalogue, and draft requirements from it at once.

    Its id and its facts are those of the catalogue. Raises NotOnFile (the catalogue has no such instrument),
    NotAStandard, StandardAlready (the act, or the instrument, is used), NoTextOnFile, NothingAsked.
    """
    where, instrument = _place(mission), released().instruments.get(name)
    if instrument is None:
        raise NotOnFile(where, sort="instrument", name=name)
    with acting(actor, Verb.EDIT_STANDARDS, mission) as record:
        _refuse_other_act(mission, act)
        if any(own_instrument(one).id == name for one in mission.own_instruments.all()):
            raise StandardAlready(where, title=in_language(instrument.title, "en"), name=name)
        return _keep(record, mission, act, instrument)


def correct_instrument(
    actor: Person, row: OwnInstrument, *, entry: Mapping[str, object], version: int
) -> OwnInstrument:
    """Save other facts of an instrument of the mission's own; its id stays, because requirements cite it.

    Raises the errors of a file of the catalogue, ChangedMeanwhile, and FactsOfCatalogue for one of the catalogue.
    """
    mission = row.mission
    where = _place(mission)
    with acting(actor, Verb.EDIT_STANDARDS, mission) as record:
        on_file(mission, row)
        before = own_instrument(row)
        if before.id in released().instruments:
            raise FactsOfCatalogue(where, name=before.id)
        if row.version != version:
            raise ChangedMeanwhile(where, name=row.written_by.name, yours=version, theirs=row.version)
        instrument = Instrument.parse(write({**entry, "id": before.id}), where)
        row.letter, row.version, row.written_by, row.written_at = str(instrument), version + 1, actor, record.at
        row.save()
        record.says(f"standard {before.id}", **{"from": str(before), "to": row.letter})
    return row


def _refuse_other_act(mission: Mission, act: Act) -> None:
    """Let pass only an act that is on file as a standard, and of which no instrument is made yet."""
    on_file(mission, act)
    title = next(iter(act.title.values()), str(act.pk))
    if act.purpose != Purpose.STANDARD.value:
        raise NotAStandard(_place(mission), title=title)
    if same := OwnInstrument.objects.filter(act=act).first():
        raise StandardAlready(_place(mission), title=title, name=own_instrument(same).id)


def _keep(record: Acting, mission: Mission, act: Act, instrument: Instrument) -> OwnInstrument:
    row = OwnInstrument(mission=mission, act=act, letter=str(instrument), written_by=record.actor, written_at=record.at)
    row.save()
    record.says(f"standard {instrument.id}", act=str(act.pk), drafts=keep_drafts(row))
    return row


def _place(mission: Mission) -> str:
    return f"{mission} > own standards"
