"""The experts propose another wording of a unit; the clause that would bring it about is proven before it is saved."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from muvofiq.amendment.proof import require_proof
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.losses import explained
from muvofiq.records.actions.move_recommendation import open_again
from muvofiq.records.actions.purpose import refuse_foreign
from muvofiq.records.errors import ChangedMeanwhile, Missing, NotOnFile
from muvofiq.records.errors_amendment import ActHasText, NewerTextOnFile, NothingProposed
from muvofiq.records.models import Act, Amendment, Edition, Person, Recommendation
from muvofiq.records.numbering import next_number
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.amendment_page import Drafted, begun_on, tidied, worked_out
from muvofiq.records.queries.editions import newer_than
from muvofiq.records.queries.recommendation_page import refuse_kept, rests_on


@dataclass(frozen=True, slots=True)
class _Typed:
    """What a person typed: where, the wording, the clause, and why something may go."""

    act: Act
    edition: Edition | None
    eid: str
    after: str
    unit: str
    proposed: str
    clause: str
    reasons: Mapping[str, str]


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
    """Save a proposed wording of one unit, or a new version of it; what was checked is a draft again.

    The wording in force is taken from the edition and typed by nobody. ``proposed`` is the whole unit as printed, and
    empty to repeal it; a new unit stands behind ``after``. Without an edition ``unit`` names the place in words, which
    only an act without text allows. An empty ``clause`` is the one that the machine writes. ``loss_reasons`` has by
    its key why each thing may go that the proposed wording loses. Raises Missing, NotOnFile, UnitMissing, ActHasText,
    NewerTextOnFile, NothingProposed, WordingUnreadable, ClauseNotUnderstood, ClauseDiffers, ClauseReachesFurther,
    LossUnexplained, ChangedMeanwhile, NotOpenToChange, SecondOpinionFirst.
    """
    mission, where = recommendation.mission, f"{recommendation.mission} > R{recommendation.number}"
    at = edition, eid if edition else "", after if edition and not eid else "", unit.strip()
    typed = _Typed(act, *at, tidied(proposed), tidied(clause), loss_reasons or {})
    with acting(actor, Verb.RECOMMEND, mission) as record:
        on_file(mission, recommendation, act, edition, written)
        _refuse(typed, where)
        refuse_kept(recommendation, actor)
        _refuse_text(typed, written, where)
        row = written or Amendment(
            recommendation=recommendation, number=next_number(recommendation.amendments), version=0
        )
        _refuse_older(row, recommendation, version, where)
        open_again(recommendation)
        before = _told(row) if written else None
        drafted = _proven(typed, recommendation, where)
        row.losses = explained(drafted.losses, typed.reasons, row, (actor, record.at), where) if drafted else {}
        _put(row, typed, drafted)
        row.version, row.written_by, row.written_at = version + 1, actor, record.at
        row.save()
        recommendation.save(update_fields=["state", "seen"])
        change: dict[str, Any] = {"from": before, "to": _told(row)}
        record.says(f"amendment {row}", **change, losses=row.losses, rests_on=rests_on(recommendation))
    return row


def _put(row: Amendment, typed: _Typed, drafted: Drafted | None) -> None:
    """Write into the row what was typed; of the clause only what a person worded otherwise than the machine."""
    row.act, row.edition, row.eid, row.after = typed.act, typed.edition, typed.eid, typed.after
    row.unit, row.current, row.proposed, row.clause = typed.unit, "", typed.proposed, typed.clause
    if drafted:
        row.unit, row.current = "", drafted.current
        row.clause = "" if typed.clause == drafted.written else typed.clause


def _refuse(typed: _Typed, where: str) -> None:
    """Raise what speaks against the place, or against a wording without one."""
    if typed.edition and typed.edition.act_id != typed.act.pk:
        raise NotOnFile(where, sort="edition of this act", name=typed.edition.name)
    refuse_foreign([typed.act], where)
    if typed.edition and not (typed.eid or typed.after):
        raise Missing(where, field="the unit, or the unit behind which the new one will stand")
    if not typed.edition and not typed.unit:
        raise Missing(where, field="the unit, such as «article 12(2), new»")
    if not typed.proposed and not typed.eid:
        raise Missing(where, field="the proposed wording")


def _refuse_text(typed: _Typed, written: Amendment | None, where: str) -> None:
    """Raise for words where the act has a text, and for a text that a newer one has taken the place of.

    What was begun on such a text is finished on it.
    """
    if typed.edition is None:
        if text := typed.act.editions.order_by("imported_at").last():
            raise ActHasText(where, unit=typed.unit, edition=text.name)
        return
    if written and written.edition_id == typed.edition.pk:
        return
    if newer := newer_than(typed.edition):
        raise NewerTextOnFile(where, unit=typed.eid or typed.after, edition=typed.edition.name, newer=newer.name)


def _refuse_older(row: Amendment, recommendation: Recommendation, version: int, where: str) -> None:
    """Raise where the row is of another recommendation, or was changed since the person opened it."""
    if row.recommendation_id != recommendation.pk:
        raise NotOnFile(where, sort="amendment", name=str(row))
    if row.version != version:
        name = row.written_by.name if row.version else "–"
        raise ChangedMeanwhile(where, name=name, yours=version, theirs=row.version)


def _proven(typed: _Typed, recommendation: Recommendation, where: str) -> Drafted | None:
    """Return what the wording comes to, with a proof that holds; None where no text is on file to hold it against."""
    if typed.edition is None:
        return None
    begun = begun_on(
        typed.edition, eid=typed.eid, after=typed.after, proposed=typed.proposed, recommendation=recommendation
    )
    if begun.is_nothing:
        raise NothingProposed(where, unit=begun.citation)
    drafted = worked_out(begun, typed.clause)
    if drafted.proof:
        require_proof(drafted.proof, drafted.clause, f"{where} > {begun.citation}")
    return drafted


def _told(row: Amendment) -> dict[str, str]:
    """Return an amendment as the history tells it."""
    place = row.unit
    if row.edition:
        place = f"{row.edition.name}~{row.eid}" if row.eid else f"behind {row.edition.name}~{row.after}"
    return {"unit": place, "proposed": row.proposed, "clause": row.clause}
