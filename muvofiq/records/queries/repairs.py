"""The places that were put right in a text, gathered so that a person can look them through."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from muvofiq.records.models import HistoryEntry
from muvofiq.text.damage import Damage, Repair

SHOWN = 3  # places of a repair with the words around them
AROUND = 45  # letters on each side


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a repair: the line of the file, and its words before, at and behind the place as the file has them."""

    line: int
    left: str
    word: str
    right: str


@dataclass(frozen=True, slots=True)
class RepairRow:
    """The same repair wherever it is made, how often, and who refused it, if somebody did."""

    key: str
    before: str
    after: str
    count: int
    lines: tuple[int, ...]
    places: tuple[Place, ...] = ()
    is_made: bool = True
    refused_by: HistoryEntry | None = None


@dataclass(frozen=True, slots=True)
class RepairsOfOneKind:
    """All repairs of one kind of damage, the most frequent first."""

    damage: Damage
    rows: tuple[RepairRow, ...]

    @property
    def count(self) -> int:
        """How many places there are."""
        return sum(row.count for row in self.rows)

    @property
    def made(self) -> int:
        """How many of the rows are made."""
        return sum(row.is_made for row in self.rows)


def gather_repairs(
    repairs: Iterable[Repair],
    lines: Mapping[int, str] | None = None,
    refused: Collection[str] = (),
    refused_by: Mapping[str, HistoryEntry] | None = None,
) -> tuple[RepairsOfOneKind, ...]:
    """Gather repairs by damage and by key; ``lines`` are those of the file, to show the words around a place."""
    found: dict[Damage, dict[str, list[Repair]]] = {}
    for one in repairs:
        found.setdefault(one.damage, {}).setdefault(one.key, []).append(one)
    kinds = []
    for damage in (one for one in Damage if one in found):
        rows = [
            RepairRow(
                key=key,
                before=same[0].before,
                after=same[0].after,
                count=len(same),
                lines=tuple(dict.fromkeys(one.line for one in same)),
                places=tuple(_place(one, lines or {}) for one in same[:SHOWN]),
                is_made=key not in refused,
                refused_by=(refused_by or {}).get(key) if key in refused else None,
            )
            for key, same in found[damage].items()
        ]
        rows.sort(key=lambda row: (-row.count, row.lines[0], row.before))
        kinds.append(RepairsOfOneKind(damage, tuple(rows)))
    return tuple(kinds)


def _place(one: Repair, lines: Mapping[int, str]) -> Place:
    text = lines.get(one.line, "")
    found = re.search(rf"(?<!\w){re.escape(one.before)}(?!\w)", text)
    if one.damage.is_font or found is None:
        return Place(one.line, "", text[: 2 * AROUND] or one.before[: 2 * AROUND], "")
    at, end = found.span()
    left = f"…{text[at - AROUND : at]}" if at > AROUND else text[:at]
    right = f"{text[end : end + AROUND]}…" if end + AROUND < len(text) else text[end:]
    return Place(one.line, left, one.before, right)
