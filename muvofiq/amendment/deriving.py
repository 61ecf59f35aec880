"""From the wording in force and the wording as it should read come the smallest changes that a lawyer would order."""

from muvofiq.amendment.change import Change
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law


def derive(law: Law, unit: Reference, proposed: str) -> tuple[Change, ...]:
    """Return the changes that turn the unit of the law into the proposed wording (empty: the unit is repealed).

    Applied to the law they give exactly this wording. Raises WordingUnreadable.
    """
    raise NotImplementedError


def derive_new(law: Law, after: Reference, proposed: str) -> tuple[Change, ...]:
    """Return the change that adds units, worded so, behind a unit. Raises WordingUnreadable."""
    raise NotImplementedError
