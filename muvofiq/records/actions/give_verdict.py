"""A person judges how far law and practice meet a requirement, and says why."""

from collections.abc import Mapping

from muvofiq.assessment.assessment import Assessment
from muvofiq.assessment.named_norm import meant_by
from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.scale import State
from muvofiq.assessment.verdict import Axis, Verdict, verdicts_on
from muvofiq.records.actions.acting import Act, acting
from muvofiq.records.actions.texts import given
from muvofiq.records.errors import ChangedMeanwhile, NotAWord
from muvofiq.records.errors_assessment import MovedMeanwhile, NormNotCited, NotBinding
from muvofiq.records.models import Finding, Mission, Opinion, Person, RequirementEdition
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.assessments import assessment_of
from muvofiq.records.queries.blind import refuse_while_blind
from muvofiq.records.queries.carried_versions import ANEW, Carry
from muvofiq.records.queries.norms import norms_of
from muvofiq.records.queries.opinions import refuse_judging
from muvofiq.records.queries.requirements import requirement_of, scoped


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
    state: State | None = None,
) -> Finding:
    """Save the verdict. ``version`` is the one the person had open, 0 where there was none.

    None keeps the practice, or the particulars, as they were. ``edition`` is the edition of the requirement that the
    person read, ``state`` that in which the finding stood on the page, where these are known. A verdict without a
    reason is a draft; one that says what is saved already leaves everything as it is. Raises ChangedMeanwhile if
    somebody saved another verdict or took another edition since, MovedMeanwhile if somebody took the finding on,
    NotAWord, NotBinding, NormNotCited, SecondOpinionFirst.
    """
    with acting(actor, Verb.GIVE_VERDICT, mission) as act:
        finding = opened(act, mission, requirement_id, version=version, edition=edition)
        _refuse_what_moved(finding, f"{mission} > {requirement_id} > verdict", state)
        before = assessment_of(finding)
        after = Assessment(law, practice or before.practice, given(reason), particulars or before.particulars)
        if is_news(finding, after):
            write(act, finding, after)
    return finding


def opened(act: Act, mission: Mission, requirement_id: str, *, version: int, edition: int | None) -> Finding:
    """Return the finding for a change within a running act: a new one of version 0 where nobody judged yet.

    Raises NotOnFile for a requirement outside the scope, SecondOpinionFirst, SettleInstead, ChangedMeanwhile.
    """
    where = f"{mission} > {requirement_id} > verdict"
    requirement = scoped(mission, requirement_id)
    refuse_while_blind(act.actor, mission, [requirement_id])
    refuse_judging(act.actor, mission, requirement_id)
    saved = Finding.objects.filter(mission=mission, requirement=requirement).first()
    finding = saved or Finding(version=0)
    finding.mission, finding.requirement = mission, requirement  # as they are known already
    refuse_what_changed(finding, where, version=version, edition=edition)
    return finding


def is_news(finding: Finding, after: Assessment) -> bool:
    """Whether the assessment says anything new; what was carried to a newer edition is judged anew in any case."""
    is_carried = finding.look_again or finding.carried_from_id is not None
    return is_carried or not finding.version or assessment_of(finding).entry() != after.entry()


def write(act: Act, finding: Finding, after: Assessment, *, carry: Carry = ANEW, **told: object) -> None:
    """Write an assessment into the finding and tell the history, with what else is ``told``."""
    name = finding.requirement.requirement_id
    refuse_what_cannot_be_said(finding.mission, finding.requirement, after, f"{finding.mission} > {name} > verdict")
    before = assessment_of(finding).entry() if finding.version else None
    judged(act, finding, after, carry)
    change = {"from": before, "to": after.entry(), "edition": finding.requirement.edition, "version": finding.version}
    act.says(f"verdict {name}", **change, **told)


def judged(act: Act, finding: Finding, after: Assessment, carry: Carry = ANEW) -> None:
    """Write an assessment into the finding within a running act; what was shown or agreed is a draft again.

    A new judgement is one by the edition of today; ``carry`` says by which older one, if it only comes back.
    """
    put(finding, after)
    finding.version += 1
    finding.judged_by, finding.judged_at = act.actor, act.at
    finding.carried_from, finding.look_again = carry.edition, carry.look_again
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


def _refuse_what_moved(finding: Finding, where: str, state: State | None) -> None:
    """Raise MovedMeanwhile where the finding was a draft, or stood elsewhere, when the person opened it."""
    now = State(finding.state)
    if state not in {None, now} and now is not State.DRAFT and finding.moved_by:
        raise MovedMeanwhile(where, name=finding.moved_by.name, before=state, after=now)


def refuse_what_cannot_be_said(
    mission: Mission, requirement: RequirementEdition, after: Assessment, where: str
) -> None:
    """Raise NotAWord for a verdict that its axis does not have or an element that the requirement does not have.

    Raises NotBinding where something is contradicted that does not bind the state on the first day of the mission, and
    NormNotCited where it is contradicted by the name of a norm that the requirement does not cite.
    """
    for axis, verdict in ((Axis.LAW, after.law), (Axis.PRACTICE, after.practice)):
        if verdict not in verdicts_on(axis):
            raise NotAWord(where, value=verdict.value, allowed=", ".join(one.value for one in verdicts_on(axis)))
    elements = range(1, len(requirement_of(requirement).elements) + 1)
    for number in (*after.particulars.covered, *after.particulars.uncovered):
        if number not in elements:
            raise NotAWord(where, value=str(number), allowed=", ".join(map(str, elements)))
    if Verdict.CONTRADICTS in {after.law, after.practice}:
        _refuse_benchmark(mission, requirement, after.particulars.norm, where)


def _refuse_benchmark(mission: Mission, requirement: RequirementEdition, norm: str, where: str) -> None:
    """Refuse where the norm that is named is not cited, or does not bind; where none is named, if no cited one does."""
    cited = [str(one) for one in requirement_of(requirement).citations]
    meant = meant_by(norm, cited) if norm else cited
    if norm and not meant:
        raise NormNotCited(where, norm=norm, state=mission.state)
    binding = {str(one.citation) for one in norms_of(mission, requirement) if one.standing.force.binds}
    if binding.isdisjoint(meant):
        raise NotBinding(where, norms="; ".join(meant) or "–", state=mission.state, day=mission.starts)
