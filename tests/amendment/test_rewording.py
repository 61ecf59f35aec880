"""Words and sentences are changed where they stand, and counted as they stood before the act."""

from itertools import permutations

import pytest

from muvofiq.amendment.change import Change, DeleteWords, InsertSentences, NewEdition, RemoveUnits, ReplaceWords
from muvofiq.amendment.errors import Why
from tests.amendment.small_law import at, changed, reads, refused

PART = "art_1__para_1"  # Мост строит государство за счёт казны. Мост открыт всегда. Плата за проход не берётся (...).


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            (RemoveUnits(at(f"{PART}#s1")), RemoveUnits(at(f"{PART}#s2"))),
            "1. Плата за проход не берётся (см. ст. 5 Закона).",
        ),
        (
            (RemoveUnits(at(f"{PART}#s1")), NewEdition(at(f"{PART}#s3"), "Проход бесплатен.")),
            "1. Мост открыт всегда. Проход бесплатен.",
        ),
        (
            (RemoveUnits(at(f"{PART}#s1")), ReplaceWords(at(f"{PART}#s2"), ("Мост",), ("Он",))),
            "1. Он открыт всегда. Плата за проход не берётся (см. ст. 5 Закона).",
        ),
        (
            (InsertSentences(at(PART), "Он крепок.", 2), RemoveUnits(at(f"{PART}#s2"))),
            "1. Мост строит государство за счёт казны. Он крепок. Плата за проход не берётся (см. ст. 5 Закона).",
        ),
    ],
)
def test_every_change_counts_sentences_as_the_law_did_before_the_act(changes: tuple[Change, ...], words: str) -> None:
    assert {reads(changed(*row), PART) for row in permutations(changes)} == {words}


def test_sentences_that_are_taken_out_by_one_order_are_those_that_it_names() -> None:
    gone = RemoveUnits(at(f"{PART}#s1", f"{PART}#s2"))
    assert reads(changed(gone), PART) == "1. Плата за проход не берётся (см. ст. 5 Закона)."


def test_a_comma_that_the_law_has_not_is_not_needed_to_delete_the_words_beside_it() -> None:
    words = ", которое утверждает начальник пристани,"
    assert reads(changed(DeleteWords(at("art_4"), (words,))), "art_4").endswith("Паром ходит по расписанию.")
    assert refused(DeleteWords(at("art_4"), (", которого не утверждает никто,",))).not_applied[0].why is Why.NO_WORDS
    assert refused(DeleteWords(at("art_4"), (",,",))).not_applied[0].why is Why.NO_WORDS
