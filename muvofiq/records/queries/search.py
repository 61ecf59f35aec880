"""The page of the search: what was found in the laws and in the requirements, with the words that were looked for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from muvofiq.alignment.looking import Hit
from muvofiq.law.citing import cite
from muvofiq.law.reference import Reference
from muvofiq.records.errors import UnitMissing
from muvofiq.records.models import Edition, Mission
from muvofiq.records.queries.editions import newest_of
from muvofiq.records.queries.law_text import editions_on_file, reference_to, unit_of
from muvofiq.records.queries.marking import Mark, marked
from muvofiq.records.queries.requirements import requirement_of, scope_of
from muvofiq.records.queries.seeking import Sought, Wanted, Where, seek_provisions, seek_requirements
from muvofiq.standards.requirement import Requirement

BESIDE = 5  # requirements that are shown beside provisions
LONG, BEFORE = 420, 120  # characters of a long paragraph that are shown, and how many of them before the first mark
MORE, MOST = 20, 200  # how many further ones are shown at a time, and how many at most


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same article in another edition of its act: another language, or another day."""

    edition: Edition
    eid: str
    citation: str


@dataclass(frozen=True, slots=True)
class FoundProvision:
    """A provision on the page: where it stands, its words with the marked ones, and why it was found."""

    edition: Edition
    eid: str
    citation: str
    heading: str
    words: tuple[Mark, ...]
    hit: Hit
    elsewhere: tuple[Elsewhere, ...]


@dataclass(frozen=True, slots=True)
class FoundRequirement:
    """A requirement of the scope on the page."""

    requirement: Requirement
    words: tuple[Mark, ...]
    hit: Hit


@dataclass(frozen=True, slots=True)
class SearchPage:
    """All that the page shows. ``more`` is how many are shown when a person asks for more, or 0 where there are none.

    ``texts`` counts the editions that are searched, ``scope`` the requirements that are searched.
    """

    texts: int
    scope: int
    language: str = ""
    unread: tuple[str, ...] = ()
    provisions: tuple[FoundProvision, ...] = ()
    requirements: tuple[FoundRequirement, ...] = ()
    more: int = 0
    has_more_requirements: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not self.provisions and not self.requirements

    @property
    def is_near_only(self) -> bool:
        """Whether no text has the words or the concepts, and all stand here because the model finds them near."""
        hits = [*(one.hit for one in self.provisions), *(one.hit for one in self.requirements)]
        return bool(hits) and not any(hit.is_cited or hit.reason.words or hit.reason.concepts for hit in hits)


def search_page(mission: Mission, wanted: Wanted) -> SearchPage:
    """Search, and gather the page; without a text, only what there is to search."""
    editions = editions_on_file(mission, wanted.purpose)
    scope = {item.requirement.requirement_id: requirement_of(item.requirement) for item in scope_of(mission)}
    if not wanted.text.strip():
        return SearchPage(len(newest_of(editions)), len(scope))
    nothing = Sought()
    laws = seek_provisions(mission, wanted) if wanted.where != Where.REQUIREMENTS else nothing
    standards = seek_requirements(mission, wanted) if wanted.where != Where.LAWS else nothing
    shown = standards.hits[:BESIDE] if wanted.where == Where.BOTH else standards.hits
    return SearchPage(
        texts=len(newest_of(editions, wanted.on)),
        scope=len(scope),
        language=laws.language or standards.language,
        unread=tuple(dict.fromkeys((*laws.unread, *standards.unread))),
        provisions=tuple(_provisions(laws.hits, editions)),
        requirements=tuple(FoundRequirement(scope[hit.article], _words(hit), hit) for hit in shown),
        more=min(wanted.top + MORE, MOST) if wanted.top in {len(laws.hits), len(shown)} and wanted.top < MOST else 0,
        has_more_requirements=len(shown) < len(standards.hits),
    )


def _provisions(hits: Sequence[Hit], editions: Sequence[Edition]) -> Iterator[FoundProvision]:
    by_name = {edition.name: edition for edition in editions}
    for hit in hits:
        unit, article = Reference.parse(hit.unit), Reference.parse(hit.article)
        edition = by_name[unit.act]
        yield FoundProvision(
            edition=edition,
            eid=unit.eid,
            citation=cite(unit, edition.language),
            heading=unit_of(edition, article.eid).heading,
            words=_words(hit),
            hit=hit,
            elsewhere=tuple(_elsewhere(edition, article.eid, editions)),
        )


def _elsewhere(edition: Edition, eid: str, editions: Sequence[Edition]) -> Iterator[Elsewhere]:
    for other in editions:
        if other.act_id == edition.act_id and other.pk != edition.pk and _has(other, eid):
            yield Elsewhere(other, eid, cite(reference_to(other, eid), other.language))


def _has(edition: Edition, eid: str) -> bool:
    try:
        return not unit_of(edition, eid).repealed
    except UnitMissing:
        return False


def _words(hit: Hit) -> tuple[Mark, ...]:
    return marked(excerpt(hit.paragraph, hit.marks), hit.marks)


def excerpt(paragraph: str, words: Sequence[str]) -> str:
    """Return a paragraph, or of a long one the stretch around the first of the words, cut between words.

    >>> excerpt("The border is guarded.", ["border"])
    'The border is guarded.'
    """
    if len(paragraph) <= LONG:
        return paragraph
    pattern = rf"\b(?:{'|'.join(map(re.escape, words))})\b" if words else r"(?!)"
    found = re.search(pattern, paragraph, re.IGNORECASE)
    start = max((found.start() if found else 0) - BEFORE, 0)
    start = paragraph.find(" ", start) + 1 if start else 0
    end = start + LONG
    end = max(paragraph.rfind(" ", start, end), start) if end < len(paragraph) else len(paragraph)
    end = end if end > start else start + LONG
    return f"{'…' if start else ''}{paragraph[start:end]}{'…' if end < len(paragraph) else ''}"
