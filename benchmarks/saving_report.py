"""The figures of saving while many people work: kept from the last `make load`, and told on the page of figures."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TypedDict

FIGURES = Path(__file__).with_name("saving.csv")
TARGET = 150.0  # milliseconds in which 95 of 100 verdicts are to be saved, at work
HEAD = "| what is saved | people | how | count | errors | a second | p50 ms | p95 ms | p99 ms | greatest ms |"
WAYS = {True: "at work: one every 3 to 5 s", False: "without a pause"}
SAYS = """
`make load` starts the workbench as `muvofiq run` does, with SQLite, and lets people save verdicts in one mission of 80
requirements, each with an own session: at work every three to five seconds, as the page saves by itself, reading pages
between; and without a pause, as fast as answers come. The yardstick is the smallest Django form of the same workbench,
that of the own name: one row, a redirect. A verdict is checked, written with its history (one chain for the mission, so
that savings queue) and shown again. People and workbench share the processors. At the end every verdict that was
answered as saved is counted in the database and in the history, and the chain of the history is verified.
"""


class Facts(TypedDict):
    """Who saved how, and where it was measured."""

    people: int
    is_calm: bool
    place: str


@dataclass(frozen=True, slots=True)
class Figures:
    """How long one thing took, in milliseconds; ``a_second`` counts what was saved, ``is_calm`` people with pauses."""

    what: str
    count: int
    errors: int
    a_second: float
    p50: float
    p95: float
    p99: float
    greatest: float
    people: int = 0
    is_calm: bool = False
    place: str = ""


def saving(found: Sequence[Figures]) -> Iterator[str]:
    """Yield the section of the page."""
    if not found:
        return
    yield "## Saving while others save\n"
    yield SAYS.strip() + "\n"
    yield f"Written by `make load`, not by `make bench`; {'; '.join(dict.fromkeys(one.place for one in found))}.\n"
    yield from rows(found)
    at_work = next(one for one in found if one.is_calm)
    word = "met" if at_work.p95 <= TARGET and not at_work.errors else "**missed**"
    yield f"\nTarget: p95 of saving a verdict at work at most {TARGET:.0f} ms, no error: {word} ({at_work.p95} ms).\n"


def rows(found: Sequence[Figures]) -> Iterator[str]:
    """Yield the table."""
    yield HEAD
    yield "|---" * (HEAD.count("|") - 1) + "|"
    for one in found:
        counts = f"{one.people} | {WAYS[one.is_calm]} | {one.count} | {one.errors} | {one.a_second}"
        yield f"| {one.what} | {counts} | {one.p50:.1f} | {one.p95:.1f} | {one.p99:.1f} | {one.greatest:.1f} |"


def keep(found: Sequence[Figures], out: Path = FIGURES) -> None:
    """Write the figures for the page."""
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [one.name for one in fields(Figures)], lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(one) for one in found)


def kept_savings(path: Path = FIGURES) -> list[Figures]:
    """Read the figures that were measured before."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [_read(row) for row in csv.DictReader(file)]


def _read(row: dict[str, str]) -> Figures:
    count, errors, people = (int(row[name]) for name in ("count", "errors", "people"))
    a_second, p50, p95, p99, greatest = (float(row[name]) for name in ("a_second", "p50", "p95", "p99", "greatest"))
    facts: Facts = {"people": people, "is_calm": row["is_calm"] == "True", "place": row["place"]}
    return Figures(row["what"], count, errors, a_second, p50, p95, p99, greatest, **facts)
