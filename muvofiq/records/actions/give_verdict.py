"""A person judges how far law and practice meet a requirement, and says why."""

from collections.abc import Mapping

from muvofiq.assessment.assessment import Assessment
from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.scale import State
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.acting import Act, acting
from muvofiq.records.actions.texts import given
from muvofiq.records.errors import ChangedMeanwhile
from muvofiq.records.models import Finding, Mission, Opinion, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.assessments import assessment_of
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
    particulars: Particulars | None = None,
    edition: int | None = None,
) -> Finding:
    """Save the verdict. ``version`` is the one the person had open, 0 where there was none.

    None keeps the practice, or the particulars, as they were. ``edition`` is the edition of the requirement that the
    person read, where that is known. A verdict without a reason is a draft. Raises ChangedMeanwhile if somebody saved
    another verdict or took another edition since.
    """
    where = f"{mission} > {requirement_id} > verdict"
    with acting(actor, Verb.GIVE_VERDICT, mission) as act:
        requirement = scoped(mission, requirement_id)
        saved = Finding.objects.filter(mission=mission, requirement=requirement).first()
        finding = saved or Finding(mission=mission, requirement=requirement, version=0)
        refuse_what_changed(finding, where, version=version, edition=edition)
        before = assessment_of(saved)
        after = Assessment(law, practice or before.practice, given(reason), particulars or before.particulars)
        judged(act, finding, after)
        act.says(f"verdict {requirement_id}", **{"from": before.entry() if saved else None, "to": after.entry()})
    return finding


def judged(act: Act, finding: Finding, after: Assessment) -> None:
    """Write an assessment into the finding within a running act; what was shown or agreed is a draft again."""
    put(finding, after)
    finding.version += 1
    finding.judged_by, finding.judged_at = act.actor, act.at
    finding.carried_from, finding.look_again = None, False  # a new judgement is one by the edition of today
    finding.state, finding.moved_by, finding.moved_at = State.DRAFT.value, None, None
    finding.save()


def put(row: Finding | Opinion, after: Assessment) -> None:
    """Put an assessment into a row."""
    row.law, row.practice = after.law.value, after.practice.value
    row.reason, row.particulars = dict(after.reason), str(after.particulars)


def refuse_what_changed(finding: Finding, where: str, *, version: int, edition: int | None) -> None:
    """Raise ChangedMeanwhile where the person had another edition of the requirement open, or another verdict."""
    requirement = finding.requirement
    if edition not in {None, requirement.edition}:
        raise ChangedMeanwhile(where, name=requirement.author.name, yours=edition, theirs=requirement.edition)
    if finding.version != version:
        name = finding.judged_by.name if finding.version else "–"
        raise ChangedMeanwhile(where, name=name, yours=version, theirs=finding.version)
