"""The law of the state beside the law of other states: the whole scope at a glance, and one requirement in columns."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from muvofiq.alignment.candidate import NOTHING
from muvofiq.law.citing import cite
from muvofiq.records.models import Answer, Edition, Mission, Proposal
from muvofiq.records.queries.law_search import search
from muvofiq.records.queries.law_text import reference_to
from muvofiq.records.queries.requirement_evidence import Chances, chances_of
from muvofiq.records.queries.requirement_page import Candidate, candidate, candidates_of
from muvofiq.records.queries.requirements import requirement_of, scope_of, scoped
from muvofiq.records.queries.whose_law import OWN, answers_on, compared_states, editions_of_state, proposals_on
from muvofiq.records.words import Decision
from muvofiq.standards.requirement import Requirement

AT_ONCE = 2  # laws to compare with that stand beside national law on one page


@dataclass(frozen=True, slots=True)
class Cell:
    """What the law of a state has for a requirement: how many provisions, and the first of them.

    ``proposed`` counts those that nobody has accepted or rejected yet; ``is_accepted`` speaks of the first, and
    ``is_probably_nothing`` is said where it is likelier that none of the acts answers.
    """

    accepted: int = 0
    proposed: int = 0
    edition: Edition | None = None
    eid: str = ""
    citation: str = ""
    is_accepted: bool = False
    is_probably_nothing: bool = False


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """A requirement of the scope with a cell for national law and for each law to compare with."""

    requirement: Requirement
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ComparisonList:
    """The whole scope. ``states`` are those of the laws to compare with, in the order of the cells after the first."""

    states: tuple[str, ...]
    rows: tuple[ComparisonRow, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """What the law of one state has for a requirement, card by card; ``editions`` are its newest texts.

    ``found`` is what a person has looked for in it, and nobody has proposed or decided.
    """

    state: str
    candidates: tuple[Candidate, ...]
    chances: Chances | None
    editions: tuple[Edition, ...]
    found: tuple[Candidate, ...] = ()

    @property
    def is_undecided(self) -> bool:
        """Whether nobody has accepted or rejected a candidate yet, so that the machine's chances are news."""
        return not any(one.answer for one in self.candidates)


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """One requirement of the scope in columns; ``states`` are all between which a reader can choose."""

    requirement: Requirement
    columns: tuple[Column, ...]
    states: tuple[str, ...] = ()
    place: int = 0
    total: int = 0
    before: str | None = None
    after: str | None = None
    is_judged: bool = False  # so that a card keeps back how far the words hold a definition


def comparison_list(mission: Mission) -> ComparisonList:
    """Return the scope in its order with what each law has."""
    states = compared_states(mission)
    laws = [_cells(mission, state) for state in (OWN, *states)]
    scope = [item.requirement for item in scope_of(mission)]
    rows = (ComparisonRow(requirement_of(one), tuple(law.get(one.pk, Cell()) for law in laws)) for one in scope)
    return ComparisonList(tuple(states), tuple(rows))


def comparison_page(
    mission: Mission, requirement_id: str, chosen: Sequence[str] = (), looked_for: str = ""
) -> ComparisonPage:
    """Gather one requirement with national law and at most two others; raises NotOnFile outside the scope.

    ``chosen`` are the states that a reader wants to see; where they are none on file, the first of the register stand.
    """
    saved = scoped(mission, requirement_id)
    names = [item.requirement.requirement_id for item in scope_of(mission)]
    at = names.index(requirement_id)
    states = compared_states(mission)
    shown = [one for one in dict.fromkeys(chosen) if one in states][:AT_ONCE] or states[:AT_ONCE]
    return ComparisonPage(
        requirement=requirement_of(saved),
        place=at + 1,
        total=len(names),
        before=names[at - 1] if at else None,
        after=names[at + 1] if at + 1 < len(names) else None,
        states=tuple(states),
        columns=tuple(column_of(mission, requirement_id, state, looked_for) for state in (OWN, *shown)),
    )


def column_of(mission: Mission, requirement_id: str, state: str, looked_for: str = "") -> Column:
    """Return what the law of one state has for a requirement; raises NotOnFile outside the scope."""
    saved = scoped(mission, requirement_id)
    candidates = tuple(candidates_of(mission, saved, state))
    shown = {(one.edition.pk, one.eid) for one in candidates}
    hits = search(mission, looked_for, state) if looked_for else []
    return Column(
        state=state,
        candidates=candidates,
        chances=chances_of(mission, saved, state),
        editions=tuple(editions_of_state(mission, state)),
        found=tuple(candidate(one, eid, requirement_id) for one, eid in hits if (one.pk, eid) not in shown),
    )


def _cells(mission: Mission, state: str) -> Mapping[UUID, Cell]:
    """Return by requirement what the law of a state has, with three questions to the database."""
    answers, proposals = defaultdict[UUID, list[Answer]](list), defaultdict[UUID, list[Proposal]](list)
    for answer in answers_on(mission, state).select_related("edition__mission", "edition__act"):
        answers[answer.requirement_id].append(answer)
    for proposal in proposals_on(mission, state).select_related("edition__mission", "edition__act"):
        proposals[proposal.requirement_id].append(proposal)
    nothing = set(mission.outcomes.filter(state=state, nothing__gt=NOTHING).values_list("requirement_id", flat=True))
    return {pk: _cell(answers[pk], proposals[pk], is_nothing=pk in nothing) for pk in {*answers, *proposals}}


def _cell(answers: Iterable[Answer], proposals: Iterable[Proposal], *, is_nothing: bool) -> Cell:
    decided = {(one.edition_id, one.eid): one for one in answers}
    accepted = [one for one in decided.values() if one.decision == Decision.ACCEPTED.value]
    undecided = [one for one in proposals if (one.edition_id, one.eid) not in decided]
    places: list[Answer | Proposal] = [*accepted, *undecided]
    if not places:
        return Cell()
    first = places[0]
    citation = cite(reference_to(first.edition, first.eid), first.edition.language)
    return Cell(
        len(accepted), len(undecided), first.edition, first.eid, citation, bool(accepted), is_nothing and not accepted
    )
