"""What is left in a mission that takes a while to find, so that the home page asks for it apart."""

from dataclasses import dataclass

from muvofiq.records.models import Mission, Person
from muvofiq.records.queries.blind import kept_from
from muvofiq.records.queries.changed_sources import touched_requirements
from muvofiq.records.queries.opinions import open_disagreements
from muvofiq.records.queries.quality import failing


@dataclass(frozen=True, slots=True)
class WhatIsLeft:
    """Open disagreements, requirements of which a source has changed since, and quality checks that fail."""

    disagreements: int
    changed: int
    failing: int

    @property
    def is_nothing(self) -> bool:
        """Whether nothing of it is left."""
        return not (self.disagreements or self.changed or self.failing)


def what_is_left(mission: Mission, person: Person) -> WhatIsLeft:
    """Count, without what is kept back from the person."""
    kept = kept_from(person, mission)
    return WhatIsLeft(
        disagreements=sum(one.requirement.id not in kept for one in open_disagreements(mission)),
        changed=len(touched_requirements(mission) - kept),
        failing=failing(mission, person),
    )
