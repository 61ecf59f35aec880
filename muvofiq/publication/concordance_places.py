"""Which unit of a standard a row of a table means: a bare number belongs to the article that was named last.

>>> place = Place()
>>> place.take("Article 11(1)"), place.unit
(None, 'Article 11(1)')
>>> place.take("(a)"), place.unit
(None, 'Article 11(1)(a)')
>>> place.take("2."), place.unit
(None, 'Article 11 2.')
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from muvofiq.tables import table

NUMBER = r"(?:\d{1,4}|[IVXLCІХ]{1,7})(?:\s?(?:bis|ter|quater|quinquies)|[-–]?\d{1,3}|[-–]?[^\W\d_])?(?!\w)"
PIECE = r"[(\[](?:\d{1,3}[^\W\d_]?|[^\W\d_]{1,5})[)\]]\.?|(?:\d{1,3}[^\W\d_]?|[^\W\d_])(?!\w|\.\d)[.)]?"
BRACKETS = ("(", "[")


class Unclear(StrEnum):
    """Why nobody can say which unit a row means."""

    NO_UNIT = "no unit of the standard stands in it or above it"
    NO_ARTICLE = "the number of a paragraph, and no article above it"
    TWICE = "the same number a second time, and no article that tells the two apart"


@dataclass(slots=True)
class Place:
    """The unit of the row that is being read; ``section`` counts the headings that no unit reaches across."""

    unit: str = ""
    section: int = 0
    _article: str = ""
    _figure: str = ""
    _is_title_next: bool = False
    _seen: set[tuple[int, str]] = field(default_factory=set)

    @property
    def key(self) -> tuple[int, str]:
        """What rows of one unit have in common."""
        return self.section if self._article or not _bare().fullmatch(self.unit) else 0, self.unit

    def take(self, text: str) -> Unclear | None:
        """Go to the unit that stands in a row; where none does, the one above goes on. Return why it is not clear."""
        self._is_title_next = False
        if not text:
            return None if self.unit else Unclear.NO_UNIT
        before, self.unit = self.unit, text
        if not self._name_article(text) and _bare().fullmatch(text):
            if not self._article and text.startswith(BRACKETS):
                self.unit = ""
                return Unclear.NO_ARTICLE
            self.unit = self._below_article(text)
            if self.key in self._seen and self.unit != before:
                self.unit = ""
                return Unclear.TWICE
        self._seen.add(self.key)
        return None

    def go_under(self, heading: str) -> None:
        """Go under a heading: an article, the title of the article above it, or what begins something new."""
        if _bare().fullmatch(heading):
            self.take(heading)
        elif self._name_article(heading):
            self.section += 1
            self.unit = self._article + self._figure
            self._is_title_next = True
        elif self._is_title_next:
            self._is_title_next = False
        else:
            self.section += 1
            self.unit = self._article = self._figure = ""

    def _name_article(self, text: str) -> bool:
        """Note the article that a text begins with, if it does."""
        found = _article().match(text)
        if found:
            rest = text[found.end() :].strip(" .,\n")
            self._article, self._figure = found[0], rest if _bare().fullmatch(rest) else ""
        return bool(found)

    def _below_article(self, text: str) -> str:
        is_figure = bool(re.search(r"\d", text))
        above = self._article if is_figure else _joined(self._article, self._figure)
        if is_figure:
            self._figure = text
        return _joined(above, text)


def _joined(above: str, text: str) -> str:
    return f"{above}{text}" if text.startswith(BRACKETS) else f"{above} {text}".strip()


@cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('article')})\b\.?\s*{NUMBER}", re.IGNORECASE)


@cache
def _bare() -> re.Pattern[str]:
    """Return what a number of a paragraph or a point looks like that names no article."""
    return re.compile(rf"(?:(?:(?:{_words('part')})(?!\w)\.?\s*)?(?:{PIECE})[\s,]*){{1,4}}", re.IGNORECASE)


def _words(part: str) -> str:
    rows = (row for row in table("concordance-layouts/places.csv") if row["part"] == part)
    return "|".join(re.escape(word) for row in rows for word in row["words"].split(" | "))
