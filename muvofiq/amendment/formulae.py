"""The formulae in which amending acts order a change, read from the tables of the library.

A formula such as ``[в {place:prep} ]{old:acc} заменить {new:ins}`` has blanks, each with the case in which it is
filled. What stands in square brackets falls away where a blank in it is empty. ``{шавад|шаванд:old}`` agrees with the
phrase named: two forms are one thing and several, four are masculine, feminine, neuter and several.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from muvofiq.amendment.errors import NoFormulae
from muvofiq.tables import Row, table

CASES = ("nom", "gen", "acc", "ins", "prep")
GENDERS = ("m", "f", "n")
BLANK = re.compile(r"\{(?P<forms>[^{}|:]*(?:\|[^{}|:]*)*):?(?P<by>\w*)\}")
OPTIONAL = re.compile(r"\[([^][]*)\]")
EUPHONY = "euphony:"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words as they stand in each case; without any they are not said, but what is ordered still agrees with them."""

    cases: Mapping[str, str] = field(default_factory=dict[str, str])
    gender: str = "m"
    is_plural: bool = False

    def said(self, case: str) -> str:
        """Return the words in a case; languages without cases have but the first."""
        return self.cases.get(case) or self.cases.get("nom", "")

    def agreeing(self, forms: Sequence[str]) -> str:
        """Return the form that agrees with the phrase."""
        if self.is_plural:
            return forms[-1]
        return forms[GENDERS.index(self.gender) if len(forms) > 2 else 0]

    @classmethod
    def of(cls, say: Callable[[str], str], gender: str, *, is_plural: bool = False) -> "Phrase":
        """Return the phrase whose words in each case are given by a function."""
        return cls({case: say(case) for case in CASES}, gender, is_plural)


def plain(words: str) -> Phrase:
    """Return a phrase that is the same in each case."""
    return Phrase({"nom": words})


def write_formula(language: str, operation: str, blanks: Mapping[str, Phrase]) -> str:
    """Return the formula of an operation with its blanks filled. Raises NoFormulae."""
    return begun(language, fill(formulae(language)[operation], blanks))


def fill(formula: str, blanks: Mapping[str, Phrase]) -> str:
    """Return a formula with its blanks filled.

    >>> fill("[in {place}, ]{old} {is|are:old} deleted", {"old": Phrase({"nom": "the words"}, is_plural=True)})
    'the words are deleted'
    """
    return _filled(OPTIONAL.sub(lambda part: _optional(part[1], blanks), formula), blanks)


def begun(language: str, text: str) -> str:
    """Return a text with its first preposition as the words behind it want it."""
    for name, words in words_of(language).items():
        if name.startswith(EUPHONY) and text.startswith(name.removeprefix(EUPHONY)):
            return words + text.removeprefix(name.removeprefix(EUPHONY))
    return text


@cache
def formulae(language: str) -> dict[str, str]:
    """Return the formulae of a language by operation. Raises NoFormulae."""
    rows = table("formulae/writing.csv")
    found = {row["operation"]: row["formula"] for row in rows if row["language"] == language}
    if not found:
        raise NoFormulae(
            "formulae/writing.csv", language=language, known=", ".join(dict.fromkeys(row["language"] for row in rows))
        )
    return found


@cache
def words_of(language: str) -> dict[str, str]:
    """Return the small words and the patterns of a language by name."""
    return {row["name"]: row["text"] for row in table("formulae/writing-words.csv") if row["language"] == language}


@cache
def nouns(language: str) -> dict[tuple[str, bool], Row]:
    """Return what each unit is called, by name and whether there are several."""
    rows = (row for row in table("formulae/writing-units.csv") if row["language"] == language)
    return {(row["name"], bool(row["plural"])): row for row in rows}


def act_of(language: str, kind: str) -> Row:
    """Return what an act is called whose title begins with this line: «Закон», «Кодекс»; a law where no word tells."""
    rows = [row for row in table("formulae/writing-acts.csv") if row["language"] == language]
    named = [row for row in rows if row["title"] in kind.lower()]
    return min(named, key=lambda row: kind.lower().index(row["title"])) if named else rows[-1]


def _optional(part: str, blanks: Mapping[str, Phrase]) -> str:
    named = [match for match in BLANK.finditer(part) if "|" not in match["forms"]]
    return part if all(blanks.get(match["forms"], Phrase()).cases for match in named) else ""


def _filled(formula: str, blanks: Mapping[str, Phrase]) -> str:
    def said(match: re.Match[str]) -> str:
        forms = match["forms"].split("|")
        if len(forms) > 1:
            return blanks[match["by"]].agreeing(forms)
        return blanks[match["forms"]].said(match["by"] or "nom")

    return BLANK.sub(said, formula)
