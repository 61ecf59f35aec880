"""Which recommendations rest on a requirement: through its finding, or because they name it."""

from collections import Counter
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from muvofiq.records.models import Mission, Recommendation, RequirementEdition
from muvofiq.records.words import RecommendationState


def standing(mission: Mission) -> QuerySet[Recommendation]:
    """Return the recommendations that stand: all but the withdrawn ones."""
    return mission.recommendations.exclude(state=RecommendationState.WITHDRAWN.value)


def recommendations_on(mission: Mission, saved: RequirementEdition) -> QuerySet[Recommendation]:
    """Return the recommendations of a mission that stand and rest on a requirement, by number."""
    return standing(mission).filter(Q(findings__requirement=saved) | Q(requirements=saved)).distinct()


def advice_on(mission: Mission, requirements: Collection[UUID]) -> Counter[UUID]:
    """Return by the key of the requirement how many recommendations that stand rest on it."""
    judged = standing(mission).values_list("findings__requirement", "pk")
    named = standing(mission).values_list("requirements", "pk")
    wanted = set(requirements)
    pairs: set[tuple[Any, Any]] = {(requirement, recommendation) for requirement, recommendation in (*judged, *named)}
    return Counter(requirement for requirement, _ in pairs if requirement in wanted)
