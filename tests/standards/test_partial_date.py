from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.standards.errors import BadDate
from muvofiq.standards.partial_date import PartialDate


@pytest.mark.parametrize(
    ("text", "last_day"),
    [("2002-07-08", date(2002, 7, 8)), ("2004-02", date(2004, 2, 29)), ("1996", date(1996, 12, 31))],
)
def test_an_inexact_date_has_surely_come_on_its_last_day(text: str, last_day: date) -> None:
    assert PartialDate.parse(text).last_day == last_day


@pytest.mark.parametrize(
    "text", ["", "02", "2002-13", "2002-02-30", "8 July 2002", "2002-7-8", "2002-00", "2002-01-00"]
)
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(BadDate, match="is not a date"):
        PartialDate.parse(text)


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_every_date_round_trips(day: date, length: int) -> None:
    text = day.isoformat()[:length]
    assert str(PartialDate.parse(text)) == text
