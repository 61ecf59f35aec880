"""The released catalogue becomes editions of requirements, which verdicts point to."""

from collections.abc import Iterable

from muvofiq.records.actions.acting import acting
from muvofiq.records.models import Person, RequirementEdition
from muvofiq.records.permissions import Verb
from muvofiq.standards.requirement import Requirement


def publish_catalogue(actor: Person, requirements: Iterable[Requirement]) -> int:
    """Save an edition of each requirement that is new or reads as none of its editions yet; return how many.

    A text that was published once is not published again behind one that a person has edited since.
    """
    with acting(actor, Verb.PUBLISH_CATALOGUE, None) as act:
        saved = list(RequirementEdition.objects.filter(mission=None).order_by("edition"))
        last = {one.requirement_id: one for one in saved}
        known = {(one.requirement_id, one.letter) for one in saved}
        letters = {requirement.id: str(requirement) for requirement in requirements}
        changed = [name for name, letter in letters.items() if (name, letter) not in known]
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
