"""The machine guesses whom a question concerns, says by which words, and guesses nothing where nothing tells."""

from muvofiq.consultation.competence import suggested
from tests.consultation.small import requirement

GUARD = {"en": "Lets people pass at crossing points and identifies victims of trafficking"}
FOREIGN = {"en": "International treaties and consular matters"}


def test_the_agency_whose_competence_has_words_of_the_requirement_is_suggested_with_them() -> None:
    key, words = suggested(requirement(), {"guard": GUARD, "foreign": FOREIGN})
    assert key == "guard"
    assert "trafficking" in words
    assert "and" not in words


def test_no_agency_is_suggested_where_none_comes_before_the_others() -> None:
    assert suggested(requirement(), {"one": GUARD, "two": GUARD}) == ("", ())
    assert suggested(requirement(), {"foreign": {"en": "Fisheries"}}) == ("", ())
    assert suggested(requirement(), {}) == ("", ())


def test_words_of_another_language_are_compared_with_the_requirement_in_that_language() -> None:
    key, words = suggested(requirement(), {"interior": {"ru": "Выявляет жертв торговли людьми"}, "foreign": FOREIGN})
    assert key == "interior"
    assert words
