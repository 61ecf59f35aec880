"""A person judges how far law and practice meet a requirement, and says why."""

from collections.abc import Mapping

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.texts import given, wanted
from muvofiq.records.errors import ChangedMeanwhile
from muvofiq.records.models import Finding, Mission, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.requirements import scoped


def give_verdict(
    actor: Person,
    mission: Mission,
    requirement_id: str,
    *,
    law: Verdict,
    reason: Mapping[str, str],
    version: int,
    practice: Verdict | None = None,
    edition: int | None = None,
) -> Finding:
    """Save the verdict. ``version`` is the one the person had open, 0 where there was none; None keeps the practice.

    ``edition`` is the edition of the requirement that the person read, where that is known. Raises
    ChangedMeanwhile if somebody saved another verdict or took another edition since, Missing for one without a reason.
    """
    where = f"{mission} > {requirement_id} > verdict"
    judged = law is not Verdict.NOT_ASSESSED or practice not in {None, Verdict.NOT_ASSESSED}
    reasons = wanted(reason, "the reason of the verdict", where) if judged else given(reason)
    with acting(actor, Verb.GIVE_VERDICT, mission) as act:
        requirement = scoped(mission, requirement_id)
        saved = Finding.objects.filter(mission=mission, requirement=requirement).first()
        finding = saved or Finding(mission=mission, requirement=requirement, version=0)
        _refuse_what_changed(finding, where, version=version, edition=edition)
        before = {"law": finding.law, "practice": finding.practice, "reason": finding.reason} if saved else None
        finding.law, finding.reason = law.value, reasons
        finding.practice = practice.value if practice else finding.practice
        finding.version, finding.judged_by, finding.judged_at = version + 1, actor, act.at
        finding.carried_from, finding.look_again = None, False  # a new judgement is one by the edition of today
        finding.save()
        after = {"law": finding.law, "practice": finding.practice, "reason": reasons}
        act.says(f"verdict {requirement_id}", **{"from": before, "to": after})
    return finding


def _refuse_what_changed(finding: Finding, where: str, *, version: int, edition: int | None) -> None:
    """Raise ChangedMeanwhile where the person had another edition of the requirement open, or another verdict."""
    requirement = finding.requirement
    if edition not in {None, requirement.edition}:
        raise ChangedMeanwhile(where, name=requirement.author.name, yours=edition, theirs=requirement.edition)
    if finding.version != version:
        name = finding.judged_by.name if finding.version else "–"
        raise ChangedMeanwhile(where, name=name, yours=version, theirs=finding.version)
