"""A person says how two requirements are related, corrects it, or takes it back."""

from collections.abc import Mapping, Sequence

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.texts import wanted
from muvofiq.records.errors import ChangedMeanwhile, Missing, NotOnFile
from muvofiq.records.models import Mission, Person, RequirementRelation
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.relations import pair_of, relations_of
from muvofiq.records.queries.requirements import editions_to_judge_by, requirement_of
from muvofiq.standards.errors import RelatedTwice
from muvofiq.standards.relation import Pair, Relation, RelationKind
from muvofiq.standards.relation_checks import refuse_circles, refuse_wrong_relation


def relate(
    actor: Person,
    mission: Mission,
    first: str,
    second: str,
    *,
    kind: RelationKind,
    common: Sequence[Pair],
    reason: Mapping[str, str],
    written: RequirementRelation | None = None,
    version: int = 0,
) -> RequirementRelation:
    """Save a relation, or a new version of one; it takes the place of one of the product between the same two.

    ``first`` and ``second`` are ids of requirements that the mission may judge. Raises Missing, NotOnFile,
    ChangedMeanwhile, and the errors of a relation that is wrong in itself or does not fit the others.
    """
    where = f"{mission} > relations"
    reasons = wanted(reason, "the reason of the relation", where)
    if not (first and second):
        raise Missing(where, field="the two requirements")
    with acting(actor, Verb.EDIT_STANDARDS, mission) as act:
        on_file(mission, written)
        editions = editions_to_judge_by(mission, [first, second])
        for name in (first, second):
            if name not in editions:
                raise NotOnFile(where, sort="requirement", name=name)
        numbers = (editions[first].edition, editions[second].edition)
        relation = Relation(first, second, kind, tuple(common), reasons, numbers)
        refuse_wrong_relation(relation, {name: requirement_of(one) for name, one in editions.items()}, where)
        _refuse_conflict(mission, relation, written, where)
        row = written or RequirementRelation(mission=mission, version=0)
        if row.version != version:
            name = row.written_by.name if written else "–"
            raise ChangedMeanwhile(where, name=name, yours=version, theirs=row.version)
        before = _said(Relation.parse(row.letter)) if written else None
        row.letter, row.version = str(relation), version + 1
        row.written_by, row.written_at = actor, act.at
        row.save()
        act.says(f"relation {first} {second}", **{"from": before, "to": _said(relation)})
    return row


def take_back_relation(actor: Person, row: RequirementRelation) -> None:
    """Remove a relation that was written in the mission; one of the product that it replaced is there again."""
    with acting(actor, Verb.EDIT_STANDARDS, row.mission) as act:
        on_file(row.mission, row)
        relation = Relation.parse(row.letter)
        act.says(f"relation {relation.first} {relation.second}", **{"from": _said(relation), "to": None})
        row.delete()


def _refuse_conflict(mission: Mission, relation: Relation, written: RequirementRelation | None, where: str) -> None:
    """Refuse a second own relation between the same two, and a circle with the others."""
    others = [one for one in relations_of(mission) if written is None or one.row != written]
    for one in others:
        if one.row and pair_of(one.relation) == pair_of(relation):
            other = f"{one.first.code} – {one.second.code}"
            raise RelatedTwice(where, first=relation.first, second=relation.second, other=other)
    kept = [one.relation for one in others if pair_of(one.relation) != pair_of(relation)]
    refuse_circles([*kept, relation], {})


def _said(relation: Relation) -> dict[str, object]:
    entry = relation.entry()
    return {"kind": entry["kind"], "elements": list(map(str, entry["common"])), "reason": dict(relation.reason)}  # type: ignore[call-overload]
