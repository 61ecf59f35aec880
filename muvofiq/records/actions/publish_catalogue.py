"""The released catalogue becomes editions of requirements, which verdicts point to."""

from collections.abc import Iterable

from muvofiq.records.actions.acting import acting
from muvofiq.records.models import Person, RequirementEdition
from muvofiq.records.permissions import Verb
from muvofiq.standards.requirement import Requirement


def publish_catalogue(actor: Person, requirements: Iterable[Requirement]) -> int:
    """Save an edition of each requirement that is new or reads otherwise than its last edition; return how many."""
    with acting(actor, Verb.PUBLISH_CATALOGUE, None) as act:
        last = {one.requirement_id: one for one in RequirementEdition.objects.order_by("edition")}
        letters = {requirement.id: str(requirement) for requirement in requirements}
        changed = [name for name, letter in letters.items() if name not in last or last[name].letter != letter]
        RequirementEdition.objects.bulk_create(
            RequirementEdition(
                requirement_id=name,
                edition=last[name].edition + 1 if name in last else 1,
                author=actor,
                published=act.at,
                letter=letters[name],
            )
            for name in changed
        )
        if changed:
            act.says("catalogue", editions=changed)
    return len(changed)
