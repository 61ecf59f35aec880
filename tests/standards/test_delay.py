"""The time that a treaty leaves between a state's deposit and its effect."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.standards.delay import Delay
from muvofiq.standards.errors import BadDelay
from tests.standards.small import day

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
NUMBERS = st.integers(min_value=1, max_value=999)
DELAYS = st.one_of(
    st.just(Delay()),
    st.builds(Delay, days=NUMBERS),
    st.builds(Delay, months=NUMBERS, first_of_month=st.booleans()),
)


@given(DELAYS)
def test_it_is_read_as_it_was_written(delay: Delay) -> None:
    assert Delay.parse(str(delay)) == delay


@given(DELAYS, DAYS)
def test_nothing_takes_effect_before_the_deposit(delay: Delay, deposit: date) -> None:
    assert delay.after(deposit) >= deposit
    assert not delay.first_of_month or delay.after(deposit).day == 1


@pytest.mark.parametrize(
    ("delay", "deposit", "effect"),
    [
        ("on deposit", "1993-12-07", "1993-12-07"),
        ("30 days", "1993-10-26", "1993-11-25"),
        ("90 days", "1993-12-07", "1994-03-07"),
        ("1 month", "2002-08-05", "2002-09-05"),
        ("3 months", "1999-01-04", "1999-04-04"),
        ("3 months", "2001-11-30", "2002-02-28"),  # February has no 30th day
        ("12 months", "2020-01-24", "2021-01-24"),
        ("12 months", "2020-02-29", "2021-02-28"),
        ("month after 3 months", "2008-02-27", "2008-06-01"),
        ("month after 3 months", "2003-09-29", "2004-01-01"),
        ("month after 1 month", "2003-12-31", "2004-02-01"),
    ],
)
def test_days_and_months_are_counted_as_treaties_count_them(delay: str, deposit: str, effect: str) -> None:
    assert Delay.parse(delay).after(day(deposit)) == day(effect)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "30",
        "days",
        "1 days",
        "2 day",
        "0 days",
        "03 months",
        "month after 30 days",
        "30  days",
        "a month",
        "3 years",
    ],
)
def test_another_form_is_refused(text: str) -> None:
    with pytest.raises(BadDelay) as found:
        Delay.parse(text, "un.yaml, line 3")
    assert found.value.where == "un.yaml, line 3"


def test_the_end_of_the_calendar_is_no_failure() -> None:
    assert Delay(days=30).after(date.max) == date.max
    assert Delay(months=1, first_of_month=True).after(date.max).year == date.max.year
