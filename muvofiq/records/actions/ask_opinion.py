"""A second opinion is asked of a colleague, taken back, or declined."""

from collections.abc import Collection, Iterable

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.texts import wanted
from muvofiq.records.errors import Missing, NotOnFile
from muvofiq.records.errors_assessment import AskedOfJudge, NoOpinionFrom, OpinionGiven
from muvofiq.records.models import Mission, Opinion, Person, RequirementEdition
from muvofiq.records.permissions import TABLE, Verb, may
from muvofiq.records.queries.assessments import assessment_of
from muvofiq.records.queries.first_judgements import judges_on
from muvofiq.records.queries.requirements import requirement_of, scoped
from muvofiq.standards.requirement import Words


def ask_opinion(actor: Person, mission: Mission, requirement_ids: Collection[str], asked_of: Person) -> list[Opinion]:
    """Ask a person to judge these requirements without seeing the finding; who was asked before is not asked again.

    It can be asked before anybody has judged, or after. From now on the finding is kept back from that person until
    the opinion is given, declined or taken back. Returns what is newly asked. Raises Missing (no requirement),
    NotOnFile (outside the scope), NoOpinionFrom (a role that does not judge), AskedOfJudge.
    """
    where = f"{mission} > second opinions"
    names = list(dict.fromkeys(requirement_ids))
    if not names:
        raise Missing(where, field="at least one requirement")
    with acting(actor, Verb.ASK_OPINION, mission) as act:
        if not may(asked_of, Verb.GIVE_OPINION, mission):
            roles = ", ".join(sorted(TABLE[Verb.GIVE_OPINION]))
            raise NoOpinionFrom(where, name=asked_of.name, roles=roles)
        before = set(mission.opinions.filter(asked_of=asked_of).values_list("requirement__requirement_id", flat=True))
        new = [scoped(mission, name) for name in names if name not in before]
        judges = judges_on(mission, [one.requirement_id for one in new])
        if own := [one for one in new if asked_of.pk in judges.get(one.requirement_id, ())]:
            raise AskedOfJudge(where, name=asked_of.name, codes=_codes(own))
        asked = [
            Opinion(mission=mission, requirement=one, asked_of=asked_of, asked_by=actor, asked_at=act.at, version=0)
            for one in new
        ]
        Opinion.objects.bulk_create(asked)
        if asked:
            act.says(f"opinion {', '.join(one.requirement_id for one in new)}", asked_of=str(asked_of.pk))
    return asked


def withdraw_opinion(actor: Person, opinion: Opinion) -> None:
    """Take the question back while it is not answered; what was written already stays in the history.

    Anybody who may ask can do it, for the one who asked may have left, but not the person who was asked: that one
    declines, with the reason. Raises OpinionGiven, Missing, NotOnFile.
    """
    where = f"{opinion.mission} > second opinions"
    with acting(actor, Verb.ASK_OPINION, opinion.mission) as act:
        row = _open(opinion, where)
        if row.asked_of_id == actor.pk:
            raise Missing(where, field="the reason for which you decline")
        act.says(_subject(row), asked_of=str(row.asked_of_id), taken_back=True, **_written(row))
        row.delete()


def decline_opinion(actor: Person, opinion: Opinion, reason: Words) -> None:
    """Say why one does not judge; from then on the finding is no longer kept back. Raises Missing, OpinionGiven."""
    where = f"{opinion.mission} > second opinions"
    reasons = wanted(reason, "the reason for which you decline", where)
    with acting(actor, Verb.GIVE_OPINION, opinion.mission) as act:
        row = _open(opinion, where)
        if row.asked_of_id != actor.pk:
            raise NotOnFile(where, sort="second opinion asked of you", name=row.requirement.requirement_id)
        act.says(_subject(row), declined=True, reason=reasons, **_written(row))
        row.delete()


def _open(opinion: Opinion, where: str) -> Opinion:
    row = Opinion.objects.select_related("requirement", "asked_of").filter(pk=opinion.pk).first()
    if row is None:
        raise NotOnFile(where, sort="second opinion", name=opinion.requirement.requirement_id)
    if row.given_at is not None:
        raise OpinionGiven(where, name=row.asked_of.name)
    return row


def _subject(row: Opinion) -> str:
    return f"opinion {row.requirement.requirement_id}"


def _written(row: Opinion) -> dict[str, object]:
    """Return what was saved of an opinion that will not be given, so that it is not lost."""
    return {"written": assessment_of(row).entry()} if row.version else {}


def _codes(editions: Iterable[RequirementEdition]) -> str:
    return ", ".join(sorted(requirement_of(one).code for one in editions))
