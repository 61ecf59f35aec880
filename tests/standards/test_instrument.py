from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.standards.delay import Delay
from muvofiq.standards.errors import EndsBeforeItBegins
from muvofiq.standards.instrument import Instrument, Successor, Wording
from muvofiq.standards.partial_date import PartialDate
from muvofiq.standards.party import Participation, Reservation
from muvofiq.standards.vocabulary import Act, Kind
from tests.standards.small import day, instrument


def test_an_instrument_is_read_from_its_entry() -> None:
    treaty = instrument(
        "crpd",
        "un_treaty",
        adopted="2006-12-13",
        identifiers={"unts": "2515, 3"},
        participation={"TJ": {"date": "2018-03-22", "act": "signature", "unconfirmed": True, "note": "why"}},
        superseded_by={"instrument": "newer", "date": "2030"},
    )
    assert (treaty.kind, str(treaty.adopted), treaty.identifiers["unts"]) == (Kind.UN_TREATY, "2006-12-13", "2515, 3")
    signature = Participation(Act.SIGNATURE, PartialDate(2018, 3, 22), unconfirmed=True, note="why")
    assert treaty.participation["TJ"] == signature
    assert treaty.superseded_by is not None
    assert (treaty.superseded_by.instrument, treaty.superseded_by.date) == ("newer", PartialDate(2030))


def test_the_facts_to_verify_are_listed_with_those_about_states() -> None:
    treaty = instrument(
        "ilo-029",
        "ilo_convention",
        unconfirmed=["identifiers.unts", "participation.AF"],
        participation={"KG": {"act": "party", "unconfirmed": True}, "TJ": {"act": "party"}},
    )
    assert treaty.unconfirmed_facts == ("identifiers.unts", "participation.AF", "participation.KG")


def test_a_signature_never_binds() -> None:
    assert not Participation(Act.SIGNATURE, PartialDate(2000)).binds(day("2026-11-01"))
    assert Participation(Act.SUCCESSION, PartialDate(2000)).binds(day("2026-11-01"))


def test_a_state_without_participation_is_not_bound() -> None:
    assert not instrument("opcat", "un_treaty", states_covered=["TJ"]).binds("TJ", day("2026-11-01"))


DATES = st.one_of(
    st.builds(PartialDate, st.integers(1900, 1950)),
    st.builds(PartialDate, st.integers(1900, 1950), st.integers(1, 12), st.integers(1, 28)),
)
ENDS = st.builds(PartialDate, st.integers(1960, 2100), st.integers(1, 12))
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).filter(str.strip)
WORDS = st.dictionaries(st.sampled_from(["ru", "tg"]), TEXT).map(lambda more: {"en": "Words", **more})
RESERVATIONS = st.builds(
    Reservation, WORDS, TEXT | st.just(""), st.none() | DATES, st.none() | ENDS, unconfirmed=st.booleans()
)
PARTIES = st.builds(
    Participation,
    act=st.sampled_from(Act),
    date=st.none() | DATES,
    unconfirmed=st.booleans(),
    note=TEXT | st.just(""),
    signed=st.none() | DATES,
    until=st.none() | ENDS,
    reservations=st.lists(RESERVATIONS, max_size=2).map(tuple),
)
DELAYS = st.sampled_from(["on deposit", "30 days", "1 month", "month after 3 months"]).map(Delay.parse)
WORDINGS = st.builds(
    Wording, DATES, WORDS, st.none() | st.sampled_from(["crc", "dir-2024-1712"]), TEXT | st.just(""), st.booleans()
)
INSTRUMENTS = st.builds(
    Instrument,
    id=st.just("crc"),
    title=WORDS,
    kind=st.sampled_from(Kind),
    adopted=st.none() | DATES,
    in_force=st.none() | DATES,
    applies=st.none() | DATES,
    until=st.none() | ENDS,
    effect_after=st.none() | DELAYS,
    identifiers=st.dictionaries(st.sampled_from(["celex", "eli"]), TEXT),
    participation=st.dictionaries(st.sampled_from(["TJ", "KG"]), PARTIES),
    states_covered=st.sampled_from([(), ("TJ", "NO")]),
    superseded_by=st.none() | st.builds(Successor, st.just("newer"), st.none() | DATES, TEXT | st.just("")),
    editions=st.lists(WORDINGS, max_size=2).map(tuple),
    note=TEXT | st.just(""),
    unconfirmed=st.sampled_from([(), ("until", "effect_after", "participation.TJ")]),
)


@given(INSTRUMENTS)
def test_an_instrument_is_read_as_it_was_written(one: Instrument) -> None:
    assert Instrument.parse(str(one)) == one


@given(PARTIES, st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.none() | DELAYS)
def test_nobody_is_bound_by_a_signature_or_after_leaving(party: Participation, on: date, after: Delay | None) -> None:
    if party.act is Act.SIGNATURE or party.has_left(on):
        assert not party.binds(on, after)


@pytest.mark.parametrize(
    ("entry", "place"),
    [
        ({"in_force": "2010-01-01", "until": "2009-12-31"}, ".until"),
        ({"adopted": "2010", "until": "2009"}, ".until"),
        ({"participation": {"TJ": {"act": "accession", "date": "2010", "until": "2009"}}}, ".participation.TJ.until"),
        (
            {
                "participation": {
                    "TJ": {
                        "act": "party",
                        "reservations": [{"text": {"en": "x"}, "date": "2010", "withdrawn": "2009"}],
                    }
                }
            },
            ".participation.TJ.reservations[0].withdrawn",
        ),
    ],
)
def test_nothing_ends_before_it_began(entry: dict[str, object], place: str) -> None:
    with pytest.raises(EndsBeforeItBegins) as found:
        instrument("crc", "un_treaty", **entry)
    assert found.value.where == f"crc{place}"
    assert "2009" in str(found.value)


def test_an_end_in_the_year_of_the_beginning_may_be_right() -> None:
    assert instrument("crc", "un_treaty", in_force="2010-05-01", until="2010").until


def test_a_reservation_stands_from_its_day_until_it_is_withdrawn() -> None:
    reserved = {"text": {"en": "Not art. 3."}, "date": "2010-01-01", "withdrawn": "2015-06-01"}
    treaty = instrument("crc", "un_treaty", participation={"TJ": {"act": "party", "reservations": [reserved]}})
    found = [bool(treaty.reservations_of("TJ", day(on))) for on in ("2009-12-31", "2010-01-01", "2015-06-01")]
    assert found == [False, True, False]
    assert treaty.reservations_of("KG", day("2012-01-01")) == ()
