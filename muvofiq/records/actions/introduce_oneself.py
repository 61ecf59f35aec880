"""A person says under which name the own decisions are shown.

The name is that person's own affair: no role is asked for, and the history, which knows people by their keys alone,
stays as it is.
"""

from muvofiq.records.errors import Missing
from muvofiq.records.models import Person


def introduce_oneself(actor: Person, *, name: str, service: str) -> None:
    """Save the actor's own name and service; raises Missing without a name."""
    if not name.strip():
        raise Missing("people", field="the name of the person")
    actor.name, actor.service = name.strip(), service.strip()
    actor.save(update_fields=["name", "service"])
