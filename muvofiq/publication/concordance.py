"""The table of concordance as values: each requirement beside the provisions that may answer it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from muvofiq.alignment.candidate import Candidate, Reason
from muvofiq.law.citing import cite
from muvofiq.law.kind import Kind
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law, Provision
from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.force import Force, force
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.requirement import Requirement


@dataclass(frozen=True, slots=True)
class ForState:
    """The state for which, and the day on which, the force of the norms is computed."""

    state: str
    on: date


@dataclass(frozen=True, slots=True)
class Answer:
    """A provision proposed as an answer, with all that the reader of the table needs to find and judge it."""

    unit: str
    act: str
    citation: str
    heading: str
    text: str
    place: int
    score: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. ``answer`` is None where the machine found nothing; ``place`` 1 opens a requirement."""

    requirement: Requirement
    force: tuple[Force, ...]
    answer: Answer | None

    @property
    def opens(self) -> bool:
        """Whether this is the first line of its requirement."""
        return self.answer is None or self.answer.place == 1


@dataclass(frozen=True, slots=True)
class Concordance:
    """The whole table with what must stand at its head: the acts, the day, the model, the state of the catalogue."""

    acts: tuple[Law, ...]
    rows: tuple[Row, ...]
    register: Mapping[str, Instrument]
    made_on: date
    model: str | None = None
    for_state: ForState | None = None

    @property
    def instruments(self) -> list[Instrument]:
        """The instruments that the requirements of the table cite, by the names under which they are cited."""
        cited = {citation.instrument for requirement in self.requirements for citation in requirement.citations}
        return [self.register[name] for name in sorted(cited)]

    @property
    def requirements(self) -> list[Requirement]:
        """The requirements of the table, each once, in order."""
        return [row.requirement for row in self.rows if row.opens]


def concordance(
    catalogue: Catalogue,
    acts: Sequence[Law],
    candidates: Mapping[str, Sequence[Candidate]],
    *,
    made_on: date,
    model: str | None = None,
    for_state: ForState | None = None,
) -> Concordance:
    """Put requirements and candidates together: a row for each candidate, and one where there is none."""
    units = {str(address): (law, unit) for law in acts for address, unit, _ in law.articles()}
    rows: list[Row] = []
    for requirement in catalogue.requirements:
        forces = force(requirement, catalogue.instruments, for_state.state, for_state.on) if for_state else ()
        found_here = candidates.get(requirement.id, ())
        answers: list[Answer | None] = [_answer(candidate, *units[candidate.unit]) for candidate in found_here]
        rows.extend(Row(requirement, forces, answer) for answer in answers or [None])
    return Concordance(tuple(acts), tuple(rows), catalogue.instruments, made_on, model, for_state)


def count_articles(law: Law, *, repealed: bool) -> int:
    """Return how many articles of an act are repealed, or are not."""
    return sum(unit.repealed is repealed for _, unit, _ in law.units() if unit.kind is Kind.ARTICLE)


def _answer(candidate: Candidate, law: Law, unit: Provision) -> Answer:
    citation = cite(Reference.parse(candidate.unit), law.language)
    return Answer(
        unit=candidate.unit,
        act=law.title,
        citation=citation,
        heading=unit.heading,
        text=unit.words,
        place=candidate.rank,
        score=candidate.score,
        reason=candidate.reason,
    )
