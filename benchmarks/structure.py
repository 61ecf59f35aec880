"""Reads laws as they were found and lists their articles, in the form in which the gold sets are scored."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from muvofiq.errors import MuvofiqError
from muvofiq.law.kind import Kind
from muvofiq.law.opening import open_laws
from muvofiq.law.tree import Law, Provision
from muvofiq.text.choices import Changes, Choices

Article = dict[str, Any]  # num, heading, parts: the count of its numbered parts, None where it has none
Reader = Callable[[Path], list[Article]]
ANSWERS = "expected.json"
ACCEPTED = Choices(Changes.ACCEPTED)  # no person is asked about pending changes


def sources(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield each document of a structure set: its folder's name and its file."""
    for path in sorted(folder.glob("*/source.*")):
        yield path.parent.name, path


def texts(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield each file of a stress set with its name; the answers and the README are no laws."""
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.name != ANSWERS and not path.name.startswith("README"):
            yield path.name, path


def run_structure(folder: Path, reader: Reader) -> dict[str, dict[str, list[Article]]]:
    """Return the articles of each document of a set, with heading and count of parts."""
    return {name: {"articles": reader(path)} for name, path in sources(folder)}


def run_stress(folder: Path, reader: Reader) -> dict[str, list[str]]:
    """Return the numbers of the articles of each file of a set, in their order."""
    return {name: [article["num"] for article in reader(path)] for name, path in texts(folder)}


def product(path: Path) -> list[Article]:
    """Return what the product finds in a file; a file that is refused has no articles, and the reason is printed."""
    try:
        laws = open_laws(path.read_bytes(), path.name, ACCEPTED)
    except MuvofiqError as error:
        print(f"{path}: {type(error).__name__}: {error}", file=sys.stderr)
        return []
    return [row for law in laws for row in articles(law)]


def articles(law: Law) -> list[Article]:
    """Return the articles of a law, those of its annexes too; of an act without articles, what is cited first in it."""
    cited = [unit for _, unit, _ in law.articles()]
    own = [unit for unit in cited if unit.kind is Kind.ARTICLE]
    return [_row(unit) for unit in own or cited]


def _row(unit: Provision) -> Article:
    return {"num": unit.number.eid, "heading": unit.heading, "parts": _printed_parts(unit) or None}


def _printed_parts(unit: Provision) -> int:
    """Count the numbered parts of an article; as the README of the set has it, those of its notes are counted too."""
    own = sum(child.kind is Kind.PART and bool(child.label) for child in unit.children)
    return own + sum(_printed_parts(child) for child in unit.children if child.kind is Kind.NOTE)
