"""The requirements of the scope, read from the letters of their editions."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from uuid import UUID

from django.db.models import Q

from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Mission, RequirementEdition, ScopedRequirement
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.unrevised import Unrevised, unrevised


def requirement_of(edition: RequirementEdition) -> Requirement:
    """Return the requirement that an edition holds."""
    return _read(edition.letter, edition.requirement_id)


def newest_editions(mission: Mission, ids: Collection[str] | None = None) -> dict[str, RequirementEdition]:
    """Return the newest edition of the requirements that the mission may judge, by id: of all, or of some."""
    return {name: editions[-1] for name, editions in lineages(mission, ids).items()}


def lineages(mission: Mission, ids: Collection[str] | None = None) -> dict[str, list[RequirementEdition]]:
    """Return by id all editions of the requirements that the mission may judge, released or its own, the oldest first.

    One that began as the mission's own stays so: a released one that bears its id is another requirement.
    """
    rows = RequirementEdition.objects.filter(Q(mission=None) | Q(mission=mission)).select_related("author")
    found: dict[str, list[RequirementEdition]] = {}
    wanted = rows if ids is None else rows.filter(requirement_id__in=ids)
    for one in wanted.order_by("edition", "published"):
        line = found.setdefault(one.requirement_id, [])
        if not line or line[0].mission_id is None or one.mission_id:
            line.append(one)
    return found


def editions_to_judge_by(mission: Mission, ids: Collection[str] | None = None) -> dict[str, RequirementEdition]:
    """Return the edition by which the mission judges a requirement that is in its scope or comes into it.

    That is the edition in the scope, or the newest of those on which records of the mission rest, or else the newest.
    """
    scoped, resting = {item.requirement_id for item in mission.scope.all()}, _rested_on(mission)
    return {
        name: next(
            (one for wanted in (scoped, resting) for one in reversed(editions) if one.pk in wanted), editions[-1]
        )
        for name, editions in lineages(mission, ids).items()
    }


def scope_of(mission: Mission) -> list[ScopedRequirement]:
    """Return the scope of a mission in its order."""
    return list(mission.scope.select_related("requirement"))


def scoped(mission: Mission, requirement_id: str) -> RequirementEdition:
    """Return the edition by which the mission judges a requirement; raises NotOnFile where it is not in the scope."""
    item = mission.scope.select_related("requirement").filter(requirement__requirement_id=requirement_id).first()
    if item is None:
        raise NotOnFile(f"{mission} > scope", sort="requirement in its scope", name=requirement_id)
    return item.requirement


def outside_scope(mission: Mission, requirement_id: str) -> RequirementEdition | None:
    """Return the newest edition of a requirement that the mission may judge and has not chosen."""
    if mission.scope.filter(requirement__requirement_id=requirement_id).exists():
        return None
    return newest_editions(mission, [requirement_id]).get(requirement_id)


def unrevised_in(mission: Mission, editions: Iterable[RequirementEdition]) -> dict[UUID, tuple[Unrevised, ...]]:
    """Return what these editions left unrevised in a language since it changed in another one, by their keys."""
    wanted = list(editions)
    lines = lineages(mission, {one.requirement_id for one in wanted})
    until = {one.pk: lines[one.requirement_id][: _place_of(one, lines[one.requirement_id])] for one in wanted}
    return {key: unrevised([requirement_of(one) for one in line]) for key, line in until.items()}


def _place_of(edition: RequirementEdition, line: list[RequirementEdition]) -> int:
    return line.index(edition) + 1 if edition in line else 0


def _rested_on(mission: Mission) -> set[object]:
    """Return the editions on which answers, notes, verdicts or rows of received tables of the mission rest."""
    rows = (mission.answers, mission.findings, mission.table_links, mission.opinions, mission.norm_quotations)
    noted = mission.contributions.values_list("requirements", flat=True)
    return {key for one in rows for key in one.values_list("requirement", flat=True)} | set(noted)


@lru_cache(maxsize=1024)
def _read(letter: str, name: str) -> Requirement:
    return Requirement.parse(letter, name)
