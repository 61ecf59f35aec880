"""A number is read as printed or with its last figures raised, and a row of readings is the cheapest one."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from muvofiq.law.number import SUPERSCRIPTS, Number
from muvofiq.law.raised import Cost, Reading, cheapest, readings, spelled, through


@given(st.integers(1, 99_999))
def test_every_reading_spells_the_same_figures(figures: int) -> None:
    for reading in readings(Number(str(figures))):
        printed = spelled(str(figures), reading.number)
        assert printed.translate(SUPERSCRIPTS) == str(figures)
        assert Number.parse(printed) == reading.number


def test_no_unit_is_the_zeroth_inserted_one() -> None:
    assert [str(reading.number) for reading in readings(Number("150"))] == ["150", "1(50)"]
    assert readings(Number("10")) == [Reading(Number("10"))]


@given(st.lists(st.lists(st.integers(0, 9), min_size=1, max_size=3), max_size=5))
def test_the_way_through_a_row_is_one_that_costs_least(prices: list[list[int]]) -> None:
    row = [[Reading(Number(str(price))) for price in choices] for choices in prices]

    def cost(_: int, former: Reading | None, reading: Reading) -> float:
        return int(reading.number.stem) + 3 * (former is not None and former.number == reading.number)

    ways = {way: price(way, cost) for way in product(*row)}
    assert price(tuple(cheapest(row, cost)), cost) == min(ways.values())
    for at, totals in enumerate(through(row, cost)):
        assert totals == [min(paid for way, paid in ways.items() if way[at] == reading) for reading in row[at]]


def price(way: tuple[Reading, ...], cost: Cost) -> float:
    return sum(cost(at, way[at - 1] if at else None, reading) for at, reading in enumerate(way))
