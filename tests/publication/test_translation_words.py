"""What a working translation says of itself in a document."""

from datetime import date

import pytest

from muvofiq.publication.translation_sheet import SheetHead
from muvofiq.publication.translation_words import Translator, sentences, unofficial

DAY = date(2026, 11, 28)
HEAD = SheetHead("О границе", "border-law-ru", "ru", None, DAY)
ANA = Translator("Ana Silva", is_machine=False, on=DAY, is_stale=False)


def test_the_mark_comes_first_and_names_who_translated_and_when() -> None:
    printed = unofficial("Um.", "pt", [ANA], untranslated=0, language="en")
    assert printed == "[Working translation, unofficial: PT, Ana Silva, 28 November 2026]\nUm."


@pytest.mark.parametrize(
    ("language", "machine", "stale"),
    [("en", "(machine)", "has changed"), ("ru", "(машина)", "изменился"), ("tg", "(мошин)", "тағйир ёфтааст")],
)
def test_a_machine_a_stale_text_and_a_gap_are_told(language: str, machine: str, stale: str) -> None:
    by = Translator("X", is_machine=True, on=DAY, is_stale=True)
    first = unofficial("Um.", "pt", [by], untranslated=2, language=language).split("\n")[0]
    assert machine in first
    assert stale in first
    assert "2]" in first


def test_a_day_that_nobody_knows_is_said_to_be_unknown() -> None:
    assert "as at a day not known" in "\n".join(sentences(HEAD, "en"))
    assert len(sentences(HEAD, "en")) == 4
    assert len(sentences(HEAD, "ru")) == 5
