"""How an instrument stands to a state on a day: with what force it speaks, since when, and why.

>>> crc = Instrument.parse(
...     "{id: crc, title: {en: Convention}, kind: un_treaty, in_force: 1990-09-02, effect_after: 30 days,"
...     " participation: {TJ: {date: 1993-10-26, act: accession}}, states_covered: [TJ]}"
... )
>>> str(standing(crc, "TJ", dt.date(2026, 11, 1)))
'binding treaty, since 1993-11-25: in force 1990-09-02, accession 1993-10-26, in effect 1993-11-25'
>>> str(standing(crc, "TJ", dt.date(1993, 11, 1)))
'treaty not binding: in force 1990-09-02, accession 1993-10-26, in effect only later 1993-11-25'
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from muvofiq.standards.instrument import Instrument
from muvofiq.standards.membership import membership
from muvofiq.standards.partial_date import PartialDate
from muvofiq.standards.party import Participation
from muvofiq.standards.vocabulary import Act, Kind


class Force(StrEnum):
    """The force of a source, the strongest first."""

    BINDING_TREATY = "binding treaty"
    BINDING_EU_LAW = "binding EU law"
    CIS_OR_BILATERAL = "CIS or bilateral"
    NOT_BINDING = "treaty not binding"
    NOT_KNOWN = "participation not known"
    EU_BENCHMARK = "EU benchmark"
    COE_BENCHMARK = "CoE benchmark"
    SOFT_LAW = "soft law"
    GOOD_PRACTICE = "good practice"
    NOT_YET_APPLIED = "not yet applied"
    NOT_YET_ADOPTED = "not yet adopted"
    NO_LONGER_IN_FORCE = "no longer in force"

    @property
    def binds(self) -> bool:
        """Whether it binds the state, so that a reservation matters."""
        return self in {Force.BINDING_TREATY, Force.CIS_OR_BILATERAL}


class Fact(StrEnum):
    """What the force rests on; most facts have a day."""

    NOT_ADOPTED = "adopted only later"
    ADOPTED = "adopted"
    NOT_IN_FORCE = "in force only later"
    IN_FORCE = "in force"
    NOT_APPLIED = "applies only later"
    APPLIES = "applies"
    ENDED = "in force until"
    SIGNED = "signed"
    SIGNED_ONLY = "signed, not ratified"
    DEPOSIT_LATER = "bound itself only later"
    RATIFIED = "ratification"
    ACCEDED = "accession"
    SUCCEEDED = "succession"
    PARTY = "party"
    NO_EFFECT_YET = "in effect only later"
    IN_EFFECT = "in effect"
    LEFT = "took part until"
    NO_PARTY = "not a party"
    MEMBER = "member of the European Union"
    SILENT = "the register does not say whether the state takes part"


@dataclass(frozen=True, slots=True)
class Ground:
    """One fact with its day, as exact as the source gives it; a day that was computed is exact."""

    fact: Fact
    day: PartialDate | None = None

    def __str__(self) -> str:
        return f"{self.fact} {self.day or ''}".strip()


@dataclass(frozen=True, slots=True)
class Standing:
    """The force of an instrument for a state on a day, and the facts from which it follows.

    ``since`` is the first day of this force where it is known; ``unconfirmed`` says that one of the facts, or the
    silence about one, must still be verified.
    """

    force: Force
    grounds: tuple[Ground, ...] = ()
    since: dt.date | None = None
    unconfirmed: bool = False

    def __str__(self) -> str:
        since = f", since {self.since}" if self.since else ""
        grounds = f": {', '.join(map(str, self.grounds))}" if self.grounds else ""
        return f"{self.force}{since}{grounds}{' ?' if self.unconfirmed else ''}"


_WHATEVER_THE_STATE = {
    Kind.EU_LAW: Force.EU_BENCHMARK,
    Kind.EU_AGREEMENT: Force.EU_BENCHMARK,
    Kind.EU_GUIDANCE: Force.EU_BENCHMARK,
    Kind.COE_SOFT_LAW: Force.SOFT_LAW,
    Kind.SOFT_LAW: Force.SOFT_LAW,
    Kind.MODEL_LAW: Force.SOFT_LAW,
    Kind.NATIONAL_LAW: Force.GOOD_PRACTICE,
}
_FOR_A_PARTY = {
    Kind.UN_TREATY: Force.BINDING_TREATY,
    Kind.ILO_CONVENTION: Force.BINDING_TREATY,
    Kind.COE_TREATY: Force.BINDING_TREATY,
    Kind.CIS_TREATY: Force.CIS_OR_BILATERAL,
    Kind.REGIONAL_TREATY: Force.CIS_OR_BILATERAL,
    Kind.BILATERAL: Force.CIS_OR_BILATERAL,
    Kind.EU_AGREEMENT: Force.BINDING_TREATY,
}
_BINDING_MEMBERS = frozenset({Kind.EU_LAW, Kind.EU_AGREEMENT})
_DATES = frozenset({"adopted", "in_force", "applies", "until", "superseded_by"})  # facts on which all its force rests
_DEPOSITS = {
    Act.RATIFICATION: Fact.RATIFIED,
    Act.ACCESSION: Fact.ACCEDED,
    Act.SUCCESSION: Fact.SUCCEEDED,
    Act.PARTY: Fact.PARTY,
}


def standing(instrument: Instrument, state: str, on: dt.date) -> Standing:
    """Say with what force an instrument speaks to a state on a day, and why.

    It is unconfirmed too while a date that is known in part leaves open on which side of it the day lies.
    """
    found = _standing(instrument, state, on)
    return replace(found, unconfirmed=True) if _is_open(instrument, state, on) else found


def _standing(instrument: Instrument, state: str, on: dt.date) -> Standing:
    doubtful = set(instrument.unconfirmed)
    if _later(instrument.adopted, on):
        ground = Ground(Fact.NOT_ADOPTED, instrument.adopted)
        return Standing(Force.NOT_YET_ADOPTED, (ground,), unconfirmed="adopted" in doubtful)
    if instrument.has_ended(on):
        ground = Ground(Fact.ENDED, instrument.until)
        return Standing(Force.NO_LONGER_IN_FORCE, (ground,), unconfirmed="until" in doubtful)
    if instrument.kind in _WHATEVER_THE_STATE:
        return _bound_otherwise(_whatever_the_state(instrument, on), instrument, state, on)
    return _for_the_state(instrument, state, on)


def _whatever_the_state(instrument: Instrument, on: dt.date) -> Standing:
    """Judge what no state takes part in: it speaks to all alike, once it is in force and applies."""
    doubtful = not _DATES.isdisjoint(instrument.unconfirmed)
    waits = [Ground(Fact.NOT_IN_FORCE, instrument.in_force)] if _later(instrument.in_force, on) else []
    waits += [Ground(Fact.NOT_APPLIED, instrument.applies)] if _later(instrument.applies, on) else []
    if waits:
        return Standing(Force.NOT_YET_APPLIED, (*_adopted(instrument), *waits), unconfirmed=doubtful)
    begun = (instrument.adopted, instrument.in_force, instrument.applies)
    since = max((one.last_day for one in begun if one), default=None)
    grounds = (*_adopted(instrument), *_in_force(instrument))
    return Standing(_WHATEVER_THE_STATE[instrument.kind], grounds, since, unconfirmed=doubtful)


def _bound_otherwise(found: Standing, instrument: Instrument, state: str, on: dt.date) -> Standing:
    """Tell whom law of the Union binds all the same: its member states, and the partner of an agreement."""
    member, party = membership(state, on), instrument.participation.get(state)
    if found.force is not _WHATEVER_THE_STATE[instrument.kind] or instrument.kind not in _BINDING_MEMBERS:
        return found
    if member:
        since = max(filter(None, (found.since, member.since)))
        ground, doubt = Ground(Fact.MEMBER, PartialDate.of(member.since)), member.opts_out
        return Standing(Force.BINDING_EU_LAW, (*found.grounds, ground), since, unconfirmed=found.unconfirmed or doubt)
    if party and instrument.binds(state, on):
        grounds, doubt = _grounds_of(instrument, state, party, on), party.unconfirmed
        force = _FOR_A_PARTY[instrument.kind]
        return replace(found, force=force, grounds=(*found.grounds, *grounds), unconfirmed=found.unconfirmed or doubt)
    return found


def _is_open(instrument: Instrument, state: str, on: dt.date) -> bool:
    """Whether a date that is known in part leaves open if it had come by that day."""
    party = instrument.participation.get(state)
    begins = [
        instrument.adopted,
        instrument.in_force,
        instrument.applies,
        *((party.signed, party.date) if party else ()),
    ]
    ends = [instrument.until, party.until if party else None]
    effect = party.may_take_effect(instrument.effect_after) if party else None
    return (
        any(one.first_day <= on < one.last_day for one in begins if one)
        or any(one.first_day < on <= one.last_day for one in ends if one)
        or (effect is not None and effect[0] <= on < effect[1])
    )


def _for_the_state(instrument: Instrument, state: str, on: dt.date) -> Standing:
    """Judge a treaty: it binds a party once it is in force and the act of the state has taken effect."""
    party = instrument.participation.get(state)
    doubtful = {"adopted", "in_force", "effect_after", f"participation.{state}"} & set(instrument.unconfirmed)
    unconfirmed = bool(doubtful) or (party is not None and party.unconfirmed)
    treaty = _in_force(instrument)
    if _later(instrument.in_force, on):
        treaty = (Ground(Fact.NOT_IN_FORCE, instrument.in_force),)
    if instrument.binds(state, on) and party is not None:
        force, since = _FOR_A_PARTY[instrument.kind], instrument.bound_since(state)
    else:
        force, since = _not_bound(instrument, state), None
    grounds = (*treaty, *_grounds_of(instrument, state, party, on))
    return Standing(force, grounds, since, unconfirmed=unconfirmed)


def _not_bound(instrument: Instrument, state: str) -> Force:
    if instrument.kind is Kind.COE_TREATY:
        return Force.COE_BENCHMARK
    return Force.NOT_BINDING if state in instrument.states_covered else Force.NOT_KNOWN


def _grounds_of(instrument: Instrument, state: str, party: Participation | None, on: dt.date) -> Iterator[Ground]:
    """Yield what is known of a state's own acts up to a day, and what comes only later."""
    if party is None:
        yield Ground(Fact.NO_PARTY if state in instrument.states_covered else Fact.SILENT)
        return
    if party.signed and not _later(party.signed, on):
        yield Ground(Fact.SIGNED, party.signed)
    if _later(party.date, on):
        yield Ground(Fact.DEPOSIT_LATER, party.date)
        return
    if party.act is Act.SIGNATURE:
        yield Ground(Fact.SIGNED_ONLY, party.date)
        return
    yield Ground(_DEPOSITS[party.act], party.date)
    effect = party.takes_effect(instrument.effect_after)
    begun = max(one.last_day for one in (party.date, instrument.in_force) if one) if effect else None
    if effect and begun and effect > begun:
        yield Ground(Fact.IN_EFFECT if effect <= on else Fact.NO_EFFECT_YET, PartialDate.of(effect))
    if party.has_left(on):
        yield Ground(Fact.LEFT, party.until)


def _adopted(instrument: Instrument) -> tuple[Ground, ...]:
    return (Ground(Fact.ADOPTED, instrument.adopted),) if instrument.adopted else ()


def _in_force(instrument: Instrument) -> tuple[Ground, ...]:
    days = ((Fact.IN_FORCE, instrument.in_force), (Fact.APPLIES, instrument.applies))
    return tuple(Ground(fact, day) for fact, day in days if day)


def _later(day: PartialDate | None, on: dt.date) -> bool:
    return day is not None and day.last_day > on
