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
) -> Finding:
    """Save the verdict. ``version`` is the one the person had open, 0 where there was none; None keeps the practice.

    Raises ChangedMeanwhile if somebody saved another one since, Missing for a verdict without a reason.
    """
    requirement = scoped(mission, requirement_id)
    where = f"{mission} > {requirement_id} > verdict"
    judged = law is not Verdict.NOT_ASSESSED or practice not in {None, Verdict.NOT_ASSESSED}
    reasons = wanted(reason, "the reason of the verdict", where) if judged else given(reason)
    with acting(actor, Verb.GIVE_VERDICT, mission) as act:
        saved = Finding.objects.filter(mission=mission, requirement=requirement).first()
        finding = saved or Finding(mission=mission, requirement=requirement, version=0)
        if finding.version != version:
            name = finding.judged_by.name if saved else "–"
            raise ChangedMeanwhile(where, name=name, yours=version, theirs=finding.version)
        before = {"law": finding.law, "practice": finding.practice, "reason": finding.reason} if saved else None
        finding.law, finding.reason = law.value, reasons
        finding.practice = practice.value if practice else finding.practice
        finding.version, finding.judged_by, finding.judged_at = version + 1, actor, act.at
        finding.save()
        after = {"law": finding.law, "practice": finding.practice, "reason": reasons}
        act.says(f"verdict {requirement_id}", **{"from": before, "to": after})
    return finding
