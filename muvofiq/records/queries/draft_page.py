"""A file under review: what was read in it, what was put right, what is doubtful, and what a person decided so far."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from muvofiq.law.doubt import Doubt
from muvofiq.law.doubts import doubts_of
from muvofiq.law.identity import Match
from muvofiq.law.restricted import FOR_OFFICIAL_USE
from muvofiq.law.tree import Law
from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Act, Draft, Edition, Job, Mission, Person
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.draft_decisions import Decisions, decisions_on
from muvofiq.records.queries.draft_lines import LineRow, Stretch, outline_of, stretches_of
from muvofiq.records.queries.draft_text import laws_as_read, laws_in, mark_of, review_of, source_of, sources_of
from muvofiq.records.queries.filing import acts_meant, counted_in, same_on_file, the_act_meant
from muvofiq.records.queries.law_page import LeftAside, left_aside
from muvofiq.records.queries.repairs import RepairsOfOneKind, gather_repairs
from muvofiq.records.words import Counted, JobKind, JobState, Purpose
from muvofiq.standards.state import languages_of_law
from muvofiq.text.damage import Repair


@dataclass(frozen=True, slots=True)
class LawUnderReview:
    """One law of the file. ``same`` is the edition with the same words, if it is on file already."""

    law: Law
    articles: int
    counted: Counted
    stretches: tuple[Stretch, ...]
    doubts: tuple[Doubt, ...]
    left_out: tuple[LeftAside, ...]
    same: Edition | None

    @property
    def language(self) -> str:
        """The code of its language."""
        return self.law.language

    @property
    def remarks(self) -> list[dict[str, str | int]]:
        """What the reader could not take over, as records keep it."""
        return [{"template": one.template, "count": one.count} for one in self.law.remarks]

    @property
    def is_unproofed(self) -> bool:
        """Whether a machine recognised words of it in a picture."""
        return any(unit.unproofed for _, unit, _ in self.law.units())

    @property
    def corrected(self) -> int:
        """How many lines a person has corrected."""
        return sum(one.corrected for one in self.stretches)


@dataclass(frozen=True, slots=True)
class DraftPage:
    """All that the page of a draft shows once it is read. ``recognised`` are the acts of the register that it may be.

    Without ``is_open_to_corrections`` the file says itself where its units begin. ``opened`` is the line on which the
    article or heading begins whose lines are shown, ``mark`` the line of the file that says «for official use».
    ``foreign`` are its languages in which the state whose law it is said to be does not write law, ``written_in`` those
    in which it does.
    """

    laws: tuple[LawUnderReview, ...]
    repairs: tuple[RepairsOfOneKind, ...]
    recognised: tuple[tuple[Act, Match], ...]
    meant: Act | None
    decisions: Decisions
    is_open_to_corrections: bool
    opened: int
    mark: str
    foreign: tuple[str, ...]
    written_in: tuple[str, ...]

    @property
    def made(self) -> int:
        """How many repairs, each counted once, are made."""
        return sum(one.made for one in self.repairs)

    @property
    def refused(self) -> int:
        """How many repairs, each counted once, are not made."""
        return sum(len(one.rows) - one.made for one in self.repairs)


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft in a list, with the job that reads it if it is a long one.

    One that ``is_read`` waits for its review; else for the worker, or for a person who sees why it could not be read.
    """

    draft: Draft
    job: Job | None
    is_read: bool

    @property
    def is_at_work(self) -> bool:
        """Whether the worker is at it, or will be."""
        states = {JobState.WAITING.value, JobState.RUNNING.value}
        return not self.is_read and self.job is not None and self.job.state in states


def drafts_list(mission: Mission) -> list[DraftRow]:
    """Return the drafts in the order in which they came; their bytes and their words stay in the database."""
    drafts = mission.drafts.defer("data", "source").annotate(is_read=~Q(source=""))
    return [_row(draft, is_read=draft.is_read) for draft in drafts.select_related("uploaded_by", "mission")]


def draft_named(mission: Mission, pk: UUID) -> DraftRow:
    """Return a draft; raises NotOnFile for one that was filed or given up."""
    drafts = mission.drafts.defer("data", "source").annotate(is_read=~Q(source=""))
    draft = drafts.select_related("mission", "uploaded_by", "act", "replaces").filter(pk=pk).first()
    if draft is None:
        raise NotOnFile(f"{mission} > acts", sort="draft", name=str(pk))
    return _row(draft, is_read=draft.is_read)


def draft_page(draft: Draft, line: int = 0) -> DraftPage:
    """Gather the page of a draft that is read, open at a line of the file; raises the errors of opening a law."""
    decisions, review, source = decisions_on(draft), review_of(draft), source_of(draft)
    laws = laws_in(draft)
    purpose = Purpose(draft.purpose)
    found = acts_meant(draft.mission, laws, purpose, draft.state)
    written_in = () if purpose is Purpose.STANDARD else languages_of_law(draft.state or draft.mission.state)
    lines = {line.number: line.text for line in source.lines} if source else {}
    shown = tuple(_under_review(draft, law, stretches) for law, stretches in _stretches(draft, decisions))
    every = (stretch for one in shown for stretch in one.stretches)
    return DraftPage(
        laws=shown,
        repairs=gather_repairs(_offered(draft, laws), lines, review.refused, decisions.of_repairs),
        recognised=tuple(found),
        meant=the_act_meant(found, purpose),
        decisions=decisions,
        is_open_to_corrections=source is not None,
        opened=next((one.line for one in every if any(row.line == line for row in one.lines)), 0),
        mark=mark_of(draft),
        foreign=tuple(law.language for law in laws if law.language not in written_in) if written_in else (),
        written_in=written_in,
    )


def withheld_from(reader: Person, row: DraftRow) -> str:
    """Return for which mark a person sees no word of a draft: before its use is confirmed, only who may confirm it."""
    draft = row.draft
    if not row.is_read or may(reader, Verb.IMPORT_EDITION, draft.mission):
        return ""
    return mark_of(draft) or (FOR_OFFICIAL_USE if draft.replaces and draft.replaces.is_restricted else "")


def keys_offered(draft: Draft) -> frozenset[str]:
    """Return the keys of all repairs that a person can refuse; none of Akoma Ntoso, which brings its own along."""
    return frozenset[str]() if source_of(draft) is None else frozenset().union(*keys_by_damage(draft).values())


def keys_by_damage(draft: Draft) -> dict[str, set[str]]:
    """Return the keys of all repairs of a draft, made and refused, by the damage that they mend."""
    keys: dict[str, set[str]] = {}
    for one in _offered(draft, laws_in(draft)):
        keys.setdefault(one.damage.value, set()).add(one.key)
    return keys


def lines_from(draft: Draft, line: int) -> tuple[str, tuple[LineRow, ...]]:
    """Return the lines of the article or heading that begins on a line, and first their language; else none."""
    every = ((law, one) for law, stretches in _stretches(draft, decisions_on(draft)) for one in stretches)
    return next(((law.language, one.lines) for law, one in every if one.line == line), ("", ()))


def _row(draft: Draft, *, is_read: bool) -> DraftRow:
    jobs = draft.mission.jobs.filter(kind=JobKind.READ.value, key=str(draft.pk))
    return DraftRow(draft, jobs.order_by("-asked_at").first(), is_read)


def _stretches(draft: Draft, decisions: Decisions) -> Iterator[tuple[Law, tuple[Stretch, ...]]]:
    laws = laws_in(draft)
    if source_of(draft) is None:
        yield from ((law, outline_of(law)) for law in laws)
        return
    for law, own in zip(laws, sources_of(draft), strict=True):
        yield law, stretches_of(law, own, decisions, review_of(draft))


def _under_review(draft: Draft, law: Law, stretches: tuple[Stretch, ...]) -> LawUnderReview:
    articles, counted = counted_in(law)
    return LawUnderReview(
        law=law,
        articles=articles,
        counted=counted,
        stretches=stretches,
        doubts=doubts_of(law),
        left_out=left_aside(law.left_out),
        same=same_on_file(draft.mission, law),
    )


def _offered(draft: Draft, laws: Sequence[Law]) -> list[Repair]:
    """Return the repairs that are made and, out of the file as it was first read, those that were refused."""
    made = [repair for law in laws for repair in law.repairs]
    refused = review_of(draft).refused
    if not refused:
        return made
    return made + [repair for law in laws_as_read(draft) for repair in law.repairs if repair.key in refused]
