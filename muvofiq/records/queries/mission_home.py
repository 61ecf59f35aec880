"""The home page of a mission: what it has, how far it is, and what is left."""

from dataclasses import dataclass

from muvofiq.records.models import Act, Agency, Job, Mission, Recommendation, Session
from muvofiq.records.queries.acts_to_open import missing_acts
from muvofiq.records.queries.missions import Progress, progress_of
from muvofiq.records.queries.new_editions import new_editions, to_look_at_again
from muvofiq.records.queries.norms import instruments_of
from muvofiq.records.queries.scope_list import ScopeRow, scope_list
from muvofiq.records.queries.whose_law import compared_states, national_acts
from muvofiq.records.words import JobKind
from muvofiq.standards.instrument import Instrument


@dataclass(frozen=True, slots=True)
class MissionHome:
    """All that the home page shows; ``compared`` are the states whose law is on file to compare with."""

    progress: Progress
    agencies: list[Agency]
    sessions: list[Session]
    acts: list[Act]
    acts_without_text: int
    compared: list[str]
    scope: list[ScopeRow]
    notes: int
    recommendations: list[Recommendation]
    binding: list[Instrument]
    job: Job | None
    missing_acts: int
    newer_editions: int
    look_again: int

    @property
    def without_answer(self) -> int:
        """How many requirements of the scope have no accepted provision."""
        return sum(not row.accepted for row in self.scope)


def mission_home(mission: Mission) -> MissionHome:
    """Gather the home page."""
    acts = list(national_acts(mission).prefetch_related("editions"))
    return MissionHome(
        progress=progress_of(mission),
        agencies=list(mission.agencies.all()),
        sessions=list(mission.sessions.all()),
        acts=acts,
        acts_without_text=sum(not act.editions.all() for act in acts),
        compared=compared_states(mission),
        scope=scope_list(mission),
        notes=mission.contributions.count(),
        recommendations=list(mission.recommendations.select_related("act", "edition")),
        binding=binding_on(mission),
        job=last_job(mission),
        missing_acts=len(missing_acts(mission)),
        newer_editions=len(new_editions(mission)),
        look_again=len(to_look_at_again(mission)),
    )


def binding_on(mission: Mission) -> list[Instrument]:
    """Return the instruments that bound the state on the first day of the mission, oldest first."""
    register = instruments_of(mission).values()
    bound = [one for one in register if one.binds(mission.state, mission.starts)]
    return sorted(bound, key=lambda one: (str(one.adopted or ""), one.id))


def last_job(mission: Mission) -> Job | None:
    """Return the newest matching of a mission."""
    return mission.jobs.filter(kind=JobKind.MATCHING.value).order_by("-asked_at").first()
