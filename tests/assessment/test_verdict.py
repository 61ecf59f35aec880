"""Verdicts have a mark, a colour and a word in three languages."""

import re

from muvofiq.assessment.verdict import Verdict, appearances


def test_every_verdict_has_its_appearance() -> None:
    assert list(appearances()) == list(Verdict)


def test_no_two_verdicts_look_alike() -> None:
    looks = appearances().values()
    assert len({look.mark for look in looks}) == len({look.colour for look in looks}) == len(Verdict)


def test_colours_are_six_figures_and_words_stand_in_three_languages() -> None:
    for look in appearances().values():
        assert re.fullmatch(r"[0-9A-F]{6}", look.colour)
        assert all(look.label(language).startswith(f"{look.mark} ") for language in ("en", "ru", "tg"))


def test_absent_is_not_among_the_words_of_the_machine() -> None:
    assert appearances()[Verdict.NOT_FOUND].words["en"] == "not found in these acts"
