"""Every quotation is held against the edition that it cites: by the hash of the text, and word for word."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from muvofiq.law.quoting import stretch
from muvofiq.records.errors import UnitMissing
from muvofiq.records.models import Edition, EditionText, Mission, NormQuotation, Quotation
from muvofiq.records.queries.law_text import unit_of
from muvofiq.records.words import Decision


class Fault(StrEnum):
    """Why a quotation does not hold."""

    TEXT = "text"  # the text is not the one from which the words were taken
    UNIT = "unit"  # the edition has no such unit
    WORDS = "words"  # the words do not stand in the unit


@dataclass(frozen=True, slots=True)
class Broken:
    """A quotation that does not hold, of a law or of a norm; the edition and the unit that it cites."""

    quotation: Quotation | NormQuotation
    requirement_id: str
    edition: Edition
    eid: str
    fault: Fault


def printed(edition: Edition, eid: str, words: str) -> str | None:
    """Return the words as the unit, or its heading, prints them; None where they do not stand there.

    Raises UnitMissing.
    """
    unit = unit_of(edition, eid)
    return stretch(words, unit.words) or stretch(words, unit.heading)


def still_printed(edition: Edition, eid: str, words: str) -> bool:
    """Whether the words stand in a unit of an edition that may not have it; an empty address is no unit."""
    try:
        return bool(eid) and printed(edition, eid, words) is not None
    except UnitMissing:
        return False


def broken_quotations(mission: Mission, requirements: Collection[UUID] | None = None) -> tuple[Broken, ...]:
    """Return the quotations that do not hold, of laws and of norms: of the mission, or for some requirements by key.

    The texts are read and their hashes made anew, so that a text that was changed behind our back is seen.
    """
    rows = Quotation.objects.filter(answer__mission=mission, answer__decision=Decision.ACCEPTED.value)
    norms = mission.norm_quotations.select_related("edition__mission", "requirement")
    if requirements is not None:
        rows, norms = rows.filter(answer__requirement__in=requirements), norms.filter(requirement__in=requirements)
    quoted = rows.select_related("answer__edition__mission", "answer__requirement")
    held = [(one, one.answer.requirement.requirement_id, one.answer.edition, one.answer.eid) for one in quoted]
    cited = [(one, one.requirement.requirement_id, one.edition, one.eid) for one in norms]
    places: list[tuple[Quotation | NormQuotation, str, Edition, str]] = [*held, *cited]
    sound = frozenset(_sound(edition.text_id for _, _, edition, _ in places))
    faults = ((place, _fault(place[0], place[2], place[3], sound)) for place in places)
    return tuple(Broken(*place, fault) for place, fault in faults if fault)


def _sound(hashes: Iterable[str]) -> Iterator[str]:
    """Yield the hashes whose text is still the one that they name."""
    for text in EditionText.objects.filter(pk__in=set(hashes)).iterator():
        if sha256(text.akoma_ntoso.encode()).hexdigest() == text.pk:
            yield text.pk


def _fault(one: Quotation | NormQuotation, edition: Edition, eid: str, sound: frozenset[str]) -> Fault | None:
    if one.text_sha256 != edition.text_id or edition.text_id not in sound:
        return Fault.TEXT
    try:
        unit = unit_of(edition, eid)
    except UnitMissing:
        return Fault.UNIT
    return None if one.words and (one.words in unit.words or one.words in unit.heading) else Fault.WORDS
