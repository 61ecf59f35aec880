"""A person gives the draft amending act a title of their own, or takes the counted one again."""

from muvofiq.records.models import Mission, Person


def title_act(actor: Person, mission: Mission, *, language: str, title: str, version: int = 0) -> None:
    """Save the title in one language; an empty one takes the counted title again."""
    raise NotImplementedError
