from muvofiq.standards.instrument import Participation
from muvofiq.standards.partial_date import PartialDate
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
