"""Notes and recommendations are numbered through a mission."""

from typing import Any

from django.db.models import Manager, Max


def next_number(rows: "Manager[Any]") -> int:
    """Return the number after the highest one."""
    return int(rows.aggregate(last=Max("number"))["last"] or 0) + 1
