"""What rests on a text that a newer edition has taken the place of, what became of its unit there, and what to do."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from uuid import UUID

from django.db.models import QuerySet

from muvofiq.amendment.redline import Stretch, redline
from muvofiq.records.models import Answer, Edition, Mission, NormQuotation, Recommendation, TableLink
from muvofiq.records.queries.difference import Update, updates_of
from muvofiq.records.queries.editions import newer_in
from muvofiq.records.queries.evidence import still_printed
from muvofiq.records.queries.law_text import unit_of
from muvofiq.records.words import Decision

Resting = Answer | Recommendation | NormQuotation | TableLink


class Sort(StrEnum):
    """What rests on the older text."""

    ANSWER = "answer"
    RECOMMENDATION = "recommendation"
    NORM_QUOTATION = "norm_quotation"
    TABLE_LINK = "table_link"


class ToDo(StrEnum):
    """What a person does about it."""

    TAKE_OVER = "take_over"  # it reads the same there
    LOOK = "look"  # it reads otherwise
    GONE = "gone"  # the newer edition has no such unit


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quoted words, and whether they stand letter for letter in the unit of the newer edition."""

    words: str
    is_there: bool


@dataclass(frozen=True, slots=True)
class Wordings:
    """A unit as it read and as it reads, and what changed between."""

    before: str
    after: str
    changes: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Touched:
    """One record on an older text. ``requirements`` are the ids of those that it serves.

    ``is_answered`` marks an answer whose unit of the newer edition was accepted too: only its quotations hold it back;
    ``is_rejected`` one whose unit a person rejected there.
    """

    sort: Sort
    row: Resting
    requirements: tuple[str, ...]
    update: Update
    quotations: tuple[Quoted, ...] = ()
    is_answered: bool = False
    is_rejected: bool = False

    @property
    def key(self) -> str:
        """By what a form names it."""
        return str(self.row.pk)

    @property
    def to_do(self) -> ToDo:
        """What a person does about it."""
        if not self.update.there:
            return ToDo.GONE
        is_same = self.update.has_same_words and not (self.lost or self.is_rejected)
        return ToDo.TAKE_OVER if is_same else ToDo.LOOK

    @property
    def lost(self) -> tuple[Quoted, ...]:
        """The quotations whose words do not stand there any more."""
        return tuple(one for one in self.quotations if not one.is_there)

    @property
    def can_be_taken(self) -> bool:
        """Whether it can move to the newer edition now, after a look or without one.

        A recommendation moves only where its unit reads the same, for else its proposal is written against other words;
        a quotation of a norm only where its words stand there; a row of a received table is the word of somebody else.
        """
        if self.sort is Sort.TABLE_LINK or self.is_rejected or not self.update.there:
            return False
        if self.sort is Sort.ANSWER:
            return not (self.is_answered and len(self.lost) == len(self.quotations) > 0)
        return self.update.has_same_words and not self.lost

    @property
    def wordings(self) -> Wordings:
        """Both wordings of the unit with what changed; where it is gone, all of it."""
        return _wordings(self.update.edition, self.update.eid, self.update.newer, self.update.there)


def touched_evidence(mission: Mission, requirement_id: str = "") -> tuple[Touched, ...]:
    """Return what rests on older texts: of the whole mission in the order of its scope, or for one requirement.

    Answers, norms and rows of tables count where their requirement is in the scope; of recommendations all.
    """
    newer = newer_in(mission)
    if not newer:
        return ()
    scope = {
        key: (at, name)
        for at, (key, name) in enumerate(mission.scope.values_list("requirement", "requirement__requirement_id"))
        if requirement_id in {"", name}
    }
    rows = [*_answers(mission, newer, scope), *_recommendations(mission, newer, requirement_id)]
    rows += [*_norms(mission, newer, scope), *_links(mission, newer, scope)]
    updates = updates_of(row for _, row, _ in rows)
    decided = _decided(mission, newer)
    place = {name: at for at, name in scope.values()}
    found = (_touched(sort, row, names, updates[row.edition_id, row.eid], decided) for sort, row, names in rows)
    last = len(place)
    return tuple(sorted(found, key=lambda one: min((place.get(name, last) for name in one.requirements), default=last)))


Row = tuple[Sort, Resting, tuple[str, ...]]
Scope = Mapping[UUID, tuple[int, str]]
Decided = Mapping[tuple[UUID, UUID, str], str]


def _answers(mission: Mission, newer: Mapping[UUID, Edition], scope: Scope) -> Iterator[Row]:
    rows = mission.answers.filter(decision=Decision.ACCEPTED.value, edition__in=newer, requirement__in=scope)
    for one in _with_edition(rows).prefetch_related("quotations"):
        yield Sort.ANSWER, one, (scope[one.requirement_id][1],)


def _recommendations(mission: Mission, newer: Mapping[UUID, Edition], requirement_id: str) -> Iterator[Row]:
    rows = mission.recommendations.filter(edition__in=newer).exclude(eid="")
    for one in _with_edition(rows).prefetch_related("findings__requirement"):
        names = tuple(finding.requirement.requirement_id for finding in one.findings.all())
        if not requirement_id or requirement_id in names:
            yield Sort.RECOMMENDATION, one, names


def _norms(mission: Mission, newer: Mapping[UUID, Edition], scope: Scope) -> Iterator[Row]:
    for one in _with_edition(mission.norm_quotations.filter(edition__in=newer, requirement__in=scope)):
        yield Sort.NORM_QUOTATION, one, (scope[one.requirement_id][1],)


def _links(mission: Mission, newer: Mapping[UUID, Edition], scope: Scope) -> Iterator[Row]:
    rows = mission.table_links.filter(edition__in=newer, requirement__in=scope).exclude(eid="")
    for one in _with_edition(rows):
        yield Sort.TABLE_LINK, one, (scope[one.requirement_id][1],)


def _with_edition(rows: QuerySet) -> QuerySet:  # type: ignore[type-arg] of four models
    return rows.select_related("edition__act", "edition__mission")


def _decided(mission: Mission, newer: Mapping[UUID, Edition]) -> Decided:
    """Return what was decided about units of the newer editions, by requirement, edition and eId."""
    rows = mission.answers.filter(edition__in={one.pk for one in newer.values()})
    return {tuple(row[:3]): row[3] for row in rows.values_list("requirement", "edition", "eid", "decision")}


def _touched(sort: Sort, row: Resting, names: tuple[str, ...], update: Update, decided: Decided) -> Touched:
    words: Iterable[str] = ()
    decision = ""
    if isinstance(row, Answer):
        words = [one.words for one in row.quotations.all()]
        decision = decided.get((row.requirement_id, update.newer.pk, update.there), "")
    elif isinstance(row, NormQuotation):
        words = [row.words]
    return Touched(
        sort,
        row,
        names,
        update,
        tuple(Quoted(one, still_printed(update.newer, update.there, one)) for one in words),
        is_answered=decision == Decision.ACCEPTED.value,
        is_rejected=decision == Decision.REJECTED.value,
    )


@lru_cache(maxsize=1024)
def _wordings(edition: Edition, eid: str, newer: Edition, there: str) -> Wordings:
    before, after = unit_of(edition, eid), unit_of(newer, there) if there else None
    old, new = _text(before.heading, before.words), _text(after.heading, after.words) if after else ""
    return Wordings(old, new, tuple(redline(old, new)))


def _text(heading: str, words: str) -> str:
    return "\n".join(filter(None, (heading, words)))
