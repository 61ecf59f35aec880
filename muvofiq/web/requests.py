"""Who asks, and for which mission."""

from typing import cast

from django.http import HttpRequest

from muvofiq.records.models import Mission, Person
from muvofiq.records.queries.missions import mission_named


def actor_of(request: HttpRequest) -> Person:
    """Return the person who is signed in; the middleware lets nobody else come here."""
    return cast("Person", request.user)


def mission_for(request: HttpRequest, slug: str) -> Mission:
    """Return the mission of the address for somebody who may see it; raises NotOnFile, NotAllowed."""
    return mission_named(actor_of(request), slug)
