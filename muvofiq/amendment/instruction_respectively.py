"""Words that are listed beside as many units may be meant each in its own unit: the law tells."""

from dataclasses import replace

from muvofiq.amendment.applying import apply
from muvofiq.amendment.change import Change, ReplaceWords
from muvofiq.law.tree import Law


def respectively(change: Change, law: Law | None) -> tuple[Change, ...]:
    """Return a change, parted by unit where only the first words stand in the first unit, and so on.

    «In the first and second indent the figures 60 and 55 are replaced by 63 and 58 respectively.»
    """
    if law is None or not isinstance(change, ReplaceWords) or not 1 < len(change.places) == len(change.old):
        return (change,)
    parts = tuple(
        replace(change, places=(place,), old=(old,), new=(new,))
        for place, old, new in zip(change.places, change.old, change.new, strict=True)
    )
    is_parted = bool(apply(law, (change,)).not_applied) and not apply(law, parts).not_applied
    return parts if is_parted else (change,)
