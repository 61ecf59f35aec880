"""A translation follows its words to their new address before another one takes its place; none is lost by a move."""

from collections import defaultdict
from typing import Any

from muvofiq.records.models import Act, Edition, WorkingTranslation
from muvofiq.records.queries.own_units import OwnUnit, own_units
from muvofiq.records.queries.translations import newest_edition


class Room:
    """The translations of an act from one language into another, and where their words stand in its newest edition.

    One whose words stand there is never written over by a translation of other words: it moves to their address. Where
    no address is free, a translation has none, and is found by its words alone.
    """

    def __init__(self, act: Act, original_language: str, language: str) -> None:
        self._facts: dict[str, Any] = {"act": act, "original_language": original_language, "language": language}
        newest = newest_edition(act, original_language)
        self._hashes = {eid: unit.sha256 for eid, unit in own_units(newest).items()} if newest else {}
        self._homes: defaultdict[str, list[str]] = defaultdict(list)
        for eid, sha256 in self._hashes.items():
            self._homes[sha256].append(eid)
        rows = list(WorkingTranslation.objects.filter(**self._facts))
        self._by_eid = {row.eid: row for row in rows}
        self._by_key = {row.pk: row for row in rows}

    def row_for(self, edition: Edition, unit: OwnUnit, before: WorkingTranslation | None) -> WorkingTranslation:
        """Return the row, not yet saved, that holds a new translation: the one before, or a new one at a free address.

        Other rows that had to move are saved. Call it inside an action.
        """
        row = self._by_key.get(before.pk) if before else None
        if row and row.original_sha256 == unit.sha256:
            return row
        if row is None or row.original_sha256 in self._homes:
            row = WorkingTranslation(**self._facts)
            row.eid = unit.eid if self._is_cleared(unit.eid) else nowhere(row)
            self._by_eid[row.eid] = self._by_key[row.pk] = row
        row.edition, row.original_sha256 = edition, unit.sha256
        return row

    def _is_cleared(self, eid: str) -> bool:
        """Move what stands at an address to where its words stand now, and what stands there further on.

        What is at home stays, and the address is not free.
        """
        row, taken = self._by_eid.get(eid), {eid}
        if row and self._is_home(eid):
            return False
        moves: list[tuple[WorkingTranslation, str]] = []
        while row:
            homes = self._homes.get(row.original_sha256, [])
            home = next((one for one in homes if one not in taken and not self._is_home(one)), nowhere(row))
            moves.append((row, home))
            taken.add(home)
            row = self._by_eid.get(home)
        for row, home in reversed(moves):  # the last one first: two rows never have the same address
            del self._by_eid[row.eid]
            self._by_eid[home] = row
            row.eid = home
            WorkingTranslation.objects.filter(pk=row.pk).update(eid=home)
        return True

    def _is_home(self, eid: str) -> bool:
        row = self._by_eid.get(eid)
        return row is not None and row.original_sha256 == self._hashes.get(eid)


def nowhere(row: WorkingTranslation) -> str:
    """Return the address of a translation whose words alone find it; no unit has such a one."""
    return f"@{row.pk}"
