"""Files on their way into a mission, and what they are taken with."""

from collections.abc import Mapping

from muvofiq.publication.columns_guess import guess
from muvofiq.publication.table_file import read_tables
from muvofiq.records.actions.receive_table import receive_table, say_columns
from muvofiq.records.actions.take_table import take_table
from muvofiq.records.models import Mission, Person, ReceivedTable
from muvofiq.records.queries.received import Received, received_of
from tests.publication.tables import EC, workbook
from tests.standards.test_bundle import OURS

ABOUT = {
    "instrument": "border-convention",
    "title": "Convention on borders",
    "kind": "regional_treaty",
    "language": "en",
}


def received(actor: Person, mission: Mission, data: bytes | str = OURS, name: str = "ours.yaml") -> ReceivedTable:
    """Keep a file, by default a catalogue of one requirement."""
    return receive_table(actor, mission, data=data.encode() if isinstance(data, str) else data, file_name=name)


def told_table(
    actor: Person, mission: Mission, data: bytes | None = None, said: Mapping[str, str] = ABOUT
) -> ReceivedTable:
    """Keep a stranger's table, and say of its columns what the machine guesses."""
    data = data or workbook(EC)
    table = received(actor, mission, data, "table.xlsx")
    say_columns(actor, table, guess(read_tables(data, "table.xlsx")), said=said)
    return table


def shown(table: ReceivedTable) -> Received:
    """Return what a file would do."""
    found = received_of(table)
    assert found is not None
    return found


def taken(actor: Person, table: ReceivedTable) -> Received:
    """Take a file as it is shown."""
    return take_table(actor, table, seen=shown(table).stamp)
