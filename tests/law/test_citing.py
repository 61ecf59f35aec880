"""A unit is cited as lawyers of its language do."""

import pytest

from muvofiq.law.citing import cite
from muvofiq.law.reference import Reference


@pytest.mark.parametrize(
    ("eid", "language", "citation"),
    [
        ("art_12-1__para_2", "ru", "ст. 12(1) ч. 2"),
        ("art_12-1__para_2", "tg", "м. 12(1) қ. 2"),
        ("sec_1__chp_2__subchp_1", "ru", "разд. 1 гл. 2 § 1"),
        ("sec_1__chp_2__subchp_1", "tg", "ф. 1 боби 2 § 1"),
        ("art_4__para_1__point_2__subpara_а__indent_3", "ru", "ст. 4 ч. 1 п. 2 подп. «а» абз. 3"),
        ("art_4__para_1__point_2__subpara_а__indent_3", "tg", "м. 4 қ. 1 б. 2 зерб. «а» сарх. 3"),
        ("art_130-1__note_1", "ru", "ст. 130(1) прим."),
        ("art_130-1__note_1", "tg", "м. 130(1) эзоҳ"),
        ("part_общая", "ru", "общая часть"),
        ("annex_1__point_3", "ru", "прил. 1 п. 3"),
        ("art_2__para_1", "ita", "Art. 2 para. 1"),
    ],
)
def test_a_unit_is_cited_from_the_largest_to_the_smallest(eid: str, language: str, citation: str) -> None:
    assert cite(Reference.parse(f"law~{eid}"), language) == citation


def test_the_act_as_a_whole_needs_no_citation_of_units() -> None:
    assert not cite(Reference.parse("law"), "ru")
