"""One requirement beside the provisions that may answer it: the page where the day is spent."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from muvofiq.alignment.candidate import Reason
from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.dissection import Dissection, dissection_for
from muvofiq.alignment.words import stems, words
from muvofiq.assessment.scale import State
from muvofiq.assessment.verdict import Verdict
from muvofiq.law.citing import cite
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Provision
from muvofiq.records.models import (
    Answer,
    Contribution,
    Edition,
    Finding,
    Mission,
    Person,
    Proposal,
    Quotation,
    Recommendation,
)
from muvofiq.records.models import RequirementEdition as Saved
from muvofiq.records.queries.advice import recommendations_on
from muvofiq.records.queries.blind import is_kept_from, kept_from
from muvofiq.records.queries.kept_entries import kept_recommendations
from muvofiq.records.queries.law_text import editions_on_file, eids_of, reference_to, unit_of
from muvofiq.records.queries.marking import Mark, marked
from muvofiq.records.queries.norms import instruments_of
from muvofiq.records.queries.released import thesaurus_of
from muvofiq.records.queries.requirement_evidence import (
    Chances,
    ElementEvidence,
    article_address,
    chances_of,
    echoes,
    element_evidence,
)
from muvofiq.records.queries.requirements import requirement_of, scope_of, scoped, unrevised_in
from muvofiq.records.queries.whose_law import OWN, answers_on, proposals_on
from muvofiq.records.words import Decision
from muvofiq.standards.force import Force, force, reserved
from muvofiq.standards.requirement import Requirement, in_language
from muvofiq.standards.thesaurus import LANGUAGES
from muvofiq.standards.unrevised import Unrevised


@dataclass(frozen=True, slots=True)
class Subunit:
    """A unit of an article that can be accepted as the answer: the article, or one inside it."""

    eid: str
    citation: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A provision on the page: proposed by the machine, or decided by a person, or both.

    ``whole`` holds the words of the article where the candidate is a unit inside it. ``dissection`` is there where the
    requirement asks for a definition.
    """

    edition: Edition
    eid: str
    citation: str
    heading: str
    paragraphs: tuple[tuple[Mark, ...], ...]
    whole: tuple[tuple[Mark, ...], ...]
    subunits: tuple[Subunit, ...]
    rank: int | None
    score: float | None
    reason: Reason
    answer: Answer | None
    quotations: tuple[Quotation, ...]
    dissection: Dissection | None = None

    @property
    def state(self) -> str:
        """How the card is drawn: proposed (dashed), accepted or rejected (solid)."""
        return self.answer.decision if self.answer else "proposed"


@dataclass(frozen=True, slots=True)
class RequirementPage:
    """All that the page shows, in the order of the scope.

    Where ``is_kept``, the person who reads owes a second opinion: finding and recommendations are kept back.
    """

    saved: Saved
    requirement: Requirement
    forces: tuple[Force, ...]
    reserved: frozenset[Force]
    unrevised: tuple[Unrevised, ...]
    place: int
    total: int
    before: str | None
    after: str | None
    statement: tuple[Mark, ...]
    candidates: tuple[Candidate, ...]
    chances: Chances | None
    elements: tuple[ElementEvidence, ...]
    finding: Finding | None
    contributions: tuple[Contribution, ...]
    recommendations: tuple[Recommendation, ...]
    is_kept: bool = False

    @property
    def is_undecided(self) -> bool:
        """Whether nobody has accepted or rejected a candidate yet, so that the machine's chances are news."""
        return not any(one.answer for one in self.candidates)

    @property
    def has_gone_on(self) -> bool:
        """Whether the finding is no draft any more, so that nobody changes it by a slip of the hand."""
        return self.finding is not None and self.finding.state != State.DRAFT.value

    @property
    def is_judged(self) -> bool:
        """Whether a person has given a verdict; before, the page keeps back how far the law holds each element."""
        return self.finding is not None and self.finding.law != Verdict.NOT_ASSESSED.value


def requirement_page(
    mission: Mission, requirement_id: str, language: str, person: Person | None = None
) -> RequirementPage:
    """Gather the page with its content in a language; raises NotOnFile for a requirement outside the scope.

    From a person who owes a second opinion on it, the finding is kept back; so is every recommendation that rests on
    another finding on which the person owes one.
    """
    saved = scoped(mission, requirement_id)
    names = [item.requirement.requirement_id for item in scope_of(mission)]
    at = names.index(requirement_id)
    requirement = requirement_of(saved)
    is_kept = person is not None and is_kept_from(person, mission, requirement_id)
    found = mission.findings.filter(requirement=saved).select_related("judged_by").first()
    finding = None if is_kept else found
    candidates = tuple(candidates_of(mission, saved))
    hidden = kept_recommendations(mission, kept_from(person, mission)) if person else frozenset()
    return RequirementPage(
        saved=saved,
        requirement=requirement,
        forces=force(requirement, instruments_of(mission), mission.state, mission.starts),
        reserved=reserved(requirement, instruments_of(mission), mission.state, mission.starts),
        unrevised=unrevised_in(mission, [saved])[saved.pk],
        place=at + 1,
        total=len(names),
        before=names[at - 1] if at else None,
        after=names[at + 1] if at + 1 < len(names) else None,
        statement=_statement(requirement, candidates, language, thesaurus_of(mission)),
        candidates=candidates,
        chances=chances_of(mission, saved),
        elements=element_evidence(requirement, editions_on_file(mission), _speaking(candidates)),
        finding=finding,
        contributions=tuple(mission.contributions.filter(requirements=saved).select_related("agency")),
        recommendations=() if is_kept else tuple(recommendations_on(mission, saved).exclude(number__in=hidden)),
        is_kept=is_kept,
    )


def candidates_of(mission: Mission, saved: Saved, state: str = OWN) -> Iterator[Candidate]:
    """Yield of the law of a state what was accepted, then what is proposed and undecided, then what was rejected."""
    answers = list(
        answers_on(mission, state)
        .filter(requirement=saved)
        .select_related("edition__act", "edition__mission", "decided_by")
        .prefetch_related("quotations__quoted_by")
    )
    decided = {(one.edition_id, one.eid): one for one in answers}
    found = proposals_on(mission, state).filter(requirement=saved)
    proposals = list(found.select_related("edition__act", "edition__mission"))
    by_place = {(one.edition_id, one.eid): one for one in proposals}
    accepted = [one for one in answers if one.decision == Decision.ACCEPTED.value]
    rejected = [one for one in answers if one.decision == Decision.REJECTED.value]
    name = saved.requirement_id
    for answer in accepted:
        yield candidate(answer.edition, answer.eid, name, answer, by_place.get((answer.edition_id, answer.eid)))
    for proposal in proposals:
        if (proposal.edition_id, proposal.eid) not in decided:
            yield candidate(proposal.edition, proposal.eid, name, None, proposal)
    for answer in rejected:
        yield candidate(answer.edition, answer.eid, name, answer, by_place.get((answer.edition_id, answer.eid)))


def candidate(
    edition: Edition, eid: str, requirement: str, answer: Answer | None = None, proposal: Proposal | None = None
) -> Candidate:
    """Put a card together: the words of the unit with the matching ones marked, and the units of its article."""
    unit = unit_of(edition, eid)
    reason = Reason.from_entry(proposal.reason) if proposal else Reason()
    top = Reference.parse(article_address(edition, eid)).eid
    article = unit_of(edition, top)
    concepts = thesaurus_of(edition.mission)
    told = (*reason.words, *_naming(article.words, edition.language, reason.concepts, concepts))
    return Candidate(
        edition=edition,
        eid=eid,
        citation=cite(reference_to(edition, eid), edition.language),
        heading=unit.heading or article.heading,
        paragraphs=_marked(unit, told),
        whole=_marked(article, told) if top != eid else (),
        subunits=tuple(_inside(edition, top)),
        rank=proposal.rank if proposal else None,
        score=proposal.score if proposal else None,
        reason=reason,
        answer=answer,
        quotations=tuple(answer.quotations.all()) if answer else (),
        dissection=dissection_for(requirement, article.words, edition.language),
    )


def _speaking(candidates: Sequence[Candidate]) -> list[tuple[Edition, str]]:
    """Return where sentences are sought: in what was accepted or, before that, in what is proposed."""
    accepted = [one for one in candidates if one.state == Decision.ACCEPTED.value]
    chosen = accepted or [one for one in candidates if one.answer is None]
    return [(one.edition, one.eid) for one in chosen]


def _statement(
    requirement: Requirement, candidates: Sequence[Candidate], language: str, concepts: Concepts
) -> tuple[Mark, ...]:
    """Return the statement with the words marked to which the candidates answer."""
    text = in_language(requirement.statement, language)
    shown = [one for one in candidates if one.state != Decision.REJECTED.value]
    labels = {label for one in shown for label in one.reason.concepts}
    same = {stem for one in shown if one.edition.language == language for stem in _stems(one.reason.words, language)}
    printed = [word for word in words(text) if same.intersection(stems(word, language))]
    return marked(text, [*_naming(text, language, labels, concepts), *printed])


def _marked(unit: Provision, told: Sequence[str]) -> tuple[tuple[Mark, ...], ...]:
    return tuple(marked(paragraph, told) for paragraph in unit.words.split("\n"))


def _naming(text: str, language: str, labels: Collection[str], concepts: Concepts) -> list[str]:
    """Return the printed words of a text that name one of the concepts with these labels, in whatever language."""
    ids = [name for name in concepts.by_id if any(concepts.label(name, one) in labels for one in LANGUAGES)]
    return echoes(text, language, concepts, ids) if labels else []


def _stems(printed: Sequence[str], language: str) -> list[str]:
    return [stem for word in printed for stem in stems(word, language)]


def _inside(edition: Edition, article: str) -> Iterator[Subunit]:
    """Yield the article and every unit inside it; nothing where it has none."""
    inside = [eid for eid in eids_of(edition) if eid == article or eid.startswith(f"{article}__")]
    if len(inside) > 1:
        yield from (Subunit(eid, cite(reference_to(edition, eid), edition.language)) for eid in inside)
