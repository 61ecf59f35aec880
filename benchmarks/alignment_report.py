"""The section of the page of figures that shows every set with all four systems."""

from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.measured import Measured, scored
from benchmarks.paired import FIGURES

PARTS = {
    "all": "",
    "hard": ", hard part (sim < 0.8)",
    "gold_all": ", all cited (grades 1 and 2)",
    "gold_loose": ", loose gold",
}


def alignment(found: Mapping[str, Measured]) -> Iterator[str]:
    """Yield a table for each part of each set, as the scoring script of the gold sets counts."""
    yield "## Alignment\n"
    for name, measured in found.items():
        yield from table(name, {system: scored(measured, system) for system in measured.lines})


def table(name: str, results: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Yield the tables of one set from the results of each system."""
    for part, words in PARTS.items():
        rows = {system: result[part] for system, result in results.items() if part in result}
        if not rows:
            continue
        count = next(iter(rows.values()))["queries"]
        yield f"### {name}{words}: {count} queries\n"
        yield f"| system | {' | '.join(FIGURES)} |"
        yield "|---" * (len(FIGURES) + 1) + "|"
        for system, row in rows.items():
            yield f"| {system} | " + " | ".join(_figure(row, one) for one in FIGURES) + " |"
        yield ""


def _figure(row: Mapping[str, Any], name: str) -> str:
    """Return a figure with its standard error; a dash where the system found no answer at all (no common language)."""
    return f"{row[name]:.3f} ± {row['standard_error'][name]:.3f}" if row["MRR"] else "–"
