"""A mission begins: who goes where, when and for what; whoever creates it manages it and is its first expert."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.text import slugify

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.texts import given, wanted
from muvofiq.records.errors import Missing, NameTaken, WrongDays
from muvofiq.records.models import Membership, Mission, Person, Phase
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.missions import free_slug
from muvofiq.records.words import MissionStatus, Role


def create_mission(
    actor: Person,
    *,
    title: Mapping[str, str],
    state: str,
    starts: date,
    ends: date,
    theme: Mapping[str, str] | None = None,
    place: Mapping[str, str] | None = None,
    slug: str = "",
    phase: Phase | None = None,
    status: MissionStatus = MissionStatus.PLANNED,
    invented: bool = False,
    notice: Mapping[str, str] | None = None,
    sources: Sequence[str] = (),
    services: Sequence[Mapping[str, object]] = (),
    exercise: str = "",
) -> Mission:
    """Save a new mission. Raises Missing, WrongDays, NameTaken."""
    where = "new mission"
    titles = wanted(title, "title", where)
    if len(state) != 2 or not state.isascii() or not state.isalpha():
        raise Missing(where, field="the state as two letters, such as TJ")
    if ends < starts:
        raise WrongDays(where, starts=starts, ends=ends)
    with acting(actor, Verb.CREATE_MISSION, None) as act:
        name = slug or _slug(titles, starts)
        if Mission.objects.filter(slug=name).exists():
            raise NameTaken(where, name=name)
        mission = Mission.objects.create(
            slug=name,
            title=titles,
            theme=given(theme or {}),
            place=given(place or {}),
            state=state.upper(),
            starts=starts,
            ends=ends,
            phase=phase,
            status=status.value,
            invented=invented,
            notice=given(notice or {}),
            sources=list(sources),
            services=[dict(service) for service in services],
            exercise=exercise,
        )
        for role in (Role.PROGRAMME_MANAGER, Role.EU_EXPERT):
            Membership.objects.create(mission=mission, person=actor, role=role.value)
        act.says(f"mission {name}", title=titles, state=mission.state, starts=str(starts), ends=str(ends))
    return mission


def _slug(titles: Mapping[str, str], starts: date) -> str:
    """Return the address of the mission; a title without Latin letters gives its year and month."""
    return free_slug(slugify(titles.get("en", ""))[:60] or f"mission-{starts:%Y-%m}")
