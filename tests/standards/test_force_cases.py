"""What binds whom on which day: cases (state, instrument, date) taken from the table of the instruments."""

import pytest

from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.force import Force, force
from muvofiq.standards.standing import standing
from tests.standards.small import day, instrument

BINDING, NOT_BINDING, NOT_KNOWN = Force.BINDING_TREATY, Force.NOT_BINDING, Force.NOT_KNOWN
EU, COE, SOFT, CIS = Force.EU_BENCHMARK, Force.COE_BENCHMARK, Force.SOFT_LAW, Force.CIS_OR_BILATERAL
MEMBER = Force.BINDING_EU_LAW
NOT_APPLIED, NOT_ADOPTED, NO_LONGER = Force.NOT_YET_APPLIED, Force.NOT_YET_ADOPTED, Force.NO_LONGER_IN_FORCE
FIRST, NOW = "2016-06-01", "2026-11-01"  # the mission of 2016; today

CASES = [
    # the trafficking and smuggling protocols
    ("TJ", "tip-protocol", FIRST, BINDING, "since 2003-12-25: in force 2003-12-25, accession 2002-07-08"),
    ("TJ", "tip-protocol", "2003-01-01", NOT_BINDING, "in force only later 2003-12-25, accession 2002-07-08"),
    ("CN", "tip-protocol", "2010-03-09", NOT_BINDING, "accession 2010-02-08, in effect only later 2010-03-10"),
    ("CN", "tip-protocol", "2010-03-10", BINDING, "since 2010-03-10"),
    ("AF", "tip-protocol", "2014-01-01", NOT_BINDING, "bound itself only later 2014-08-15"),
    ("UZ", "tip-protocol", "2005-01-01", NOT_BINDING, "signed 2001-06-28, bound itself only later 2008-08-12"),
    ("UZ", "som-protocol", NOW, NOT_BINDING, "signed, not ratified 2001-06-28 ?"),
    ("CN", "som-protocol", NOW, NOT_BINDING, "not a party"),
    ("AF", "som-protocol", FIRST, NOT_BINDING, "bound itself only later 2017-02-02"),
    ("AF", "som-protocol", NOW, BINDING, "since 2017-03-04"),
    # human rights and refugees
    ("TJ", "crpd", NOW, NOT_BINDING, "signed, not ratified 2018-03-22 ?"),
    ("TJ", "crpd", FIRST, NOT_BINDING, "bound itself only later 2018-03-22 ?"),
    ("KG", "crpd", FIRST, NOT_BINDING, "bound itself only later 2019-05-16"),
    ("KG", "crpd", NOW, BINDING, "since 2019-06-15"),
    ("CN", "iccpr", NOW, NOT_BINDING, "signed, not ratified 1998"),
    ("TJ", "iccpr", "1999-04-03", NOT_BINDING, "in effect only later 1999-04-04"),
    ("TJ", "iccpr", "1999-04-04", BINDING, "since 1999-04-04"),
    ("UZ", "refugee-1951", NOW, NOT_BINDING, "not a party"),
    ("TJ", "refugee-1951", FIRST, BINDING, "in effect 1994-03-07"),
    ("TJ", "refugee-1967", "1993-12-07", BINDING, "since 1993-12-07"),
    ("TM", "stateless-1954", FIRST, BINDING, "since 2012-03-06"),
    ("TM", "stateless-1961", "2012-10-01", NOT_BINDING, "in effect only later 2012-11-27"),
    ("TJ", "stateless-1954", NOW, NOT_BINDING, "not a party"),
    ("TJ", "opcat", NOW, NOT_BINDING, "not a party"),
    ("AF", "opcat", FIRST, NOT_BINDING, "bound itself only later 2018-04-17"),
    ("TJ", "cmw", FIRST, BINDING, "since 2003-07-01"),
    ("KG", "cmw", "2003-12-31", NOT_BINDING, "in effect only later 2004-01-01"),
    ("KZ", "cmw", NOW, NOT_BINDING, "not a party"),
    ("TJ", "vccr", FIRST, BINDING, "accession 1996"),
    ("KZ", "ihr-2005", FIRST, BINDING, "in force 2007-06-15, party"),
    # the International Labour Organization
    ("TJ", "ilo-p029", FIRST, NOT_BINDING, "in force only later 2016-11-09, bound itself only later 2020-01-24"),
    ("TJ", "ilo-p029", "2020-12-31", NOT_BINDING, "in effect only later 2021-01-24"),
    ("TJ", "ilo-p029", NOW, BINDING, "since 2021-01-24"),
    ("TJ", "ilo-029", "1993-11-26", BINDING, "since 1993-11-26: in force 1932-05-01, succession 1993-11-26 ?"),
    ("TJ", "ilo-138", "1993-11-25", NOT_BINDING, "bound itself only later 1993-11-26"),
    ("KG", "ilo-138", "1992-04-01", BINDING, "succession 1992-03-31 ?"),
    ("UZ", "ilo-029", "1992-07-13", BINDING, "since 1992-07-13"),
    ("CN", "ilo-029", "2023-01-01", NOT_BINDING, "in effect only later 2023-08-12"),
    ("AF", "ilo-029", NOW, NOT_BINDING, "not a party ?"),
    ("KG", "ilo-143", NOW, NOT_BINDING, "not a party"),
    # the European Union: the law of 2016, the Pact, and what the Pact replaced
    ("TJ", "reg-2024-1348", FIRST, NOT_ADOPTED, "adopted only later 2024-05-14"),
    ("TJ", "reg-2024-1348", "2024-06-01", NOT_APPLIED, "in force only later 2024-06-11"),
    ("TJ", "reg-2024-1348", "2026-06-11", NOT_APPLIED, "applies only later 2026-06-12"),
    ("TJ", "reg-2024-1348", "2026-06-12", EU, "since 2026-06-12"),
    ("TJ", "dir-2013-32", FIRST, EU, "since 2015-07-20"),
    ("TJ", "dir-2013-32", "2026-06-11", EU, "in force 2013-07-19, applies 2015-07-20"),
    ("TJ", "dir-2013-32", "2026-06-12", NO_LONGER, "in force until 2026-06-11"),
    ("TJ", "dir-2013-33", "2026-06-12", NO_LONGER, "in force until 2026-06-11"),
    ("TJ", "dir-2011-95", "2026-06-30", EU, "applies 2013-12-21"),
    ("TJ", "dir-2011-95", "2026-07-01", NO_LONGER, "in force until 2026-06-30"),
    ("TJ", "reg-2024-1356", FIRST, NOT_ADOPTED, "2024-05-14"),
    ("TJ", "dir-2024-1712", "2026-07-14", NOT_APPLIED, "applies only later 2026-07-15"),
    ("TJ", "gdpr", FIRST, NOT_APPLIED, "applies only later 2018-05-25"),
    ("TJ", "dir-2008-115", NOW, EU, "since 2010-12-24: adopted 2008-12-16, in force 2009-01-13, applies 2010-12-24 ?"),
    ("TJ", "eura-ge", "2011-01-15", NOT_APPLIED, "in force only later 2011-03-01"),
    ("TJ", "eura-ge", FIRST, EU, "in force 2011-03-01"),
    ("TJ", "fd-2002-946", NOW, EU, "applies 2004-12-05 ?"),
    ("TJ", "schengen-handbook", FIRST, EU, "adopted 2006 ?"),
    # law of the Union binds its member states, and the partner of an agreement
    ("LV", "dir-2013-32", FIRST, MEMBER, "since 2015-07-20: adopted 2013-06-26, in force 2013-07-19"),
    ("LV", "dir-2013-32", FIRST, MEMBER, "member of the European Union 2004-05-01"),
    ("LV", "dir-2013-32", "2026-06-12", NO_LONGER, "in force until 2026-06-11"),
    ("HR", "dir-2008-115", "2013-06-30", EU, "applies 2010-12-24"),
    ("HR", "dir-2008-115", "2013-07-01", MEMBER, "since 2013-07-01"),
    ("DK", "dir-2011-36", FIRST, MEMBER, "member of the European Union 1973-01-01 ?"),  # it opts out of much
    ("GB", "dir-2011-36", "2020-02-01", EU, "adopted 2011-04-05"),
    ("PT", "return-handbook", "2018-01-01", EU, "adopted 2017"),  # guidance binds nobody
    ("GE", "eura-ge", FIRST, BINDING, "since 2011-03-01: adopted 2010, in force 2011-03-01, party"),
    ("GE", "eura-ge", "2011-01-15", NOT_APPLIED, "in force only later 2011-03-01"),
    ("UA", "eura-ge", FIRST, EU, "in force 2011-03-01"),
    ("LV", "eura-ge", FIRST, MEMBER, "in force 2011-03-01"),
    ("KG", "sco", FIRST, CIS, "party ?"),
    # the Council of Europe, the CIS, bilateral treaties, soft law
    ("TJ", "coe-197", FIRST, COE, "not a party"),
    ("LV", "coe-197", "2008-06-30", COE, "in effect only later 2008-07-01"),
    ("LV", "coe-197", "2008-07-01", BINDING, "since 2008-07-01"),
    ("PT", "coe-197", "2008-06-01", BINDING, "since 2008-06-01"),
    ("TJ", "minsk-1993", FIRST, CIS, "in force 1994-05-19, party ?"),
    ("TJ", "cis-thb-2005", FIRST, NOT_BINDING, "signed, not ratified ?"),
    ("TJ", "cis-minors-2002", FIRST, CIS, "party ?"),
    ("KZ", "cis-minors-2002", FIRST, NOT_KNOWN, "the register does not say"),
    ("TJ", "eu-tj-pca", "2009-12-31", NOT_BINDING, "in force only later 2010-01-01"),
    ("TJ", "eu-tj-pca", FIRST, CIS, "in force 2010-01-01, party"),
    ("TJ", "ru-tj-readmission", NOW, NOT_KNOWN, "the register does not say whether the state takes part ?"),
    ("TJ", "gcm", FIRST, NOT_ADOPTED, "2018-12-19"),
    ("TJ", "unhcr-10pp", FIRST, SOFT, "adopted 2007"),
]


@pytest.mark.parametrize(("state", "name", "on", "expected", "why"), CASES)
def test_the_force_and_its_reason_are_those_of_the_day(
    catalogue: Catalogue, state: str, name: str, on: str, expected: Force, why: str
) -> None:
    found = standing(catalogue.instrument(name), state, day(on))
    assert found.force is expected
    assert why in str(found)


def test_the_mission_of_2016_meets_no_act_of_the_pact(catalogue: Catalogue) -> None:
    pact = [one for name, one in catalogue.instruments.items() if name.startswith(("reg-2024-", "dir-2024-"))]
    assert len(pact) == 10
    assert {standing(one, "TJ", day(FIRST)).force for one in pact} == {NOT_ADOPTED}


def test_of_several_editions_that_of_the_day_counts(catalogue: Catalogue) -> None:
    plan = catalogue.instrument("unhcr-10pp")
    assert [str(edition.since) for on in ("2010-01-01", FIRST, NOW) if (edition := plan.edition_on(day(on)))] == [
        "2007",
        "2011-02",
        "2016-12",
    ]
    assert plan.edition_on(day("2006-01-01")) is None
    amended = catalogue.instrument("dir-2011-36").edition_on(day(NOW))
    assert amended
    assert (amended.by, amended.celex) == ("dir-2024-1712", "02011L0036-20240714")


def test_a_requirement_that_cites_both_generations_shows_both_forces(catalogue: Catalogue) -> None:
    both = next(one for one in catalogue.requirements if one.id == "asylum-right-remain")
    assert Force.NOT_YET_ADOPTED in force(both, catalogue.instruments, "TJ", day(FIRST))
    assert Force.NO_LONGER_IN_FORCE in force(both, catalogue.instruments, "TJ", day(NOW))


@pytest.mark.parametrize(
    ("facts", "open_days", "sure_days"),
    [
        ({"adopted": "2010"}, ("2010-01-01", "2010-12-30"), ("2009-12-31", "2010-12-31")),
        ({"applies": "2010-02"}, ("2010-02-01", "2010-02-27"), ("2010-01-31", "2010-02-28")),
        ({"until": "2010-02"}, ("2010-02-02", "2010-02-28"), ("2010-02-01", "2010-03-01")),
        ({"adopted": "2010-02-03"}, (), ("2010-02-02", "2010-02-03")),
    ],
)
def test_between_the_first_and_the_last_day_of_a_date_known_in_part_the_standing_is_unconfirmed(
    facts: dict[str, str], open_days: tuple[str, ...], sure_days: tuple[str, ...]
) -> None:
    act = instrument("reg", "eu_law", **facts)
    assert all(standing(act, "TJ", day(on)).unconfirmed for on in open_days)
    assert not any(standing(act, "TJ", day(on)).unconfirmed for on in sure_days)


def test_the_act_of_a_party_that_is_known_in_part_leaves_open_when_it_takes_effect() -> None:
    party = {"TJ": {"date": "2005-03", "act": "accession"}}
    treaty = instrument("treaty", "un_treaty", in_force="2000-01-01", effect_after="30 days", participation=party)
    said = {on: standing(treaty, "TJ", day(on)).unconfirmed for on in ("2005-03-31", "2005-04-29", "2005-04-30")}
    assert said == {"2005-03-31": True, "2005-04-29": True, "2005-04-30": False}
    assert not standing(treaty, "TJ", day("2005-02-28")).unconfirmed


def test_a_denounced_treaty_binds_to_the_last_day_and_says_so() -> None:
    left = instrument(
        "left",
        "un_treaty",
        in_force="2000-01-01",
        participation={"TJ": {"date": "2001-01-01", "act": "accession", "until": "2010-06-30"}},
        states_covered=["TJ"],
    )
    assert standing(left, "TJ", day("2010-06-30")).force is BINDING
    after = standing(left, "TJ", day("2010-07-01"))
    assert after.force is NOT_BINDING
    assert str(after).endswith("took part until 2010-06-30")


def test_a_treaty_that_has_ended_binds_nobody() -> None:
    party = {"TJ": {"date": "2001-01-01", "act": "accession"}}
    ended = instrument("ended", "cis_treaty", in_force="2000-01-01", until="2012", participation=party)
    assert ended.binds("TJ", day("2012-12-31"))
    assert not ended.binds("TJ", day("2013-01-01"))
    assert standing(ended, "TJ", day("2013-01-01")).force is NO_LONGER


def test_a_succession_takes_effect_on_its_own_day() -> None:
    party = {"TJ": {"date": "1991-09-09", "act": "succession"}}
    treaty = instrument("old", "ilo_convention", in_force="1932", effect_after="12 months", participation=party)
    assert standing(treaty, "TJ", day("1991-09-09")).force is BINDING
