import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.amendment.place import Place, Spot
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.reference import Step

STEPS = st.builds(
    Step,
    st.sampled_from(Kind),
    st.builds(
        Number,
        st.from_regex(r"[1-9]\d{0,2}[a-z]?|[а-я]", fullmatch=True),
        st.lists(st.integers(1, 20), max_size=2).map(tuple),
    ),
    st.integers(1, 3),
)
PLACES = st.builds(
    Place,
    st.lists(STEPS, max_size=4).map(tuple),
    st.sampled_from(Spot),
    st.integers(0, 9),
    st.text(st.characters(codec="utf-8"), max_size=12),
)


@given(place=PLACES)
def test_a_place_is_read_as_it_was_written(place: Place) -> None:
    written = str(place)
    assert Place.parse(written) == place
    assert not any(sign.isspace() or sign == "," for sign in written)


@pytest.mark.parametrize("text", ["", "art_5#title", "heading", "art_5 para_2", "art_5#s", "art_5##s1", "art__5"])
def test_what_is_no_place_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match=r"no place|no step"):
        Place.parse(text)


def test_a_place_knows_the_units_around_it() -> None:
    place = Place.parse("art_12-1__para_2#s3")
    assert str(place.unit) == "art_12-1__para_2"
    assert str(place.above) == "art_12-1"
    assert str(place.above.above) == "act"
    assert str(place.down(Step.parse("point_1"))) == "art_12-1__para_2__point_1"
