"""Recommendations and amendments as the tests of the records need them."""

from collections.abc import Mapping

from muvofiq.records.actions.amend import amend
from muvofiq.records.actions.recommend import recommend
from muvofiq.records.models import Amendment, Edition, Recommendation
from muvofiq.records.queries.amendment_page import begun_on
from tests.records.small import REASON, UNIT, Desk

TEXT = {"en": "Let two officers be appointed."}
PROPOSED = (
    "2. В пункте пропуска, через который за год проходит более пятидесяти тысяч человек, назначаются два сотрудника "
    "по работе с уязвимыми лицами."
)


def advised(at: Desk, **said: object) -> Recommendation:
    """Recommend something, with a text and a reason unless told otherwise."""
    return recommend(at.expert, at.mission, **{"text": TEXT, "reason": REASON, **said})  # type: ignore[arg-type]


def why(edition: Edition, eid: str, proposed: str) -> Mapping[str, str]:
    """Give a reason for everything that a wording loses."""
    return {one.key: "No longer needed." for one in begun_on(edition, eid=eid, after="", proposed=proposed).losses}


def amended(
    at: Desk,
    recommendation: Recommendation | None = None,
    *,
    edition: Edition | None = None,
    eid: str = UNIT,
    proposed: str = PROPOSED,
    **said: object,
) -> Amendment:
    """Propose another wording of a unit of the Russian sample law, and say why what is lost may go."""
    edition = edition or at.edition
    return amend(
        at.expert,
        recommendation or advised(at),
        act=edition.act,
        edition=edition,
        eid=eid,
        proposed=proposed,
        loss_reasons=why(edition, eid, proposed),
        **said,  # type: ignore[arg-type]
    )
