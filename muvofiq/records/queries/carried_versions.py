"""By which edition an earlier version of a verdict was judged, and whether it has to be looked at again today."""

from collections.abc import Sequence
from dataclasses import dataclass

from muvofiq.records.models import Finding, Mission, RequirementEdition
from muvofiq.records.queries.first_judgements import SUBJECT
from muvofiq.records.queries.kept_entries import SOURCES
from muvofiq.records.queries.new_editions import successors
from muvofiq.records.queries.requirements import lineages, requirement_of
from muvofiq.records.queries.verdict_versions import Version
from muvofiq.standards.revision import Effect, compare


@dataclass(frozen=True, slots=True)
class Carry:
    """The older edition by which a verdict was judged, None for that of today, and whether to look at it again."""

    edition: RequirementEdition | None = None
    look_again: bool = False

    @property
    def told(self) -> dict[str, int]:
        """What the history tells of it."""
        return {"carried_from": self.edition.edition} if self.edition else {}


ANEW = Carry()


def before_it(versions: Sequence[Version], change: Version) -> Version | None:
    """Return the version that a change replaced, of the versions with the newest first."""
    return next((one for one in versions if one.sequence < change.sequence), None)


def carry_of(finding: Finding, wanted: Version | None, versions: Sequence[Version]) -> Carry:
    """Return how a version comes back into a finding: by which edition, and with the mark that it would bear today.

    It is marked where the finding is, or where the requirement, or a text on which it rests, reads otherwise since it
    was judged and nobody has looked again while it stood. Where the history does not name its edition, the finding
    keeps what it has.
    """
    if wanted is None or not wanted.assessment.is_judged:
        return ANEW
    if not wanted.judged_by:
        return Carry(finding.carried_from, finding.look_again)
    mission, name = finding.mission, finding.requirement.requirement_id
    older = _older(finding, wanted.judged_by)
    looked = _looked_at(mission, name, wanted, versions)
    is_reworded = older is not None and looked[1] < finding.requirement.edition and _reads_otherwise(older, finding)
    is_marked = finding.look_again or is_reworded or _rests_on_other_words(mission, name, looked[0])
    return Carry(older, look_again=is_marked)


def _older(finding: Finding, number: int) -> RequirementEdition | None:
    """Return the edition of this number, if it is another than that of today."""
    now = finding.requirement
    if number == now.edition:
        return None
    line = lineages(finding.mission, [now.requirement_id])[now.requirement_id]
    return next((one for one in line if one.edition == number), finding.carried_from)


def _looked_at(mission: Mission, name: str, wanted: Version, versions: Sequence[Version]) -> tuple[int, int]:
    """Return the entry, and the edition, with which somebody last judged this version or looked at it again."""
    later = min((one.sequence for one in versions if one.sequence > wanted.sequence), default=None)
    entries = mission.history.filter(subject=f"{SUBJECT}{name}", sequence__gt=wanted.sequence).order_by("-sequence")
    if later is not None:
        entries = entries.filter(sequence__lt=later)
    for sequence, change in entries.values_list("sequence", "change"):
        if change.get("confirmed"):
            return sequence, int(change.get("edition") or 0)
    return wanted.sequence, 0


def _reads_otherwise(older: RequirementEdition, finding: Finding) -> bool:
    before, after = requirement_of(older), requirement_of(finding.requirement)
    return compare(before, after, successors(finding.mission)).effect is Effect.LOOK_AGAIN


def _rests_on_other_words(mission: Mission, name: str, since: int) -> bool:
    """Whether a text on which the verdict rests was taken over in other words since this entry."""
    changes = mission.history.filter(subject=SOURCES, sequence__gt=since).values_list("change", flat=True)
    return any(name in change.get("look_again", ()) for change in changes)
