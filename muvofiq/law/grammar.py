"""What each language calls its units and how it writes their numbers, read from the tables of the library."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from muvofiq.law.kind import Kind

TABLES = files("muvofiq.library") / "languages"
INSERTED = r"(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\s?[-–‑]\s?\d+|\.\d+|\s?\(\d+\))"
FIGURES = rf"\d+{INSERTED}*"
CAPITAL = r"[A-ZА-ЯЁҒӢҚӮҲҶ«\"“„(§]"
# After the number of a heading: a full stop, a capital letter, a dash, or nothing; «Статья 5 настоящего» is no heading.
ENDING = rf"(?:\s*[.:]\s*|\s+[-–—]\s+|\s+(?={CAPITAL})|\s*$)"

# How each way of numbering is recognised at the beginning of a paragraph; {word} comes from the language table.
NUMBERINGS = {
    "arabic": rf"(?P<label>(?={CAPITAL})(?i:{{word}})\s*(?P<number>{FIGURES}){ENDING})",
    "roman": rf"(?P<label>(?={CAPITAL})(?i:{{word}})\s*(?P<number>[IVXLCІХ]+(?:[-–.]\d+)?|{FIGURES}){ENDING})",
    "range": rf"(?P<label>(?={CAPITAL})(?i:{{word}})\s*(?P<number>\d+)\s*[-–—]\s*\d+{ENDING})",
    "word": rf"(?P<label>(?={CAPITAL})(?i:{{word}}))\s*\.?\s*$",
    "bare": rf"(?P<label>(?={CAPITAL})(?i:{{word}})\s*(?:[.:]\s*|$))(?P<number>)",
    "figure-stop": rf"(?P<label>(?P<number>{FIGURES})\s?\.)(?:\s+|(?={CAPITAL}))",
    "figure-bracket": rf"(?P<label>(?P<number>{FIGURES})\s?\)\.?)\s*",
    "letter-bracket": rf"(?P<label>(?P<number>[a-zа-яёғӣқӯҳҷ]{INSERTED}?)\s?\))\s*",
}


@dataclass(frozen=True, slots=True)
class UnitPattern:
    """How one kind of unit begins in one language."""

    kind: Kind
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that the reader of a law must know of one language; see `library/languages`."""

    language: str
    units: tuple[UnitPattern, ...]
    abbreviations: dict[Kind, str]
    marks: dict[str, re.Pattern[str]]

    def mark(self, name: str) -> re.Pattern[str]:
        """Return the pattern of a mark, such as ``repealed``; one that never matches where the language has none."""
        return self.marks.get(name, re.compile(r"(?!)"))


@cache
def grammars() -> dict[str, Grammar]:
    """Return the grammar of each language in the tables, by its code."""
    units, marks = list(_rows("units.csv")), list(_rows("marks.csv"))
    languages = dict.fromkeys(row["language"] for row in units)
    return {language: _grammar(language, units, marks) for language in languages}


def _rows(name: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader((TABLES / name).read_text(encoding="utf-8").splitlines())


def _grammar(language: str, units: list[dict[str, str]], marks: list[dict[str, str]]) -> Grammar:
    own = [row for row in units if row["language"] == language]
    patterns = (
        UnitPattern(Kind(row["kind"]), re.compile(NUMBERINGS[row["numbering"]].format(word=row["word"])))
        for row in own
        if row["numbering"] in NUMBERINGS
    )
    return Grammar(
        language,
        tuple(patterns),
        {Kind(row["kind"]): row["abbreviation"] for row in own},
        {row["mark"]: re.compile(row["pattern"]) for row in marks if row["language"] == language},
    )
