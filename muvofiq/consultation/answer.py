"""What an agency answers to one question; a yes without act, article and text is taken, and marked as incomplete."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Self

from muvofiq.standards.thesaurus import LANGUAGES
from muvofiq.tables import table


class Said(StrEnum):
    """The short answer."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_COMPETENT = "not_competent"


class Point(StrEnum):
    """What is asked of every question, in the order of the form."""

    SAID = "said"
    ACT = "act"
    NUMBER = "number"
    ARTICLE = "article"
    TEXT = "text"
    PRACTICE = "practice"
    SINCE = "since"
    RESPONSIBLE = "responsible"
    EXPLANATION = "explanation"


PROOF = (Point.ACT, Point.ARTICLE, Point.TEXT)  # what every yes has to name
WANTED = {Said.YES: PROOF, Said.PARTLY: PROOF, Said.NO: (Point.EXPLANATION,), Said.NOT_COMPETENT: ()}
AFTER = r"\s*(?:[^\w\s/\\|]|\n|$)"  # a word alone, or set off from what follows: «не знаю» is no «не»


@dataclass(frozen=True, slots=True)
class Answer:
    """The cells as the agency filled them in. ``said`` is None where nobody can say what was meant.

    ``remark`` holds the words of the short answer where they are more than one of the words asked for. ``by`` says who
    filled the form in, as it says itself. ``place`` is the unit (edition~eId) as which act and article were read.
    """

    said: Said | None = None
    remark: str = ""
    act: str = ""
    number: str = ""
    article: str = ""
    text: str = ""
    practice: str = ""
    since: str = ""
    responsible: str = ""
    explanation: str = ""
    by: str = ""
    place: str = ""

    @classmethod
    def of(cls, cells: Mapping[Point, str], by: str = "") -> Self:
        """Read the cells of a form."""
        short = cells.get(Point.SAID, "").strip()
        said = said_by(short)
        remark = "" if said and _letters(short) in _words()[said] else short
        others = {point.value: cells.get(point, "").strip() for point in Point if point is not Point.SAID}
        return cls(said=said, remark=remark, by=by.strip(), **others)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the letter of an answer.

        >>> Answer.parse(str(Answer(Said.YES, act="Border Act"))).missing
        (<Point.ARTICLE: 'article'>, <Point.TEXT: 'text'>)
        """
        entry: dict[str, Any] = json.loads(text)
        return cls(**{**entry, "said": Said(entry["said"]) if entry.get("said") else None})

    def __str__(self) -> str:
        return json.dumps({name: value for name, value in asdict(self).items() if value}, ensure_ascii=False)

    @property
    def cells(self) -> dict[Point, str]:
        """What was written besides the short answer, in the order of the form; empty cells are left out."""
        every = {point: str(getattr(self, point.value)) for point in Point if point is not Point.SAID}
        return {point: text for point, text in every.items() if text}

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written at all."""
        return self.said is None and not self.remark and not self.cells

    @property
    def missing(self) -> tuple[Point, ...]:
        """What has to be filled in before this counts as an answer."""
        if self.said is None:
            return (Point.SAID,)
        return tuple(point for point in WANTED[self.said] if not getattr(self, point.value))

    def says_the_same(self, other: "Answer") -> bool:
        """Whether two answers have the same words, whoever filled them in."""
        return (self.said, self.remark, self.cells) == (other.said, other.remark, other.cells)


def said_by(words: str) -> Said | None:
    """Return the short answer that some words give, in whichever language; None where that is not clear.

    >>> said_by("Да, статья 4"), said_by("НЕ В НАШЕЙ КОМПЕТЕНЦИИ."), said_by("не знаю"), said_by("да, нет")
    (<Said.YES: 'yes'>, <Said.NOT_COMPETENT: 'not_competent'>, None, None)
    """
    text = words.strip().casefold()
    first = _beginning().match(text)
    second = _beginning().match(text, first.end()) if first else None
    found = {_meant(one[1]) for one in (first, second) if one}
    return found.pop() if len(found) == 1 else None


def said_word(said: Said, language: str) -> str:
    """Return the word that people read for a short answer."""
    row = next(row for row in table("answers.csv") if row["said"] == said.value)
    return row[language]


def _meant(word: str) -> Said:
    return next(said for said, known in _words().items() if _letters(word) in known)


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


@cache
def _words() -> dict[Said, frozenset[str]]:
    return {Said(row["said"]): frozenset(map(_letters, _known(row))) for row in table("answers.csv")}


@cache
def _beginning() -> re.Pattern[str]:
    every = sorted((word for row in table("answers.csv") for word in _known(row)), key=len, reverse=True)
    words = "|".join(r"\s+".join(map(re.escape, word.casefold().split())) for word in every)
    return re.compile(rf"[\W_]*({words}){AFTER}")


def _known(row: Mapping[str, str]) -> list[str]:
    return [*(row[code] for code in LANGUAGES), *row["also"].split(" | ")]
