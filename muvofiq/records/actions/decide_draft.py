"""A person keeps what the machine drafted, edits it, drops it, or takes that decision back."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from django.db.models import ProtectedError

from muvofiq.records.actions.acting import Act, acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.publish_requirement import Known, next_edition, put_into_scope
from muvofiq.records.errors import ChangedMeanwhile, NotOnFile, StillNeeded
from muvofiq.records.models import DraftRequirement, OwnInstrument, Person, RequirementEdition
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.own_standards import drafted_of
from muvofiq.records.words import DraftState
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.unrevised import marked


def decide_draft(
    actor: Person,
    draft: DraftRequirement,
    *,
    state: DraftState,
    version: int,
    edited: Requirement | None = None,
    into_scope: bool = False,
) -> DraftRequirement:
    """Save what is decided about a draft, and how the person has edited it.

    Keeping publishes it as a requirement of the mission's own; taking that back removes it again, unless records rest
    on it. Raises ChangedMeanwhile, StillNeeded, and the errors of publishing a requirement.
    """
    mission = draft.instrument.mission
    with acting(actor, Verb.EDIT_STANDARDS, mission) as act:
        on_file(mission, draft.instrument)
        draft.refresh_from_db()
        _refuse_older(draft, version)
        before = draft.state
        editions = list(_decide(act, draft, state, Known.to(mission), edited))
        scoped = put_into_scope(act, mission, editions) if into_scope else 0
        act.says(f"requirement {drafted_of(draft).id}", **{"from": before, "to": state.value}, into_scope=scoped)
    return draft


def decide_drafts(
    actor: Person, row: OwnInstrument, *, state: DraftState, versions: Mapping[UUID, int], into_scope: bool = False
) -> int:
    """Decide alike about several drafts of an instrument, all or none; ``versions`` are those that the person saw."""
    mission = row.mission
    with acting(actor, Verb.EDIT_STANDARDS, mission) as act:
        on_file(mission, row)
        known, editions = Known.to(mission), list[RequirementEdition]()
        drafts = {one.pk: one for one in row.drafts.filter(pk__in=versions).select_related("decided_by")}
        for pk, version in versions.items():
            if pk not in drafts:
                raise NotOnFile(f"{mission} > own standards", sort="draft requirement", name=str(pk))
            _refuse_older(drafts[pk], version)
            editions.extend(_decide(act, drafts[pk], state, known))
        scoped = put_into_scope(act, mission, editions) if into_scope else 0
        names = [drafted_of(one).id for one in drafts.values()]
        if names:
            act.says(f"requirement {', '.join(names)}", to=state.value, count=len(names), into_scope=scoped)
    return len(names)


def _refuse_older(draft: DraftRequirement, version: int) -> None:
    if draft.version != version:
        where = f"{draft.instrument.mission} > own standards"
        name = draft.decided_by.name if draft.decided_by else "–"
        raise ChangedMeanwhile(where, name=name, yours=version, theirs=draft.version)


def _decide(
    act: Act, draft: DraftRequirement, state: DraftState, known: Known, edited: Requirement | None = None
) -> Iterator[RequirementEdition]:
    """Save the decision; yield the edition that it published, or the newest where it was kept already."""
    requirement, mission = drafted_of(draft), draft.instrument.mission
    if edited:
        requirement = edited = marked(requirement, edited)
    was_kept = draft.state == DraftState.KEPT.value
    is_as_kept = was_kept and state is DraftState.KEPT and requirement == drafted_of(draft)
    if is_as_kept and (newest := known.newest.get(requirement.id)):
        yield newest
        return
    if state is DraftState.KEPT:
        based_on = _edition_shown(draft) if was_kept else 0
        published = next_edition(act, mission, requirement, known=known, based_on=based_on)
        draft.letter = published.letter
        yield published
    elif was_kept:
        _take_back(draft)
    if state is not DraftState.KEPT and edited:
        draft.letter = str(Requirement.parse(str(edited), edited.id))
    is_open = state is DraftState.PROPOSED
    draft.state, draft.version = state.value, draft.version + 1
    draft.decided_by, draft.decided_at = (None, None) if is_open and not edited else (act.actor, act.at)
    draft.save()


def _edition_shown(draft: DraftRequirement) -> int:
    """Return the edition that a kept draft became, and that a person sees who opens the draft."""
    editions = draft.instrument.mission.own_requirements.filter(requirement_id=drafted_of(draft).id)
    return max((one.edition for one in editions if one.letter == draft.letter), default=0)


def _take_back(draft: DraftRequirement) -> None:
    """Remove the editions that a kept draft became, unless records rest on them."""
    name, mission = drafted_of(draft).id, draft.instrument.mission
    editions = mission.own_requirements.filter(requirement_id=name)
    if mission.contributions.filter(requirements__in=editions).exists():
        raise StillNeeded(f"{mission} > own standards", name=name, others="discussion notes")
    mission.looks.filter(requirement__in=editions).delete()  # to have read a candidate is nothing that rests on it
    try:
        editions.delete()
    except ProtectedError as error:
        others = sorted({type(one).__name__.lower() for one in error.protected_objects})
        raise StillNeeded(f"{mission} > own standards", name=name, others=", ".join(others)) from error
