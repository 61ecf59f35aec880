"""Measures how often the strength of an obligation is told right, on units that were read and judged by hand."""

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import numpy as np

from benchmarks.gold import GOLD
from benchmarks.norm_texts import norm_text
from benchmarks.paired import standard_errors
from muvofiq.law.opening import open_laws
from muvofiq.standards.obligation import Obligation, obligations

JUDGED = Path(__file__).parents[1] / "tests" / "samples" / "obligation_strength.csv"
PLAIN = (("shall consider", "shall consider"), ("shall", "shall"), ("may", "may"), ("means", "definition"))
INTRODUCTION = """Units of the Trafficking Protocol, other treaties and acts of the Pact, judged by hand: *tuned* with
the answers in view, the others not. What one could take instead: **first verb**, the first of «shall», «shall
consider», «may», «means» that stands in the unit; **always «shall»**, what a list of articles gives.
"""
System = Callable[[Obligation], str]


def first_verb(one: Obligation) -> str:
    """Return the strength that the first of the plain verbs tells."""
    found = {name: at.start() for word, name in PLAIN if (at := re.search(rf"\b{word}\b", one.words))}
    return min(found, key=lambda name: (found[name], -len(name))) if found else "no action"


SYSTEMS: Mapping[str, System] = {
    "muvofiq": lambda one: one.strength.value,
    "first verb": first_verb,
    "always «shall»": lambda _: "shall",
}


def obligations_section() -> Iterator[str]:
    """Yield the table of strengths; nothing where the instruments are not at hand."""
    if not (GOLD / "instruments").is_dir():
        return
    yield "## Strength of obligations\n"
    yield INTRODUCTION
    yield f"| judged | units | {' | '.join(SYSTEMS)} |"
    yield "|---" * (len(SYSTEMS) + 2) + "|"
    for part, rows in parts().items():
        values = {name: [float(_is_right(row, system)) for row in rows] for name, system in SYSTEMS.items()}
        yield f"| {part} | {len(rows)} | {' | '.join(map(_told, values.values()))} |"
    yield ""


def parts() -> dict[str, list[dict[str, str]]]:
    """Return the judged units by the part of the sample to which they belong."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    with JUDGED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["part"]].append(row)
    return found


def _is_right(row: Mapping[str, str], system: System) -> bool:
    one = _units(row["instrument"]).get(row["unit"])
    return one is not None and system(one) == row["strength"]


@cache
def _units(name: str) -> Mapping[str, Obligation]:
    """Return the units of an instrument by their place, as the sample has it."""
    (law,) = open_laws(norm_text(name, lambda path: GOLD.parent / path).encode(), f"{name}.txt")
    return {one.pinpoint.removeprefix("art. "): one for one in obligations(law)}


def _told(values: list[float]) -> str:
    rows = np.array([[value] for value in values])
    return f"{rows.mean():.3f} ± {standard_errors(rows)[0]:.3f}"
