"""A finding goes on its way: checked by an expert, shown to the country, agreed or disputed, or back to draft."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from muvofiq.assessment.checks import blocking
from muvofiq.assessment.facts import Facts
from muvofiq.assessment.scale import State
from muvofiq.errors import MuvofiqError
from muvofiq.records.actions.acting import Act, acting
from muvofiq.records.actions.texts import wanted
from muvofiq.records.errors import ChangedMeanwhile, Missing, NotOnFile
from muvofiq.records.errors_assessment import ChecksInTheWay, NoSuchMove, NothingMoved
from muvofiq.records.models import Finding, Mission, Person
from muvofiq.records.permissions import MOVES, Verb, require_move
from muvofiq.records.queries.blind import refuse_while_blind
from muvofiq.records.queries.finding_facts import facts_of, findings_in_scope
from muvofiq.records.queries.finding_moves import is_back
from muvofiq.records.queries.requirements import requirement_of


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of several findings: those that went on, and for the others, by the code, what was in the way."""

    done: tuple[str, ...]
    refused: Mapping[str, MuvofiqError]


def move_finding(
    actor: Person,
    mission: Mission,
    requirement_id: str,
    *,
    to: State,
    version: int,
    reason: Mapping[str, str] | None = None,
) -> Finding:
    """Take a finding to another state. ``version`` is that of the verdict that the person saw.

    Whoever disputes says why. Raises NotOnFile, NotAllowed, NoSuchMove, ChangedMeanwhile, Missing (no reason),
    ChecksInTheWay (errors found before it is checked or shown), SecondOpinionFirst.
    """
    with acting(actor, Verb.MOVE_FINDING, mission) as act:
        finding = next(iter(findings_in_scope(mission, [requirement_id])), None)
        if finding is None:
            raise NotOnFile(f"{mission} > findings", sort="verdict", name=requirement_id)
        told = wanted(reason or {}, "why it is disputed", _where(finding)) if to is State.DISPUTED else {}
        _refuse(act, finding, facts_of(mission, [finding])[finding.pk], to=to, version=version)
        change: dict[str, Any] = {"from": finding.state, "to": to.value}
        _put(act, finding, to)
        act.says(f"verdict {requirement_id}", **change, **({"reason": told} if told else {}))
    return finding


def move_findings(actor: Person, mission: Mission, seen: Mapping[str, int], to: State) -> Moved:
    """Take several findings to a state at once: those that can go there go, the others stay and say why.

    ``seen`` has the version of the verdict by the id of the requirement. What needs a reason is disputed one by one.
    Raises Missing, NotAllowed, and NothingMoved where none could go.
    """
    where = f"{mission} > findings"
    if not seen:
        raise Missing(where, field="at least one finding")
    if to is State.DISPUTED:
        raise Missing(where, field="why it is disputed")
    with acting(actor, Verb.MOVE_FINDING, mission) as act:
        findings = findings_in_scope(mission, list(seen))
        facts = facts_of(mission, findings) if findings else {}
        done: list[str] = []
        refused: dict[str, MuvofiqError] = {}
        for one in findings:
            name = one.requirement.requirement_id
            try:
                _refuse(act, one, facts[one.pk], to=to, version=seen[name])
            except MuvofiqError as error:
                refused[_code(one)] = error
            else:
                _put(act, one, to)
                done.append(name)
        if not done:
            raise _nothing_moved(where, refused, to)
        act.says(f"verdict {', '.join(done)}", to=to.value, requirements=done)
    return Moved(tuple(done), refused)


def _refuse(act: Act, finding: Finding, facts: Facts, *, to: State, version: int) -> None:
    """Raise what speaks against the move."""
    mission, before = finding.mission, State(finding.state)
    refuse_while_blind(act.actor, mission, [finding.requirement.requirement_id])
    if (before, to) not in MOVES:
        raise NoSuchMove(_where(finding), before=before, after=to)
    require_move(act.actor, mission, before, to)
    if finding.version != version:
        name = finding.judged_by.name
        raise ChangedMeanwhile(_where(finding), name=name, yours=version, theirs=finding.version)
    if errors := () if is_back(before, to) else blocking(facts, to):
        checks = ", ".join(one.check.id for one in errors)
        raise ChecksInTheWay(_where(finding), code=_code(finding), after=to, checks=checks)


def _put(act: Act, finding: Finding, to: State) -> None:
    finding.state, finding.moved_by, finding.moved_at = to.value, act.actor, act.at
    finding.save(update_fields=["state", "moved_by", "moved_at"])


def _nothing_moved(where: str, refused: Mapping[str, MuvofiqError], to: State) -> MuvofiqError:
    """Return the error of a single finding as it is, else one that names what is in the way of how many."""
    errors = list(refused.values())
    if len(errors) == 1:
        return errors[0]
    return NothingMoved(where, after=to, codes=", ".join(sorted(refused)) or "–")


def _code(finding: Finding) -> str:
    return requirement_of(finding.requirement).code


def _where(finding: Finding) -> str:
    return f"{finding.mission} > {finding.requirement.requirement_id} > verdict"
