"""A recommendation goes from the expert's desk to a colleague, to the agencies and to an agreement."""

from muvofiq.records.models import Person, Recommendation
from muvofiq.records.words import RecommendationState


def move_recommendation(actor: Person, recommendation: Recommendation, state: RecommendationState) -> None:
    """Take a recommendation to another state."""
    raise NotImplementedError
