"""The home page of a mission: what it has, how far it is, and what is left."""

from dataclasses import dataclass

from muvofiq.records.models import Act, Agency, Job, Mission, Recommendation, Session
from muvofiq.records.queries.missions import Progress, progress_of
from muvofiq.records.queries.released import released
from muvofiq.records.queries.scope_list import ScopeRow, scope_list
from muvofiq.records.words import JobKind
from muvofiq.standards.instrument import Instrument


@dataclass(frozen=True, slots=True)
class MissionHome:
    """All that the home page shows."""

    progress: Progress
    agencies: list[Agency]
    sessions: list[Session]
    acts: list[Act]
    acts_without_text: int
    scope: list[ScopeRow]
    notes: int
    recommendations: list[Recommendation]
    binding: list[Instrument]
    job: Job | None

    @property
    def without_answer(self) -> int:
        """How many requirements of the scope have no accepted provision."""
        return sum(not row.accepted for row in self.scope)


def mission_home(mission: Mission) -> MissionHome:
    """Gather the home page."""
    acts = list(mission.acts.prefetch_related("editions"))
    return MissionHome(
        progress=progress_of(mission),
        agencies=list(mission.agencies.all()),
        sessions=list(mission.sessions.all()),
        acts=acts,
        acts_without_text=sum(not act.editions.all() for act in acts),
        scope=scope_list(mission),
        notes=mission.contributions.count(),
        recommendations=list(mission.recommendations.select_related("act", "edition")),
        binding=binding_on(mission),
        job=last_job(mission),
    )


def binding_on(mission: Mission) -> list[Instrument]:
    """Return the instruments that bound the state on the first day of the mission, oldest first."""
    register = released().instruments.values()
    bound = [one for one in register if one.binds(mission.state, mission.starts)]
    return sorted(bound, key=lambda one: (str(one.adopted or ""), one.id))


def last_job(mission: Mission) -> Job | None:
    """Return the newest matching of a mission."""
    return mission.jobs.filter(kind=JobKind.MATCHING.value).order_by("-asked_at").first()
