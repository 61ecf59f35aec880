"""The tables of the library are whole."""

from pathlib import Path

import pytest

from muvofiq.tables import table
from tests.paths import ROOT

LIBRARY = ROOT / "muvofiq" / "library"
TABLES = sorted(LIBRARY.rglob("*.csv"))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: str(path.stem))
def test_no_row_of_a_table_is_broken_or_stands_twice(path: Path) -> None:
    rows = table(path.relative_to(LIBRARY).as_posix())
    assert rows
    assert all(None not in row and None not in row.values() for row in rows)
    assert len({tuple(row.values()) for row in rows}) == len(rows)
