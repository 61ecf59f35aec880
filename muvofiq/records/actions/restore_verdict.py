"""A person brings an earlier version of a verdict back, or takes the own last change back; nothing is deleted by it."""

from dataclasses import replace

from muvofiq.assessment.assessment import Assessment
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.give_verdict import is_news, opened, write
from muvofiq.records.errors import NotOnFile
from muvofiq.records.errors_assessment import NothingToUndo
from muvofiq.records.models import Finding, Mission, Person, RequirementEdition
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.carried_versions import before_it, carry_of
from muvofiq.records.queries.requirements import requirement_of
from muvofiq.records.queries.verdict_versions import change_to_undo, versions_of


def restore_verdict(actor: Person, mission: Mission, requirement_id: str, *, sequence: int, version: int) -> Finding:
    """Save the version that the entry ``sequence`` of the history wrote, as a new version and by the same rules.

    ``version`` is the one the person had open. A version that was judged by an older edition stays one by that edition,
    and is marked where somebody should look again. Raises NotOnFile, ChangedMeanwhile, NotAWord, NotBinding.
    """
    with acting(actor, Verb.GIVE_VERDICT, mission) as act:
        finding = opened(act, mission, requirement_id, version=version, edition=None)
        versions = versions_of(mission, requirement_id)
        wanted = next((one for one in versions if one.sequence == sequence), None)
        if wanted is None:
            raise NotOnFile(f"{mission} > {requirement_id} > verdict", sort="version", name=str(sequence))
        after = _by_edition(wanted.assessment, wanted.edition, finding.requirement)
        if is_news(finding, after):
            carry = carry_of(finding, wanted, versions)
            write(act, finding, after, carry=carry, restored=sequence, **carry.told)
    return finding


def undo_verdict(actor: Person, mission: Mission, requirement_id: str, *, version: int) -> Finding:
    """Take the last change of this person back; asked again, the one before it. Raises NothingToUndo besides."""
    with acting(actor, Verb.GIVE_VERDICT, mission) as act:
        finding = opened(act, mission, requirement_id, version=version, edition=None)
        versions = versions_of(mission, requirement_id)
        change = change_to_undo(versions, actor)
        if change is None:
            name = finding.judged_by.name if finding.version else "–"
            raise NothingToUndo(f"{mission} > {requirement_id} > verdict", name=name)
        after = _by_edition(change.before, change.edition, finding.requirement)
        carry = carry_of(finding, before_it(versions, change), versions)
        write(act, finding, after, carry=carry, undone=change.sequence, **carry.told)
    return finding


def _by_edition(wanted: Assessment, edition: int, requirement: RequirementEdition) -> Assessment:
    """Return the assessment as it can be said today: elements of another edition of the requirement are left open."""
    particulars, count = wanted.particulars, len(requirement_of(requirement).elements)
    is_same = edition in {0, requirement.edition}
    return replace(
        wanted,
        particulars=replace(
            particulars,
            covered=tuple(at for at in particulars.covered if is_same and at <= count),
            uncovered=tuple(at for at in particulars.uncovered if is_same and at <= count),
        ),
    )
