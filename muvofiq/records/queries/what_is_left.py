"""What is left in a mission that takes a while to find, so that the home page asks for it apart."""

from dataclasses import dataclass

from muvofiq.records.models import Mission, Person
from muvofiq.records.queries.acts_to_open import missing_acts
from muvofiq.records.queries.blind import kept_from
from muvofiq.records.queries.changed_sources import touched_requirements
from muvofiq.records.queries.new_editions import new_editions
from muvofiq.records.queries.opinions import open_disagreements
from muvofiq.records.queries.quality import failing


@dataclass(frozen=True, slots=True)
class WhatIsLeft:
    """How much is left: acts without text, newer editions, disagreements, changed sources, checks that fail.

    ``missing_acts`` are those of the register of the state that the scope needs; ``changed`` counts requirements.
    """

    missing_acts: int
    newer_editions: int
    disagreements: int
    changed: int
    failing: int

    @property
    def is_nothing(self) -> bool:
        """Whether nothing of it is left."""
        return not any((self.missing_acts, self.newer_editions, self.disagreements, self.changed, self.failing))


def what_is_left(mission: Mission, person: Person) -> WhatIsLeft:
    """Count, without what is kept back from the person."""
    kept = kept_from(person, mission)
    return WhatIsLeft(
        missing_acts=len(missing_acts(mission)),
        newer_editions=len(new_editions(mission)),
        disagreements=sum(one.requirement.id not in kept for one in open_disagreements(mission)),
        changed=len(touched_requirements(mission) - kept),
        failing=failing(mission, person),
    )
