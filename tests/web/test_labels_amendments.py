"""Every fixed word of recommendations and amendments has words that people read."""

from collections.abc import Mapping
from enum import StrEnum

import pytest
from django.utils.functional import Promise

from muvofiq.amendment import applying, instruction
from muvofiq.amendment.errors import Unreadable
from muvofiq.amendment.proof import Claim, Unproven
from muvofiq.amendment.regression import Sort
from muvofiq.records.words import RecommendationKind, RecommendationState, Term
from muvofiq.web.labels_amendments import (
    CLAIMS,
    KINDS,
    MOVE_KEYS,
    MOVES,
    OBSTACLES,
    SORTS,
    STATES,
    TERMS,
    UNPROVEN,
    for_editor,
    not_amended,
)


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        (RecommendationKind, KINDS),
        (Term, TERMS),
        (RecommendationState, STATES),
        (RecommendationState, MOVES),
        (RecommendationState, MOVE_KEYS),
        (Sort, SORTS),
        (Claim, CLAIMS),
        (Unproven, UNPROVEN),
    ],
)
def test_every_word_has_a_label_and_no_two_the_same(words: type[StrEnum], labels: Mapping[str, Promise | str]) -> None:
    assert set(labels) == {one.value for one in words}
    assert len({str(one) for one in labels.values()}) == len(labels)


def test_everything_that_can_be_in_the_way_of_a_clause_is_told() -> None:
    assert set(OBSTACLES) == {one.value for why in (instruction.Why, applying.Why, Unreadable) for one in why}


def test_a_language_without_words_of_its_own_is_told_by_its_name() -> None:
    assert not_amended("tg", "Tajik") == "The Tajik text of this unit is not amended yet."
    assert "(Kyrgyz)" in not_amended("ky", "Kyrgyz")
    assert for_editor("tg", "Tajik") == "draft for a Tajik legislative editor"
    assert "(Kyrgyz)" in for_editor("ky", "Kyrgyz")
