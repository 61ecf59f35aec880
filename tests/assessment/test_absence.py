"""What may be said where nothing was found: in how many acts, of which days, and only a confirmed list is complete."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from muvofiq.assessment.absence import Absence, Confirmation, LookedAt

DAYS = st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2030, 1, 1)))
TEXTS = st.lists(st.builds(LookedAt, st.just({"en": "Act"}), st.sampled_from(["ru", "tg"]), DAYS), max_size=8)


@given(TEXTS)
def test_every_text_has_its_day_among_the_days_or_is_counted_as_undated(texts: list[LookedAt]) -> None:
    absence = Absence(tuple(texts), acts=len(texts))
    dated = [one.day for one in texts if one.day]
    assert set(absence.days) == set(dated)
    assert list(absence.days) == sorted(set(absence.days))
    assert absence.undated == len(texts) - len(dated)


def test_a_word_about_no_text_at_all_confirms_nothing() -> None:
    given_ = Confirmation("Anna Horvat", date(2026, 3, 6))
    text = LookedAt({"en": "Act"}, "ru", None)
    assert not Absence((), 0, given_).is_confirmed
    assert not Absence((text,), 1).is_confirmed
    assert Absence((text,), 1, given_).is_confirmed
