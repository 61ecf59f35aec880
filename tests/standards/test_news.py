"""What became of an instrument between two days: its force, its wording, what replaced it."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from muvofiq.standards.instrument import Instrument
from muvofiq.standards.news import news

START, END = dt.date(2016, 6, 1), dt.date(2026, 6, 1)
OLD = """
id: dir-x
title: {en: Directive}
kind: eu_law
in_force: 2011-04-15
until: 2024-07-14
superseded_by: {instrument: dir-y, date: 2024-07-15}
editions:
  - {since: 2011-04-15, title: {en: as adopted}}
  - {since: 2019-01-01, title: {en: as amended}}
"""
TREATY = """
id: treaty
title: {en: Treaty}
kind: un_treaty
in_force: 2003-12-25
participation: {XA: {date: 2020-01-01, act: accession}}
states_covered: [XA, XB]
"""


def instrument(text: str) -> Instrument:
    return Instrument.parse(text)


def test_a_newer_wording_a_successor_and_the_end_of_force_are_news() -> None:
    found = news(instrument(OLD), "XA", START, END)
    assert found is not None
    assert found.is_other_force
    assert (found.wording and found.wording.title["en"], found.successor and found.successor.instrument) == (
        "as amended",
        "dir-y",
    )


def test_only_what_came_between_the_two_days_is_news() -> None:
    found = news(instrument(OLD), "XA", START, dt.date(2020, 1, 1))
    assert found is not None
    assert (found.is_other_force, found.successor) == (False, None)
    assert news(instrument(OLD), "XA", dt.date(2020, 1, 1), dt.date(2024, 1, 1)) is None


def test_an_accession_is_news_for_the_state_that_acceded_alone() -> None:
    found = news(instrument(TREATY), "XA", START, END)
    assert found is not None
    assert found.now.force.binds
    assert not found.before.force.binds
    assert news(instrument(TREATY), "XB", START, END) is None


@given(st.dates(dt.date(2005, 1, 1), dt.date(2030, 1, 1)), st.integers(0, 4000))
def test_no_time_no_news_and_none_from_a_day_on_which_all_had_come(day: dt.date, later: int) -> None:
    for text in (OLD, TREATY):
        one = instrument(text)
        assert news(one, "XA", day, day) is None
        assert news(one, "XA", day, day - dt.timedelta(days=later)) is None
        if day > dt.date(2024, 7, 15):
            assert news(one, "XA", day, day + dt.timedelta(days=later)) is None
