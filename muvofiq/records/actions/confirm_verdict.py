"""A person has looked again at a verdict that was carried to a newer edition, and it stands."""

from muvofiq.records.actions.acting import acting
from muvofiq.records.errors import ChangedMeanwhile, NotOnFile
from muvofiq.records.models import Finding, Mission, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.blind import refuse_while_blind
from muvofiq.records.queries.requirements import scoped


def confirm_verdict(actor: Person, mission: Mission, requirement_id: str, *, version: int, edition: int) -> Finding:
    """Take the mark away that asks for another look; ``version`` and ``edition`` are those that the person saw.

    Who judged, when and by which edition stays as it was, for that is what happened; the history says who looked again.
    Whoever judges otherwise gives a new verdict instead. Raises NotOnFile, ChangedMeanwhile, SecondOpinionFirst.
    """
    where = f"{mission} > {requirement_id} > verdict"
    with acting(actor, Verb.GIVE_VERDICT, mission) as act:
        refuse_while_blind(actor, mission, [requirement_id])
        requirement = scoped(mission, requirement_id)
        found = Finding.objects.filter(mission=mission, requirement=requirement, look_again=True)
        finding = found.select_related("judged_by", "carried_from").first()
        if finding is None:
            raise NotOnFile(where, sort="verdict to be looked at again", name=requirement_id)
        if finding.version != version:
            name = finding.judged_by.name
            raise ChangedMeanwhile(where, name=name, yours=version, theirs=finding.version)
        if requirement.edition != edition:
            raise ChangedMeanwhile(where, name=requirement.author.name, yours=edition, theirs=requirement.edition)
        finding.look_again = False
        finding.save(update_fields=["look_again"])
        act.says(f"verdict {requirement_id}", law=finding.law, confirmed=True, edition=requirement.edition)
    return finding
