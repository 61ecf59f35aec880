"""In which treaties one state takes part, told in a file of its own: so the training country has its treaties."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from muvofiq.standards.errors import UnknownInstrument
from muvofiq.standards.instrument import Family, Instrument
from muvofiq.standards.party import Participation
from muvofiq.standards.spelling import nearest
from muvofiq.standards.vocabulary import Kind

TREATIES = frozenset(
    {Kind.UN_TREATY, Kind.ILO_CONVENTION, Kind.COE_TREATY, Kind.CIS_TREATY, Kind.REGIONAL_TREATY, Kind.BILATERAL}
)


@dataclass(frozen=True, slots=True)
class StateTreaties:
    """The treaties of one state by the id of the instrument; the file speaks of all treaties of the catalogue."""

    state: str
    parties: Mapping[str, Participation]

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any], where: str) -> Self:
        """Take the treaties of a state from a checked file."""
        parties = {
            name: Participation.from_entry(one, f"{where}.participation.{name}")
            for name, one in entry["participation"].items()
        }
        return cls(entry["state"], parties)

    def told_to(self, instrument: Instrument) -> Instrument:
        """Return the instrument as it also knows about this state; a treaty not named does not bind it."""
        if instrument.kind not in TREATIES:
            return instrument
        party = self.parties.get(instrument.id)
        known = {**instrument.participation, self.state: party} if party else instrument.participation
        return replace(instrument, participation=known, states_covered=(*instrument.states_covered, self.state))


def with_states(
    instruments: Sequence[tuple[Family, Instrument]], states: Iterable[StateTreaties]
) -> list[tuple[Family, Instrument]]:
    """Return the instruments with what the files of single states add; a treaty that nobody described is refused."""
    joined = list(instruments)
    names = [instrument.id for _, instrument in joined]
    for state in states:
        for name in state.parties:
            if name not in names:
                raise UnknownInstrument(f"participation {state.state}", name=name, nearest=nearest(name, names))
        joined = [(family, state.told_to(instrument)) for family, instrument in joined]
    return joined
