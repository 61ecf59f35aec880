"""Documents say «absent» only where a person confirmed the list of acts, in each language."""

from datetime import date

import pytest

from muvofiq.assessment.absence import Absence, Confirmation, LookedAt
from muvofiq.publication.absence_words import absence_words, texts_looked_at
from muvofiq.publication.phrases import languages

BORDER = LookedAt({"en": "Border Law", "ru": "Закон о границе"}, "ru", date(2019, 1, 2))
CODE = LookedAt({"en": "Code"}, "tg", None)
FOUND_NOWHERE = Absence((BORDER, CODE), acts=2)
CONFIRMED = Absence((BORDER, CODE), 2, Confirmation("Anna Horvat", date(2026, 3, 6)))
ABSENT = {"en": "absent", "ru": "отсутствует", "tg": "мавҷуд нест"}


@pytest.mark.parametrize("language", languages("absence"))
def test_absent_is_said_only_of_a_confirmed_list(language: str) -> None:
    assert ABSENT[language] not in absence_words(FOUND_NOWHERE, language)
    assert absence_words(CONFIRMED, language).startswith(ABSENT[language])
    assert "Anna Horvat" in absence_words(CONFIRMED, language)


def test_the_number_of_acts_and_their_days_are_told() -> None:
    said = absence_words(FOUND_NOWHERE, "en")
    assert said == "not found in these acts (looked at: 2), texts as at: 2 January 2019; day not known (1)"
    assert absence_words(FOUND_NOWHERE, "ru").endswith("2 января 2019 года; дата не известна (1)")


def test_nothing_on_file_is_no_absence() -> None:
    nothing = Absence((), 0, Confirmation("Anna Horvat", date(2026, 3, 6)))
    assert absence_words(nothing, "en") == "No text of the law of the state is on file."


def test_each_text_is_named_with_language_and_day() -> None:
    assert texts_looked_at(FOUND_NOWHERE, "en") == ("Border Law [ru], 2 January 2019", "Code [tg], day not known")


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_beside_an_accepted_provision_nothing_is_absent_although_the_list_is_confirmed(language: str) -> None:
    law = LookedAt({"en": "Border Law"}, "en", date(2019, 1, 2))
    given = Confirmation("Anna Horvat", date(2026, 3, 6))
    contradicted = Absence((law,), 1, given, is_contradicted=True)
    assert not contradicted.is_confirmed
    assert absence_words(contradicted, language) == absence_words(Absence((law,), 1), language)
    assert absence_words(contradicted, language) != absence_words(Absence((law,), 1, given), language)
