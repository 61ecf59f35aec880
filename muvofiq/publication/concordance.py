"""The table of concordance as values: each requirement beside the provisions that may answer it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from muvofiq.alignment.candidate import Candidate, Reason
from muvofiq.assessment import scale
from muvofiq.assessment.absence import Absence
from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.verdict import Verdict
from muvofiq.law.citing import cite
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law, Provision, is_cited_first
from muvofiq.publication.overview import Overview
from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.force import Force, force
from muvofiq.standards.good_practice import GoodPractice
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.practice_shelf import by_requirement, shipped_practices
from muvofiq.standards.requirement import Requirement


@dataclass(frozen=True, slots=True)
class ForState:
    """The state for which, and the day on which, the force of the norms is computed."""

    state: str
    on: date


class State(StrEnum):
    """Whether a provision is only proposed by the machine, or accepted by a person."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"


class Doubt(StrEnum):
    """Why nobody should rely on a verdict yet: a second opinion differs, or it rests on an older text of an act."""

    DISPUTED = "disputed"
    OUTDATED = "outdated"


@dataclass(frozen=True, slots=True)
class Answer:
    """A provision that may answer a requirement, with all that the reader of the table needs to find and judge it.

    ``place``, ``score`` and ``reason`` are None where a person chose a provision that the machine had not proposed.
    ``translation`` is an unofficial one in the language of the table, with its mark, or nothing.
    """

    unit: str
    act: str
    citation: str
    heading: str
    text: str
    place: int | None
    score: float | None
    reason: Reason | None
    state: State = State.PROPOSED
    quotations: tuple[str, ...] = ()
    translation: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """A unit with its act and the heading under which it stands."""

    law: Law
    unit: Provision
    heading: str


@dataclass(frozen=True, slots=True)
class Settled:
    """How a disagreement between two experts ended: who settled it, when and why, and what somebody still holds.

    ``is_superseded`` where the verdict was changed since.
    """

    by: str
    on: date
    why: str
    dissent: str = ""
    dissenter: str = ""
    is_superseded: bool = False


@dataclass(frozen=True, slots=True)
class NormQuoted:
    """The words of a cited norm as they stand in a text on file; none where that text is for official use."""

    act: str
    citation: str
    language: str
    words: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person judged: how far law and practice meet a requirement, why, who and when, and the particulars.

    ``editions`` are the edition by which it was judged and the one that is shown, where these differ; ``look_again``
    marks a verdict at which a person should look again, because it may rest on what changed between them. ``sought``
    says in which acts a provision was not found, or that it is absent from a list that a person confirmed. ``settled``
    has the last settlement with each second opinion, the oldest first.
    """

    law: Verdict
    practice: Verdict
    reason: str
    by: str
    on: date | None
    editions: tuple[int, int] | None = None
    look_again: bool = False
    state: scale.State = scale.State.DRAFT
    particulars: Particulars = field(default_factory=Particulars)
    settled: tuple[Settled, ...] = ()
    sought: str = ""
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """A practice to compare, and whether it began only after the day, or the mission, for which the table is made."""

    practice: GoodPractice
    is_later: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. ``answer`` is None where nothing was found; ``opens`` marks the first of a requirement.

    ``judgement``, ``contributions`` of agencies, ``recommendations`` and ``norm_quotations`` belong to the requirement,
    not to the answer.
    """

    requirement: Requirement
    force: tuple[Force, ...]
    answer: Answer | None
    opens: bool = True
    judgement: Judgement | None = None
    contributions: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()
    norm_quotations: tuple[NormQuoted, ...] = ()

    @property
    def law(self) -> Verdict:
        """The verdict on the law; where nobody judged, it is not assessed."""
        return self.judgement.law if self.judgement else Verdict.NOT_ASSESSED

    @property
    def practice(self) -> Verdict:
        """The verdict on the practice; where nobody judged, it is not assessed."""
        return self.judgement.practice if self.judgement else Verdict.NOT_ASSESSED


@dataclass(frozen=True, slots=True)
class Concordance:
    """The whole table with what must stand at its head: the acts, the day, the model, the state of the catalogue.

    ``judged`` tells the table of a mission, which shows what persons decided, from the machine's own.
    ``practices`` holds what there is to compare by the id of the requirement; ``overview`` the findings as pictures.
    ``editions`` gives the date of the edition by the name of the act, where it is known; ``imported`` the day on which
    the text came on file, where it is not. ``same_act`` gives by the name of a text what all texts of its act share;
    ``absence`` says in what was sought, and whether a person confirmed that this is all.
    """

    acts: tuple[Law, ...]
    rows: tuple[Row, ...]
    register: Mapping[str, Instrument]
    made_on: date
    model: str | None = None
    for_state: ForState | None = None
    judged: bool = False
    notices: tuple[str, ...] = ()
    editions: Mapping[str, date] = field(default_factory=dict)
    imported: Mapping[str, date] = field(default_factory=dict)
    practices: Mapping[str, Sequence[Compared]] = field(default_factory=dict)
    overview: Overview | None = None
    same_act: Mapping[str, str] = field(default_factory=dict)
    absence: Absence | None = None

    @property
    def texts_by_act(self) -> tuple[tuple[Law, ...], ...]:
        """The texts, those of one act together: an act in two languages, or of two days, is one act."""
        found: dict[str, list[Law]] = {}
        for law in self.acts:
            found.setdefault(self.same_act.get(law.name, law.name), []).append(law)
        return tuple(map(tuple, found.values()))

    @property
    def instruments(self) -> list[Instrument]:
        """The instruments that the requirements of the table cite, by the names under which they are cited."""
        cited = {citation.instrument for requirement in self.requirements for citation in requirement.citations}
        return [self.register[name] for name in sorted(cited)]

    @property
    def requirements(self) -> list[Requirement]:
        """The requirements of the table, each once, in order."""
        return [row.requirement for row in self.rows if row.opens]

    @property
    def judgements(self) -> list[Judgement]:
        """What persons judged, each requirement once."""
        return [row.judgement for row in self.rows if row.opens and row.judgement]

    @property
    def drafts(self) -> int:
        """How many verdicts nobody has checked yet."""
        return sum(one.state is scale.State.DRAFT for one in self.judgements)

    def doubted(self, doubt: Doubt) -> int:
        """Return on how many verdicts this doubt lies."""
        return sum(doubt in one.doubts for one in self.judgements)


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
    units = {str(address): cited for address, cited in cited_units(acts).items()}
    rows: list[Row] = []
    for requirement in catalogue.requirements:
        forces = force(requirement, catalogue.instruments, for_state.state, for_state.on) if for_state else ()
        found_here = candidates.get(requirement.id, ())
        answers: list[Answer | None] = [answer_of(candidate, units[candidate.unit]) for candidate in found_here]
        rows.extend(Row(requirement, forces, answer, opens=at == 0) for at, answer in enumerate(answers or [None]))
    register, practices = catalogue.instruments, compared(shipped_practices(), for_state.on if for_state else made_on)
    return Concordance(tuple(acts), tuple(rows), register, made_on, model, for_state, practices=practices)


def compared(practices: Iterable[GoodPractice], on: date) -> dict[str, list[Compared]]:
    """Return the practices by the requirement that they answer, each marked if it began after the day."""
    found = by_requirement(practices)
    return {name: [Compared(one, one.begins_after(on)) for one in each] for name, each in found.items()}


def cited_units(acts: Sequence[Law]) -> dict[Reference, Cited]:
    """Return every unit of the acts by its address; a part of an article goes under the heading of the article."""
    found: dict[Reference, Cited] = {}
    for law in acts:
        heading = ""
        for address, unit, around in law.units():
            if is_cited_first(unit, around):
                heading = unit.heading
            inside = any(is_cited_first(one, around[:depth]) for depth, one in enumerate(around))
            found[address] = Cited(law, unit, unit.heading or (heading if inside else ""))
    return found


def count_articles(law: Law, *, repealed: bool) -> int:
    """Return how many articles of an act, or points where it has none, are repealed, or are not."""
    return sum(unit.repealed is repealed for _, unit, _ in law.articles())


def answer_of(candidate: Candidate, cited: Cited) -> Answer:
    """Return what the machine proposes, with the words of the unit."""
    citation = cite(Reference.parse(candidate.unit), cited.law.language)
    return Answer(
        unit=candidate.unit,
        act=cited.law.title,
        citation=citation,
        heading=cited.heading,
        text=cited.unit.words,
        place=candidate.rank,
        score=candidate.score,
        reason=candidate.reason,
    )
