"""Runs every system over a public set once and keeps, query by query, what each of them ranked."""

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.alignment import AlignmentSet
from benchmarks.gold import GOLD, Query, answers, scorer
from benchmarks.paired import FIGURES, Comparison, Gold, Numbers, Rankings, compare, per_query, standard_errors
from benchmarks.systems import SYSTEMS

ROOT = GOLD / "alignment"
OURS = "muvofiq"
HARD = 0.8  # similarity below which a query of the correlation sets counts as hard
Line = Mapping[str, Any]


class ReadySet(AlignmentSet):
    """A set of which other queries can be asked than its own."""

    def asking(self, queries: Sequence[Query]) -> "ReadySet":
        """Return the same units, asked these queries instead."""
        other = copy(self)
        other.queries = list(queries)
        other._voices = {}  # noqa: SLF001 (our own copy)
        return other


@dataclass(frozen=True)
class Measured:
    """One set: what each system answered, line by line, and the answers by part (all, hard, gold_all, gold_loose)."""

    name: str
    folder: Path
    lines: Mapping[str, tuple[Line, ...]]
    parts: Mapping[str, Gold]

    @cached_property
    def baselines(self) -> tuple[str, ...]:
        """The systems beside the product."""
        return tuple(name for name in self.lines if name != OURS)

    def rankings(self, system: str) -> Rankings:
        """Return the ids of units that a system gave for each query."""
        return {line["query"]: line["ranked"] for line in self.lines[system]}

    def values(self, system: str, figure: str, part: str = "all") -> Numbers:
        """Return one figure of a system for each query of a part."""
        return self._rows(system, part)[:, FIGURES.index(figure)]

    def value(self, system: str, figure: str, part: str = "all") -> tuple[float, float]:
        """Return a figure of a system with its standard error."""
        rows, at = self._rows(system, part), FIGURES.index(figure)
        return float(rows[:, at].mean()), float(standard_errors(rows)[at])

    def best_baseline(self, figure: str, part: str = "all") -> str:
        """Return the baseline with the greatest figure, the first of equal ones."""
        return max(self.baselines, key=lambda name: float(self.values(name, figure, part).mean()))

    def against_best(self, figure: str, part: str = "all") -> Comparison:
        """Compare the product with the best baseline of this figure."""
        theirs = self.values(self.best_baseline(figure, part), figure, part)
        return compare(self.values(OURS, figure, part), theirs)

    def _rows(self, system: str, part: str) -> Numbers:
        return per_query(self.parts[part], self.rankings(system))


def sets(root: Path = ROOT) -> tuple[str, ...]:
    """Return the names of all alignment sets that have answers."""
    return tuple(sorted(path.parent.relative_to(root).as_posix() for path in root.rglob("gold.tsv")))


def measure(name: str, ready: ReadySet, root: Path = ROOT) -> Measured:
    """Run every system over a set that was made ready."""
    lines = {system: tuple(ready.run(SYSTEMS[system])) for system in SYSTEMS}
    return Measured(name, root / name, lines, parts_of(root / name))


def parts_of(folder: Path) -> dict[str, Gold]:
    """Return the answers of a set by part: all, those of hard queries, and other readings of what answers."""
    whole = answers(folder)
    hard = {row["id"] for row in _rows(folder / "queries.jsonl") if row.get("sim", 1) < HARD}
    parts: dict[str, Gold] = {"all": whole}
    if hard & whole.keys():
        parts["hard"] = {query: units for query, units in whole.items() if query in hard}
    return parts | {path.stem: answers(folder, path.name) for path in sorted(folder.glob("gold_*.tsv"))}


def scored(measured: Measured, system: str) -> dict[str, Any]:
    """Return what the scoring script of the gold sets says of a system."""
    with tempfile.TemporaryDirectory() as scratch:
        run = Path(scratch) / "run.jsonl"
        run.write_text("".join(f"{json.dumps(line)}\n" for line in measured.lines[system]), encoding="utf-8")
        result: dict[str, Any] = scorer().alignment(measured.folder, run)
    return result


def trust(measured: Measured) -> tuple[Numbers, Numbers]:
    """Return how far the product trusted its first answer to each query, and whether it was right (0 or 1)."""
    gold = measured.parts["all"]
    lines = measured.lines[OURS]
    right = [float(bool(line["ranked"]) and line["ranked"][0] in gold.get(line["query"], ())) for line in lines]
    return np.array([line["confidence"] for line in lines]), np.array(right)


def nothing(measured: Measured) -> tuple[Numbers, Numbers]:
    """Return how likely the product held it that nothing answers, and whether nothing does, where the set tells."""
    truth = nothing_in(measured.folder)
    lines = [line for line in measured.lines[OURS] if line["query"] in truth]
    return np.array([line["nothing"] for line in lines]), np.array([float(truth[line["query"]]) for line in lines])


def nothing_in(folder: Path) -> dict[str, bool]:
    """Return for each query of a set whether nothing answers; a set that does not tell has no such table."""
    path = folder / "nothing.tsv"
    if not path.is_file():
        return {}
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines()[1:])
    return {query: value == "1" for query, value in rows}


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())
