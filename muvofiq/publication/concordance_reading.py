"""A table of concordance that somebody else filled in: the units of the standard, and what answers each of them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from muvofiq.assessment.verdict import Appearance, Verdict, appearances
from muvofiq.publication.columns_guess import Columns, heads_at, refuse_missing
from muvofiq.publication.concordance_places import Place, Unclear
from muvofiq.publication.phrases import languages, phrases
from muvofiq.publication.table_file import RawSheet
from muvofiq.tables import table

NATIONAL = ("act", "national_unit", "national_text", "degree", "explanation")
MORE = ("reason", "planned", "responsible")  # is told with the explanation, under the head of its column
SHORT, NUMBERED = 4, 3  # a row that only counts the columns: letters in a cell at most, cells at least
BETWEEN = re.compile(r"\s[-–—]\s|[;:,()\[\]\n]+")


class Left(StrEnum):
    """Why a row of a table is not taken."""

    NUMBERS = "it only counts the columns"
    HEADING = "a heading or a note: nothing else stands in the row"
    NO_UNIT = Unclear.NO_UNIT.value
    NO_ARTICLE = Unclear.NO_ARTICLE.value
    TWICE = Unclear.TWICE.value
    PROPOSED = "proposed by the machine, confirmed by nobody"
    UNDECIDED = "nobody has decided anything in it"
    UNKNOWN_CODE = "no requirement has this number"


@dataclass(frozen=True, slots=True)
class LeftRow:
    """A row that is not taken: its number, its first words, and why."""

    row: int
    words: str
    why: Left


@dataclass(frozen=True, slots=True)
class Link:
    """What one row says answers a unit of the standard; ``degree`` is None where its words are none that we know."""

    row: int
    act: str = ""
    unit: str = ""
    text: str = ""
    degree: Verdict | None = None
    degree_words: str = ""
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class StandardUnit:
    """A unit of the standard with its words and all that answers it; ``code`` where the table names a requirement."""

    name: str
    row: int
    text: str = ""
    obligation: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table as it was read: each unit of the standard once, in the order of the rows, and what was left out."""

    units: tuple[StandardUnit, ...]
    left: tuple[LeftRow, ...]


@dataclass(slots=True)
class _Gathered:
    """What the rows of one unit say, each text once, in their order."""

    name: str
    row: int
    texts: dict[str, None] = field(default_factory=dict)
    obligations: dict[str, None] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)

    def unit(self) -> StandardUnit:
        """Return the unit; a text that goes on in the next row stands below."""
        text, obligation = ("\n\n".join(filter(None, one)) for one in (self.texts, self.obligations))
        return StandardUnit(self.name, self.row, text, obligation, tuple(self.links))


def read_concordance(sheet: RawSheet, columns: Columns, name: str) -> ReadTable:
    """Read the rows below the heads; an empty cell of the standard means the unit above. Raises ColumnsMissing."""
    refuse_missing(sheet, columns, name)
    heads = heads_at(sheet, columns.head, columns.layout)
    units: dict[tuple[int, str], _Gathered] = {}
    left: list[LeftRow] = []
    place, code = Place(), ""
    for row, cells in _rows(sheet, columns):
        words = sheet.rows[row - 1]
        why = _no_row(cells, words, row - columns.head)
        code = cells.get("code", "" if why is Left.HEADING else code)
        if why is Left.HEADING:
            place.go_under(next(text.strip() for text in words if text.strip()))
        elif why is None:
            unclear = None if code else place.take(cells.get("unit", ""))
            why = Left(unclear) if unclear else _proposed(cells, columns)
        if why:
            left.append(LeftRow(row, next(filter(None, words), "")[:200], why))
            continue
        unit = units.setdefault((0, code) if code else place.key, _Gathered(code or place.unit, row))
        unit.texts[cells.get("text", "")] = unit.obligations[cells.get("obligation", "")] = None
        unit.links += _links(row, cells, columns, heads)
    return ReadTable(tuple(one.unit() for one in units.values()), tuple(left))


def degree_of(words: str) -> Verdict | None:
    """Return the verdict that the words of a table mean; None for words that we do not know, and for several.

    >>> degree_of("Partially transposed"), degree_of("ДУ – делимично усклађено"), degree_of("rather well")
    (<Verdict.PARTIAL: 'partial'>, <Verdict.PARTIAL: 'partial'>, None)
    """
    known = _degree_words()
    if whole := known.get(_spelled(words)):
        return whole
    parts = [_spelled(one) for one in BETWEEN.split(words)]
    parts = [one for part in parts for one in ([part] if part in known else map(_spelled, part.split("/")))]
    found = {known[part] for part in parts if part in known}
    return found.pop() if len(found) == 1 else None


def _rows(sheet: RawSheet, columns: Columns) -> Iterator[tuple[int, dict[str, str]]]:
    for row, texts in enumerate(sheet.rows[columns.head :], columns.head + 1):
        cells = {name: texts[at].strip() for name, at in columns.fields.items() if at < len(texts)}
        if any(texts):
            yield row, {name: text for name, text in cells.items() if text}


def _no_row(cells: Mapping[str, str], texts: Iterable[str], below: int) -> Left | None:
    """Return why nothing is to be read in a row, or None; ``below`` counts the rows from the heads."""
    there = [text.strip() for text in texts if text.strip()]
    is_short = below <= 2 and len(there) >= NUMBERED and all(len(text.strip("().")) < SHORT for text in there)
    if is_short and degree_of(cells.get("degree", "")) is None:
        return Left.NUMBERS
    return Left.HEADING if len(there) == 1 and not set(cells) & {*NATIONAL, "text"} else None


def _proposed(cells: Mapping[str, str], columns: Columns) -> Left | None:
    """Tell whether only the machine says so: where persons judged whole requirements, the degree is not of the row."""
    is_undecided = degree_of(cells.get("degree", "")) is None
    if cells.get("state", "").casefold() in _words_for_proposed() and (is_undecided or "by" in columns.fields):
        return Left.PROPOSED
    is_empty = "state" in columns.fields and is_undecided and not set(cells) & {"act", "national_unit"}
    return Left.UNDECIDED if is_empty else None


def _links(row: int, cells: Mapping[str, str], columns: Columns, heads: tuple[str, ...]) -> Iterator[Link]:
    if not set(cells) & {*NATIONAL, *MORE}:
        return
    more = [f"{_head(heads, columns.fields[name])}: {cells[name]}" for name in MORE if name in cells]
    words = cells.get("degree", "")
    yield Link(
        row,
        act=cells.get("act", ""),
        unit=cells.get("national_unit", ""),
        text=cells.get("national_text", ""),
        degree=degree_of(words),
        degree_words=words,
        explanation="\n".join(filter(None, (cells.get("explanation", ""), *more))),
    )


def _head(heads: tuple[str, ...], at: int) -> str:
    return heads[at] if at < len(heads) else ""


@cache
def _degree_words() -> dict[str, Verdict]:
    rows = table("concordance-layouts/degrees.csv")
    words = {_spelled(word): Verdict(row["verdict"]) for row in rows for word in row["words"].split(" | ")}
    own = {_spelled(word): verdict for verdict, look in appearances().items() for word in _said(look)}
    return {word: one for word, one in (own | words).items() if one is not Verdict.NOT_ASSESSED}


def _said(look: Appearance) -> Iterator[str]:
    """Yield how our own documents say a verdict, of the law and of practice, with and without its mark."""
    for language in languages("concordance"):
        yield from (look.label(language), look.practice_label(language))
        yield from (look.words[language], look.practice_words[language])


@cache
def _words_for_proposed() -> frozenset[str]:
    return frozenset(phrases("concordance", one)("proposed").casefold() for one in languages("concordance"))


def _spelled(words: str) -> str:
    """Return the words without capital letters, full stops and blanks around; signs such as + stay."""
    return " ".join(words.casefold().replace("−", "-").strip(" .*\n\t").split())
