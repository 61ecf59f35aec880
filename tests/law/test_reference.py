"""The address of a unit can be written, read again and followed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.reference import Reference, Step
from tests.law.test_number import numbers

names = st.from_regex(r"[a-z0-9а-я]+(-[a-z0-9а-я]+){0,3}", fullmatch=True)
steps = st.builds(Step, st.sampled_from(Kind), numbers, st.integers(1, 99))
references = st.builds(Reference, names, st.lists(steps, max_size=4).map(tuple), st.none() | st.dates(date(1000, 1, 1)))


@given(references)
def test_reading_what_is_written_gives_the_same_address(reference: Reference) -> None:
    assert Reference.parse(str(reference)) == reference


@pytest.mark.parametrize(
    "text",
    [
        "border-law",
        "border-law@2019-01-02",
        "border-law~art_12",
        "border-law@2019-01-02~art_12-1__para_2__point_3__subpara_а",
        "border-law~art_12_2__note_1",
        "закон-о-границе~sec_1__chp_2__subchp_1",
        "code~part_общая",
    ],
)
def test_addresses_are_written_in_the_manner_of_akoma_ntoso(text: str) -> None:
    assert str(Reference.parse(text)) == text


def test_the_parts_of_an_address_can_be_asked() -> None:
    reference = Reference.parse("law@2019-01-02~art_12-1_2__para_3")
    assert (reference.act, reference.edition, reference.eid) == ("law", date(2019, 1, 2), "art_12-1_2__para_3")
    assert reference.steps[0] == Step(Kind.ARTICLE, Number("12", (1,)), 2)


def test_one_goes_down_a_step_in_the_same_act_and_edition() -> None:
    article = Reference.parse("law@2019-01-02~art_5")
    assert str(article.down(Step(Kind.PART, Number("2")))) == "law@2019-01-02~art_5__para_2"


@pytest.mark.parametrize(
    "wrong", ["", "two words", "~art_1", "law@today~art_1", "law@2019-13-45~art_1", "law~", "law~art 1"]
)
def test_what_is_no_reference_is_refused_with_an_example(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"is no reference\. References are written act@2019-01-02~art_12-1__para_2"):
        Reference.parse(wrong)


@pytest.mark.parametrize(
    "wrong", ["law~article_5", "law~art_", "law~art", "law~art_5__", "law~art_5____para_1", "law~5"]
)
def test_a_wrong_step_is_refused_with_an_example(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"is no step to a legal unit\. Steps are written art_12-1, para_2, point_3"):
        Reference.parse(wrong)
