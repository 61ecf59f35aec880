"""The home page of a mission: what it has, how far it is, and what is left."""

from collections import Counter
from dataclasses import dataclass

from muvofiq.assessment.heat_map import HeatMap, heat_map
from muvofiq.records.models import Act, Agency, Job, Mission, Person, Recommendation, Session
from muvofiq.records.queries.advice import standing
from muvofiq.records.queries.blind import kept_from
from muvofiq.records.queries.kept_entries import kept_recommendations
from muvofiq.records.queries.missions import Progress, progress_over
from muvofiq.records.queries.norms import instruments_of
from muvofiq.records.queries.scope_list import Left, scope_list
from muvofiq.records.queries.whose_law import compared_states, national_acts
from muvofiq.records.words import JobKind
from muvofiq.standards.instrument import Instrument


@dataclass(frozen=True, slots=True)
class MissionHome:
    """All that the home page shows; ``compared`` are the states whose law is on file to compare with.

    ``left`` counts by what is left the requirements of the scope on which it is; ``kept_recommendations`` are the
    numbers of those whose reason would tell the person what is kept back.
    """

    progress: Progress
    agencies: list[Agency]
    sessions: list[Session]
    acts: list[Act]
    acts_without_text: int
    compared: list[str]
    heat: HeatMap
    left: Counter[Left]
    notes: int
    recommendations: list[Recommendation]
    kept_recommendations: frozenset[int]
    binding: list[Instrument]
    job: Job | None


def mission_home(mission: Mission, person: Person | None = None) -> MissionHome:
    """Gather the home page as a person may see it; without a person, all of it."""
    acts = list(national_acts(mission).prefetch_related("editions"))
    rows = scope_list(mission, person)
    kept = kept_recommendations(mission, kept_from(person, mission)) if person else frozenset()
    return MissionHome(
        progress=progress_over(row.judging for row in rows),
        agencies=list(mission.agencies.all()),
        sessions=list(mission.sessions.all()),
        acts=acts,
        acts_without_text=sum(not act.editions.all() for act in acts),
        compared=compared_states(mission),
        heat=heat_map(row.standing for row in rows),
        left=Counter(one for row in rows for one in row.left),
        notes=mission.contributions.count(),
        recommendations=list(standing(mission).exclude(number__in=kept)),
        kept_recommendations=kept_recommendations(mission, kept_from(person, mission)) if person else frozenset(),
        binding=binding_on(mission),
        job=last_job(mission),
    )


def binding_on(mission: Mission) -> list[Instrument]:
    """Return the instruments that bound the state on the first day of the mission, oldest first."""
    register = instruments_of(mission).values()
    bound = [one for one in register if one.binds(mission.state, mission.starts)]
    return sorted(bound, key=lambda one: (str(one.adopted or ""), one.id))


def last_job(mission: Mission) -> Job | None:
    """Return the newest matching of a mission."""
    return mission.jobs.filter(kind=JobKind.MATCHING.value).order_by("-asked_at").first()
