"""Which acts of the state should be open for a requirement, and which of them are missing."""

from dataclasses import dataclass

from muvofiq.records.models import Mission
from muvofiq.records.queries.requirements import requirement_of, scope_of, scoped
from muvofiq.records.queries.state_register import MissingAct, OpenAct, OpenTopic, mission_register


@dataclass(frozen=True, slots=True)
class ActsToOpen:
    """The topics of a requirement with their acts as on the first day of the mission."""

    topics: tuple[OpenTopic, ...]

    @property
    def on_file(self) -> int:
        """How many of the acts have a text on file."""
        return sum(bool(one.editions) for one in self._acts())

    @property
    def missing(self) -> int:
        """How many of the acts should be open and have none."""
        return sum(one.is_missing for one in self._acts())

    def _acts(self) -> list[OpenAct]:
        return list({one.act.id: one for topic in self.topics for one in topic.acts}.values())


def acts_to_open(mission: Mission, requirement_id: str) -> ActsToOpen | None:
    """Return the acts to open for a requirement of the scope.

    None where the product has no register of the state, or none of its topics serves the requirement.
    """
    register = mission_register(mission)
    topics = register.topics(requirement_of(scoped(mission, requirement_id))) if register else ()
    return ActsToOpen(topics) if topics else None


def missing_acts(mission: Mission) -> tuple[MissingAct, ...]:
    """Return the acts that the scope needs and of which no text is on file, those that most requirements need first."""
    register = mission_register(mission)
    return register.missing(requirement_of(item.requirement) for item in scope_of(mission)) if register else ()
