"""One requirement beside the provisions that may answer it: the page where the day is spent."""

from collections.abc import Iterator
from dataclasses import dataclass

from muvofiq.law.citing import cite
from muvofiq.law.tree import Provision
from muvofiq.records.models import Answer, Contribution, Edition, Finding, Mission, Quotation, Recommendation
from muvofiq.records.models import RequirementEdition as Saved
from muvofiq.records.queries.law_text import law_of, reference_to, unit_of
from muvofiq.records.queries.marking import Mark, marked
from muvofiq.records.queries.released import released
from muvofiq.records.queries.requirements import requirement_of, scope_of, scoped
from muvofiq.records.words import Decision
from muvofiq.standards.citation import Citation
from muvofiq.standards.force import Force, force, force_of
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.requirement import Requirement


@dataclass(frozen=True, slots=True)
class Subunit:
    """A unit inside a candidate that can be accepted instead of the whole."""

    eid: str
    citation: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A provision on the page: proposed by the machine, or decided by a person, or both."""

    edition: Edition
    eid: str
    citation: str
    heading: str
    paragraphs: tuple[tuple[Mark, ...], ...]
    subunits: tuple[Subunit, ...]
    rank: int | None
    reason: dict[str, object]
    answer: Answer | None
    quotations: tuple[Quotation, ...]

    @property
    def state(self) -> str:
        """How the card is drawn: proposed (dashed), accepted or rejected (solid)."""
        return self.answer.decision if self.answer else "proposed"


@dataclass(frozen=True, slots=True)
class Norm:
    """A cited norm: which instrument, where in it, and with what force it speaks to the state."""

    instrument: Instrument
    citation: Citation
    force: Force


@dataclass(frozen=True, slots=True)
class RequirementPage:
    """All that the page shows, in the order of the scope."""

    saved: Saved
    requirement: Requirement
    forces: tuple[Force, ...]
    norms: tuple[Norm, ...]
    place: int
    total: int
    before: str | None
    after: str | None
    candidates: tuple[Candidate, ...]
    finding: Finding | None
    contributions: tuple[Contribution, ...]
    recommendations: tuple[Recommendation, ...]


def requirement_page(mission: Mission, requirement_id: str) -> RequirementPage:
    """Gather the page; raises NotOnFile for a requirement outside the scope."""
    saved = scoped(mission, requirement_id)
    names = [item.requirement.requirement_id for item in scope_of(mission)]
    at = names.index(requirement_id)
    requirement = requirement_of(saved)
    finding = mission.findings.filter(requirement=saved).select_related("judged_by").first()
    return RequirementPage(
        saved=saved,
        requirement=requirement,
        forces=force(requirement, released().instruments, mission.state, mission.starts),
        norms=tuple(_norms(requirement, mission)),
        place=at + 1,
        total=len(names),
        before=names[at - 1] if at else None,
        after=names[at + 1] if at + 1 < len(names) else None,
        candidates=tuple(candidates_of(mission, saved)),
        finding=finding,
        contributions=tuple(mission.contributions.filter(requirements=saved).select_related("agency")),
        recommendations=tuple(finding.recommendations.all()) if finding else (),
    )


def candidates_of(mission: Mission, saved: Saved) -> Iterator[Candidate]:
    """Yield what was accepted, then what is proposed and undecided, then what was rejected."""
    answers = list(
        mission.answers.filter(requirement=saved)
        .select_related("edition__act", "edition__mission", "decided_by")
        .prefetch_related("quotations__quoted_by")
    )
    decided = {(one.edition_id, one.eid): one for one in answers}
    proposals = list(mission.proposals.filter(requirement=saved).select_related("edition__act", "edition__mission"))
    by_place = {(one.edition_id, one.eid): one for one in proposals}
    accepted = [one for one in answers if one.decision == Decision.ACCEPTED.value]
    rejected = [one for one in answers if one.decision == Decision.REJECTED.value]
    for answer in accepted:
        proposal = by_place.get((answer.edition_id, answer.eid))
        yield candidate(answer.edition, answer.eid, answer, *_why(proposal))
    for proposal in proposals:
        if (proposal.edition_id, proposal.eid) not in decided:
            yield candidate(proposal.edition, proposal.eid, None, *_why(proposal))
    for answer in rejected:
        yield candidate(answer.edition, answer.eid, answer, *_why(by_place.get((answer.edition_id, answer.eid))))


def candidate(
    edition: Edition, eid: str, answer: Answer | None, rank: int | None, reason: dict[str, object]
) -> Candidate:
    """Put a card together: the words of the unit with the matching ones marked, and the units inside it."""
    unit = unit_of(edition, eid)
    found = reason.get("words")
    words = [str(word) for word in found] if isinstance(found, list) else []
    return Candidate(
        edition=edition,
        eid=eid,
        citation=cite(reference_to(edition, eid), edition.language),
        heading=unit.heading,
        paragraphs=tuple(marked(paragraph, words) for paragraph in unit.words.split("\n")),
        subunits=tuple(_inside(edition, eid, unit)),
        rank=rank,
        reason=reason,
        answer=answer,
        quotations=tuple(answer.quotations.all()) if answer else (),
    )


def _norms(requirement: Requirement, mission: Mission) -> Iterator[Norm]:
    for citation in requirement.citations:
        instrument = released().instrument(citation.instrument)
        yield Norm(instrument, citation, force_of(instrument, mission.state, mission.starts))


def _why(proposal: object) -> tuple[int | None, dict[str, object]]:
    rank, reason = getattr(proposal, "rank", None), getattr(proposal, "reason", {})
    return rank, reason


def _inside(edition: Edition, eid: str, unit: Provision) -> Iterator[Subunit]:
    if not unit.children:
        return
    for address, _, _ in law_of(edition).units():
        if address.eid.startswith(f"{eid}__"):
            yield Subunit(address.eid, cite(address, edition.language))
