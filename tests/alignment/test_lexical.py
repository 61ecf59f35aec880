"""Words that are shared count, rare ones more."""

import numpy as np

from muvofiq.alignment.lexical import WordIndex

ROWS = [["жертв", "помощ"], ["границ", "помощ"], ["границ", "помощ", "помощ"]]


def test_a_unit_without_a_shared_word_scores_nothing() -> None:
    assert WordIndex(ROWS).scores(["жертв"]).tolist()[1:] == [0.0, 0.0]


def test_the_unit_with_the_word_comes_first() -> None:
    assert int(np.argmax(WordIndex(ROWS).scores(["жертв"]))) == 0


def test_words_nobody_knows_score_nothing() -> None:
    assert WordIndex(ROWS).scores(["море"]).tolist() == [0.0, 0.0, 0.0]


def test_rare_words_tell_more() -> None:
    index = WordIndex(ROWS)
    assert index.rarity("жертв") > index.rarity("границ") > index.rarity("помощ") > 0
    assert index.rarity("море") == 0


def test_units_without_any_word_can_be_indexed() -> None:
    assert WordIndex([[], []]).scores(["жертв"]).tolist() == [0.0, 0.0]
    assert WordIndex([[], ["жертв"]]).scores(["жертв"])[0] == 0.0
