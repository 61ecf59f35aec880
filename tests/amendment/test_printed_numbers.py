"""Numbers are taken out of labels as the law prints them."""

import pytest

from muvofiq.amendment.printed_numbers import bare_number, printed_number
from muvofiq.law.number import Number


@pytest.mark.parametrize(
    ("label", "number", "printed"),
    [
        ("Статья 17¹.", "17¹", "17¹"),
        ("РАЗДЕЛ IV.", "4", "IV"),
        ("(aa)", "aa", "aa"),
        ("2(1).", "2(1)", "2(1)"),
        ("5-1)", "5-1", "5-1"),
        ("Глава первая", "1", ""),
    ],
)
def test_a_number_is_printed_as_the_law_prints_it(label: str, number: str, printed: str) -> None:
    assert printed_number(label, Number.parse(number)) == printed


def test_a_number_is_freed_of_the_signs_around_it() -> None:
    assert [*map(bare_number, ("4.", "(d)", "3)", "12(1))", "5"))] == ["4", "d", "3", "12(1)", "5"]
