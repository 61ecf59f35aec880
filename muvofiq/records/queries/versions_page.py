"""Two language versions of an act side by side: their twins, what only one of them has, and figures that differ."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from muvofiq.alignment.version_figures import Figures
from muvofiq.alignment.versions import Basis
from muvofiq.law.kind import Kind
from muvofiq.records.models import Edition
from muvofiq.records.queries.law_page import Paragraph, paragraphs_of_edition
from muvofiq.records.queries.versions import figures_of, twins_of

ELSEWHERE = "other-"  # before the address of a unit that only the other version has


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A unit of each version, or of one alone; ``shown`` is the one by which the row is known."""

    shown: Paragraph
    one: Paragraph | None
    other: Paragraph | None
    by: Basis | None
    figures: Figures | None

    @property
    def is_alone(self) -> bool:
        """Whether only one version has the unit."""
        return self.by is None

    @property
    def is_proposed(self) -> bool:
        """Whether the words alone make twins of the two: a person should look."""
        return self.by is Basis.CONTENT

    @property
    def anchor(self) -> str:
        """Its place on the page: the address in the first version, or that in the other one behind a word."""
        return self.shown.eid if self.one else f"{ELSEWHERE}{self.shown.eid}"


@dataclass(frozen=True, slots=True)
class VersionsPage:
    """The rows by article or heading, and what a drafter should look at.

    ``renumbered`` holds what stands under another printed number; running text is only counted, and not listed there.
    """

    articles: tuple[tuple[VersionRow, ...], ...]
    only_one: tuple[VersionRow, ...]
    only_other: tuple[VersionRow, ...]
    renumbered: tuple[VersionRow, ...]
    differing: tuple[VersionRow, ...]

    @property
    def is_alike(self) -> bool:
        """Whether there is nothing to look at."""
        return not (self.only_one or self.only_other or self.renumbered or self.differing)


def versions_page(edition: Edition, other: Edition) -> VersionsPage:
    """Gather the page of two versions."""
    rows = list(_rows(edition, other))
    return VersionsPage(
        articles=tuple(map(tuple, _by_article(rows))),
        only_one=_topmost([row for row in rows if row.other is None]),
        only_other=_topmost([row for row in rows if row.one is None]),
        renumbered=_topmost([row for row in rows if row.is_proposed and row.shown.kind is not Kind.INDENT]),
        differing=tuple(row for row in rows if row.figures),
    )


def _rows(edition: Edition, other: Edition) -> Iterator[VersionRow]:
    mine, theirs = (_by_eid(one) for one in (edition, other))
    differing = figures_of(edition, other)
    for twin in twins_of(edition, other):
        here, there = mine.get(twin.one or ""), theirs.get(twin.other or "")
        if shown := here or there:
            yield VersionRow(shown, here, there, twin.by, differing.get(twin.one or ""))


def _by_eid(edition: Edition) -> Mapping[str, Paragraph]:
    return {one.eid: one for one in paragraphs_of_edition(edition)}


def _by_article(rows: Sequence[VersionRow]) -> Iterator[list[VersionRow]]:
    gathered: list[VersionRow] = []
    for row in rows:
        if gathered and (row.shown.is_heading or row.shown.is_main_point):
            yield gathered
            gathered = []
        gathered.append(row)
    if gathered:
        yield gathered


def _topmost(rows: Sequence[VersionRow]) -> tuple[VersionRow, ...]:
    """Return the rows without those whose unit lies in that of another row."""
    eids = {row.shown.eid for row in rows}
    return tuple(row for row in rows if not _above(row.shown.eid) & eids)


def _above(eid: str) -> set[str]:
    steps = eid.split("__")
    return {"__".join(steps[:count]) for count in range(1, len(steps))}
