"""The formulae of amending acts and the words around them, read from the tables of the library."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from muvofiq.law.citation_words import FIGURES, ROMAN
from muvofiq.law.grammar import NEVER
from muvofiq.law.kind import Kind
from muvofiq.law.ordinals import Use, ordinals
from muvofiq.tables import Row, table

# In a text that is matched with formulae, «⟦0⟧» stands for its first quotation and «◆» for the name of an act.
QUOTATION = r"⟦\d+⟧"
ACT = "◆"
LETTER = r"[«\"“„][^\W_][⁰¹²³⁴⁵⁶⁷⁸⁹\d]{0,2}[»\"”“](?:-?[ияе](?!\w))?"
MANNERS = ("every", "last", "nth", "forms")  # the roles of words that tell which occurrence is meant, in which forms
LIST = re.compile(r"\{(what|with|of):(\w+)\}")


class Operation(StrEnum):
    """What a formula orders."""

    LEAD_IN = "lead-in"
    REPLACE_WORDS = "replace-words"
    DELETE_WORDS = "delete-words"
    INSERT_BEHIND = "insert-behind"
    INSERT_BEFORE = "insert-before"
    APPEND_WORDS = "append-words"
    PREPEND_WORDS = "prepend-words"
    INSERT_SENTENCES = "insert-sentences"
    INSERT_UNITS = "insert-units"
    INSERT_BY_ANNEX = "insert-by-annex"
    EDITION = "edition"
    EDITION_BY_ANNEX = "edition-by-annex"
    REPEAL = "repeal"
    REMOVE_UNITS = "remove-units"
    RENUMBER = "renumber"
    NUMBER_UNITS = "number-units"
    SUSPEND = "suspend"
    TYPOGRAPHIC = "typographic"
    ENTER_INTO_FORCE = "enter-into-force"


@dataclass(frozen=True, slots=True)
class Formula:
    """One formula of a language with an example in plain words."""

    operation: Operation
    pattern: re.Pattern[str]
    example: str


@dataclass(frozen=True, slots=True)
class Match:
    """A formula where it stands in a text."""

    formula: Formula
    found: re.Match[str]

    def said(self, name: str) -> str:
        """Return what stands in a blank of the formula; empty where it has no such blank."""
        return (self.found.groupdict().get(name) or "").strip()


@dataclass(frozen=True, slots=True)
class Formulae:
    """All formulae of a language, and by role the patterns of the words around them."""

    language: str
    formulae: tuple[Formula, ...]
    words: dict[str, tuple[tuple[str, re.Pattern[str]], ...]]
    unit_words: re.Pattern[str]
    separator: str
    kinds: tuple[tuple[Kind, re.Pattern[str]], ...]
    ordinal: str
    run_together: re.Pattern[str]
    """A word behind which a file has lost the blank: «вподпункте 3», «статьи4»."""

    def of(self, role: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Return kind and pattern of the words of a role."""
        return self.words.get(role, ())

    def kind_of(self, word: str) -> Kind | None:
        """Return which kind of unit a word means."""
        return next((kind for kind, pattern in self.kinds if pattern.fullmatch(word)), None)

    def kind_in(self, text: str) -> Kind | None:
        """Return the kind of the first unit that a text names."""
        found = self.unit_words.search(text)
        return self.kind_of(found[0]) if found else None

    def matches(self, text: str) -> Iterator[Match]:
        """Yield the formulae of a text in the order of print: what begins first, and of such the longest."""
        at = 0
        found = [Match(one, match) for one in self.formulae if (match := one.pattern.search(text))]
        while found:
            best = min(found, key=lambda one: (one.found.start(), -one.found.end()))
            yield best
            at = best.found.end()
            again = (one if one.found.start() >= at else _next(one, text, at) for one in found)
            found = [one for one in again if one]


def _next(one: Match, text: str, at: int) -> Match | None:
    found = one.formula.pattern.search(text, at)
    return Match(one.formula, found) if found else None


@cache
def formulae_in(language: str) -> Formulae | None:
    """Return the formulae of a language, or None where the table has none."""
    own = [row for row in table("formulae/reading.csv") if row["language"] == language]
    if not own:
        return None
    rows = [row for row in table("formulae/reading-words.csv") if row["language"] == language]
    blanks = _blanks(language, rows)
    formulae = (
        Formula(Operation(row["operation"]), _compiled(row["pattern"], rows, blanks), row["example"]) for row in own
    )
    roles = dict.fromkeys(row["role"] for row in rows)
    words = {
        role: tuple((row["kind"], _word(row["pattern"], blanks)) for row in rows if row["role"] == role)
        for role in roles
    }
    units = re.compile(rf"(?<!\w)(?i:{blanks['{unit-word}']})(?!\w)")
    kinds = tuple((Kind(row["kind"]), re.compile(f"(?i:{row['pattern']})")) for row in _units(language, rows))
    return Formulae(
        language,
        tuple(formulae),
        words,
        units,
        blanks["{separator}"],
        kinds,
        blanks["{ord}"],
        _run_together(rows, blanks),
    )


def _run_together(rows: Sequence[Row], blanks: dict[str, str]) -> re.Pattern[str]:
    units, preposition = blanks["{unit-word}"], _noun("preposition", rows)
    return re.compile(rf"(?<!\w)(?i:{preposition}(?=(?:{units})(?!\w))|(?:{units})(?=\d)|\d+(?=(?:{units})(?!\w)))")


def _units(language: str, rows: Sequence[Row]) -> list[Row]:
    cited = [row for row in table("languages/citations.csv") if row["language"] == language]
    return [row for row in (*cited, *rows) if row["role"] == "unit"]


def _word(pattern: str, blanks: dict[str, str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{_filled(pattern, blanks)})(?!\w)" if pattern else NEVER)


def _compiled(pattern: str, rows: Sequence[Row], blanks: dict[str, str]) -> re.Pattern[str]:
    listed = LIST.sub(lambda found: _list(found[1], found[2], rows, blanks["{and}"]), pattern)
    return re.compile(rf"(?<!\w){_filled(listed, blanks)}", re.IGNORECASE)


def _filled(pattern: str, blanks: dict[str, str]) -> str:
    for blank, filling in blanks.items():
        pattern = pattern.replace(blank, filling)
    return pattern


def _list(role: str, name: str, rows: Sequence[Row], conjunction: str) -> str:
    """Return the pattern of quotations that are listed, each with a word such as «слова» or without it."""
    noun = _noun(role, rows)
    if any(row["role"] == "order" for row in rows):
        one = rf"{QUOTATION}(?:\s*{noun})?"
        return (
            rf"(?P<{name}>{one}(?:\s*(?:,|{conjunction})?\s*{one})*?)"
            if name == "old"
            else _row(name, one, conjunction)
        )
    return _row(name, rf"(?:{noun}\s*)?{QUOTATION}", conjunction)


def _noun(role: str, rows: Sequence[Row]) -> str:
    return next((f"(?:{row['pattern']})" for row in rows if row["role"] == role), NEVER)


def _row(name: str, one: str, conjunction: str) -> str:
    return rf"(?P<{name}>{one}(?:\s*(?:,\s*(?:{conjunction})?|(?:{conjunction})\s)\s*{one})*)"


def _manner(rows: Sequence[Row]) -> str:
    """Return the pattern of what may say, behind quoted words, which occurrence is meant, or in which forms."""
    said = "|".join(row["pattern"].replace("?P<nth>", "?:") for row in rows if row["role"] in MANNERS) or NEVER
    return rf"(?P<manner>\s*,?\s*\(?(?:{said})\)?)?"


def _blanks(language: str, rows: Sequence[Row]) -> dict[str, str]:
    """Return what is put into the blanks of patterns."""
    conjunction = "|".join(row["pattern"] for row in rows if row["role"] == "and")
    last = "|".join(one.pattern for one in ordinals(language, Use.CITATION) if not one.is_tens) or NEVER
    tens = "|".join(one.pattern for one in ordinals(language, Use.CITATION) if one.is_tens) or NEVER
    word = rf"(?:(?:{tens})\s+)?(?:{last})(?!\w)"
    ordinal = rf"(?:{word}|\d{{1,3}}(?!\w))"
    cited = [row for row in table("languages/citations.csv") if row["language"] == language]
    suffix = "".join(f"(?:{row['pattern']})?" for row in cited if row["role"] == "suffix")
    units = "|".join(row["pattern"] for row in _units(language, rows)) or NEVER
    number = rf"(?:{LETTER}|{FIGURES}{suffix}\)?|[^\W\d_]\)|{ordinal}|{ROMAN})"
    separator = rf"(?:\s*,\s*(?:{conjunction})?|\s*[-–—]|\s+(?:{conjunction})(?!\w))\s*"
    listed = rf"{number}(?:{separator}{number})*"
    new = _noun("new", rows)
    is_behind = any(row["role"] == "order" for row in rows)
    before = listed if is_behind else rf"{word}(?:{separator}{word})*"  # «вторым абзацем», but «5 абзацем» is no unit
    unit = rf"(?:(?:{units})(?!\w)(?:\s+{new})?(?:\s+{listed})?|{before}\s*-?\s*(?:{units}))"
    what, using = (rf"(?:{_noun(role, rows)}\s*){QUOTATION}" for role in ("what", "with"))
    by = _noun("by", rows)
    respectively = next((row["pattern"] for row in rows if row["role"] == "respectively"), NEVER)
    return {
        "{manner}": _manner(rows),
        "{pairs-behind}": rf"(?P<pairs>(?:\s*(?:,|{conjunction})\s*{what}\s*[-–—]?\s*{using})*)",
        "{pairs-before}": rf"(?P<pairs>(?:{what}\s+(?:{by})\s+{what}(?:\s*,|\s+(?:{conjunction})(?!\w))\s*)*)",
        "{unit-chain}": rf"{unit}(?:\s+{unit})*",
        "{unit-word}": units,
        "{units}": unit,
        "{ord}": f"(?:{ordinal})",
        "{and}": conjunction,
        "{separator}": separator,
        "{respectively}": rf"(?:(?:{respectively})\s+)?",
        "{wording}": r"(?:\s*:?\s*⟦(?P<wording>\d+)⟧)?",
    }
