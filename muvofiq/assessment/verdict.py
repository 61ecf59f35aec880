"""The verdicts a person may give on how a law, and its practice, answer a requirement; the machine gives none."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from muvofiq.standards.thesaurus import LANGUAGES
from muvofiq.tables import table


class Axis(StrEnum):
    """On what a verdict is given: the words of the law, or what is done."""

    LAW = "law"
    PRACTICE = "practice"


class Verdict(StrEnum):
    """The degree to which a requirement is met. «Not found» is said of the acts on file, never of the whole law.

    A law contradicts only a norm that binds the state; from any other it differs. It protects more where it gives
    persons more than the standard asks, and restricts more where it burdens persons or carriers more; «elsewhere» means
    an act that is named but not on file, «only treaty» a treaty in force, «not available» a restricted or unpublished
    text. «No data» is said of practice alone.
    """

    FULL = "full"
    PARTIAL = "partial"
    NOT_FOUND = "not_found"
    CONTRADICTS = "contradicts"
    DIFFERS = "differs"
    PROTECTS_MORE = "protects_more"
    RESTRICTS_MORE = "restricts_more"
    ELSEWHERE = "elsewhere"
    ONLY_TREATY = "only_treaty"
    NOT_AVAILABLE = "not_available"
    NOT_APPLICABLE = "not_applicable"
    NO_DATA = "no_data"
    NOT_ASSESSED = "not_assessed"


@dataclass(frozen=True, slots=True)
class Appearance:
    """How a verdict is shown everywhere: a mark, a colour (RRGGBB) and a word, so that colour is never alone.

    ``key`` is the key of the keyboard that gives it (on practice with the shift key); empty where it has none.
    """

    mark: str
    colour: str
    words: dict[str, str]
    practice_words: dict[str, str]
    axes: frozenset[Axis]
    key: str = ""

    def label(self, language: str) -> str:
        """Return mark and word in a language, said of the law.

        >>> appearances()[Verdict.PARTIAL].label("en")
        '◐ partial'
        """
        return f"{self.mark} {self.words[language]}"

    def practice_label(self, language: str) -> str:
        """Return mark and word in a language, said of practice.

        >>> appearances()[Verdict.NOT_FOUND].practice_label("en")
        '○ not done in practice'
        """
        return f"{self.mark} {self.practice_words[language]}"


@cache
def appearances() -> dict[Verdict, Appearance]:
    """Return the appearance of each verdict, from the table in the library, in the order of the table."""
    return {
        Verdict(row["verdict"]): Appearance(
            row["mark"],
            row["colour"],
            {code: row[code] for code in LANGUAGES},
            {code: row[f"practice_{code}"] or row[code] for code in LANGUAGES},
            frozenset(map(Axis, row["axes"].split())),
            row["key"],
        )
        for row in table("verdicts.csv")
    }


def verdicts_on(axis: Axis) -> tuple[Verdict, ...]:
    """Return the verdicts that can be given on an axis, in the order of the table."""
    return tuple(verdict for verdict, look in appearances().items() if axis in look.axes)
