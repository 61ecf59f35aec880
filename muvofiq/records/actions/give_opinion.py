"""A second person judges a requirement without having seen the first judgement."""

from muvofiq.assessment.assessment import Assessment
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.give_verdict import put, refuse_what_cannot_be_said
from muvofiq.records.errors import ChangedMeanwhile, Missing
from muvofiq.records.errors_assessment import OpinionGiven
from muvofiq.records.models import Mission, Opinion, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.opinions import opinion_of


def give_opinion(
    actor: Person,
    mission: Mission,
    requirement_id: str,
    assessment: Assessment,
    *,
    version: int,
    edition: int | None = None,
    is_draft: bool = False,
) -> Opinion:
    """Give the opinion that was asked of this person, or save it as a draft that nobody else reads.

    ``version`` is the one that the person had open, ``edition`` that of the requirement. What is given stays; the
    history tells the words of an opinion only once it is given. Raises NotOnFile (nothing was asked), OpinionGiven,
    ChangedMeanwhile, and Missing where an opinion without a verdict on the law or without a reason is to be given;
    NotAWord and NotBinding, as for every verdict.
    """
    where = f"{mission} > {requirement_id} > second opinions"
    with acting(actor, Verb.GIVE_OPINION, mission) as act:
        row = opinion_of(mission, requirement_id, actor)
        if row.given_at is not None:
            raise OpinionGiven(where, name=actor.name)
        _refuse_what_changed(row, where, version=version, edition=edition)
        refuse_what_cannot_be_said(mission, row.requirement, assessment, where)
        if not is_draft:
            _refuse_what_is_open(assessment, where)
        put(row, assessment)
        row.version += 1
        row.given_at = None if is_draft else act.at
        row.save()
        subject = f"opinion {requirement_id}"
        if is_draft:
            act.says(subject, is_draft=True)
        else:
            act.says(subject, **{"from": None, "to": assessment.entry()})
    return row


def _refuse_what_changed(row: Opinion, where: str, *, version: int, edition: int | None) -> None:
    requirement = row.requirement
    if edition not in {None, requirement.edition}:
        raise ChangedMeanwhile(where, name=requirement.author.name, yours=edition, theirs=requirement.edition)
    if row.version != version:
        raise ChangedMeanwhile(where, name=row.asked_of.name, yours=version, theirs=row.version)


def _refuse_what_is_open(assessment: Assessment, where: str) -> None:
    if assessment.law is Verdict.NOT_ASSESSED:
        raise Missing(where, field="your verdict on the law")
    if not any(text.strip() for text in assessment.reason.values()):
        raise Missing(where, field="the reason of your opinion")
