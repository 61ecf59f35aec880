import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.force import Force, force, force_of
from muvofiq.standards.party import Reservation
from tests.standards.small import citing, day, instrument

TREATY = instrument(
    "tip-protocol",
    "un_treaty",
    in_force="2003-12-25",
    participation={
        "TJ": {"date": "2002-07-08", "act": "accession"},
        "UZ": {"date": "2001-06-28", "act": "signature"},
        "KG": {"date": "2010", "act": "ratification"},
        "KZ": {"act": "party"},
    },
    states_covered=["TJ", "UZ", "KG", "KZ", "CN"],
)
COE_197 = instrument("coe-197", "coe_treaty", participation={"LV": {"date": "2008-03-06", "act": "ratification"}})
CIS = instrument("minsk-1993", "cis_treaty", participation={"TJ": {"act": "party"}}, states_covered=["TJ"])
SIGNED_CIS = instrument("cis-thb", "cis_treaty", participation={"TJ": {"act": "signature"}}, states_covered=["TJ"])


@pytest.mark.parametrize(
    ("state", "on", "expected"),
    [
        ("TJ", "2002-07-07", Force.NOT_BINDING),  # the day before accession
        ("TJ", "2003-12-24", Force.NOT_BINDING),  # acceded, but the treaty is not yet in force
        ("TJ", "2003-12-25", Force.BINDING_TREATY),
        ("UZ", "2026-11-01", Force.NOT_BINDING),  # a signature only
        ("CN", "2026-11-01", Force.NOT_BINDING),  # the source says: not a party
        ("KG", "2010-12-30", Force.NOT_BINDING),  # some day of 2010
        ("KG", "2010-12-31", Force.BINDING_TREATY),
        ("KZ", "2026-11-01", Force.BINDING_TREATY),  # a party, the date is not known
        ("TM", "2026-11-01", Force.NOT_KNOWN),  # the source is silent
    ],
)
def test_a_treaty_binds_a_party_once_both_are_ready(state: str, on: str, expected: Force) -> None:
    assert force_of(TREATY, state, day(on)) is expected


def test_a_treaty_binds_on_the_day_of_accession_if_it_is_in_force_already() -> None:
    crc = instrument("crc", "un_treaty", participation={"TJ": {"date": "1993-10-26", "act": "accession"}})
    assert force_of(crc, "TJ", day("1993-10-26")) is Force.BINDING_TREATY


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("eu_law", Force.EU_BENCHMARK),
        ("eu_agreement", Force.EU_BENCHMARK),
        ("eu_guidance", Force.EU_BENCHMARK),
        ("coe_soft_law", Force.SOFT_LAW),
        ("soft_law", Force.SOFT_LAW),
        ("model_law", Force.SOFT_LAW),
        ("national_law", Force.GOOD_PRACTICE),
    ],
)
def test_what_is_no_treaty_has_the_force_of_its_kind(kind: str, expected: Force) -> None:
    assert force_of(instrument("any", kind), "TJ", day("2026-11-01")) is expected


def test_the_council_of_europe_convention_is_a_benchmark_for_those_outside() -> None:
    assert force_of(COE_197, "TJ", day("2026-11-01")) is Force.COE_BENCHMARK
    assert force_of(COE_197, "LV", day("2008-03-05")) is Force.COE_BENCHMARK
    assert force_of(COE_197, "LV", day("2008-03-06")) is Force.BINDING_TREATY


def test_a_regional_treaty_has_its_own_force_for_a_party_only() -> None:
    assert force_of(CIS, "TJ", day("2026-11-01")) is Force.CIS_OR_BILATERAL
    assert force_of(SIGNED_CIS, "TJ", day("2026-11-01")) is Force.NOT_BINDING


def test_a_requirement_has_every_force_of_its_sources_once_and_the_strongest_first() -> None:
    instruments = {one.id: one for one in (TREATY, COE_197, CIS)}
    requirement = citing("coe-197 art. 10", "tip-protocol art. 6", "tip-protocol art. 7", "minsk-1993")
    found = force(requirement, instruments, "TJ", day("2026-11-01"))
    assert found == (Force.BINDING_TREATY, Force.CIS_OR_BILATERAL, Force.COE_BENCHMARK)
    assert force(requirement, instruments, "TJ", day("2001-01-01"))[0] is Force.CIS_OR_BILATERAL


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("vul-definition", {Force.EU_BENCHMARK, Force.SOFT_LAW, Force.NO_LONGER_IN_FORCE}),
        ("screening-health", {Force.BINDING_TREATY, Force.EU_BENCHMARK, Force.SOFT_LAW}),
        ("rdm-own-nationals", {Force.BINDING_TREATY, Force.EU_BENCHMARK, Force.CIS_OR_BILATERAL}),
        ("thb-definition", {Force.BINDING_TREATY, Force.EU_BENCHMARK, Force.COE_BENCHMARK, Force.NOT_BINDING}),
    ],
)
def test_the_packaged_catalogue_gives_the_force_for_tajikistan(
    catalogue: Catalogue, name: str, expected: set[Force]
) -> None:
    found = force(catalogue.requirement(name), catalogue.instruments, "TJ", day("2026-11-01"))
    assert set(found) == expected


def test_no_requirement_is_without_force_for_any_state_of_the_tables(catalogue: Catalogue) -> None:
    for state in ("TJ", "KG", "UZ", "AF", "CN", "KZ", "TM"):
        for requirement in catalogue.requirements:
            assert force(requirement, catalogue.instruments, state, day("2026-11-01"))


@pytest.mark.parametrize(
    ("adopted", "on", "expected"),
    [
        ("2024-05-14", "2016-06-01", Force.NOT_YET_ADOPTED),
        ("2024-05-14", "2024-05-14", Force.EU_BENCHMARK),
        ("2016", "2016-06-01", Force.NOT_YET_ADOPTED),  # some day of 2016
        ("2016", "2016-12-31", Force.EU_BENCHMARK),
    ],
)
def test_a_mission_of_2016_is_not_measured_by_what_came_later(adopted: str, on: str, expected: Force) -> None:
    assert force_of(instrument("reg", "eu_law", adopted=adopted), "TJ", day(on)) is expected


def test_the_screening_regulation_of_2024_has_no_force_in_2016(catalogue: Catalogue) -> None:
    limit = catalogue.requirement("screening-time-limit")
    assert force(limit, catalogue.instruments, "TJ", day("2016-06-01")) == (Force.NOT_YET_ADOPTED,)
    assert force(limit, catalogue.instruments, "TJ", day("2026-11-01")) == (Force.EU_BENCHMARK,)


@pytest.mark.parametrize(
    ("articles", "pinpoint", "touches"),
    [
        ("art. 35(2)", "art. 35", True),
        ("art. 35(2)", "art. 35(2)(a)", True),
        ("art. 35(2)", "art. 35(1)", False),
        ("arts 14, 16(3)", "art. 3, arts 15-17", True),
        ("arts 20, 30(1)", "arts 12–15", False),
        ("Annexes I-III", "art. 7", False),
        ("", "art. 7", True),
        ("art. 6", "", True),
    ],
)
def test_a_reservation_touches_the_places_that_it_names_or_all(articles: str, pinpoint: str, touches: bool) -> None:  # noqa: FBT001
    assert Reservation({"en": "Not so."}, articles).touches(pinpoint) is touches


@given(st.text(alphabet="art. 0123456789()-–,a", max_size=30), st.text(alphabet="art. 0123456789()-", max_size=30))
def test_no_words_about_articles_break_a_reservation(articles: str, pinpoint: str) -> None:
    assert Reservation({"en": "Not so."}, articles).touches(pinpoint) in {True, False}
