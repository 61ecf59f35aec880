"""How every action runs: the permission is asked, the mission is locked, and one history entry is written with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from django.db import transaction

from muvofiq.records.chain import hash_of
from muvofiq.records.models import HistoryEntry, Mission, Person
from muvofiq.records.permissions import Verb, require

LONGEST = 420  # of a subject: the id of a requirement, the name of an edition and an eId


class Act:
    """One act in progress; ``says`` tells the history what was done to what."""

    def __init__(self, actor: Person, verb: Verb, mission: Mission | None) -> None:
        self.actor, self.verb, self.mission = actor, verb, mission
        self.at = datetime.now(UTC)
        self.subject = ""
        self.change: dict[str, object] = {}

    def says(self, subject: str, **change: object) -> None:
        """Tell on what the person acted and what changed; values as JSON has them."""
        self.subject, self.change = subject[:LONGEST], change


@contextmanager
def acting(actor: Person, verb: Verb, mission: Mission | None) -> Iterator[Act]:
    """Run an action in one transaction with its permission and its history entry; raises NotAllowed.

    An act that says nothing changed nothing and leaves no entry.
    """
    require(actor, verb, mission)
    with transaction.atomic():
        _lock(mission)
        act = Act(actor, verb, mission)
        yield act
        if act.subject:
            _write(act)


def _lock(mission: Mission | None) -> None:
    """Let one act after the other change a mission, or the whole workbench, so that their entries follow in a row."""
    if mission is not None:
        Mission.objects.select_for_update().get(pk=mission.pk)
    else:
        list(Person.objects.select_for_update(no_key=True).filter(manages_programmes=True).order_by("pk"))


def _write(act: Act) -> None:
    last = HistoryEntry.objects.filter(mission=act.mission).order_by("-sequence").first()
    entry = HistoryEntry(
        mission=act.mission,
        sequence=last.sequence + 1 if last else 1,
        actor=act.actor,
        at=act.at,
        verb=act.verb.value,
        subject=act.subject,
        change=act.change,
        previous_hash=last.hash if last else "",
    )
    entry.hash = hash_of(entry)
    entry.save(force_insert=True)
