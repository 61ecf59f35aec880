"""The part of the page of figures that tells how well Tajik text is repaired and read, beside plainer means."""

import csv
import json
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.gold import GOLD, scorer
from benchmarks.naive import naive_units
from benchmarks.tajik import meant, rows, run_structure, run_tajik
from benchmarks.tajik_repair import repaired
from benchmarks.targets import is_met
from muvofiq.text.damage import Damage
from muvofiq.text.old_fonts import fonts

FOLDER = GOLD / "tajik"
WHOLE = "undamaged"  # the level of rows that must come back unchanged
NUMBERS = {"numbers decided by the text": "decided_by_the_text", "controls kept": "controls_kept"}
Repairs = Mapping[str, str]  # the text of each row, by its id
INTRODUCTION = """Scored by `score_tajik.py` of the gold sets. **Repair**: a damaged word or line of a law of the set is
repaired within that law, as in a user's file, all others alone. **Units**: divisions to subpoints of single articles,
unnumbered parts counted. **Numbers** are printed without their raised figures (8² as 82); *decided* are those of which
the act itself, or the act that it amends, says what they mean; controls are ordinary numbers that must stay.
**Operations** of amending acts are told in the words of the set. All that is applied, and much of the rest, was
written for the test: these figures tell that the product agrees with the set, not how well it reads the acts of a
parliament. A target counts as met when value plus one standard error reaches it.
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: what the product reaches of ``count`` cases, the target, and what plainer means reach."""

    name: str
    count: int
    value: float
    target: float
    plain: str

    def __str__(self) -> str:
        error = math.sqrt(self.value * (1 - self.value) / self.count) if self.count else 0.0
        met = "met" if is_met(self.value, error, self.target) else "**missed**"
        cells = (self.name, self.count, f"{self.target:.2f}", f"{self.value:.4f} ± {error:.4f}", met, self.plain)
        return f"| {' | '.join(map(str, cells))} |"


def tajik_scores(folder: Path = FOLDER) -> dict[str, Any]:
    """Return what the scoring script says of the product: repair, structure and collapsed, each with its figures."""
    score, got = scorer("score_tajik"), run_tajik(folder)
    return {name: getattr(score, name)(folder, part) for name, part in got.items()}


def tajik(folder: Path = FOLDER) -> Iterator[str]:
    """Yield the table of the Tajik set, and the levels of repair one by one."""
    if not folder.exists():
        return
    scores = tajik_scores(folder)
    yield "## Tajik text\n"
    yield INTRODUCTION
    yield "| figure | cases | target | muvofiq | target is | plainer means |"
    yield "|---|---|---|---|---|---|"
    yield from map(str, _figures(folder, scores))
    yield ""
    yield "| repaired exactly | cases | in their law | alone |"
    yield "|---|---|---|---|"
    alone = _repair(folder, repaired(folder, alone=True))
    for level, row in scores["repair"].items():
        yield f"| {level} | {row['rows']} | {row['exact']:.4f} | {alone[level]['exact']:.4f} |"
    yield ""
    every = scores["collapsed"]
    yield (
        f"Of all {every['rows']} numbers of the table, those that only outside knowledge decides among them, "
        f"{every['all']:.4f} are read right: what the text does not decide stays as printed.\n"
    )


def _figures(folder: Path, scores: Mapping[str, Any]) -> Iterator[Figure]:
    repair, structure, numbers = scores["repair"], scores["structure"], scores["collapsed"]
    plain = {name: _repair(folder, got) for name, got in _plain_repairs(folder)}
    for name, figure, target in (("repair: words and lines", exact, 0.97), ("undamaged lines unchanged", kept, 1.0)):
        beside = ", ".join(f"{means} {figure(score)[0]:.4f}" for means, score in plain.items())
        value, count = figure(repair)
        yield Figure(name, count, value, target, beside)
    naive = scorer("score_tajik").structure(folder, run_structure(folder, naive_units))
    yield Figure("units F1", structure["units"], structure["F1"], 0.98, f"patterns {naive['F1']:.4f}")
    as_printed = {row["id"]: meant(row["as_written"], row["as_written"]) for row in rows(folder)}
    printed = scorer("score_tajik").collapsed(folder, as_printed)
    orders, lines = scores["operations"], scores["applied"]
    yield Figure("operations F1", orders["operations"], orders["F1"], 0.92, "")
    if lines["lines"]:
        yield Figure("applied: lines right", lines["lines"], lines["lines_right"], 1.0, "")
    for (words, name), count in zip(NUMBERS.items(), _cases(folder), strict=True):
        yield Figure(words, count, numbers[name], 1.0, f"as printed {printed[name]:.4f}")


def _cases(folder: Path) -> tuple[int, int]:
    """Return how many numbers the text decides, and how many are controls."""
    with (folder / "collapsed.tsv").open(encoding="utf-8", newline="") as file:
        table = [*csv.DictReader(file, delimiter="\t")]
    by_text = sum(row["certainty"] in {"excerpt", "document"} for row in table)
    return by_text, sum(row["control"] == "1" for row in table)


def exact(score: Mapping[str, Any]) -> tuple[float, int]:
    """Return the share of damaged rows that are repaired exactly, and their count."""
    damaged = [row for level, row in score.items() if level != WHOLE]
    count = sum(row["rows"] for row in damaged)
    return (sum(row["exact"] * row["rows"] for row in damaged) / count if count else 0.0), count


def kept(score: Mapping[str, Any]) -> tuple[float, int]:
    """Return the share of undamaged rows that come back unchanged, and their count."""
    row = score.get(WHOLE, {"exact": 0.0, "rows": 0})
    return row["exact"], row["rows"]


def _repair(folder: Path, got: Repairs) -> dict[str, Any]:
    result: dict[str, Any] = scorer("score_tajik").repair(folder, got)
    return result


def _plain_repairs(folder: Path) -> Iterator[tuple[str, Repairs]]:
    """Yield what plainer means make of the rows: nothing, and each map of an old font laid over every row."""
    lines = (folder / "repair.jsonl").read_text(encoding="utf-8").splitlines()
    found = {row["id"]: row["damaged"] for row in map(json.loads, filter(None, lines))}
    yield "as found", found
    maps: dict[str, Callable[[str], str]] = {
        name: next(font.undo for font in fonts() if font.damage is damage)
        for name, damage in (("map A alone", Damage.FONT_A), ("map B alone", Damage.FONT_B))
    }
    for name, undo in maps.items():
        yield name, {row: undo(text) for row, text in found.items()}
