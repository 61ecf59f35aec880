"""What an act rests on must be on file in the mission in which the person acts, and still be there."""

from django.core.exceptions import ObjectDoesNotExist

from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import (
    Act,
    Agency,
    Amendment,
    Contribution,
    Draft,
    Edition,
    Mission,
    OwnInstrument,
    PublicFact,
    ReceivedTable,
    Recommendation,
    RequirementRelation,
    Scan,
    Session,
)

OfMission = (
    Act
    | Agency
    | Amendment
    | Contribution
    | Draft
    | Edition
    | OwnInstrument
    | PublicFact
    | ReceivedTable
    | Recommendation
    | RequirementRelation
    | Scan
    | Session
)


def on_file(mission: Mission, *rows: OfMission | None) -> None:
    """Read the rows again within a running act; raises NotOnFile for one of another mission, or removed meanwhile."""
    for row in rows:
        if row is None:
            continue
        missing = NotOnFile(str(mission), sort=type(row).__name__.lower(), name=str(row.pk))
        if row.mission_id != mission.pk:
            raise missing
        try:
            row.refresh_from_db()
        except ObjectDoesNotExist as error:
            raise missing from error
