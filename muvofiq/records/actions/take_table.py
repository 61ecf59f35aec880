"""A received file is taken: what is new in it comes on file, what differs becomes a new edition, all or nothing."""

from collections.abc import Iterable
from dataclasses import replace

from muvofiq.records.actions.acting import Act, acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.publish_requirement import put_into_scope
from muvofiq.records.errors import NothingNew, NothingReceived, SeenOtherwise
from muvofiq.records.models import (
    Mission,
    OwnInstrument,
    Person,
    ReceivedTable,
    RequirementEdition,
    RequirementRelation,
    TableLink,
)
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.received import (
    IncomingInstrument,
    IncomingLink,
    IncomingRelation,
    IncomingRequirement,
    Received,
    received_of,
)
from muvofiq.records.queries.requirements import editions_to_judge_by, newest_editions

BATCH = 500  # rows at once
FACTS = ("act", "unit", "text", "edition", "eid", "degree", "degree_words", "explanation")


def take_table(actor: Person, table: ReceivedTable, *, seen: str, into_scope: bool = False) -> Received:
    """Take a file as the person has seen it, and return what was done; ``seen`` is the stamp of what was shown.

    Own requirements get a new edition and keep the older ones; released ones and whatever else must stay is left.
    Raises NothingReceived, SeenOtherwise, NothingNew, NotAllowed, and the errors of reading the file.
    """
    mission = table.mission
    where = f"{mission} > norms > {table.file_name}"
    with acting(actor, Verb.EDIT_STANDARDS, mission) as act:
        on_file(mission, table)
        received = received_of(table)
        if received is None:
            raise NothingReceived(where, file=table.file_name)
        if received.stamp != seen:
            raise SeenOtherwise(where, file=table.file_name)
        if not received.taken:
            raise NothingNew(where, file=table.file_name)
        instruments = _take_instruments(act, mission, received.instruments)
        editions = _take_requirements(act, mission, received.requirements)
        relations = _take_relations(act, mission, received.relations)
        links = _take_links(act, mission, table.file_name, received.links)
        scoped = put_into_scope(act, mission, editions) if into_scope and editions else 0
        act.says(
            f"received table {table.file_name}",
            instruments=instruments,
            requirements=[f"{one.requirement_id} {one.edition}" for one in editions],
            relations=relations,
            links=links,
            into_scope=scoped,
            file_sha256=table.file_sha256,
        )
        table.delete()
    return received


def _take_instruments(act: Act, mission: Mission, incoming: Iterable[IncomingInstrument]) -> list[str]:
    taken = [one for one in incoming if one.fate.is_taken]
    for one in taken:
        row = one.row or OwnInstrument(mission=mission, version=0)
        row.letter, row.version = str(one.instrument), row.version + 1
        row.written_by, row.written_at = act.actor, act.at
        row.save()
    return [one.instrument.id for one in taken]


def _take_requirements(act: Act, mission: Mission, incoming: Iterable[IncomingRequirement]) -> list[RequirementEdition]:
    return RequirementEdition.objects.bulk_create(
        RequirementEdition(
            requirement_id=one.requirement.id,
            edition=one.saved.edition + 1 if one.saved else 1,
            author=act.actor,
            published=act.at,
            letter=str(one.requirement),
            mission=mission,
        )
        for one in incoming
        if one.fate.is_taken
    )


def _take_relations(act: Act, mission: Mission, incoming: Iterable[IncomingRelation]) -> list[str]:
    taken = [one.relation for one in incoming if one.fate.is_taken]
    newest = newest_editions(mission)
    RequirementRelation.objects.bulk_create(
        RequirementRelation(
            mission=mission,
            letter=str(replace(one, editions=(newest[one.first].edition, newest[one.second].edition))),
            written_by=act.actor,
            written_at=act.at,
        )
        for one in taken
    )
    return [f"{one.first} {one.second}" for one in taken]


def _take_links(act: Act, mission: Mission, file_name: str, incoming: Iterable[IncomingLink]) -> int:
    """Save the rows of a table; a row that was taken before from a file of this name is worded anew."""
    taken = [one for one in incoming if one.fate.is_taken]
    known = editions_to_judge_by(mission, {one.requirement for one in taken})
    rows = [one.row or TableLink(mission=mission, file_name=file_name, row=one.link.row) for one in taken]
    for one, row in zip(taken, rows, strict=True):
        row.requirement = known[one.requirement]
        for field, value in one.facts().items():
            setattr(row, field, value)
        row.taken_by, row.taken_at = act.actor, act.at
    TableLink.objects.bulk_create((row for one, row in zip(taken, rows, strict=True) if not one.row), BATCH)
    changed = [row for one, row in zip(taken, rows, strict=True) if one.row]
    TableLink.objects.bulk_update(changed, ("requirement", *FACTS, "taken_by", "taken_at"), BATCH)
    return len(taken)
