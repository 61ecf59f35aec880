"""The norms that a requirement cites, each with its force for the state on the day of the mission, and why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.timezone import localdate

from muvofiq.records.models import Mission, OwnInstrument
from muvofiq.records.models import RequirementEdition as Saved
from muvofiq.records.queries.released import released
from muvofiq.records.queries.requirements import requirement_of
from muvofiq.standards.citation import Citation
from muvofiq.standards.instrument import Instrument, Successor, Wording
from muvofiq.standards.party import Reservation
from muvofiq.standards.standing import Standing, standing


@dataclass(frozen=True, slots=True)
class Succession:
    """What replaces an instrument. ``is_news``: it has taken over since the day by which the mission judges."""

    successor: Successor
    instrument: Instrument | None
    is_news: bool


@dataclass(frozen=True, slots=True)
class Norm:
    """A cited norm: which instrument, where in it, with what force it speaks to the state, and what became of it.

    ``edition`` is the wording of the day of the mission, ``newer`` one that has followed since.
    """

    instrument: Instrument
    citation: Citation
    standing: Standing
    succession: Succession | None
    edition: Wording | None
    newer: Wording | None
    reservations: tuple[Reservation, ...]

    @property
    def is_reserved(self) -> bool:
        """Whether it binds the state with a reservation that touches the cited place."""
        return self.standing.force.binds and any(one.touches(self.citation.pinpoint) for one in self.reservations)


def norms_of(mission: Mission, saved: Saved) -> tuple[Norm, ...]:
    """Return the cited norms in their order; the day is the first of the mission."""
    known = instruments_of(mission)
    cited = requirement_of(saved).citations
    return tuple(_norms(((one, known[one.instrument]) for one in cited if one.instrument in known), mission, known))


def instruments_of(mission: Mission) -> Mapping[str, Instrument]:
    """Return every instrument that the mission may cite: those of the catalogue, and its own under other ids."""
    return {**{one.id: one for one in own_instruments(mission)}, **released().instruments}


def own_instruments(mission: Mission) -> list[Instrument]:
    """Return the instruments that the mission brought itself."""
    return [own_instrument(row) for row in mission.own_instruments.all()]


def own_instrument(row: OwnInstrument) -> Instrument:
    """Return the instrument of a row: as the catalogue has it where it is one of the catalogue, else as it is saved."""
    saved = _read(row.letter)
    return released().instruments.get(saved.id, saved)


def succession_of(instrument: Instrument, known: Mapping[str, Instrument], on: date) -> Succession | None:
    """Return what replaces an instrument, seen from a day and from today."""
    successor = instrument.superseded_by
    if successor is None:
        return None
    since = successor.date.last_day if successor.date else None
    return Succession(successor, known.get(successor.instrument), is_news=bool(since and on < since <= localdate()))


def _norms(
    cited: Iterable[tuple[Citation, Instrument]], mission: Mission, known: Mapping[str, Instrument]
) -> Iterator[Norm]:
    on = mission.starts
    for citation, one in cited:
        edition, today = one.edition_on(on), one.edition_on(localdate())
        yield Norm(
            instrument=one,
            citation=citation,
            standing=standing(one, mission.state, on),
            succession=succession_of(one, known, on),
            edition=edition,
            newer=today if today and today != edition and today.since.last_day > on else None,
            reservations=one.reservations_of(mission.state, on),
        )


@lru_cache(maxsize=256)
def _read(letter: str) -> Instrument:
    return Instrument.parse(letter, "own instrument")
