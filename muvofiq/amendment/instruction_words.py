"""The formulae of amending acts and the words around them, read from the tables of the library."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from muvofiq.amendment.instruction_patterns import Patterns
from muvofiq.law.kind import Kind
from muvofiq.tables import table

# In a text that is matched with formulae, «⟦0⟧» stands for its first quotation and «◆» for the name of an act.
ACT = "◆"
WORDS = re.compile(r"[^\W_]+")


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

    def without(self, role: str, text: str) -> str:
        """Return the words of a text that are none of a role, nor part the items of a list."""
        for _, pattern in self.of(role):
            text = pattern.sub(" ", text)
        text = re.sub(self.separator, " ", text, flags=re.IGNORECASE)
        return " ".join(WORDS.findall(text))

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
    patterns = Patterns.of(language)
    roles = dict.fromkeys(row["role"] for row in patterns.rows)
    return Formulae(
        language=language,
        formulae=tuple(
            Formula(Operation(row["operation"]), patterns.formula(row["pattern"]), row["example"]) for row in own
        ),
        words={role: _words(patterns, role) for role in roles},
        unit_words=patterns.word(patterns.units),
        separator=patterns.separator,
        kinds=tuple((Kind(row["kind"]), re.compile(f"(?i:{row['pattern']})")) for row in patterns.unit_rows),
        ordinal=patterns.ordinal,
        run_together=patterns.run_together,
    )


def _words(patterns: Patterns, role: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["kind"], patterns.word(row["pattern"])) for row in patterns.rows if row["role"] == role)
