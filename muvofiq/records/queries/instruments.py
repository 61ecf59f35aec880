"""The instruments by families, as they stand to the state of a mission on a day; and one of them with all its facts."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Mission, OwnInstrument
from muvofiq.records.queries.norms import Succession, instruments_of, own_instrument, succession_of
from muvofiq.records.queries.released import released
from muvofiq.records.queries.requirements import newest_editions, requirement_of, scope_of
from muvofiq.standards.catalogue import predecessors
from muvofiq.standards.citation import Citation
from muvofiq.standards.instrument import Family, Instrument, Wording
from muvofiq.standards.party import Participation
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.standing import Force, Standing, standing

INVENTED = "X"  # ISO 3166 leaves the codes XA to XZ to everybody; the library gives them to countries that do not exist
REMARKS = frozenset({"note", "identifiers", "superseded_by", "reservations"})  # facts on which no force rests
OWN = Family("own", {"en": ""}, checked=False)  # its title is a word of the interface


@dataclass(frozen=True, slots=True)
class Wanted:
    """To what the list is narrowed, and the day on which the instruments are seen."""

    on: date
    words: str = ""
    force: Force | None = None
    is_scoped: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """An instrument of the list, with how many requirements cite it: of the scope, and of all that can be chosen."""

    instrument: Instrument
    standing: Standing
    succession: Succession | None
    in_scope: int
    in_all: int

    @property
    def doubts(self) -> tuple[str, ...]:
        """The facts still to be verified on which no force rests, unless there are others as well."""
        facts = self.instrument.unconfirmed_facts
        return () if self.is_doubtful else facts

    @property
    def is_doubtful(self) -> bool:
        """Whether its title, its kind, its dates or who takes part in it must still be verified."""
        return any(fact.partition(".")[0] not in REMARKS for fact in self.instrument.unconfirmed_facts)

    def fits(self, wanted: Wanted) -> bool:
        """Whether the row is among what is wanted."""
        one = self.instrument
        text = " ".join((one.id, *one.title.values(), *one.identifiers.values())).casefold()
        return (
            all(word in text for word in wanted.words.casefold().split())
            and wanted.force in {None, self.standing.force}
            and (self.in_scope > 0 or not wanted.is_scoped)
        )


@dataclass(frozen=True, slots=True)
class FamilyRows:
    """A family with those of its instruments that are shown."""

    family: Family
    rows: tuple[Row, ...]

    @property
    def is_own(self) -> bool:
        """Whether these are the instruments that the mission brought itself."""
        return self.family is OWN


@dataclass(frozen=True, slots=True)
class InstrumentList:
    """The families, and how many instruments there are in all."""

    families: tuple[FamilyRows, ...]
    total: int

    @property
    def shown(self) -> int:
        """How many instruments are shown."""
        return sum(len(one.rows) for one in self.families)


@dataclass(frozen=True, slots=True)
class Party:
    """A state of which the register says whether it takes part, and how the instrument stands to it."""

    state: str
    participation: Participation | None
    bound_since: date | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class Citing:
    """A requirement that cites the instrument, and at which places."""

    requirement: Requirement
    citations: tuple[Citation, ...]
    is_scoped: bool


@dataclass(frozen=True, slots=True)
class InstrumentPage:
    """All that the page of an instrument shows. ``own`` is its row where the mission brought it, or its text."""

    instrument: Instrument
    family: Family | None
    own: OwnInstrument | None
    standing: Standing
    edition: Wording | None
    succession: Succession | None
    older: tuple[Instrument, ...]
    makers: Mapping[str, Instrument]
    parties: tuple[Party, ...]
    citing: tuple[Citing, ...]


def instrument_list(mission: Mission, wanted: Wanted) -> InstrumentList:
    """Return the instruments of the catalogue by families, then those of the mission."""
    known, citing = instruments_of(mission), _citing(mission)
    by_family: dict[str, list[Row]] = defaultdict(list)
    for name, one in known.items():
        by_family[released().family_of.get(name, OWN.id)].append(_row(one, mission, known, citing, on=wanted.on))
    found = [
        FamilyRows(family, tuple(row for row in by_family[family.id] if row.fits(wanted)))
        for family in (*released().families, OWN)
    ]
    return InstrumentList(tuple(one for one in found if one.rows), len(known))


def instrument_page(mission: Mission, name: str, on: date) -> InstrumentPage:
    """Gather the page of an instrument as on a day; raises NotOnFile."""
    known = instruments_of(mission)
    if name not in known:
        raise NotOnFile(f"{mission} > norms", sort="instrument", name=name)
    one = known[name]
    family = next((family for family in released().families if family.id == released().family_of.get(name)), None)
    return InstrumentPage(
        instrument=one,
        family=family,
        own=next(
            (row for row in mission.own_instruments.select_related("act") if own_instrument(row).id == name), None
        ),
        standing=standing(one, mission.state, on),
        edition=one.edition_on(on),
        succession=succession_of(one, known, on),
        older=predecessors(name, known),
        makers={edition.by: known[edition.by] for edition in one.editions if edition.by and edition.by in known},
        parties=tuple(_party(one, state, on) for state in _states(one, mission.state)),
        citing=_citing(mission).get(name, ()),
    )


def _row(
    one: Instrument,
    mission: Mission,
    known: Mapping[str, Instrument],
    citing: Mapping[str, Collection[Citing]],
    *,
    on: date,
) -> Row:
    cited = citing.get(one.id, ())
    return Row(
        instrument=one,
        standing=standing(one, mission.state, on),
        succession=succession_of(one, known, on),
        in_scope=sum(citer.is_scoped for citer in cited),
        in_all=len(cited),
    )


def _citing(mission: Mission) -> dict[str, tuple[Citing, ...]]:
    """Return by instrument the requirements that cite it; those of the scope in the edition of the scope."""
    scope = {item.requirement.requirement_id: requirement_of(item.requirement) for item in scope_of(mission)}
    newest = {name: requirement_of(edition) for name, edition in newest_editions(mission).items()}
    found: dict[str, list[Citing]] = defaultdict(list)
    for one in sorted({**newest, **scope}.values(), key=lambda requirement: requirement.code):
        for name, places in _by_instrument(one.citations).items():
            found[name].append(Citing(one, tuple(places), one.id in scope))
    return {name: tuple(rows) for name, rows in found.items()}


def _by_instrument(citations: Iterable[Citation]) -> dict[str, list[Citation]]:
    found: dict[str, list[Citation]] = defaultdict(list)
    for citation in citations:
        found[citation.instrument].append(citation)
    return found


def _states(one: Instrument, first: str) -> list[str]:
    """Return the states that the register speaks of, that of the mission first; invented ones only if it is theirs."""
    told = {*one.states_covered, *one.participation}
    real = [state for state in told if state == first or not state.startswith(INVENTED)]
    return sorted(real, key=lambda state: (state != first, state))


def _party(one: Instrument, state: str, on: date) -> Party:
    return Party(state, one.participation.get(state), one.bound_since(state), standing(one, state, on))
