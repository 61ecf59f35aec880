"""The verdicts a person may give on how a law answers a requirement; the machine gives none."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from muvofiq.tables import table


class Verdict(StrEnum):
    """The degree to which a requirement is met. «Not found» is said of the acts on file, never of the whole law.

    A law protects more where it gives persons more than the standard asks, and restricts more where it burdens persons
    or carriers more; «elsewhere» means an act that is named but not on file, «only treaty» a treaty in force.
    """

    FULL = "full"
    PARTIAL = "partial"
    NOT_FOUND = "not_found"
    CONTRADICTS = "contradicts"
    PROTECTS_MORE = "protects_more"
    RESTRICTS_MORE = "restricts_more"
    ELSEWHERE = "elsewhere"
    ONLY_TREATY = "only_treaty"
    NOT_APPLICABLE = "not_applicable"
    NOT_ASSESSED = "not_assessed"


@dataclass(frozen=True, slots=True)
class Appearance:
    """How a verdict is shown everywhere: a mark, a colour (RRGGBB) and a word, so that colour is never alone."""

    mark: str
    colour: str
    words: dict[str, str]

    def label(self, language: str) -> str:
        """Return mark and word in a language.

        >>> appearances()[Verdict.PARTIAL].label("en")
        '◐ partial'
        """
        return f"{self.mark} {self.words[language]}"


@cache
def appearances() -> dict[Verdict, Appearance]:
    """Return the appearance of each verdict, from the table in the library, in the order of the table."""
    return {
        Verdict(row["verdict"]): Appearance(
            row["mark"], row["colour"], {code: row[code] for code in ("en", "ru", "tg")}
        )
        for row in table("verdicts.csv")
    }
