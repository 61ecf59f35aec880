"""Which column of a stranger's table holds what: guessed from the heads of the columns, and decided by a person."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Self

from rapidfuzz import fuzz

from muvofiq.publication.errors import ColumnsMissing, NoTableInFile
from muvofiq.publication.table_file import RawSheet
from muvofiq.tables import table

HEAD_ROWS = 40  # among which the heads of the columns are looked for
LIKE = 70  # of 100: how like a head must be to the words of a field
FEWEST = 2  # heads that a table has at least


@dataclass(frozen=True, slots=True)
class Columns:
    """How a table is read: its layout, its sheet, the row of its heads counted from 1, and the column of each field.

    Columns are counted from 0; a field that is not there has none.
    """

    layout: str
    sheet: str
    head: int
    fields: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def from_letter(cls, letter: Mapping[str, Any]) -> Self:
        """Return what was kept as JSON has it."""
        return cls(letter["layout"], letter["sheet"], letter["head"], dict(letter["fields"]))

    def to_letter(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return {"layout": self.layout, "sheet": self.sheet, "head": self.head, "fields": dict(self.fields)}


@dataclass(frozen=True, slots=True)
class Field:
    """What a column may hold, and the words by which the heads of such columns are known."""

    name: str
    is_needed: bool
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Heads:
    """Texts taken as heads: how like the words of a layout they are, and the column of each field found."""

    texts: tuple[str, ...]
    score: float
    fields: Mapping[str, int]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class _Guess:
    score: float
    columns: Columns


def layouts() -> tuple[str, ...]:
    """Return the layouts that are known, in the order of the library."""
    return tuple(row["layout"] for row in table("concordance-layouts/layouts.csv"))


def layout_name(layout: str, language: str) -> str:
    """Return what people call a layout."""
    names = {row["layout"]: row for row in table("concordance-layouts/layouts.csv")}
    return names[layout][language]


@cache
def fields_of(layout: str) -> tuple[Field, ...]:
    """Return the fields of a layout in their order."""
    rows = [row for row in table("concordance-layouts/fields.csv") if row["layout"] == layout]
    names = dict.fromkeys(row["field"] for row in rows)
    return tuple(_field(name, [row for row in rows if row["field"] == name]) for name in names)


def guess(sheets: Sequence[RawSheet], *, layout: str = "", sheet: str = "", head: int = 0) -> Columns:
    """Return how a file is probably to be read, as far as a person has not said it; raises NoTableInFile."""
    guesses = [
        found
        for name in ([layout] if layout in layouts() else layouts())
        for one in sheets
        if sheet in {"", one.name}
        for found in _guesses(one, name, head)
    ]
    if not guesses:
        raise NoTableInFile("file", sheets=", ".join(one.name for one in sheets) or "–")
    return max(guesses, key=lambda one: one.score).columns


def heads_at(sheet: RawSheet, head: int, layout: str) -> tuple[str, ...]:
    """Return the heads of the columns in a row, counted from 1.

    Where the row above tells more together with this one than each of the two alone, as it does above several heads,
    its words stand before those of this row; so the rows below the heads never count as heads themselves.
    """
    return _heads(sheet, head, layout).texts


def refuse_missing(sheet: RawSheet, columns: Columns, name: str) -> None:
    """Refuse columns that lack a field without which the table says nothing; raises ColumnsMissing."""
    wanted = (one for one in fields_of(columns.layout) if one.name not in columns.fields)
    missing = [one.words[0] for one in wanted if one.is_needed]
    if missing:
        found = ", ".join(filter(None, heads_at(sheet, columns.head, columns.layout))) or "–"
        where = f"{name}, sheet «{sheet.name}», row {columns.head}"
        raise ColumnsMissing(where, missing=", ".join(missing), found=found)


def _field(name: str, rows: Iterable[Mapping[str, str]]) -> Field:
    kept = list(rows)
    words = (_plain(word) for row in kept for word in row["words"].split(" | "))
    return Field(name, any(row["needed"] == "yes" for row in kept), tuple(dict.fromkeys(words)))


def _guesses(sheet: RawSheet, layout: str, head: int) -> Iterator[_Guess]:
    rows = [head] if head else range(1, min(len(sheet.rows), HEAD_ROWS) + 1)
    for row in rows:
        if _is_filled(_own(sheet, row)):
            heads = _heads(sheet, row, layout)
            yield _Guess(heads.score, Columns(layout, sheet.name, row, heads.fields))


def _heads(sheet: RawSheet, row: int, layout: str) -> _Heads:
    """Return the heads of a row by its own cells, or with the row above where both together tell more."""
    above, own = (_scored(_own(sheet, one), layout) for one in (row - 1, row))
    if not _is_filled(above.texts) or not _is_filled(own.texts):
        return own
    both = _scored(_put_together(above.texts, own.texts), layout)
    is_richer = len(both.fields) > max(len(above.fields), len(own.fields)) or (both.is_whole and not above.is_whole)
    is_called_for = not own.is_whole or above.score < own.score
    return both if is_called_for and is_richer and both.score > max(above.score, own.score) else own


def _scored(texts: tuple[str, ...], layout: str) -> _Heads:
    found = _assigned(texts, layout)
    needed = [one.name for one in fields_of(layout) if one.is_needed]
    there = sum(name in found for name in needed)
    likeness = sum(score for _, score in found.values()) / 100
    score = (0.1 + there / max(len(needed), 1)) * likeness / max(len(list(filter(None, texts))), 1) ** 0.5
    return _Heads(texts, score, {name: column for name, (column, _) in found.items()}, there == len(needed))


def _own(sheet: RawSheet, row: int) -> tuple[str, ...]:
    return tuple(" ".join(text.split()) for text in sheet.rows[row - 1]) if 1 <= row <= len(sheet.rows) else ()


def _is_filled(texts: Sequence[str]) -> bool:
    return len(list(filter(None, texts))) >= FEWEST


def _put_together(above: Sequence[str], own: Sequence[str]) -> tuple[str, ...]:
    width = max(len(above), len(own))
    groups = _filled(above, width)
    return tuple(f"{group} {own[at] if at < len(own) else ''}".strip() for at, group in enumerate(groups))


def _assigned(heads: Sequence[str], layout: str) -> dict[str, tuple[int, float]]:
    """Give each field the column whose head is most like its words, the surest first, no column twice."""
    pairs = sorted(
        ((_likeness(text, one), one.name, column) for column, text in enumerate(heads) for one in fields_of(layout)),
        key=lambda pair: (-pair[0], pair[2]),
    )
    found: dict[str, tuple[int, float]] = {}
    for score, name, column in pairs:
        if score >= LIKE and name not in found and column not in {taken for taken, _ in found.values()}:
            found[name] = column, score
    return found


def _likeness(text: str, one: Field) -> float:
    plain = _plain(text)
    if not plain:
        return 0
    return max(0.4 * fuzz.token_set_ratio(plain, word) + 0.6 * fuzz.token_sort_ratio(plain, word) for word in one.words)


def _plain(text: str) -> str:
    kept = re.sub(r"\[\d+\]", " ", text.casefold())
    return " ".join(re.findall(r"[^\W_]+", kept)) or " ".join(kept.split())


def _filled(row: Sequence[str], width: int) -> Iterator[str]:
    """Yield the heads of a row over all columns that each of them stands above."""
    last = ""
    for at in range(width):
        last = (row[at].strip() if at < len(row) else "") or last
        yield last
