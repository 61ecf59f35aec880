"""The tables of the library, which lawyers can read and correct without touching the program."""

import csv
from functools import cache
from importlib.resources import files

Row = dict[str, str]


@cache
def table(name: str) -> tuple[Row, ...]:
    """Return the rows of a table such as ``languages/units.csv``, each with its cells by the name of the column."""
    text = files("muvofiq.library").joinpath(*name.split("/")).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
