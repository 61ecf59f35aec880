"""Every word of a scale is told in three languages, and the table has no word beside."""

from itertools import pairwise

import pytest

from muvofiq.assessment.scale import SCALES, word
from muvofiq.standards.thesaurus import LANGUAGES
from muvofiq.tables import table


@pytest.mark.parametrize("name", SCALES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_told_and_no_two_are_told_alike(name: str, language: str) -> None:
    told = sorted(word(one, language) for one in SCALES[name])
    assert all(told)
    assert all(one != other for one, other in pairwise(told))


def test_the_table_has_exactly_the_words_of_the_scales() -> None:
    rows = [(row["scale"], row["value"]) for row in table("scales.csv")]
    assert rows == [(name, one.value) for name, scale in SCALES.items() for one in scale]
