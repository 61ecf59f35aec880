"""How requirements are related, and what a verdict on one tells of another."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from muvofiq.assessment.derived import Derived, derive
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Finding, Mission, Person, RequirementRelation
from muvofiq.records.models import RequirementEdition as Saved
from muvofiq.records.queries.blind import kept_from
from muvofiq.records.queries.released import released
from muvofiq.records.queries.requirements import editions_to_judge_by, lineages, requirement_of
from muvofiq.standards.relation import Overlap, Relation, overlap
from muvofiq.standards.requirement import ORIGINAL, Requirement


@dataclass(frozen=True, slots=True)
class Related:
    """A relation with the two requirements as the mission has them.

    ``row`` is there where a person of the mission wrote it; what comes with the product has none. ``overlap`` is None
    where a requirement reads otherwise than when its elements were compared: then the relation has to be looked at
    again, and nothing follows from it. ``is_instead`` marks one that stands in the place of one of the product.
    """

    relation: Relation
    first: Requirement
    second: Requirement
    overlap: Overlap | None
    row: RequirementRelation | None = None
    is_instead: bool = False


@dataclass(frozen=True, slots=True)
class DerivedVerdict:
    """What the verdict on a related requirement tells of this one; the relation is told from this one.

    ``law`` and ``practice`` are None where nothing follows. ``is_doubted`` marks a verdict given on this requirement
    itself that cannot be true beside what follows.
    """

    related: Related
    finding: Finding | None
    law: Derived | None = None
    practice: Derived | None = None
    is_doubted: bool = False

    @property
    def other(self) -> Requirement:
        """The related requirement."""
        return self.related.second


def relations_of(mission: Mission, about: str = "") -> list[Related]:
    """Return the mission's own relations, then those of the product of which no own one takes the place.

    With the id of a requirement, only those that join it.
    """
    standing = [(one, row) for one, row in _standing(mission) if not about or one.joins(about)]
    editions = editions_to_judge_by(mission, {name for one, _ in standing for name in (one.first, one.second)})
    known = [(one, row) for one, row in standing if {one.first, one.second} <= editions.keys()]
    found = [_related(mission, relation, editions, row) for relation, row in known]
    return sorted(found, key=lambda one: (one.row is None, one.first.code, one.second.code))


def plain_relations(mission: Mission) -> list[Relation]:
    """Return the relations alone, each pair of requirements once."""
    return [relation for relation, _ in _standing(mission)]


def relation_between(mission: Mission, first: str, second: str) -> Related | None:
    """Return how two requirements are related, if anybody says so."""
    pair = frozenset({first, second})
    return next((one for one in relations_of(mission, first) if pair_of(one.relation) == pair), None)


def relatable(mission: Mission) -> dict[str, Requirement]:
    """Return what can be related, by id: every requirement that the mission may judge, in the order of the codes."""
    known = map(requirement_of, editions_to_judge_by(mission).values())
    return {one.id: one for one in sorted(known, key=lambda one: one.code)}


def has_words(related: Related, words: str) -> bool:
    """Whether all words stand in the codes, ids or titles of the two requirements, in any language."""
    both = (related.first, related.second)
    text = " ".join(text for one in both for text in (one.code, one.id, *one.title.values())).casefold()
    return all(word in text for word in words.casefold().split())


def relation_keyed(mission: Mission, key: UUID | str) -> RequirementRelation:
    """Return a relation that was written in the mission; raises NotOnFile."""
    row = mission.relations.filter(pk=key).select_related("written_by").first()
    if row is None:
        raise NotOnFile(f"{mission} > relations", sort="relation", name=str(key))
    return row


def derived_for(mission: Mission, saved: Saved, person: Person | None = None) -> tuple[DerivedVerdict, ...]:
    """Return what the verdicts on related requirements tell of this one; derived, not judged.

    A verdict that is kept back from the person who reads tells nothing.
    """
    name = saved.requirement_id
    related = [_told_from(one, name) for one in relations_of(mission, name)]
    others = [one.relation.second for one in related]
    findings = mission.findings.filter(requirement__requirement_id__in=[name, *others]).select_related("requirement")
    kept = kept_from(person, mission) if person else frozenset()
    by_name = {one.requirement.requirement_id: one for one in findings if one.requirement.requirement_id not in kept}
    found = [_derived(one, by_name.get(one.relation.second), by_name.get(name)) for one in related]
    return tuple(sorted(found, key=lambda one: (one.law is None, one.finding is None, one.other.code)))


def pair_of(relation: Relation) -> frozenset[str]:
    """Return the two requirements of a relation, in no order."""
    return frozenset({relation.first, relation.second})


def _standing(mission: Mission) -> list[tuple[Relation, RequirementRelation | None]]:
    """Return the mission's own relations with their rows, and those of the product of which none takes the place."""
    rows = list(mission.relations.select_related("written_by"))
    own = [(Relation.parse(row.letter), row) for row in rows]
    pairs = {pair_of(relation) for relation, _ in own}
    return [*own, *((one, None) for one in released().relations if pair_of(one) not in pairs)]


def _related(
    mission: Mission, relation: Relation, editions: Mapping[str, Saved], row: RequirementRelation | None
) -> Related:
    first, second = (requirement_of(editions[name]) for name in (relation.first, relation.second))
    fits = _fits(mission, relation, first, second)
    return Related(
        relation,
        first,
        second,
        overlap(relation, first, second) if fits else None,
        row,
        is_instead=row is not None and pair_of(relation) in map(pair_of, released().relations),
    )


def _fits(mission: Mission, relation: Relation, first: Requirement, second: Requirement) -> bool:
    """Whether both requirements have the elements that were compared when somebody wrote the relation."""
    for at, one in enumerate((first, second)):
        if max(pair[at] for pair in relation.common) > len(one.elements):
            return False
        if _asked(one) not in map(_asked, _compared(mission, relation, at, one)):
            return False
    return True


def _compared(mission: Mission, relation: Relation, at: int, one: Requirement) -> list[Requirement]:
    """Return the requirement as it read then; what comes with the product speaks of the catalogue of the product."""
    if relation.editions is None:
        return [released().requirement(one.id)]
    rows = lineages(mission, [one.id]).get(one.id, ())
    return [requirement_of(row) for row in rows if row.edition == relation.editions[at]]


def _asked(requirement: Requirement) -> list[str]:
    """Return the elements as they were first written, by which they are counted."""
    return [one[ORIGINAL] for one in requirement.elements]


def _told_from(related: Related, name: str) -> Related:
    if related.relation.first == name:
        return related
    turned = related.overlap and Overlap(
        tuple((theirs, ours) for ours, theirs in related.overlap.common),
        related.overlap.second_alone,
        related.overlap.first_alone,
    )
    return Related(related.relation.mirrored, related.second, related.first, turned, related.row, related.is_instead)


def _derived(related: Related, finding: Finding | None, own: Finding | None) -> DerivedVerdict:
    if finding is None or related.overlap is None:
        return DerivedVerdict(related, finding)
    from_other = related.relation.mirrored
    law, practice = derive(from_other, Verdict(finding.law)), derive(from_other, Verdict(finding.practice))
    is_doubted = own is not None and not all(
        found is None or found.agrees(Verdict(given)) for found, given in ((law, own.law), (practice, own.practice))
    )
    return DerivedVerdict(related, finding, law, practice, is_doubted)
