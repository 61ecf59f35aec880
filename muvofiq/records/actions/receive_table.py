"""A catalogue or a table of concordance comes in, and waits until a person has looked at what it would do."""

from collections.abc import Mapping
from typing import Any

from muvofiq.publication.columns_guess import Columns, guess, layouts, refuse_missing
from muvofiq.publication.errors import FileTooLong
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.errors import InstrumentMissing, Missing, NotAWord
from muvofiq.records.models import Mission, Person, ReceivedTable
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.norms import instruments_of
from muvofiq.records.queries.received_reading import OWN, new_instrument, read_data, sheet_named, sheets_of
from muvofiq.standards.thesaurus import LANGUAGES
from muvofiq.text.source import fingerprint

LIMIT = 10_000_000  # bytes; the released catalogue takes a twentieth of that


def receive_table(actor: Person, mission: Mission, *, data: bytes, file_name: str) -> ReceivedTable:
    """Keep a file until it is taken or given up; one that waits already is not kept twice.

    Raises FileTooLong, Missing, and the errors of reading it: what cannot be read is not kept.
    """
    name = file_name[:255]
    where = f"{mission} > norms > {name}"
    if not data:
        raise Missing(where, field="the file")
    if len(data) > LIMIT:
        raise FileTooLong(where, size=len(data), limit=LIMIT)
    with acting(actor, Verb.EDIT_STANDARDS, mission) as act:
        sha256 = fingerprint(data)
        if same := mission.received_tables.filter(file_sha256=sha256).first():
            return same
        _refuse_unreadable(mission, data, name)
        table = ReceivedTable.objects.create(
            mission=mission, file_name=name, file_sha256=sha256, data=data, received_by=actor, received_at=act.at
        )
        act.says(f"received table {name}", file_sha256=sha256)
    return table


def say_columns(actor: Person, table: ReceivedTable, columns: Columns, *, said: Mapping[str, str]) -> None:
    """Keep what a person says of the columns of a file, and of the standard that it is about.

    ``said`` names the ``instrument`` by its id, the ``language`` of the words and, for an instrument that is not on
    file, its ``title`` and ``kind``. Raises NoTableInFile, ColumnsMissing, InstrumentMissing, NotAWord, and the errors
    of describing an instrument.
    """
    mission = table.mission
    where = f"{mission} > norms > {table.file_name}"
    for word, allowed in ((columns.layout, layouts()), (said.get("language", "en"), LANGUAGES)):
        if word not in allowed:
            raise NotAWord(where, value=word, allowed=", ".join(allowed))
    with acting(actor, Verb.EDIT_STANDARDS, mission) as act:
        on_file(mission, table)
        sheets = sheets_of(bytes(table.data), table.file_name) or ()
        refuse_missing(sheet_named(sheets, columns.sheet, table.file_name), columns, table.file_name)
        if columns.layout != OWN:
            _refuse_unknown(mission, said, where)
        letter: dict[str, Any] = {**columns.to_letter(), **said}
        table.layout = letter.pop("layout")
        if table.columns != letter:
            table.columns = letter
            act.says(f"received table {table.file_name}", layout=table.layout, columns=columns.to_letter()["fields"])
        table.save(update_fields=["layout", "columns"])


def give_up_table(actor: Person, table: ReceivedTable) -> None:
    """Remove a file that was not taken; nothing of it is kept but the entry in the history. Raises NotOnFile."""
    mission = table.mission
    with acting(actor, Verb.EDIT_STANDARDS, mission) as act:
        on_file(mission, table)
        act.says(f"received table {table.file_name}", removed={"file": table.file_name})
        table.delete()


def _refuse_unreadable(mission: Mission, data: bytes, name: str) -> None:
    sheets = sheets_of(data, name)
    if sheets is None:
        read_data(mission, data, name)
    else:
        guess(sheets)


def _refuse_unknown(mission: Mission, said: Mapping[str, str], where: str) -> None:
    """Refuse a table about no instrument, or about one that is neither on file nor described."""
    name = said.get("instrument", "")
    if not name or (name not in instruments_of(mission) and not said.get("title")):
        raise InstrumentMissing(where)
    if name not in instruments_of(mission):
        new_instrument(said, where)
