"""What each language calls its units and how it writes their numbers, read from the tables of the library."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from muvofiq.law.kind import Kind
from muvofiq.tables import Row, table

NEVER = r"(?!)"
# No unit has a number of more than six figures. A «+» behind a count forbids to try the same figures once more.
INSERTED = r"(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,6}+|\s?[-–‑]\s?[\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,6}+|\.\d{1,6}+|\s?\(\d{1,6}\))"
FIGURES = rf"\d{{1,6}}+{INSERTED}{{0,6}}"
CAPITAL = r"[A-ZА-ЯЁҒӢҚӮҲҶ«\"“„(§]"
# After the number of a heading: a full stop, a dash, a capital letter, or nothing. «Статья 5 настоящего» is no heading,
# nor is «Моддаи 5 Қонуни», though a capital letter follows: {citation} comes from the language table too.
ENDING = rf"(?:\s*[.:]\s*|\s+[-–—]\s+|\s+(?!{{citation}})(?={CAPITAL})|\s*$)"

# How each way of numbering is recognised at the beginning of a paragraph; {word} comes from the language table.
NUMBERINGS = {
    "arabic": rf"(?P<label>(?={CAPITAL})(?i:{{word}})\s*(?P<number>{FIGURES}){ENDING})",
    "roman": rf"(?P<label>(?={CAPITAL})(?i:{{word}})\s*(?P<number>[IVXLCІХ]+{INSERTED}{{0,6}}|{FIGURES}){ENDING})",
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
        return self.marks.get(name, re.compile(NEVER))


@cache
def grammars() -> dict[str, Grammar]:
    """Return the grammar of each language in the tables, by its code."""
    units, marks = table("languages/units.csv"), table("languages/marks.csv")
    languages = dict.fromkeys(row["language"] for row in units)
    return {language: _grammar(language, units, marks) for language in languages}


def _grammar(language: str, units: Sequence[Row], marks: Sequence[Row]) -> Grammar:
    own = [row for row in units if row["language"] == language]
    own_marks = {row["mark"]: row["pattern"] for row in marks if row["language"] == language}
    citation = own_marks.get("citation", NEVER)
    patterns = (
        UnitPattern(Kind(row["kind"]), _compiled(NUMBERINGS[row["numbering"]], row["word"], citation))
        for row in own
        if row["numbering"] in NUMBERINGS
    )
    return Grammar(
        language,
        tuple(patterns),
        {Kind(row["kind"]): row["abbreviation"] for row in own},
        {mark: re.compile(pattern) for mark, pattern in own_marks.items()},
    )


def _compiled(numbering: str, word: str, citation: str) -> re.Pattern[str]:
    return re.compile(numbering.replace("{word}", word).replace("{citation}", citation))
