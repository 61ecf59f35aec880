"""What stands around a word tells whether its phrase ends with it."""

import pytest

from muvofiq.text.phrase import Place, place_of


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("шахси <хукуки>, ки", Place.LAST),
        ("шахси <хукуки> ва хусуси", Place.LAST),
        ("шахси <хукуки>.", Place.LAST),
        ("шахси <хукуки> мешавад", Place.LAST),
        ("мақоми <давлати> интихоб мешавад", Place.LAST),
        ("мақоми <давлати> мо", Place.TIED),
        ("дар <давлати> мо", Place.OPEN),
        ("<давлати>", Place.OPEN),
    ],
)
def test_a_stop_a_joining_word_or_a_verb_ends_the_phrase(line: str, place: Place) -> None:
    start, end = line.index("<"), line.index(">") - 1
    assert place_of(line.replace("<", "").replace(">", ""), start, end) is place
