"""What a proposed wording loses needs a reason by name before it is saved, and again before others rely on it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from muvofiq.amendment.regression import Loss
from muvofiq.records.errors_amendment import LossUnexplained
from muvofiq.records.models import Amendment, Person, Recommendation
from muvofiq.records.queries.amendment_page import losses_of

TOLD = 3  # losses that an error names


def explained(
    lost: Sequence[Loss], typed: Mapping[str, str], row: Amendment, by: tuple[Person, datetime], where: str
) -> dict[str, dict[str, str]]:
    """Return by its key why each loss may stand; whoever gave the same reason before keeps it.

    Raises LossUnexplained.
    """
    saved: dict[str, dict[str, str]] = row.losses
    told = {key: one["reason"] for key, one in saved.items()} | {key: text.strip() for key, text in typed.items()}
    _refuse(lost, told, where)
    person, at = by
    new = {"by": person.name, "at": at.isoformat()}
    return {
        one.key: saved[one.key]
        if one.key in saved and saved[one.key]["reason"] == told[one.key]
        else {"reason": told[one.key], **new}
        for one in lost
    }


def refuse_unexplained(recommendation: Recommendation) -> None:
    """Raise LossUnexplained, naming the amendment, where a loss has come up since it was saved.

    A provision may have been accepted as an answer meanwhile, or the recommendation rests on more.
    """
    mission = recommendation.mission
    for one in recommendation.amendments.select_related("edition__mission"):
        if one.edition and one.eid:
            one.edition.mission = mission
            lost = losses_of(one.edition, one.eid, one.proposed, recommendation)
            told = {key: said["reason"] for key, said in one.losses.items()}
            _refuse(lost, told, f"{mission} > R{recommendation.number}.{one.number}")


def _refuse(lost: Sequence[Loss], told: Mapping[str, str], where: str) -> None:
    if open_ones := [one for one in lost if not told.get(one.key)]:
        named = "; ".join(f"{one.what}: «{one.words}»" for one in open_ones[:TOLD])
        raise LossUnexplained(where, count=len(open_ones), losses=named)
