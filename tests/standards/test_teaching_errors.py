import pytest

from muvofiq.standards.errors import (
    BadDate,
    CatalogueError,
    MissingKey,
    UnknownKey,
    WrongChoice,
    WrongForm,
    WrongShape,
    WrongType,
)
from muvofiq.standards.requirement import Requirement
from tests.standards.small import REQUIREMENT


def error_after(old: str, new: str) -> CatalogueError:
    """The error that a single slip in a good requirement gives."""
    assert REQUIREMENT.count(old) == 1
    with pytest.raises(CatalogueError) as caught:
        Requirement.parse(REQUIREMENT.replace(old, new), "B.yaml")
    return caught.value


def test_a_mistyped_key_is_shown_the_nearest_one() -> None:
    error = error_after("citations:", "citation:")
    assert isinstance(error, UnknownKey)
    assert error.where == "B.yaml, line 7, citation"
    assert "Did you mean 'citations'?" in str(error)


def test_a_missing_key_is_named() -> None:
    error = error_after("code: B07\n", "")
    assert isinstance(error, MissingKey)
    assert "'code' is missing" in str(error)
    assert error.where == "B.yaml, line 1"


def test_a_word_outside_the_list_is_shown_the_list() -> None:
    error = error_after("[screening,", "[screaning,")
    assert isinstance(error, WrongChoice)
    assert error.where == "B.yaml, line 11, stages[0]"
    assert "first contact, screening, identification" in str(error)
    assert "Did you mean 'screening'?" in str(error)


def test_an_unknown_language_is_shown_the_known_ones() -> None:
    error = error_after("  ru:", "  fr:")
    assert isinstance(error, WrongChoice)
    assert "en, ru, tg" in str(error)


def test_a_wrong_code_is_told_the_right_form() -> None:
    error = error_after("B07", "B7")
    assert isinstance(error, WrongForm)
    assert "as in 'A01'" in str(error)


def test_a_citation_without_instrument_is_told_the_right_form() -> None:
    error = error_after("- tip-protocol art. 6(2)", "- Art. 6(2) of the Protocol")
    assert isinstance(error, WrongForm)
    assert error.where == "B.yaml, line 8, citations[0]"
    assert "the id of an instrument" in str(error)


def test_a_text_in_the_place_of_a_list_is_refused() -> None:
    error = error_after("[victims of trafficking]", "victims of trafficking")
    assert isinstance(error, WrongType)
    assert "Here stands a text, but a list is needed." in str(error)


def test_an_empty_value_is_refused() -> None:
    error = error_after("id: thb-legal-aid", "id:")
    assert isinstance(error, WrongType)
    assert "Here stands nothing, but a text is needed." in str(error)


def test_a_list_without_entries_is_refused() -> None:
    error = error_after("[victims of trafficking]", "[]")
    assert isinstance(error, WrongShape)
    assert error.where == "B.yaml, line 10, groups"


def test_a_signature_on_a_day_that_does_not_exist_is_refused() -> None:
    signed = "signed: {name: A. Reader, date: 2026-02-30, languages: [en]}\nterms:"
    assert isinstance(error_after("terms:", signed), BadDate)


def test_a_file_that_is_only_a_word_is_refused() -> None:
    with pytest.raises(WrongType, match="a set of named entries is needed"):
        Requirement.parse("hello")


def test_every_error_says_what_where_why_and_what_to_do() -> None:
    text = str(error_after("citations:", "citation:"))
    assert [line.split(":")[0].strip() for line in text.splitlines()[1:]] == ["where", "why", "what to do"]
    assert "{" not in text
