"""The requirements of the scope, read from the letters of their editions."""

from functools import lru_cache

from django.db.models import Q

from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Mission, RequirementEdition, ScopedRequirement
from muvofiq.standards.requirement import Requirement


def requirement_of(edition: RequirementEdition) -> Requirement:
    """Return the requirement that an edition holds."""
    return _read(edition.letter, edition.requirement_id)


def newest_editions(mission: Mission) -> dict[str, RequirementEdition]:
    """Return the newest edition of every requirement that the mission may judge: released, or its own, by id."""
    rows = RequirementEdition.objects.filter(Q(mission=None) | Q(mission=mission)).order_by("edition", "published")
    return {one.requirement_id: one for one in rows}


def scope_of(mission: Mission) -> list[ScopedRequirement]:
    """Return the scope of a mission in its order."""
    return list(mission.scope.select_related("requirement"))


def scoped(mission: Mission, requirement_id: str) -> RequirementEdition:
    """Return the edition by which the mission judges a requirement; raises NotOnFile where it is not in the scope."""
    item = mission.scope.select_related("requirement").filter(requirement__requirement_id=requirement_id).first()
    if item is None:
        raise NotOnFile(f"{mission} > scope", sort="requirement in its scope", name=requirement_id)
    return item.requirement


@lru_cache(maxsize=1024)
def _read(letter: str, name: str) -> Requirement:
    return Requirement.parse(letter, name)
