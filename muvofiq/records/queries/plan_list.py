"""The plan of a mission: one of its agencies or sessions, as an address names it."""

from uuid import UUID

from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Agency, Mission, Phase, Session


def agency_named(mission: Mission, pk: UUID | str) -> Agency:
    """Return an agency of the mission; raises NotOnFile."""
    agency = mission.agencies.select_related("mission").filter(pk=pk).first()
    if agency is None:
        raise NotOnFile(f"{mission} > agencies", sort="agency", name=str(pk))
    return agency


def session_named(mission: Mission, pk: UUID | str) -> Session:
    """Return a session of the mission; raises NotOnFile."""
    session = mission.sessions.select_related("mission").filter(pk=pk).first()
    if session is None:
        raise NotOnFile(f"{mission} > agenda", sort="session", name=str(pk))
    return session


def phases_known() -> list[Phase]:
    """Return the phases of all programmes, from which a mission has one."""
    return list(Phase.objects.select_related("programme"))
