"""Where the gold sets lie, and how a set's queries and units are read. Never opens an answer file."""

import importlib.util
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from muvofiq.alignment.question import Question, question_of
from muvofiq.alignment.unit import Unit
from muvofiq.standards.load import load_catalogue

GOLD = Path(os.environ.get("MUVOFIQ_GOLD", Path(__file__).parents[1].parent / "shared" / "gold"))
TAJIK_LETTERS = re.compile("[ғӣқӯҳҷҒӢҚӮҲҶ]")
CYRILLIC = re.compile("[а-яёА-ЯЁ]")


@dataclass(frozen=True, slots=True)
class Query:
    """A question of a set, and the names of the documents among which its answer is sought (None: all)."""

    question: Question
    language: str
    pool: tuple[str, ...] | None


def scorer() -> ModuleType:
    """Return the scoring script that lies with the gold sets."""
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"No gold sets in {GOLD}; set MUVOFIQ_GOLD to the folder that holds score.py.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def queries(folder: Path) -> list[Query]:
    """Read the queries of a set; a requirement of our catalogue is asked with all that the catalogue says of it."""
    known = {requirement.id: requirement for requirement in load_catalogue().requirements}
    rows = []
    for row in _lines(folder / "queries.jsonl"):
        language = row.get("lang") or language_of(row["text"])
        if requirement := known.get(row.get("requirement", "")):
            question = question_of(requirement)
        else:
            question = Question(row["id"], {language: row["text"]}, {})
        pool = row.get("pool")
        rows.append(
            Query(Question(row["id"], question.wording, question.around), language, tuple(pool) if pool else None)
        )
    return rows


def units(folder: Path) -> list[Unit]:
    """Read the units of a set that are in force."""
    return [
        Unit(
            row["id"],
            row["doc"],
            row.get("lang") or language_of(row["text"]),
            (row.get("heading") or "").strip(),
            row["text"].strip(),
        )
        for row in _lines(folder / "units.jsonl")
        if not row.get("repealed")
    ]


def language_of(text: str) -> str:
    """Guess the language from the letters, where a set does not name it."""
    if TAJIK_LETTERS.search(text):
        return "tg"
    return "ru" if CYRILLIC.search(text) else "en"


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())
