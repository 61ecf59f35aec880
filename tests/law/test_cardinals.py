"""Number words of a law say their numbers."""

import pytest

from muvofiq.law.cardinals import cardinals, together, value_of


@pytest.mark.parametrize(
    ("language", "word", "value"),
    [("ru", "трёх", 3), ("ru", "сорока", 40), ("tg", "чилу", 40), ("en", "ten", 10), ("ru", "дом", None)],
)
def test_a_word_says_its_number(language: str, word: str, value: int | None) -> None:
    assert value_of(word, language) == value


@pytest.mark.parametrize(
    ("values", "whole"), [([20, 4], 24), ([100, 5], 105), ([2, 100], 200), ([2, 1000, 7], 2007), ([], 0)]
)
def test_words_together_say_one_number(values: list[int], whole: int) -> None:
    assert together(values) == whole


def test_a_language_without_number_words_has_none() -> None:
    assert cardinals("fr") == ()
