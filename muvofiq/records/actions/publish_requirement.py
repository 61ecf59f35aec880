"""A requirement is edited: what is saved is its next edition, and the older ones stay as they were."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from django.db.models import Max

from muvofiq.records.actions.acting import Act, acting
from muvofiq.records.actions.request_matching import ask_for_matching
from muvofiq.records.errors import ChangedMeanwhile, CodesUsedUp
from muvofiq.records.models import Mission, Person, RequirementEdition, ScopedRequirement
from muvofiq.records.permissions import Verb, require
from muvofiq.records.queries.norms import instruments_of
from muvofiq.records.queries.released import released
from muvofiq.records.queries.requirements import editions_to_judge_by, lineages, newest_editions, requirement_of
from muvofiq.standards.drafting import MOST, code_of, own_theme
from muvofiq.standards.errors import RepeatedName, UnknownInstrument
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.spelling import nearest
from muvofiq.standards.unrevised import marked


@dataclass(slots=True)
class Known:
    """What a mission knows while an act runs: the newest editions of requirements, their codes, the instruments."""

    newest: dict[str, RequirementEdition]
    instruments: Mapping[str, Instrument]
    codes: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.codes = {requirement_of(one).code: name for name, one in self.newest.items()}

    @classmethod
    def to(cls, mission: Mission) -> Self:
        """Gather what a mission knows now."""
        return cls(newest_editions(mission), instruments_of(mission))


def publish_requirement(
    actor: Person, mission: Mission, requirement: Requirement, *, based_on: int
) -> RequirementEdition:
    """Save the next edition of a requirement; ``based_on`` is the edition that the person had open, 0 for a new one.

    One of the released catalogue is edited only by a person who manages programmes, for all missions. A text that
    was signed is not signed in its new edition. Raises ChangedMeanwhile, UnknownInstrument, RepeatedName, CodesUsedUp.
    """
    line = lineages(mission, [requirement.id]).get(requirement.id)
    is_released = line is not None and line[0].mission_id is None
    with acting(actor, *who_edits(mission, is_released=is_released)) as act:
        known = Known.to(mission)
        before = known.newest.get(requirement.id)
        edition = next_edition(act, mission, requirement, known=known, based_on=based_on)
        if edition != before:
            act.says(f"requirement {requirement.id}", edition=edition.edition)
    return edition


def who_edits(mission: Mission, *, is_released: bool) -> tuple[Verb, Mission | None]:
    """Return what a person must be allowed to do, and where, to edit a requirement: released, or the mission's own."""
    return (Verb.PUBLISH_CATALOGUE, None) if is_released else (Verb.EDIT_STANDARDS, mission)


def next_edition(
    act: Act, mission: Mission, requirement: Requirement, *, known: Known, based_on: int
) -> RequirementEdition:
    """Save an edition within a running act; one that reads like the newest is not saved again."""
    where = f"{mission} > own standards"
    before = known.newest.get(requirement.id)
    if before and before.edition != based_on:
        if not based_on:
            raise RepeatedName(where, sort="requirement", name=requirement.id)
        raise ChangedMeanwhile(where, name=before.author.name, yours=based_on, theirs=before.edition)
    if before:
        requirement = marked(requirement_of(before), requirement)
    else:
        requirement = replace(requirement, code=_free_code(requirement.code, known.codes, where))
    refuse_unknown(mission, requirement, known.instruments if act.mission else released().instruments)
    letter = str(Requirement.parse(str(replace(requirement, signed=None)), requirement.id))
    if before and letter in {before.letter, str(replace(requirement_of(before), signed=None))}:
        return before
    edition = RequirementEdition.objects.create(
        requirement_id=requirement.id,
        edition=based_on + 1,
        author=act.actor,
        published=act.at,
        letter=letter,
        mission=act.mission,
    )
    known.newest[requirement.id], known.codes[requirement.code] = edition, requirement.id
    return edition


def refuse_unknown(
    mission: Mission, requirement: Requirement, instruments: Mapping[str, Instrument] | None = None
) -> None:
    """Refuse a citation of an instrument that the mission does not know; raises UnknownInstrument."""
    known = instruments or instruments_of(mission)
    for citation in requirement.citations:
        if citation.instrument not in known:
            where, near = f"{mission} > own standards > {requirement.code}", nearest(citation.instrument, known)
            raise UnknownInstrument(where, name=citation.instrument, nearest=near)


def put_into_scope(act: Act, mission: Mission, editions: Iterable[RequirementEdition]) -> int:
    """Add requirements to the scope of the mission within a running act; raises NotAllowed.

    One of which records rest on an older edition comes in by that, so that they are seen and the newer one is offered.
    """
    require(act.actor, Verb.CHOOSE_SCOPE, mission)
    there = set(mission.scope.values_list("requirement__requirement_id", flat=True))
    names = list(dict.fromkeys(one.requirement_id for one in editions if one.requirement_id not in there))
    known = editions_to_judge_by(mission, names)
    new = [known[name] for name in names]
    last = mission.scope.aggregate(last=Max("position"))["last"]
    first = 0 if last is None else int(last) + 1
    rows = (ScopedRequirement(mission=mission, requirement=one, position=first + at) for at, one in enumerate(new))
    ScopedRequirement.objects.bulk_create(rows)
    if new:
        themes = {requirement_of(one).theme for one in new}
        mission.scope_themes = sorted({*mission.scope_themes, *themes})
        mission.save(update_fields=["scope_themes"])
        ask_for_matching(act, mission)
    return len(new)


def _free_code(wanted: str, taken: dict[str, str], where: str) -> str:
    """Return the wanted code, or the first free one of the mission's own."""
    ways = (wanted, *(code_of(at) for at in range(1, MOST + 1)))
    found = next((code for code in ways if code not in taken), None)
    if found is None:
        raise CodesUsedUp(where, letter=own_theme().id, most=MOST)
    return found
