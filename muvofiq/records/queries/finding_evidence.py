"""On what the findings of a mission rest in the law of the state, as the quality checks look at it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from muvofiq.assessment.facts import Accepted, Evidence, Proposed
from muvofiq.assessment.verdict import Verdict
from muvofiq.law.citing import cite
from muvofiq.records.models import Answer, Edition, Finding, Mission, NormQuotation, Quotation, WorkingTranslation
from muvofiq.records.queries.complete_list import absence_of
from muvofiq.records.queries.editions import newer_in
from muvofiq.records.queries.evidence import Broken, broken_quotations
from muvofiq.records.queries.law_text import reference_to
from muvofiq.records.queries.own_units import is_in, own_units
from muvofiq.records.queries.requirements import requirement_of
from muvofiq.records.queries.state_register import mission_register
from muvofiq.records.queries.translations import Slots
from muvofiq.records.queries.whose_law import answers_on, editions_of_state, national_acts, proposals_on
from muvofiq.records.words import Decision

Place = tuple[UUID, str]  # the key of an edition and an eId


def evidence_of(mission: Mission, findings: Collection[Finding]) -> dict[UUID, Evidence]:
    """Return on what each finding rests, by the key of its requirement."""
    keys = [one.requirement_id for one in findings]
    editions = {one.pk: one for one in mission.editions.select_related("act")}
    answers = _answers(mission, keys)
    faults = broken_quotations(mission, keys)
    accepted = _accepted(mission, answers, editions, {one.quotation for one in faults})
    norms = _broken_norms(faults)
    proposed, unmatched = _proposed(mission, keys, answers, editions), _unmatched(mission, keys)
    unfound = [one for one in findings if one.law == Verdict.NOT_FOUND.value]
    missing, is_complete = _missing(mission, unfound), bool(unfound) and absence_of(mission).is_confirmed
    return {
        key: Evidence(
            accepted=tuple(accepted[key]),
            proposed=proposed.get(key),
            unmatched=unmatched[key],
            missing=missing.get(key, 0),
            is_complete=is_complete,
            broken_norms=tuple(norms[key]),
        )
        for key in keys
    }


def _answers(mission: Mission, keys: Collection[UUID]) -> list[Answer]:
    return list(answers_on(mission).filter(requirement__in=keys).prefetch_related("quotations"))


def _accepted(
    mission: Mission,
    answers: Iterable[Answer],
    editions: Mapping[UUID, Edition],
    broken: Collection[Quotation | NormQuotation],
) -> defaultdict[UUID, list[Accepted]]:
    rows = [(one, editions[one.edition_id]) for one in answers if one.decision == Decision.ACCEPTED.value]
    newer = newer_in(mission) if rows else {}
    stale = _stale_units(mission, {edition for _, edition in rows})
    found: defaultdict[UUID, list[Accepted]] = defaultdict(list)
    for one, edition in rows:
        quotations = list(one.quotations.all())
        found[one.requirement_id].append(
            Accepted(
                unit=cite(reference_to(edition, one.eid), edition.language),
                quotations=len(quotations),
                broken=sum(each in broken for each in quotations),
                is_outdated=edition.pk in newer,
                is_dated=edition.as_of is not None,
                is_proofread=not edition.unproofed,
                is_stale=any(is_in(eid, one.eid) for eid in stale[edition.pk]),
            )
        )
    return found


def _broken_norms(faults: Iterable[Broken]) -> defaultdict[UUID, list[str]]:
    """Return by the key of the requirement the places of standards whose quoted words do not hold, as lawyers cite."""
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    for one in faults:
        if isinstance(one.quotation, NormQuotation):
            place = cite(reference_to(one.edition, one.eid), one.edition.language)
            found[one.quotation.requirement_id].append(place)
    return found


def _stale_units(mission: Mission, editions: Iterable[Edition]) -> dict[UUID, tuple[str, ...]]:
    """Return by edition the units whose working translation was made of other words."""
    rows = WorkingTranslation.objects.filter(act__mission=mission).order_by()
    into: defaultdict[tuple[UUID, str], set[str]] = defaultdict(set)
    for act, original, language in rows.values_list("act", "original_language", "language").distinct():
        into[act, original].add(language)
    found = {}
    for one in editions:
        slots = [Slots(one, language) for language in sorted(into.get((one.act_id, one.language), ()))]
        units = own_units(one).values() if slots else ()
        held = ((unit.eid, slot) for unit in units for each in slots if (slot := each.of(unit)))
        found[one.pk] = tuple(eid for eid, slot in held if slot.is_stale)
    return found


def _proposed(
    mission: Mission, keys: Collection[UUID], answers: Iterable[Answer], editions: Mapping[UUID, Edition]
) -> dict[UUID, Proposed]:
    """Return the first candidate of each requirement, with what the machine thinks of it and whether anybody looked."""
    chances = dict(mission.outcomes.filter(requirement__in=keys, state="").values_list("requirement_id", "confidence"))
    looked: defaultdict[UUID, set[Place]] = defaultdict(set)
    for requirement, edition, eid in mission.looks.filter(requirement__in=keys).values_list(
        "requirement_id", "edition_id", "eid"
    ):
        looked[requirement].add((edition, eid))
    for one in answers:
        looked[one.requirement_id].add((one.edition_id, one.eid))
    first = (
        proposals_on(mission).filter(requirement__in=keys, rank=1).values_list("requirement_id", "edition_id", "eid")
    )
    return {
        requirement: Proposed(
            unit=cite(reference_to(editions[edition], eid), editions[edition].language),
            chance=chances.get(requirement, 0.0),
            is_opened=any(_is_near(place, (edition, eid)) for place in looked[requirement]),
        )
        for requirement, edition, eid in first
    }


def _is_near(place: Place, other: Place) -> bool:
    """Tell whether one of two units is the other or lies in it."""
    return place[0] == other[0] and (is_in(place[1], other[1]) or is_in(other[1], place[1]))


def _unmatched(mission: Mission, keys: Collection[UUID]) -> dict[UUID, int]:
    """Count for each requirement the newest texts that the last matching has not seen."""
    names = {one.name for one in editions_of_state(mission)}
    rows = mission.outcomes.filter(requirement__in=keys, state="").values_list("requirement_id", "looked_at")
    looked = {key: set(found) for key, found in rows}
    return {key: len(names - looked.get(key, set())) for key in keys}


def _missing(mission: Mission, findings: Iterable[Finding]) -> Mapping[UUID, int]:
    """Count the acts that should be open for a requirement and have no text.

    Where the product has no register of the state, these are the acts of the mission's own register without a text.
    """
    rows = list(findings)
    register = mission_register(mission) if rows else None
    if register is None:
        bare = _acts_without_text(mission) if rows else 0
        return {one.requirement_id: bare for one in rows}
    return {one.requirement_id: len(register.missing([requirement_of(one.requirement)])) for one in rows}


def _acts_without_text(mission: Mission) -> int:
    with_text = {one.act_id for one in editions_of_state(mission)}
    return sum(key not in with_text for key in national_acts(mission).values_list("pk", flat=True))
