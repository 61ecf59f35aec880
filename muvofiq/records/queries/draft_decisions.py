"""Who decided what about a file under review, as the history of its mission has it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from muvofiq.records.models import Draft, HistoryEntry


@dataclass(frozen=True, slots=True)
class Decisions:
    """The newest entry about each line that was corrected and each repair that was refused, and how many there are.

    ``version`` counts all decisions: who decides on an older one is told of the newer ones first.
    """

    version: int = 0
    last: HistoryEntry | None = None
    of_lines: Mapping[int, HistoryEntry] = field(default_factory=dict)
    of_repairs: Mapping[str, HistoryEntry] = field(default_factory=dict)


def decisions_on(draft: Draft) -> Decisions:
    """Gather the decisions on a draft."""
    entries = list(draft.mission.history.filter(change__draft=str(draft.pk)).select_related("actor"))
    lines = {one.change["line"]: one for one in entries if "line" in one.change}
    repairs = {key: one for one in entries for key in one.change.get("refused", ())}
    return Decisions(len(entries), entries[-1] if entries else None, lines, repairs)
