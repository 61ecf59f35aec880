"""The experts share the work: who judges which requirement of the scope."""

from collections.abc import Sequence

from muvofiq.records.actions.acting import acting
from muvofiq.records.errors import Missing, NotOnFile
from muvofiq.records.errors_assessment import OwesOpinion
from muvofiq.records.models import Mission, Person, ScopedRequirement
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.requirements import requirement_of


def assign(actor: Person, mission: Mission, requirement_ids: Sequence[str], owner: Person | None) -> int:
    """Give requirements of the scope to a member of the mission, or to nobody; return how many changed hands.

    Raises Missing (no requirement), NotOnFile (outside the scope, or not a member), and OwesOpinion for a person who
    still owes a second opinion on one of them.
    """
    where, names = f"{mission} > scope", list(dict.fromkeys(requirement_ids))
    if not names:
        raise Missing(where, field="at least one requirement")
    with acting(actor, Verb.ASSIGN, mission) as act:
        if owner and not (owner.is_active and mission.members.filter(person=owner).exists()):
            raise NotOnFile(f"{mission} > people", sort="member", name=owner.name)
        rows = mission.scope.select_related("requirement").filter(requirement__requirement_id__in=names)
        found = {one.requirement.requirement_id: one for one in rows}
        if unknown := [one for one in names if one not in found]:
            raise NotOnFile(where, sort="requirement in its scope", name=", ".join(unknown))
        changed = [found[one] for one in names if found[one].owner_id != (owner.pk if owner else None)]
        if owner:
            _refuse_who_owes(mission, owner, [one.requirement.requirement_id for one in changed], where)
        before = {one.requirement.requirement_id: _key(one.owner_id) for one in changed}
        for one in changed:
            one.owner = owner
        ScopedRequirement.objects.bulk_update(changed, ["owner"])
        if changed:
            after = dict.fromkeys(before, _key(owner.pk if owner else None))
            act.says("owner", **{"from": before, "to": after})
    return len(changed)


def _refuse_who_owes(mission: Mission, owner: Person, names: Sequence[str], where: str) -> None:
    waiting = mission.opinions.filter(asked_of=owner, given_at=None, requirement__requirement_id__in=names)
    codes = sorted(requirement_of(one.requirement).code for one in waiting.select_related("requirement"))
    if codes:
        raise OwesOpinion(where, name=owner.name, codes=", ".join(codes))


def _key(person: object) -> str:
    return str(person) if person else ""
