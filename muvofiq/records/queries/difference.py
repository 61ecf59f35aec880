"""Two editions of an act on one page, unit by unit; and for a quoted unit what became of it in a newer edition."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from muvofiq.amendment.editions import UNCHANGED, Difference, Fates, Redline, UnitChange, What, difference
from muvofiq.law.citing import cite
from muvofiq.records.errors import NotComparable
from muvofiq.records.models import Edition
from muvofiq.records.queries.beside import Place
from muvofiq.records.queries.editions import newer_in, newer_than
from muvofiq.records.queries.law_text import law_of, reference_to
from muvofiq.records.queries.requirement_evidence import article_address


@dataclass(frozen=True, slots=True)
class Update:
    """What became of a unit in the newest edition of its act; ``there`` is its address in that, empty where gone."""

    edition: Edition
    eid: str
    newer: Edition
    there: str
    what: What

    @property
    def citation(self) -> str:
        """The unit as lawyers cite it."""
        return cite(reference_to(self.edition, self.eid), self.edition.language)

    @property
    def citation_there(self) -> str:
        """The unit as lawyers cite it in the newest edition; nothing where it is gone."""
        return cite(reference_to(self.newer, self.there), self.newer.language) if self.there else ""

    @property
    def anchor(self) -> str:
        """Where the unit stands on the page of the difference."""
        return self.there or f"was-{self.eid}"

    @property
    def is_unchanged(self) -> bool:
        """Whether its words, and all that lies in it, are the same."""
        return self.what in UNCHANGED

    @property
    def has_same_words(self) -> bool:
        """Whether its words are the same, though its number or the signs between them may not be."""
        return self.what in {*UNCHANGED, What.MOVED, What.SIGNS}


@dataclass(frozen=True, slots=True)
class At:
    """A unit of an edition, as a place."""

    edition: Edition
    eid: str


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """A unit on the page: where it stands now and stood before, as lawyers cite it.

    ``is_around`` marks one that is shown only because something inside it changed, ``is_missed`` one that has a new
    note of change although no word of its article changed.
    """

    change: UnitChange
    place: str
    was: str
    is_around: bool = False
    is_missed: bool = False


@dataclass(frozen=True, slots=True)
class DifferencePage:
    """All that the page shows. ``is_proven`` tells whether both texts can be read from the comparison to the letter."""

    before: Edition
    after: Edition
    found: Difference
    rows: tuple[DifferenceRow, ...]
    is_proven: bool

    @property
    def parts(self) -> tuple[tuple[str, Redline], ...]:
        """What changed outside the units, each with the name of its part."""
        named = (("head", self.found.head), ("notes", self.found.notes), ("tail", self.found.tail))
        return tuple((name, part) for name, part in named if any(one.kind != "kept" for one in part))

    @property
    def counts(self) -> dict[str, int]:
        """How many units became what, by the name of it."""
        return {what.value: count for what, count in self.found.counts.items()}

    @property
    def units_before(self) -> int:
        """How many units the earlier edition has."""
        return sum(one.before is not None for one in self.found.units)

    @property
    def units_after(self) -> int:
        """How many units the later edition has."""
        return sum(one.after is not None for one in self.found.units)


def difference_page(before: Edition, after: Edition, *, is_whole: bool = False) -> DifferencePage:
    """Compare two editions: what changed, with the articles around it, or all units; raises NotComparable."""
    found = difference_of(before, after)
    rows = list(_rows(before, after, found))
    shown = (row for row in rows if is_whole or row.is_around or row.change.what is not What.SAME)
    return DifferencePage(before, after, found, tuple(shown), found.proves(law_of(before), law_of(after)))


def difference_of(before: Edition, after: Edition) -> Difference:
    """Return the comparison of two editions, kept in memory: editions never change. Raises NotComparable."""
    if before == after or (before.act_id, before.language) != (after.act_id, after.language):
        raise NotComparable(f"{before.mission} > acts", one=before.name, other=after.name)
    return _difference(before, after)


def updates_in(edition: Edition, eids: Iterable[str]) -> tuple[Update, ...]:
    """Return what became of some units of an edition, each once; nothing where it is the newest."""
    newer = newer_than(edition)
    return _updates(edition, newer, eids) if newer else ()


def updates_of(places: Iterable[Place]) -> dict[tuple[UUID, str], Update]:
    """Return what became of each of some units of a mission, by the key of the edition and the eId."""
    eids: dict[Edition, list[str]] = defaultdict(list)
    for one in places:
        eids[one.edition].append(one.eid)
    newer = newer_in(next(iter(eids)).mission) if eids else {}
    found = (
        update for one, inside in eids.items() if one.pk in newer for update in _updates(one, newer[one.pk], inside)
    )
    return {(update.edition.pk, update.eid): update for update in found}


def _updates(edition: Edition, newer: Edition, eids: Iterable[str]) -> tuple[Update, ...]:
    difference_of(edition, newer)  # raises where there can be none
    fates = _fates(edition, newer)
    return tuple(
        Update(edition, eid, newer, there, what) for eid in dict.fromkeys(eids) for what, there in [fates.of(eid)]
    )


def _rows(before: Edition, after: Edition, found: Difference) -> Iterator[DifferenceRow]:
    there = {one.before.eid: one.after.eid for one in found.units if one.before and one.after}
    tops = [_article(one, (before, after), there) for one in found.units]
    inside: dict[str, set[What]] = defaultdict(set)
    around: set[str] = set()
    for one, top in zip(found.units, tops, strict=True):
        inside[top].add(one.what)
        if one.what is not What.SAME:
            above = _above(one.side.eid)
            around.update(above if one.after else (there.get(eid, "") for eid in above))
    for one, top in zip(found.units, tops, strict=True):
        is_elsewhere = one.is_elsewhere and one.what is not What.SAME
        yield DifferenceRow(
            one,
            cite(one.side.reference, after.language),
            cite(one.before.reference, before.language) if one.before and is_elsewhere else "",
            is_around=one.what is What.SAME and one.side.eid in around,
            is_missed=one.what is What.NOTED and inside[top] <= UNCHANGED,
        )


def _above(eid: str) -> list[str]:
    """Return the addresses of the units around one, as far as its own address names them."""
    steps = eid.split("__")
    return ["__".join(steps[:at]) for at in range(1, len(steps))]


def _article(one: UnitChange, editions: tuple[Edition, Edition], there: Mapping[str, str]) -> str:
    """Return the address of the article in which a unit stands in the later edition, or stood."""
    if one.after:
        return article_address(editions[1], one.after.eid).partition("~")[2]
    article = article_address(editions[0], one.side.eid).partition("~")[2]
    return there.get(article, f"was {article}")


@lru_cache(maxsize=32)
def _difference(before: Edition, after: Edition) -> Difference:
    return difference(law_of(before), law_of(after))


@lru_cache(maxsize=32)
def _fates(before: Edition, after: Edition) -> Fates:
    return Fates(_difference(before, after))
