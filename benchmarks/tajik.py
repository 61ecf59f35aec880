"""Reads the Tajik set and its neighbours: letters, units, numbers that lost raised figures, and amending acts.

It opens the texts, the damaged column of the repairs, and of the table of numbers what is printed and where.
"""

import csv
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.tajik_operations import run_operations
from benchmarks.tajik_repair import repaired
from muvofiq.errors import MuvofiqError
from muvofiq.law.citation_acts import OnFile
from muvofiq.law.kind import Kind
from muvofiq.law.number import SUPERSCRIPTS
from muvofiq.law.opening import open_laws
from muvofiq.law.raised_in_text import restore_cited
from muvofiq.law.tree import Law, Provision

Unit = dict[str, Any]  # kind, num, heading
Reader = Callable[[Path], list[Unit]]
LISTED = frozenset({Kind.DIVISION, Kind.SECTION, Kind.CHAPTER, Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.SUBPOINT})
ROMAN = re.compile(r"[IVXLC]+(?!\w)")
NUMBER = r"[«\"“„]?([^\W\d_]?\d[\d⁰¹²³⁴⁵⁶⁷⁸⁹]*(?:-\d+)?|[^\W\d_][⁰¹²³⁴⁵⁶⁷⁸⁹]+)[»\"”“]?"
LIST = re.compile(rf"{NUMBER}(?:\s?(,|и|ва|-)\s?{NUMBER})*")
ASKED = ("id", "excerpt", "as_written", "context")


def run_tajik(folder: Path) -> dict[str, dict[str, Any]]:
    """Return what the set asks for: repaired texts, units, the numbers that are meant, what amending acts order."""
    return {
        "repair": repaired(folder),
        "structure": run_structure(folder, product),
        "collapsed": run_numbers(folder),
        **run_operations(folder),
    }


def excerpts(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield each excerpt of the set with its id."""
    yield from ((path.stem, path) for path in sorted((folder / "excerpts").glob("*.txt")))


def run_structure(folder: Path, reader: Reader) -> dict[str, list[Unit]]:
    """Return the units of each excerpt in reading order."""
    return {name: reader(path) for name, path in excerpts(folder)}


def product(path: Path) -> list[Unit]:
    """Return what the product finds in a file; of one that is refused nothing, and the reason is printed."""
    return [unit for law in _laws(path) for unit in units(law)]


def units(law: Law) -> list[Unit]:
    """Return the units of a law as the set lists them: a part without a number is counted."""
    return [unit for provision in law.provisions for unit in _listed(provision)]


def _listed(unit: Provision) -> Iterator[Unit]:
    if unit.kind in LISTED:
        yield {"kind": unit.kind.value, "num": _number(unit), "heading": unit.heading}
    counted = 0
    has_parts = any(child.kind is Kind.PART for child in unit.children)
    for child in unit.children:
        if child.kind is Kind.INDENT and unit.kind is Kind.ARTICLE and not has_parts:
            counted += 1
            yield {"kind": "part", "num": str(counted)}
        yield from _listed(child)


def _number(unit: Provision) -> str | None:
    """Return a number as printed: Roman ones stay so, and a division such as the general part has none."""
    if unit.kind is Kind.DIVISION:
        return None
    roman = ROMAN.search(unit.label) if unit.kind.is_heading else None
    return roman[0] if roman else unit.number.eid


def run_numbers(folder: Path) -> dict[str, str]:
    """Return what each printed number means, read in its act; the whole laws of the set are at hand, as on file."""
    return {row["id"]: meant(row["as_written"], restored(folder, row)) for row in rows(folder)}


def rows(folder: Path) -> Iterator[dict[str, str]]:
    """Yield what the table of numbers asks."""
    with (folder / "collapsed.tsv").open(encoding="utf-8", newline="") as file:
        yield from ({name: row[name] for name in ASKED} for row in csv.DictReader(file, delimiter="\t"))


def restored(folder: Path, row: dict[str, str]) -> str:
    """Return the number asked for with the words around it, as they stand in the act once it has been read."""
    at = row["context"].find(row["as_written"])
    for text in _texts(folder, row["excerpt"]):
        start = text.translate(SUPERSCRIPTS).find(row["context"])
        if min(start, at) >= 0:
            return text[start + at : start + at + len(row["as_written"])]
    return row["as_written"]


def meant(printed: str, read: str) -> str:
    """Return the first list of numbers as the set writes it: «7, 71 и 72» is 7, 7¹, 7².

    >>> meant("частями 7, 71 и 72 статьи 96", "частями 7, 7¹ и 7² статьи 96")
    '7, 7¹, 7²'
    """
    found = LIST.search(read)
    if found is None:
        return printed
    return re.sub(r"\s*[-–]\s+", " - ", re.sub(r"\s(?:и|ва)\s", ", ", re.sub(r"[«»\"“”„]", "", found[0])))


def _laws(path: Path) -> Sequence[Law]:
    try:
        return open_laws(path.read_bytes(), path.name)
    except MuvofiqError as error:
        print(f"{path}: {type(error).__name__}: {error}", file=sys.stderr)
        return ()


@cache
def _texts(folder: Path, name: str) -> list[str]:
    """Return the paragraphs of an excerpt, or of an act made for the test, with their numbers repaired."""
    (path,) = [path for part in ("excerpts", "constructed") if (path := folder / part / f"{name}.txt").exists()]
    laws = (restore_cited(law, _whole(folder)) for law in _laws(path))
    return [text for law in laws for unit in law.provisions for text in unit.paragraphs()]


@cache
def _whole(folder: Path) -> list[OnFile]:
    return [OnFile.of(law) for path in sorted((folder / "documents").glob("*.txt")) for law in _laws(path)]
