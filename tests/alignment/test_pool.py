"""One pool of articles is ranked, and each place has its reasons."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.alignment.embedding import vectors_of
from muvofiq.alignment.pool import Pool, standardise
from muvofiq.alignment.question import Question
from tests.alignment.small import LetterModel, Memory, concepts, units

ASKED = Question("vot", {"ru": "жертва торговли людьми"}, {"en": "victim"})


def test_the_article_with_the_words_comes_first_and_says_which() -> None:
    best = Pool(units(), concepts()).rank(ASKED, 5)[0]
    assert best.unit == "law~art_2"
    assert best.rank == 1
    assert set(best.reason.words) == {"жертвы", "торговли", "людьми"}
    assert best.reason.concepts == ("жертва", "торговля людьми")
    assert best.reason.meaning_rank is None


def test_the_thesaurus_reaches_articles_that_use_another_word() -> None:
    found = [candidate.unit for candidate in Pool(units(), concepts()).rank(ASKED, 5)]
    assert found == ["law~art_2", "law~art_3"]


def test_articles_with_nothing_in_common_are_not_proposed() -> None:
    assert Pool(units(), concepts()).rank(Question("sea", {"ru": "морское судно"}), 5) == []


def test_a_question_in_another_language_still_finds_through_the_thesaurus() -> None:
    best = Pool(units(), concepts()).rank(Question("i", {"en": "free interpreter"}), 1)[0]
    assert best.unit == "law~art_4"
    assert best.reason.words == ()
    assert best.reason.concepts == ("переводчик",)


def test_with_a_model_every_article_has_a_place_by_meaning() -> None:
    model, store = LetterModel(), Memory()
    vectors = vectors_of("passage", [unit.opening for unit in units()], model, store)
    pool = Pool(units(), concepts(), vectors)
    asked = vectors_of("query", [ASKED.opening("ru")], model, store)[0]
    ranked = pool.rank(ASKED, 10, asked)
    assert len(ranked) == 4
    assert sorted(candidate.reason.meaning_rank or 0 for candidate in ranked) == [1, 2, 3, 4]
    assert pool.order(ASKED, 10, asked) == [candidate.unit for candidate in ranked]


def test_scores_fall_with_the_place() -> None:
    scores = [candidate.score for candidate in Pool(units(), concepts()).rank(ASKED, 5)]
    assert scores == sorted(scores, reverse=True)


def test_no_more_than_asked_are_returned() -> None:
    assert len(Pool(units(), concepts()).rank(ASKED, 1)) == 1


def test_scores_that_are_all_alike_say_nothing() -> None:
    assert standardise(np.array([2.0, 2.0, 2.0])).tolist() == [0.0, 0.0, 0.0]


@given(st.lists(st.floats(0, 100), min_size=2, max_size=30))
def test_standardising_keeps_the_order(scores: list[float]) -> None:
    row = np.array(scores)
    kept = standardise(row)
    assert all(
        kept[one] <= kept[other] for one in range(len(row)) for other in range(len(row)) if row[one] < row[other]
    )


def test_the_reason_reads_as_a_sentence() -> None:
    assert "words: " in str(Pool(units(), concepts()).rank(ASKED, 1)[0].reason)
