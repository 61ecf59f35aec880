"""The table of concordance of a mission's scope: what persons accepted and judged, beside what the machine proposes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from muvofiq.alignment.candidate import Candidate
from muvofiq.law.citing import cite
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law
from muvofiq.publication.concordance import (
    Answer,
    Cited,
    Concordance,
    ForState,
    Judgement,
    NormQuoted,
    Row,
    State,
    answer_of,
    cited_units,
)
from muvofiq.publication.errors import UnknownUnit
from muvofiq.standards.force import force
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.requirement import Requirement

Units = Mapping[Reference, Cited]


@dataclass(frozen=True, slots=True)
class Decision:
    """A person accepted or rejected a unit, of whatever size, as an answer, and may have quoted from it."""

    unit: str
    accepted: bool
    quotations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """What persons say of one requirement: their judgement, what agencies contributed, what is recommended, quoted."""

    judgement: Judgement | None
    contributions: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()
    norm_quotations: tuple[NormQuoted, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """What the machine proposes and what persons decided and judged, each by the id of the requirement.

    ``translations`` holds unofficial ones by the address of their unit.
    """

    candidates: Mapping[str, Sequence[Candidate]] = field(default_factory=dict)
    decisions: Mapping[str, Sequence[Decision]] = field(default_factory=dict)
    judgements: Mapping[str, Judged] = field(default_factory=dict)
    translations: Mapping[str, str] = field(default_factory=dict)


def judged_concordance(
    requirements: Sequence[Requirement],
    register: Mapping[str, Instrument],
    acts: Sequence[Law],
    findings: Findings,
    *,
    made_on: date,
    for_state: ForState | None = None,
    model: str | None = None,
    notices: Sequence[str] = (),
    editions: Mapping[str, date] | None = None,
) -> Concordance:
    """Put the table of a scope together: accepted units first, then undecided proposals; rejected ones are left out.

    Of several decisions on one unit the last holds. Raises UnknownUnit for a unit that no act of the table has.
    """
    units = cited_units(acts)
    rows: list[Row] = []
    for requirement in requirements:
        forces = force(requirement, register, for_state.state, for_state.on) if for_state else ()
        judged = findings.judgements.get(requirement.id, Judged(None))
        answers: Sequence[Answer | None] = _answers(requirement.id, findings, units) or [None]
        rows.extend(
            Row(
                requirement,
                forces,
                answer,
                opens=at == 0,
                judgement=judged.judgement,
                contributions=judged.contributions,
                recommendations=judged.recommendations,
                norm_quotations=judged.norm_quotations,
            )
            for at, answer in enumerate(answers)
        )
    return Concordance(
        acts=tuple(acts),
        rows=tuple(rows),
        register=register,
        made_on=made_on,
        model=model,
        for_state=for_state,
        judged=True,
        notices=tuple(notices),
        editions=editions or {},
    )


def _answers(requirement: str, findings: Findings, units: Units) -> list[Answer]:
    decided = {_address(one.unit, units): one for one in findings.decisions.get(requirement, ())}
    proposed = {_address(one.unit, units): one for one in findings.candidates.get(requirement, ())}
    accepted = [
        _accepted(address, decision, proposed.get(address), units)
        for address, decision in decided.items()
        if decision.accepted
    ]
    open_ones = sorted((one.rank, str(address), address) for address, one in proposed.items() if address not in decided)
    answers = accepted + [answer_of(proposed[address], units[address]) for *_, address in open_ones]
    return [replace(one, translation=findings.translations.get(one.unit, "")) for one in answers]


def _accepted(address: Reference, decision: Decision, candidate: Candidate | None, units: Units) -> Answer:
    cited = units[address]
    return Answer(
        unit=decision.unit,
        act=cited.law.title,
        citation=cite(address, cited.law.language),
        heading=cited.heading,
        text=cited.unit.words,
        place=candidate.rank if candidate else None,
        score=candidate.score if candidate else None,
        reason=candidate.reason if candidate else None,
        state=State.ACCEPTED,
        quotations=decision.quotations,
    )


def _address(unit: str, units: Units) -> Reference:
    """Return the address inside the acts of the table, which each stand in one edition only; raises UnknownUnit."""
    try:
        address = replace(Reference.parse(unit), edition=None)
    except ValueError as error:
        raise _unknown(unit, units) from error
    if address not in units:
        raise _unknown(unit, units)
    return address


def _unknown(unit: str, units: Units) -> UnknownUnit:
    acts = sorted({cited.law.name for cited in units.values()})
    return UnknownUnit(unit, unit=unit, acts=", ".join(acts) or "–")
