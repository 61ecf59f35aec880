"""Where the gold sets lie, and how a set's queries and units are read. Opens no answer file, except to calibrate."""

import importlib.util
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

from muvofiq.alignment.question import Question, question_of
from muvofiq.alignment.unit import Unit
from muvofiq.standards.load import load_catalogue
from muvofiq.standards.requirement import ORIGINAL

GOLD = Path(os.environ.get("MUVOFIQ_GOLD", Path(__file__).parents[1].parent / "shared" / "gold"))
TAJIK_LETTERS = re.compile("[ғӣқӯҳҷҒӢҚӮҲҶ]")
CYRILLIC = re.compile("[а-яёА-ЯЁ]")


@dataclass(frozen=True, slots=True)
class Query:
    """A question of a set, and the names of the documents among which its answer is sought (None: all).

    ``plain`` is what a user without the product would type, by language: the text of the query with its heading or, of
    a requirement, the catalogue's search terms, in English its title and statement.
    """

    question: Question
    plain: dict[str, str]
    pool: tuple[str, ...] | None

    def typed(self, language: str) -> str:
        """Return what a user would type for a law in this language."""
        return self.plain.get(language) or next(iter(self.plain.values()), "")


def scorer(name: str = "score") -> ModuleType:
    """Return a scoring script that lies with the gold sets."""
    spec = importlib.util.spec_from_file_location(name, GOLD / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"No gold sets in {GOLD}; set MUVOFIQ_GOLD to the folder that holds {name}.py.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def queries(folder: Path) -> list[Query]:
    """Read the queries of a set; a requirement of our catalogue is asked with all that the catalogue says of it.

    What is sought among named documents is a provision, whose like is sought there; other texts are typed by people.
    """
    known = {requirement.id: requirement for requirement in load_catalogue().requirements}
    return [_query(row, known) for row in _lines(folder / "queries.jsonl")]


def units(folder: Path) -> list[Unit]:
    """Read the units of a set that are in force; an act of the catalogue's instruments is a standard."""
    standards = load_catalogue().instruments
    return [
        Unit(
            row["id"],
            row["doc"],
            row.get("lang") or language_of(row["text"]),
            (row.get("heading") or "").strip(),
            row["text"].strip(),
            title=row["doc"].replace("_", " "),
            is_standard=row["doc"] in standards,
        )
        for row in _lines(folder / "units.jsonl")
        if not row.get("repealed")
    ]


def answers(folder: Path, name: str = "gold.tsv") -> dict[str, set[str]]:
    """Read the answers of a set, for calibration and for paired tests."""
    found: dict[str, set[str]] = {}
    for line in (folder / name).read_text("utf-8").splitlines()[1:]:
        query, unit = line.split("\t")
        found.setdefault(query, set()).add(unit)
    return found


def language_of(text: str) -> str:
    """Guess the language from the letters, where a set does not name it."""
    if TAJIK_LETTERS.search(text):
        return "tg"
    return "ru" if CYRILLIC.search(text) else "en"


def _query(row: dict[str, Any], known: dict[str, Any]) -> Query:
    pool = tuple(row["pool"]) if row.get("pool") else None
    if requirement := known.get(row.get("requirement", "")):
        question = replace(question_of(requirement), id=row["id"])
        return Query(question, {**question.terms, ORIGINAL: question.wording[ORIGINAL]}, pool)
    language = row.get("lang") or language_of(row["text"])
    heading = (row.get("heading") or "").strip()
    whole = f"{heading}\n{row['text']}" if heading else row["text"]
    question = Question(row["id"], {language: whole}, is_provision=pool is not None)
    return Query(question, {language: whole}, pool)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())
