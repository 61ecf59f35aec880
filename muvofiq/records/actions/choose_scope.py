"""The experts choose what a mission judges: its themes and its requirements, with the reason of the choice."""

from collections.abc import Collection, Mapping, Sequence

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.request_matching import ask_for_matching
from muvofiq.records.actions.texts import wanted
from muvofiq.records.errors import Missing, NotOnFile, StillNeeded
from muvofiq.records.models import Mission, Person, RequirementEdition, ScopedRequirement
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.requirements import editions_to_judge_by, scope_of

USUAL = range(20, 61)  # requirements that two experts can judge in one mission


def choose_scope(
    actor: Person,
    mission: Mission,
    requirement_ids: Sequence[str],
    *,
    themes: Collection[str],
    reason: Mapping[str, str],
) -> None:
    """Save the scope in the given order, each requirement by the edition in which records rest, else the newest.

    Raises Missing (no requirement, no reason), NotOnFile, StillNeeded (what rests on one that is left out).
    """
    where = f"{mission} > scope"
    reasons = wanted(reason, "the reason of the choice", where)
    names = list(dict.fromkeys(requirement_ids))
    if not names:
        raise Missing(where, field="at least one requirement")
    with acting(actor, Verb.CHOOSE_SCOPE, mission) as act:
        before = [one.requirement.requirement_id for one in scope_of(mission)]
        judged = set(mission.findings.values_list("requirement__requirement_id", flat=True))
        if lost := sorted(judged - set(names)):
            raise StillNeeded(where, name=", ".join(lost), others="their verdicts")
        opined = set(mission.opinions.values_list("requirement__requirement_id", flat=True))
        if lost := sorted(opined - set(names)):
            raise StillNeeded(where, name=", ".join(lost), others="their second opinions")
        advised = set(mission.recommendations.values_list("requirements__requirement_id", flat=True)) - {None}
        if lost := sorted(advised - set(names)):
            raise StillNeeded(where, name=", ".join(lost), others="recommendations")
        known = editions_to_judge_by(mission, names)
        editions = [_on_file(known, name, where) for name in names]
        owners = dict(mission.scope.values_list("requirement__requirement_id", "owner"))
        mission.scope.all().delete()
        ScopedRequirement.objects.bulk_create(
            ScopedRequirement(
                mission=mission, requirement=edition, owner_id=owners.get(edition.requirement_id), position=at
            )
            for at, edition in enumerate(editions)
        )
        mission.scope_themes, mission.scope_reason = sorted(themes), reasons
        mission.save(update_fields=["scope_themes", "scope_reason"])
        act.says("scope", **{"from": before, "to": names}, reason=reasons)
        ask_for_matching(act, mission)


def _on_file(known: Mapping[str, RequirementEdition], name: str, where: str) -> RequirementEdition:
    if name not in known:
        raise NotOnFile(where, sort="requirement", name=name)
    return known[name]
