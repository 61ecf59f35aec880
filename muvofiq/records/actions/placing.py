"""What joins a list of the mission stands last in it, also after something was removed from the middle."""

from typing import Any

from django.db.models import Manager, Max


def next_position(rows: "Manager[Any]") -> int:
    """Return the position after the last one; the first is 0."""
    last = rows.aggregate(last=Max("position"))["last"]
    return 0 if last is None else int(last) + 1
