"""The experts propose another wording of a unit, and the clause that would bring it about is proven before it is saved."""

from collections.abc import Mapping

from muvofiq.records.models import Act, Amendment, Edition, Person, Recommendation


def amend(
    actor: Person,
    recommendation: Recommendation,
    *,
    act: Act,
    proposed: str,
    edition: Edition | None = None,
    eid: str = "",
    after: str = "",
    unit: str = "",
    clause: str = "",
    loss_reasons: Mapping[str, str] | None = None,
    written: Amendment | None = None,
    version: int = 0,
) -> Amendment:
    """Save a proposed wording of one unit, or a new version of it."""
    raise NotImplementedError
