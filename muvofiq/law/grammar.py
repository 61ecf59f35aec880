"""What each language calls its units and how it writes their numbers, read from the tables of the library."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from muvofiq.law.kind import Kind
from muvofiq.law.number import MULTIPLES, Number
from muvofiq.law.ordinals import pattern as ordinal_pattern
from muvofiq.law.ordinals import value_of
from muvofiq.tables import Row, table

NEVER = r"(?!)"
STAND_IN = "en"  # laws in a language that the tables do not know are cited in this one
# No unit has a number of more than six figures. A «+» behind a count forbids to try the same figures once more.
INSERTED = (
    r"(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,6}+|\s?[-–‑]\s?[\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,6}+|\.\d{1,6}+|\s?\(\d{1,6}\)"
    r"|\s\d(?=\.\s|\s?[-–‑]\s?[^\W\d])|\s?прим\b(?:\s?\d{1,2}\b)?)"
)
LETTER = rf"(?:\s?(?:{MULTIPLES})|[a-zа-я]{{1,2}})(?!\w)"
FIGURES = rf"\d{{1,6}}+(?:{LETTER})?{INSERTED}{{0,6}}"
BRACKETED = r"\d{1,3}(?:[a-z]{0,2}|\(\d{1,2}\))"  # (5), (5a), 5(1))
CAPITALS = "A-ZÀ-ÖØ-ÞĀČĒĢĪĶĻŅŠŪŽА-ЯЁҒӢҚӮҲҶЎӘҢӨҰҮҺІ"
SMALL = "a-zāčēģīķļņšūžа-яёғӣқӯҳҷўәңөұүһі"
CAPITAL = rf"[{CAPITALS}«\"“„(§]"
ROMAN = rf"(?:[IVXLCІХ]{{1,9}}+\d{{0,2}}{INSERTED}{{0,6}}|{FIGURES})"
# After the number of a heading: a full stop, a dash, a capital letter, or nothing. «Статья 5 настоящего» is no heading,
# nor is «Моддаи 5 Қонуни», though a capital letter follows: {citation} comes from the language table too.
ENDING = rf"(?:\s*[.:]\s*|\s+[-–—]\s+|\s+(?!{{citation}})(?={CAPITAL})|\s*$)"
# The word for an annex stands alone on its line, or before «к Закону ...» or a name; neither is a whole sentence.
STOP = r"(?:\s*[.:–—-](?=\s|$))?"
ALONE = rf"(?:\s*$|\s+(?=(?:{{annex-of}}|{CAPITAL})[^|]{{0,400}}(?<![.;:,|])$))"

DATE = r"\d{1,2}\.\d{1,2}\.\d{2,4}\b"

# How each way of numbering is recognised at the beginning of a paragraph; {word} comes from the language table.
NUMBERINGS = {
    "arabic": rf"(?P<label>(?={CAPITAL})(?i:{{word}})\s*(?P<number>{FIGURES}){ENDING})",
    "roman": rf"(?P<label>(?={CAPITAL})(?i:{{word}})\s*(?P<number>{ROMAN}){ENDING})",
    "range": rf"(?P<label>(?={CAPITAL})(?i:{{word}})\s*(?P<number>\d+)\s*[-–—]\s*\d+{ENDING})",
    "before": rf"(?P<label>(?P<number>{FIGURES})\s?[-–‑]?\s?(?i:{{word}}){ENDING})",
    "before-roman": rf"(?P<label>(?P<number>{ROMAN})\s?[-–‑]?\s?(?i:{{word}}){ENDING})",
    "before-range": rf"(?P<label>(?P<number>\d{{1,6}}+)\s?[-–—]\s?\d{{1,6}}+\s?[-–‑]?\s?(?i:{{word}}){ENDING})",
    "ordinal": rf"(?P<label>(?={CAPITAL})(?i:{{word}}){ENDING})",
    "capitals": rf"(?P<label>(?=[^{SMALL}]*$)(?i:{{word}}))(?:\s*\.)?\s*$",
    "word": rf"(?P<label>(?={CAPITAL})(?i:{{word}}))(?:\s*\.)?\s*$",
    "bare": rf"(?P<label>(?={CAPITAL})(?i:{{word}})\s*(?:[.:]\s*|$))(?P<number>)",
    "figure-stop": rf"(?P<label>(?P<number>\d{{1,6}}+(?:[a-z](?=\.\s))?{INSERTED}{{0,6}})\s?\.)(?:\s+|(?={CAPITAL}))",
    "decimal": rf"(?P<label>(?P<number>(?!{DATE})\d{{1,3}}(?:\.\d{{1,3}}){{1,4}}+)\s+(?={CAPITAL}))",
    "figure-bracket": rf"(?P<label>(?P<number>{FIGURES})(?:\s?\)\.?|\((?=\s)))\s*",
    "in-brackets": rf"(?P<label>\((?P<number>{FIGURES})\))\s*",
    "figure-dash": rf"(?P<label>(?P<number>\d{{1,3}}+)\s?[-–—])\s+(?={CAPITAL})",
    "letter-bracket": rf"(?P<label>(?P<number>[{SMALL}]ʻ?(?:\d{{1,2}}|{INSERTED})?)\s?\))\s*",
    "latin-stop": rf"(?P<label>(?P<number>\d{{1,4}}+\s(?:{MULTIPLES}))\s?\.)\s+",
    "brackets": rf"(?P<label>\(?(?P<number>{BRACKETED}|[a-z](?:\s(?:{MULTIPLES})|[a-z])?|[ivx]{{1,6}})\))\s*",
    "roman-stop": rf"(?P<label>(?P<number>[IVXІХ]{{1,6}}+)\s?\.)\s*(?={CAPITAL})",
    "annex": rf"(?P<label>(?={CAPITAL})(?i:{{word}})(?:\s*[№N]?\s*(?P<number>{ROMAN}|[{CAPITALS}]\b))?{STOP}){ALONE}",
    "annex-before": rf"(?P<label>(?:(?:[^.;:|]{{0,300}}\s)?(?P<number>{ROMAN})\s?[-–‑]\s?)?(?i:{{word}}){STOP}){ALONE}",
    "approval": rf"(?P<label>(?={CAPITAL})(?i:{{word}}))(?P<number>)(?=[^|]{{0,400}}(?<![.;:,|])$)",
}


@dataclass(frozen=True, slots=True)
class UnitPattern:
    """How one kind of unit begins in one language."""

    kind: Kind
    pattern: re.Pattern[str]
    numbering: str = ""


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that the reader of a law must know of one language; see `library/languages`."""

    language: str
    units: tuple[UnitPattern, ...]
    abbreviations: dict[Kind, str]
    marks: dict[str, re.Pattern[str]]

    def number(self, printed: str) -> Number:
        """Return the number of a unit as printed in figures or as a word; an empty one is 1. Raises ValueError."""
        return Number.parse(str(value_of(printed, self.language) or printed or 1))

    def mark(self, name: str) -> re.Pattern[str]:
        """Return the pattern of a mark, such as ``repealed``; one that never matches where the language has none."""
        return self.marks.get(name, re.compile(NEVER))


@cache
def grammars() -> dict[str, Grammar]:
    """Return the grammar of each language in the tables, by its code."""
    units, marks = table("languages/units.csv"), table("languages/marks.csv")
    languages = dict.fromkeys(row["language"] for row in units)
    return {language: _grammar(language, units, marks) for language in languages}


def grammar_in(language: str) -> Grammar:
    """Return the grammar of a language; one that the tables do not know is cited in English and has no marks."""
    known = grammars()
    return known.get(language) or replace(known[STAND_IN], language=language, units=(), marks={})


def _grammar(language: str, units: Sequence[Row], marks: Sequence[Row]) -> Grammar:
    own = [row for row in units if row["language"] == language]
    own_marks = {row["mark"]: row["pattern"] for row in marks if row["language"] == language}
    blanks = {
        "{ordinal}": ordinal_pattern(language),
        "{citation}": own_marks.get("citation", NEVER),
        "{annex-of}": own_marks.get("annex-of", NEVER),
    }
    patterns = (
        UnitPattern(Kind(row["kind"]), _compiled(row, blanks), row["numbering"])
        for row in own
        if row["numbering"] in NUMBERINGS
    )
    return Grammar(
        language,
        tuple(patterns),
        {Kind(row["kind"]): row["abbreviation"] for row in reversed(own)},
        {mark: re.compile(pattern) for mark, pattern in own_marks.items()},
    )


def _compiled(row: Row, blanks: dict[str, str]) -> re.Pattern[str]:
    pattern = NUMBERINGS[row["numbering"]].replace("{word}", row["word"])
    for blank, filling in blanks.items():
        pattern = pattern.replace(blank, filling)
    return re.compile(pattern)
