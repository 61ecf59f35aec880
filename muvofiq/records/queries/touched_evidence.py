"""What rests on a text that a newer edition has taken the place of, what became of its unit there, and what to do."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from uuid import UUID

from muvofiq.amendment.redline import Stretch, redline
from muvofiq.amendment.wording import wording_of
from muvofiq.records.models import Amendment, Answer, Edition, Mission, NormQuotation, Quotation, TableLink
from muvofiq.records.queries.advice import standing
from muvofiq.records.queries.difference import At, Update, updates_of
from muvofiq.records.queries.editions import newer_in
from muvofiq.records.queries.evidence import still_printed
from muvofiq.records.queries.law_text import unit_of
from muvofiq.records.queries.recommendation_page import requirement_ids_of
from muvofiq.records.words import Decision, RecommendationState

RELIED_ON = frozenset({RecommendationState.SHOWN, RecommendationState.AGREED})  # what the agencies have seen

Resting = Answer | Amendment | NormQuotation | TableLink


class Sort(StrEnum):
    """What rests on the older text."""

    ANSWER = "answer"
    AMENDMENT = "amendment"
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
        if self.sort is Sort.AMENDMENT:
            is_same = is_same and self.can_be_taken
        return ToDo.TAKE_OVER if is_same else ToDo.LOOK

    @property
    def lost(self) -> tuple[Quoted, ...]:
        """The quotations whose words do not stand there any more."""
        return tuple(one for one in self.quotations if not one.is_there)

    @property
    def can_be_taken(self) -> bool:
        """Whether it can move to the newer edition now, after a look or without one.

        An amendment moves only where its unit is printed the same, its number too, for else its proposal is written
        against other words, and only while nobody relies on its recommendation;
        a quotation of a norm only where its words stand there; a row of a received table is the word of somebody else.
        """
        if self.sort is Sort.TABLE_LINK or self.is_rejected or not self.update.there:
            return False
        if self.sort is Sort.ANSWER:
            return not (self.is_answered and len(self.lost) == len(self.quotations) > 0)
        if self.sort is Sort.AMENDMENT and (self.is_relied_on or not self.is_printed_the_same):
            return False
        return self.update.has_same_words and not self.lost

    @property
    def is_relied_on(self) -> bool:
        """Whether it is an amendment of a recommendation that the agencies have seen: that is taken back first."""
        return isinstance(self.row, Amendment) and self.row.recommendation.state in RELIED_ON

    @property
    def is_printed_the_same(self) -> bool:
        """Whether the unit with all that lies in it is printed the same in the newer edition, its number too."""
        one = self.update
        return bool(one.there) and wording_of(unit_of(one.edition, one.eid)) == wording_of(
            unit_of(one.newer, one.there)
        )

    def is_kept(self, hidden: Collection[str]) -> bool:
        """Whether it is an amendment that rests on one of these requirements, whose finding is kept back."""
        return self.sort is Sort.AMENDMENT and not set(self.requirements).isdisjoint(hidden)

    @property
    def wordings(self) -> Wordings:
        """Both wordings of the unit with what changed; where it is gone, all of it."""
        return _wordings(self.update.edition, self.update.eid, self.update.newer, self.update.there)


def touched_evidence(mission: Mission, requirement_id: str = "") -> tuple[Touched, ...]:
    """Return what rests on older texts: of the whole mission in the order of its scope, or for one requirement.

    Answers, norms and rows of tables count where their requirement is in the scope; of amendments all but those of
    withdrawn recommendations.
    """
    newer = newer_in(mission)
    if not newer:
        return ()
    scope: Scope = {
        key: name
        for key, name in mission.scope.values_list("requirement_id", "requirement__requirement_id")
        if requirement_id in {"", name}
    }
    older = {one.pk: one for one in mission.editions.filter(pk__in=newer).select_related("act", "mission")}
    rows = [*_answers(mission, older, scope), *_amendments(mission, older, requirement_id)]
    rows += [*_norms(mission, older, scope), *_links(mission, older, scope)]
    updates, decided = updates_of(one.at for one in rows), _decided(mission, newer)
    found = [_touched(one, updates[one.at.edition.pk, one.at.eid], decided) for one in rows]
    place = {name: at for at, name in enumerate(scope.values())}
    return tuple(
        sorted(found, key=lambda one: min((place.get(name, len(place)) for name in one.requirements), default=0))
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """A record on an older text, before anybody looks into the newer one."""

    sort: Sort
    row: Resting
    at: At
    requirements: tuple[str, ...]
    words: Sequence[str] = ()


Scope = Mapping[UUID, str]
Decided = Mapping[tuple[UUID, UUID, str], str]


def _answers(mission: Mission, older: Mapping[UUID, Edition], scope: Scope) -> Iterator[_Row]:
    rows = mission.answers.filter(decision=Decision.ACCEPTED.value, edition__in=older, requirement__in=scope)
    words: dict[UUID, list[str]] = defaultdict(list)
    quoted = Quotation.objects.filter(answer__in=rows.order_by().values("pk"))
    for key, said in quoted.values_list("answer_id", "words"):
        words[key].append(said)
    for one in rows:
        one.edition = older[one.edition_id]
        yield _Row(Sort.ANSWER, one, At(one.edition, one.eid), (scope[one.requirement_id],), words[one.pk])


def _amendments(mission: Mission, older: Mapping[UUID, Edition], requirement_id: str) -> Iterator[_Row]:
    rows = Amendment.objects.filter(recommendation__in=standing(mission), edition__in=older)
    rests = ("recommendation__findings__requirement", "recommendation__requirements")
    for one in rows.exclude(eid="", after="").select_related("recommendation").prefetch_related(*rests):
        names = tuple(requirement_ids_of(one.recommendation))
        if one.edition_id and requirement_id in {"", *names}:
            yield _Row(Sort.AMENDMENT, one, At(older[one.edition_id], one.eid or one.after), names)


def _norms(mission: Mission, older: Mapping[UUID, Edition], scope: Scope) -> Iterator[_Row]:
    for one in mission.norm_quotations.filter(edition__in=older, requirement__in=scope):
        at = At(older[one.edition_id], one.eid)
        yield _Row(Sort.NORM_QUOTATION, one, at, (scope[one.requirement_id],), (one.words,))


def _links(mission: Mission, older: Mapping[UUID, Edition], scope: Scope) -> Iterator[_Row]:
    for one in mission.table_links.filter(edition__in=older, requirement__in=scope).exclude(eid=""):
        if one.edition_id:
            yield _Row(Sort.TABLE_LINK, one, At(older[one.edition_id], one.eid), (scope[one.requirement_id],))


def _decided(mission: Mission, newer: Mapping[UUID, Edition]) -> Decided:
    """Return what was decided about units of the newer editions, by requirement, edition and eId."""
    rows = mission.answers.filter(edition__in={one.pk for one in newer.values()})
    found = rows.values_list("requirement_id", "edition_id", "eid", "decision")
    return {(requirement, edition, eid): decision for requirement, edition, eid, decision in found}


def _touched(one: _Row, update: Update, decided: Decided) -> Touched:
    decision = ""
    if isinstance(one.row, Answer):
        decision = decided.get((one.row.requirement_id, update.newer.pk, update.there), "")
    return Touched(
        one.sort,
        one.row,
        one.requirements,
        update,
        tuple(Quoted(words, still_printed(update.newer, update.there, words)) for words in one.words),
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
