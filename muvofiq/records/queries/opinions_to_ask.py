"""The requirements on which a second opinion can be asked, and a fair choice among them."""

from collections.abc import Sequence
from dataclasses import dataclass

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.models import Mission, Person
from muvofiq.records.queries.coverage import concerns
from muvofiq.records.queries.first_judgements import judges_on
from muvofiq.records.queries.opinions import who_may_judge
from muvofiq.records.queries.requirements import requirement_of, scope_of
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.vocabulary import Group


@dataclass(frozen=True, slots=True)
class ToAsk:
    """A requirement of the scope: whether somebody has judged it, and of whom an opinion was asked already."""

    requirement: Requirement
    is_judged: bool
    asked: tuple[str, ...]


def opinions_to_ask(mission: Mission) -> list[ToAsk]:
    """Return the scope in its order; what was judged is not told, only whether."""
    silent = Verdict.NOT_ASSESSED.value
    judged = set(mission.findings.exclude(law=silent, practice=silent).values_list("requirement_id", flat=True))
    asked: dict[object, list[str]] = {}
    for key, name in mission.opinions.values_list("requirement_id", "asked_of__name"):
        asked.setdefault(key, []).append(name)
    return [
        ToAsk(requirement_of(one.requirement), one.requirement_id in judged, tuple(asked.get(one.requirement_id, ())))
        for one in scope_of(mission)
    ]


def whom_to_ask(mission: Mission, asker: Person) -> list[Person]:
    """Return of whom somebody can ask an opinion, by name: others who judge, and have one left to be asked about.

    Who has judged every requirement of the scope, is assigned to it, or was asked about it, has none left.
    """
    names = list(mission.scope.values_list("requirement__requirement_id", flat=True))
    taken = judges_on(mission, names)
    for name, key in mission.opinions.values_list("requirement__requirement_id", "asked_of_id"):
        taken.setdefault(name, set()).add(key)
    others = [one for one in who_may_judge(mission) if one.pk != asker.pk]
    return [one for one in others if any(one.pk not in taken.get(name, ()) for name in names)]


def picked(rows: Sequence[ToAsk], *, theme: str = "", group: Group | None = None, every: int = 0) -> list[str]:
    """Return the ids of the requirements of a theme or a group; with ``every``, each so-manieth of them that is judged.

    So the choice is made by counting and not by what the verdicts say.
    """
    fitting = [one for one in rows if theme in {"", one.requirement.theme} and concerns(one.requirement, group, None)]
    if not every:
        return [one.requirement.id for one in fitting]
    return [one.requirement.id for one in fitting if one.is_judged][every - 1 :: every]
