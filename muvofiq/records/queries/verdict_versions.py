"""Every version of a verdict that the history remembers: who saved it, when, and in what it differed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self

from muvofiq.assessment.assessment import Assessment, differences
from muvofiq.assessment.particulars import TEXTS
from muvofiq.records.models import HistoryEntry, Mission, Person
from muvofiq.records.permissions import Verb

SAVING = (Verb.GIVE_VERDICT.value, Verb.SETTLE.value)
MOST = 200  # versions that are looked through, the newest
WHILE_TYPING = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Version:
    """A version as the history has it; ``edition`` is 0 where older entries do not name it.

    ``carried_from`` is the older edition by which it was judged, where it came back under a newer one.

    ``version`` is its number, 0 in older entries. ``restored`` is the number of the entry whose version it brought
    back, ``undone`` of the change that it took back.
    """

    sequence: int
    by: Person
    at: datetime
    assessment: Assessment
    before: Assessment
    edition: int = 0
    restored: int = 0
    undone: int = 0
    carried_from: int = 0
    version: int = 0

    @classmethod
    def of(cls, entry: HistoryEntry) -> Self:
        """Read a version out of an entry of the history."""
        change: Mapping[str, Any] = entry.change
        numbers = {
            name: int(change.get(name) or 0) for name in ("edition", "restored", "undone", "carried_from", "version")
        }
        before = Assessment.from_entry(change["from"]) if change.get("from") else Assessment()
        return cls(entry.sequence, entry.actor, entry.at, Assessment.from_entry(change["to"]), before, **numbers)

    @property
    def judged_by(self) -> int:
        """The edition by which a person judged."""
        return self.carried_from or self.edition

    @property
    def differs(self) -> tuple[str, ...]:
        """The names of the facts in which it differed from the one before."""
        return differences(self.before, self.assessment)


def versions_of(mission: Mission, requirement_id: str) -> tuple[Version, ...]:
    """Return the versions of a verdict, the newest first."""
    saved = mission.history.filter(subject=f"verdict {requirement_id}", verb__in=SAVING)
    entries = saved.select_related("actor").order_by("-sequence")[:MOST]
    return tuple(Version.of(one) for one in entries if one.change.get("to"))


def version_opened(mission: Mission, requirement_id: str, version: int) -> Assessment | None:
    """Return what a person had open who saw this version; None where the history does not tell it exactly.

    A version may have no entry of its own, where only a mark was set: it says what the one before it said.
    """
    if not version:
        return Assessment()
    for one in versions_of(mission, requirement_id):
        if one.version <= version:
            return one.assessment if one.version else None
    return None


def to_be_shown(versions: Sequence[Version]) -> tuple[Version, ...]:
    """Return the versions without the stages of one text that a person typed without a long break."""
    newer = zip(versions[1:], versions, strict=False)
    kept = [older for older, later in newer if not _goes_on(later, older)]
    return (*versions[:1], *kept)


def change_to_undo(versions: Sequence[Version], person: Person) -> Version | None:
    """Return the last change of this person that still stands; None where the newest version is by somebody else.

    A change that was taken back is passed over, and so is the taking back: undo goes on from where it stopped.
    """
    if not versions or versions[0].by != person:
        return None
    places = {one.sequence: place for place, one in enumerate(versions)}
    place = 0
    while place < len(versions) and versions[place].undone:
        place = places.get(versions[place].undone, len(versions)) + 1
    found = versions[place] if place < len(versions) else None
    return found if found and found.by == person else None


def _goes_on(newer: Version, older: Version) -> bool:
    """Whether the newer version only goes on with the text that the older one began."""
    is_one_text = newer.differs == older.differs and set(newer.differs) <= {"reason", *TEXTS}
    return is_one_text and newer.by == older.by and newer.at - older.at < WHILE_TYPING
