"""A law to read: every word of it in the order of print, and beside each article what the mission rests on it."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from muvofiq.alignment.words import stems, telling_stems
from muvofiq.assessment.verdict import Verdict
from muvofiq.law.citing import cite
from muvofiq.law.front import RoleLine, front_of
from muvofiq.law.history import Event, history_of_unit
from muvofiq.law.kind import Kind
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law, Provision
from muvofiq.records.models import Amendment, Answer, Edition, Person, Recommendation, RequirementEdition
from muvofiq.records.queries.advice import standing
from muvofiq.records.queries.blind import kept_from
from muvofiq.records.queries.citations import Cites, Network, Piece
from muvofiq.records.queries.difference import Update, updates_in
from muvofiq.records.queries.editions import newer_than
from muvofiq.records.queries.kept_entries import kept_recommendations
from muvofiq.records.queries.law_search import search
from muvofiq.records.queries.law_text import law_of, reference_to, unit_of
from muvofiq.records.queries.repairs import RepairsOfOneKind, gather_repairs
from muvofiq.records.queries.requirements import requirement_of
from muvofiq.records.words import Decision
from muvofiq.standards.requirement import Requirement
from muvofiq.text.source import LeftOut, Reason

CITED_FIRST = tuple(f"{kind.abbreviation}_" for kind in (Kind.ARTICLE, Kind.POINT))
MANY_LINES = 12  # a head that is longer, such as one with a table of contents, is folded
PLACES = 50


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A unit with its own words, without those of the units below it. ``place`` is what hangs in the margin."""

    eid: str
    depth: int
    place: str
    label: str
    heading: str
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    kind: Kind
    repealed: bool
    unproofed: bool = False
    history: tuple[Event, ...] = ()

    @property
    def is_heading(self) -> bool:
        """Whether the unit is one of the tree: an article, or a heading that gathers articles."""
        return self.kind.is_heading or self.kind is Kind.ARTICLE

    @property
    def is_main_point(self) -> bool:
        """Whether it is a point that lies in no article, as in decrees: it stands where an article's part would."""
        return self.kind is Kind.POINT and _article(self.eid) == self.eid

    @property
    def level(self) -> int:
        """The level of its heading on a page where the act itself is level 1."""
        return min(self.depth + 2, 6)

    @property
    def text(self) -> str:
        """Its own words, with its line breaks."""
        return "\n".join(self.lines)

    @property
    def title(self) -> str:
        """Number and heading as printed."""
        return " ".join(filter(None, (self.label, self.heading)))


@dataclass(frozen=True, slots=True)
class Resting:
    """A finding that rests on units of an article through accepted answers; without a verdict it is not assessed.

    Where ``is_kept``, the verdict is kept back from the person who reads.
    """

    requirement: Requirement
    verdict: str
    places: tuple[str, ...]
    eids: tuple[str, ...] = ()
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class Rests:
    """What rests on an article and the units inside it; ``updates`` says what became of these in a newer edition."""

    findings: tuple[Resting, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    updates: tuple[Update, ...] = ()

    @property
    def recommendations(self) -> tuple[Recommendation, ...]:
        """The recommendations that amend something here, each once."""
        return tuple({one.recommendation_id: one.recommendation for one in self.amendments}.values())


@dataclass(frozen=True, slots=True)
class PageRow:
    """A unit on the page: its words with their links, and beside an article what rests on it, cites it and is cited."""

    unit: Paragraph
    heading: tuple[Piece, ...]
    words: tuple[Piece, ...]
    rests: Rests | None
    cites: Cites | None


@dataclass(frozen=True, slots=True)
class LeftAside:
    """What stood in the file for one reason and is no word of the law, each text once with how often it stood there."""

    reason: Reason
    count: int
    texts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class LawPage:
    """All that the page of a law shows."""

    title: str
    newer: Edition | None
    """The newest edition of the act, where this one is older."""
    rests_on_older: int
    """How many accepted answers rest on other editions of the act in this language, where this one is the newest."""
    head: tuple[RoleLine, ...]
    head_notes: tuple[str, ...]
    tail: tuple[str, ...]
    left_out: tuple[LeftAside, ...]
    repairs: tuple[RepairsOfOneKind, ...]
    rows: tuple[PageRow, ...]
    new_units: tuple[tuple[Recommendation, str], ...]
    """Recommendations of units that the act does not have yet, with the place where they should stand."""

    @property
    def tree(self) -> list[PageRow]:
        """The headings and articles."""
        return [row for row in self.rows if row.unit.is_heading]

    @property
    def is_head_long(self) -> bool:
        """Whether the head is better folded."""
        return len(self.head) + len(self.head_notes) > MANY_LINES


@dataclass(frozen=True, slots=True)
class Place:
    """A unit in which what was looked for stands."""

    edition: Edition
    eid: str
    citation: str
    words: str


def law_page(edition: Edition, person: Person | None = None) -> LawPage:
    """Gather the page of an edition, without the verdicts that are kept back from the person who reads."""
    law = law_of(edition)
    kept = kept_from(person, edition.mission) if person else frozenset()
    every = Amendment.objects.filter(act=edition.act_id, recommendation__in=standing(edition.mission)).select_related(
        "recommendation", "edition__mission"
    )
    amendments = list(every.exclude(recommendation__number__in=kept_recommendations(edition.mission, kept)))
    placed = [one for one in amendments if one.edition_id == edition.pk and one.eid]
    rests = _rests(edition, _findings(edition, kept), placed)
    network = Network(edition)
    cites = network.cites()
    rows = (_row(one, network, rests, cites) for one in paragraphs_of_edition(edition))
    return LawPage(
        title=law.title,
        newer=(newer := newer_than(edition)),
        rests_on_older=0 if newer else _on_other_editions(edition),
        head=front_of(law).lines,
        head_notes=tuple(note.text for note in law.notes),
        tail=law.tail,
        left_out=left_aside(law.left_out),
        repairs=gather_repairs(law.repairs),
        rows=tuple(rows),
        new_units=tuple((one.recommendation, _place(one, edition)) for one in amendments if not one.eid),
    )


def left_aside(left_out: Sequence[LeftOut]) -> tuple[LeftAside, ...]:
    """Gather what was left out by its reason, the most frequent texts first."""
    texts: dict[Reason, Counter[str]] = {}
    for one in left_out:
        texts.setdefault(one.reason, Counter())[one.text] += 1
    return tuple(LeftAside(reason, found.total(), tuple(found.most_common())) for reason, found in texts.items())


def paragraphs_of_edition(edition: Edition) -> tuple[Paragraph, ...]:
    """Return the paragraphs of an edition, kept in memory: an edition never changes."""
    return _paragraphs(edition)


def paragraphs_of(law: Law) -> Iterator[Paragraph]:
    """Yield the units of a law in the order of print, each with its own words."""
    for address, unit, around in law.units():
        yield _paragraph(address, unit, len(around), law.language)


def _row(one: Paragraph, network: Network, rests: Mapping[str, Rests], cites: Mapping[str, Cites]) -> PageRow:
    heading = network.pieces(one.eid, one.heading, in_heading=True)
    return PageRow(one, heading, network.pieces(one.eid, one.text), rests.get(one.eid), cites.get(one.eid))


def places(edition: Edition, query: str) -> list[Place]:
    """Return the units of an edition in which all words stand, in any form, and first the article of that number."""
    wanted = set(telling_stems(query, edition.language))
    number = query.rsplit(" ", maxsplit=1)[-1].strip(".")
    rows = list(zip(paragraphs_of_edition(edition), _stems(edition), strict=True))
    numbered = {address.eid for address, unit, _ in law_of(edition).articles() if number in _spellings(unit)}
    same = [one for one, _ in rows if one.eid in numbered]
    found = [one for one, has in rows if wanted and wanted <= has and one not in same] if query else []
    return [
        Place(edition, one.eid, cite(reference_to(edition, one.eid), edition.language), _words(one))
        for one in (*same, *found)[:PLACES]
    ]


def _spellings(unit: Provision) -> tuple[str, str]:
    return str(unit.number), unit.number.eid


def found_in_other_laws(edition: Edition, query: str) -> list[Place]:
    """Return the articles of the other acts on file that fit best."""
    hits = ((other, eid) for other, eid in search(edition.mission, query) if other.pk != edition.pk)
    return [
        Place(other, eid, cite(reference_to(other, eid), other.language), unit_of(other, eid).heading)
        for other, eid in hits
    ]


def _paragraph(address: Reference, unit: Provision, depth: int, language: str) -> Paragraph:
    is_cited = any(step.kind in (Kind.ARTICLE, Kind.POINT) for step in address.steps)
    return Paragraph(
        eid=address.eid,
        depth=depth,
        place=cite(Reference(address.act, address.steps[-2 if is_cited else -1 :]), language),
        label=unit.label,
        heading=unit.heading,
        lines=tuple(unit.text.split("\n")) if unit.text else (),
        notes=tuple(note.text for note in unit.notes),
        kind=unit.kind,
        repealed=unit.repealed,
        unproofed=unit.unproofed,
        history=history_of_unit(unit, language),
    )


def _place(amendment: Amendment, edition: Edition) -> str:
    """Cite the unit behind which a new one will stand; a place that was typed as an address is cited too."""
    name = amendment.edition.name if amendment.edition else edition.name
    try:
        return cite(Reference.parse(f"{name}~{amendment.after or amendment.unit}"), edition.language)
    except ValueError:
        return amendment.unit


def _findings(edition: Edition, kept: Collection[str]) -> Mapping[str, tuple[Resting, ...]]:
    """Return the findings by article, each once, in the order of the codes."""
    answers = Answer.objects.filter(edition=edition, decision=Decision.ACCEPTED.value).select_related("requirement")
    given = edition.mission.findings.exclude(requirement__requirement_id__in=kept)
    verdicts = dict(given.values_list("requirement_id", "law"))
    found: dict[str, dict[RequirementEdition, list[str]]] = {}
    for answer in answers.order_by("eid"):
        found.setdefault(_article(answer.eid), {}).setdefault(answer.requirement, []).append(answer.eid)
    return {
        article: tuple(
            Resting(
                requirement_of(saved),
                verdicts.get(saved.pk, Verdict.NOT_ASSESSED.value),
                tuple(cite(reference_to(edition, eid), edition.language) for eid in eids),
                tuple(eids),
                is_kept=saved.requirement_id in kept,
            )
            for saved, eids in sorted(rows.items(), key=lambda row: requirement_of(row[0]).code)
        )
        for article, rows in found.items()
    }


def _on_other_editions(edition: Edition) -> int:
    accepted = Answer.objects.filter(edition__act=edition.act, decision=Decision.ACCEPTED.value)
    return accepted.filter(edition__language=edition.language).exclude(edition=edition).count()


def _rests(
    edition: Edition, findings: Mapping[str, tuple[Resting, ...]], amendments: Sequence[Amendment]
) -> Mapping[str, Rests]:
    advised: dict[str, list[Amendment]] = {}
    for amendment in amendments:
        advised.setdefault(_article(amendment.eid), []).append(amendment)
    cited = {
        article: [
            *(eid for one in findings.get(article, ()) for eid in one.eids),
            *(one.eid for one in advised.get(article, ())),
        ]
        for article in {*findings, *advised}
    }
    updates = {one.eid: one for one in updates_in(edition, [eid for eids in cited.values() for eid in eids])}
    return {
        article: Rests(
            findings.get(article, ()),
            tuple(advised.get(article, ())),
            tuple(updates[eid] for eid in dict.fromkeys(eids) if eid in updates),
        )
        for article, eids in cited.items()
    }


def _article(eid: str) -> str:
    """Return the article of a unit, or the point where no article is around it; for a unit above them, itself."""
    steps = eid.split("__")
    at = next((at for at, step in enumerate(steps, 1) if step.startswith(CITED_FIRST)), len(steps))
    return "__".join(steps[:at])


def _words(one: Paragraph) -> str:
    return " ".join(filter(None, (one.title, *one.lines)))


@lru_cache(maxsize=16)
def _paragraphs(edition: Edition) -> tuple[Paragraph, ...]:
    return tuple(paragraphs_of(law_of(edition)))


@lru_cache(maxsize=16)
def _stems(edition: Edition) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(stems(_words(one), edition.language)) for one in paragraphs_of_edition(edition))
