"""The editions of an act by day: which follows which, which is the newest, and which was in force on a day."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from muvofiq.records.models import Act, Edition, Mission
from muvofiq.records.queries.law_text import editions_on_file
from muvofiq.records.queries.register_list import is_replaced
from muvofiq.records.words import Decision, Purpose, RecommendationState


class Standing(StrEnum):
    """How an edition stands to the others of its act and language."""

    NEWEST = "newest"
    OLDER = "older"
    UNDATED = "undated"  # nobody knows its day, so it is searched beside the newest
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition in the list of its act, with the one before it, and how many records rest on it."""

    edition: Edition
    standing: Standing
    previous: Edition | None
    answers: int
    quotations: int
    recommendations: int

    @property
    def resting(self) -> int:
        """How many records rest on it."""
        return self.answers + self.quotations + self.recommendations


@dataclass(frozen=True, slots=True)
class InLanguage:
    """The editions of an act in one language, the newest first, those of unknown day last; two of them to compare."""

    language: str
    rows: tuple[EditionRow, ...]
    before: Edition | None
    after: Edition | None

    @property
    def is_dated(self) -> bool:
        """Whether the day of one of them is known, so that one can be looked for by day."""
        return any(row.edition.as_of for row in self.rows if row.standing != Standing.REPLACED)


def editions_of(act: Act, hidden: Collection[int] = ()) -> tuple[InLanguage, ...]:
    """Return all editions of an act, a language at a time.

    ``hidden`` are the numbers of recommendations that are kept back from the person who reads: they are not counted.
    """
    by_language: dict[str, list[Edition]] = defaultdict(list)
    rows = act.editions.select_related("act", "mission", "imported_by", "replaces", "replaced_by")
    for edition in rows.order_by("imported_at"):
        by_language[edition.language].append(edition)
    rests = _amended_on(act, hidden)
    return tuple(_in_language(language, in_time(found), rests) for language, found in sorted(by_language.items()))


def _amended_on(act: Act, hidden: Collection[int] = ()) -> Mapping[UUID, int]:
    """Return by edition how many recommendations that stand amend it."""
    rows = act.proposed_amendments.exclude(recommendation__state=RecommendationState.WITHDRAWN.value)
    pairs = rows.exclude(recommendation__number__in=hidden).values_list("edition", "recommendation").order_by()
    return Counter(edition for edition, _ in set(pairs) if edition)


def in_time(editions: Iterable[Edition]) -> list[Edition]:
    """Return editions from the oldest day to the newest; those whose day nobody knows last, by their import."""
    return sorted(editions, key=lambda one: (one.as_of is None, one.as_of or date.min, one.imported_at))


def edition_on(act: Act, language: str, day: date) -> Edition | None:
    """Return the edition of an act that was in force on a day: the last one known to be of this day or before."""
    rows = act.editions.filter(language=language, replaced_by=None, as_of__lte=day)
    return rows.order_by("as_of", "imported_at").last()


def editions_now(mission: Mission, purpose: Purpose = Purpose.NATIONAL) -> list[Edition]:
    """Return the editions that are matched and searched: of each act and language the newest, in register order."""
    return newest_of(editions_on_file(mission, purpose))


def newest_of(editions: Iterable[Edition], day: date | None = None) -> list[Edition]:
    """Return of each act and language what is of the newest day, of all days or up to one, and what has no known day.

    Of two texts of the same day, such as two halves of an act, both are kept.
    """
    groups: dict[tuple[UUID, str], list[Edition]] = defaultdict(list)
    for one in editions:
        groups[one.act_id, one.language].append(one)
    found: list[Edition] = []
    for group in groups.values():
        days = [one.as_of for one in group if one.as_of and (day is None or one.as_of <= day)]
        newest = max(days, default=None)
        found += [one for one in group if one.as_of in (None, newest)]
    return found


def newer_than(edition: Edition) -> Edition | None:
    """Return the newest edition of the same act and language that has taken the place of this one, or None.

    It is the corrected import that replaced it, or one of a later day, or both in turn.
    """
    return newer_in(edition.mission).get(edition.pk)


def newer_in(mission: Mission) -> dict[UUID, Edition]:
    """Return by its key, for every edition of the mission that has one, the newest one in its place."""
    rows = list(mission.editions.select_related("act", "mission").order_by("imported_at"))
    replaced_by = {one.replaces_id: one for one in rows if one.replaces_id}
    found = ((one, _newer(one, rows, replaced_by)) for one in rows)
    return {one.pk: newer for one, newer in found if newer}


def _newer(edition: Edition, rows: Sequence[Edition], replaced_by: Mapping[UUID, Edition]) -> Edition | None:
    last = edition
    while last.pk in replaced_by:
        last = replaced_by[last.pk]
    day = last.as_of or date.max  # of an edition whose day nobody knows, none is known to be later
    same = [one for one in rows if (one.act_id, one.language) == (last.act_id, last.language)]
    later = [(one.as_of, one.imported_at, one) for one in same if one.as_of and one.pk not in replaced_by]
    newest = max((one for one in later if one[0] > day), key=lambda one: one[:2], default=(day, None, last))[2]
    is_comparable = (newest.act_id, newest.language) == (edition.act_id, edition.language)
    return newest if is_comparable and newest.pk != edition.pk else None


def _in_language(language: str, editions: Sequence[Edition], rests: Mapping[UUID, int]) -> InLanguage:
    standing = [one for one in editions if not is_replaced(one)]
    newest = {one.pk for one in newest_of(standing)}
    before = {one.pk: _previous(one, standing) for one in editions}
    newest_first = editions[::-1]
    rows = tuple(
        EditionRow(
            one,
            _standing(one, newest),
            before[one.pk],
            one.answers.filter(decision=Decision.ACCEPTED.value).count(),
            sum(answer.quotations.count() for answer in one.answers.all()),
            rests.get(one.pk, 0),
        )
        for one in (*(one for one in newest_first if one.as_of), *(one for one in newest_first if not one.as_of))
    )
    dated = [one for one in standing if one.as_of]
    last = next(iter(reversed(dated or standing)), None)
    return InLanguage(language, rows, before[last.pk] if last else None, last)


def _previous(edition: Edition, standing: Sequence[Edition]) -> Edition | None:
    """Return what stood before an edition: the one before it in time or, where there is none, the one it replaced."""
    if is_replaced(edition):
        return edition.replaces
    at = standing.index(edition)
    return standing[at - 1] if at else edition.replaces


def _standing(edition: Edition, newest: Iterable[UUID]) -> Standing:
    if is_replaced(edition):
        return Standing.REPLACED
    if edition.as_of is None:
        return Standing.UNDATED
    return Standing.NEWEST if edition.pk in newest else Standing.OLDER
