"""A mission goes over to newer editions of its requirements, and all that people did with the older ones goes along."""

from collections.abc import Mapping

from django.db.models import QuerySet

from muvofiq.assessment.particulars import Particulars
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.request_matching import ask_for_matching
from muvofiq.records.errors import ChangedMeanwhile, Missing, NotOnFile
from muvofiq.records.models import Finding, Mission, Opinion, Person, RequirementEdition
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.new_editions import NewEdition, new_editions
from muvofiq.standards.revision import Effect


def take_editions(actor: Person, mission: Mission, seen: Mapping[str, str]) -> list[NewEdition]:
    """Judge these requirements by their newest editions from now on; nothing of what was judged is lost.

    ``seen`` has, by the id of the requirement, the key of the new edition that the person saw. Verdict, reason, author
    and day stay as they are: the finding only remembers by which edition a person judged, and is marked where somebody
    should look again. Raises Missing, NotOnFile (no newer edition) and ChangedMeanwhile (a still newer one).
    """
    where = f"{mission} > new editions"
    if not seen:
        raise Missing(where, field="at least one new edition")
    with acting(actor, Verb.TAKE_EDITION, mission) as act:
        offered = {one.saved.requirement_id: one for one in new_editions(mission)}
        taken = [_chosen(offered, name, key, where) for name, key in seen.items()]
        for one in taken:
            _move(mission, one)
        act.says(
            f"requirement {', '.join(seen)}",
            **{"from": _numbers(taken, is_old=True), "to": _numbers(taken, is_old=False)},
            look_again=[one.saved.requirement_id for one in taken if one.effect is Effect.LOOK_AGAIN],
            kept=[one.saved.requirement_id for one in taken if one.effect is Effect.KEPT],
        )
        if any(one.asks_anew for one in taken):
            ask_for_matching(act, mission)
    return taken


def _chosen(offered: Mapping[str, NewEdition], name: str, key: str, where: str) -> NewEdition:
    one = offered.get(name)
    if one is None:
        raise NotOnFile(where, sort="newer edition of the requirement", name=name)
    if str(one.newest.pk) != key:
        theirs = one.newest
        seen = next((saved.edition for saved in _editions(name) if str(saved.pk) == key), one.saved.edition)
        raise ChangedMeanwhile(f"{where} > {name}", name=theirs.author.name, yours=seen, theirs=theirs.edition)
    return one


def _editions(name: str) -> QuerySet[RequirementEdition]:
    return RequirementEdition.objects.filter(requirement_id=name)


def _move(mission: Mission, one: NewEdition) -> None:
    old, new = one.saved, one.newest
    for cache in (mission.proposals, mission.outcomes):
        cache.filter(requirement=new).delete()
    resting = (mission.scope, mission.answers, mission.table_links, mission.opinions, mission.norm_quotations)
    for rows in (*resting, mission.looks, mission.proposals, mission.outcomes):
        rows.filter(requirement=old).update(requirement=new)
    for note in mission.contributions.filter(requirements=old):
        note.requirements.add(new)
        note.requirements.remove(old)
    for recommendation in mission.recommendations.filter(requirements=old):
        recommendation.requirements.add(new)
        recommendation.requirements.remove(old)
    for opinion in mission.opinions.filter(requirement=new):
        _renumber(opinion, one)
        opinion.save(update_fields=["particulars"])
    if finding := one.resting.finding:
        finding.requirement = new
        _renumber(finding, one)
        if one.resting.is_judged:
            finding.carried_from = finding.carried_from or old
            finding.look_again = finding.look_again or one.effect is Effect.LOOK_AGAIN
        finding.version += 1  # whoever has the page of the older edition open sees this one before judging
        finding.save(update_fields=["requirement", "particulars", "carried_from", "look_again", "version"])


def _renumber(row: Finding | Opinion, one: NewEdition) -> None:
    """Let the marks of the elements follow their elements."""
    row.particulars = str(Particulars.parse(row.particulars).renumbered(one.before.elements, one.after.elements))


def _numbers(taken: list[NewEdition], *, is_old: bool) -> dict[str, int]:
    editions = (one.saved if is_old else one.newest for one in taken)
    return {edition.requirement_id: edition.edition for edition in editions}
