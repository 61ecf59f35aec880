"""What rests on an older text moves to the newer one, each quotation held against it word for word; nothing is lost."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from muvofiq.amendment.errors import AmendmentError
from muvofiq.amendment.wording import wording_of
from muvofiq.records.actions.acting import Act, acting
from muvofiq.records.actions.move_recommendation import open_again, refuse_rewriting
from muvofiq.records.errors import ChangedMeanwhile, Missing, NotOnFile
from muvofiq.records.errors_assessment import CannotBeTaken
from muvofiq.records.models import Amendment, Answer, Edition, Finding, Mission, NormQuotation, Person, Quotation
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.amendment_page import worked_out_saved
from muvofiq.records.queries.evidence import printed
from muvofiq.records.queries.law_text import unit_of
from muvofiq.records.queries.recommendation_page import refuse_kept
from muvofiq.records.queries.touched_evidence import Touched, touched_evidence


@dataclass(slots=True)
class Taken:
    """What happened: how many records moved, which quotations stayed, which verdicts ask for another look.

    ``amended`` are the amendments that moved, ``reworded`` those of them of which the clause that a person wrote gave
    another wording there, so that the machine's stands instead; ``rested_on`` the requirements on which they rest.
    """

    moved: int = 0
    amended: list[str] = field(default_factory=list)
    reworded: list[str] = field(default_factory=list)
    rested_on: set[str] = field(default_factory=set)
    stayed: list[str] = field(default_factory=list)
    look_again: list[str] = field(default_factory=list)


def take_over_evidence(actor: Person, mission: Mission, seen: Mapping[str, str]) -> Taken:
    """Move answers with their quotations, amendments and quotations of norms to the newest editions.

    ``seen`` has, by the key of each record, the name of the newer edition that the person saw. A quotation whose words
    do not stand there is neither moved nor dropped: it stays, with its answer, on the older edition. Where the unit
    reads otherwise the verdict is marked to be looked at again. Raises Missing, NotOnFile (nothing newer is there),
    ChangedMeanwhile (another edition is), CannotBeTaken and, of an amendment, NotOpenToChange and SecondOpinionFirst.
    """
    where = f"{mission} > changed sources"
    if not seen:
        raise Missing(where, field="at least one thing to take over")
    taken = Taken()
    with acting(actor, Verb.DECIDE_CANDIDATE, mission) as act:
        found = {one.key: one for one in touched_evidence(mission)}
        chosen = [_chosen(found, key, name, where, actor) for key, name in seen.items()]
        for one in chosen:
            _take(act, one, taken)
        amended = {"amendments": taken.amended, "reworded": taken.reworded, "rests_on": sorted(taken.rested_on)}
        places = [f"{one.update.edition.name}~{one.update.eid}" for one in chosen]
        newer = sorted({one.update.newer.name for one in chosen})
        act.says(
            "changed sources",
            **{"from": {"unit": places}, "to": {"edition": newer}},
            stayed=taken.stayed,
            look_again=taken.look_again,
            **(amended if taken.amended else {}),
        )
    return taken


def _chosen(found: Mapping[str, Touched], key: str, name: str, where: str, actor: Person) -> Touched:
    one = found.get(key)
    if one is None:
        raise NotOnFile(where, sort="record on an older text", name=key)
    if isinstance(one.row, Amendment):
        refuse_kept(one.row.recommendation, actor)
        refuse_rewriting(one.row.recommendation)
    newer = one.update.newer
    if newer.name != name:
        raise ChangedMeanwhile(where, name=newer.imported_by.name, yours=name, theirs=newer.name)
    if not one.can_be_taken:
        raise CannotBeTaken(where, name=f"{one.update.edition.name}~{one.update.eid}", edition=newer.name)
    return one


def _take(act: Act, one: Touched, taken: Taken) -> None:
    newer, there = one.update.newer, one.update.there
    if isinstance(one.row, Answer):
        _take_answer(act, one, one.row, taken)
    elif isinstance(one.row, NormQuotation):
        _move(one.row, newer, there)
        one.row.eid = there
        one.row.save()
    elif isinstance(one.row, Amendment):
        _take_amendment(act, one, one.row, taken)
    taken.moved += 1


def _take_amendment(act: Act, one: Touched, row: Amendment, taken: Taken) -> None:
    """Move an amendment; where a clause that a person wrote proves nothing there, the machine's stands instead."""
    newer, there = one.update.newer, one.update.there
    if row.eid:
        row.eid, row.current = there, wording_of(unit_of(newer, there))
    else:
        row.after = there
    row.edition = newer
    if row.clause and not _is_proven(row):
        row.clause = ""
        taken.reworded.append(str(row))
    row.version, row.written_by, row.written_at = row.version + 1, act.actor, act.at
    row.save()
    recommendation = row.recommendation
    recommendation.refresh_from_db()  # another amendment of it may have moved just now
    open_again(recommendation)
    recommendation.save(update_fields=["state", "seen"])
    taken.amended.append(str(row))
    taken.rested_on.update(one.requirements)


def _is_proven(row: Amendment) -> bool:
    """Whether the clause of an amendment still gives the proposed wording."""
    try:
        return worked_out_saved(row).proof.holds
    except AmendmentError:
        return False


def _take_answer(act: Act, one: Touched, answer: Answer, taken: Taken) -> None:
    """Move an answer, or those of its quotations that stand in the newer unit, which may be accepted already."""
    newer, there = one.update.newer, one.update.there
    quotations = list(answer.quotations.all())
    stay = [quotation for quotation in quotations if printed(newer, there, quotation.words) is None]
    home = Answer.objects.filter(
        mission=act.mission, requirement=answer.requirement_id, edition=newer, eid=there
    ).first()
    home = home or _at(answer, newer, there, is_new=bool(stay))
    if not one.update.has_same_words and not one.is_answered:  # that other words answer too, this person says
        home.decided_by, home.decided_at = act.actor, act.at
    home.save()
    for quotation in quotations:
        if quotation not in stay:
            _move(quotation, newer, there)
            quotation.answer = home
            quotation.save()
    if not stay and home.pk != answer.pk:
        answer.delete()
    taken.stayed += [quotation.words for quotation in stay]
    if not one.update.has_same_words:
        _mark(answer, one.requirements, taken)


def _at(answer: Answer, newer: Edition, there: str, *, is_new: bool) -> Answer:
    """Return the answer at the newer unit: the same row, or a new one where the old one keeps quotations."""
    facts = {"mission": answer.mission, "requirement_id": answer.requirement_id, "decision": answer.decision}
    if is_new:
        return Answer(
            **facts, edition=newer, eid=there, decided_by_id=answer.decided_by_id, decided_at=answer.decided_at
        )
    answer.edition, answer.eid = newer, there
    return answer


def _move(row: Quotation | NormQuotation, newer: Edition, there: str) -> None:
    """Let a quotation cite the newer edition, in the words as that one prints them."""
    row.words = printed(newer, there, row.words) or row.words
    row.text_sha256 = newer.text_id
    if isinstance(row, NormQuotation):
        row.edition = newer


def _mark(answer: Answer, names: tuple[str, ...], taken: Taken) -> None:
    """Mark the verdict that rests on words which read otherwise now."""
    marked = Finding.objects.filter(mission=answer.mission_id, requirement=answer.requirement_id, look_again=False)
    if finding := marked.first():
        finding.look_again, finding.version = True, finding.version + 1
        finding.save(update_fields=["look_again", "version"])
        taken.look_again += names
