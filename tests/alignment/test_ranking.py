"""Units are put in order by the weighed sum of what the signals say."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from muvofiq.alignment.manner import Manner, weights
from muvofiq.alignment.question import Question
from muvofiq.alignment.ranking import Ranking, rank
from muvofiq.alignment.signals import SIGNALS, standardise
from muvofiq.alignment.unit import Unit
from muvofiq.alignment.words import stems, telling_stems
from tests.alignment.small import article, asking, laws, model, pool_of, questions, ranked, units

ASKED = Question("vot", {"ru": "жертва торговли людьми"})
WEIGHTS = st.dictionaries(st.sampled_from(sorted(SIGNALS)), st.floats(0.1, 3), min_size=1)
DRAWN = {"question": questions(), "among": laws(smallest=2), "is_read": st.booleans()}


def names(ranking: Ranking) -> list[str]:
    return ranking.best(len(ranking.asking.pool.units))


def test_the_article_with_the_words_comes_first() -> None:
    assert names(ranked(ASKED, units()))[0] == "law~art_2"


def test_the_thesaurus_reaches_articles_that_use_another_word() -> None:
    assert names(ranked(ASKED, units())) == ["law~art_2", "law~art_3"]


def test_a_question_in_another_language_finds_through_the_thesaurus() -> None:
    assert names(ranked(Question("i", {"en": "free interpreter"}), units())) == ["law~art_4"]


def test_articles_with_nothing_in_common_are_not_proposed() -> None:
    assert ranked(Question("sea", {"ru": "морское судно"}), units()).order == ()
    assert ranked(Question("sea", {"en": "sea vessel"}), units()).order == ()


def test_a_kind_of_act_alone_proposes_nothing() -> None:
    among = [article("1", "", "Пропуск.", title="О границе"), article("2", "", "Рыба.", title="О границе")]
    question = Question("sea", {"ru": "море"}, models=(model("", "Море.", act="border"),))
    assert "place" in ranked(question, among).scores
    assert ranked(question, among).order == ()


def test_with_a_model_every_article_has_some_meaning_in_common() -> None:
    assert len(ranked(Question("sea", {"ru": "морское судно"}), units(), is_read=True).order) == len(units())


@pytest.mark.parametrize(
    "question",
    [
        Question("words", {"ru": "бесплатное"}),
        Question("terms", {"ru": "море"}, {"ru": "бесплатное"}),
        Question("models", {"ru": "море"}, models=(model("", "Море бесплатное."),)),
        Question("concepts", {"en": "interpreter"}),
        Question("around", {"en": "sea"}, around={"en": "interpreter"}),
        Question("kin", {"tg": "бесплат"}),
    ],
    ids=lambda question: question.id,
)
def test_one_word_or_concept_in_common_is_enough_to_be_proposed(question: Question) -> None:
    assert names(ranked(question, units())) == ["law~art_4"]


def test_articles_of_one_score_stand_in_the_order_of_the_law() -> None:
    twins = [article(str(at), "Помощь", "Жертве оказывается помощь.") for at in (3, 1, 2)]
    among = [units()[0], *twins]
    assert names(ranked(ASKED, among)) == ["law~art_3", "law~art_1", "law~art_2"]


@pytest.mark.parametrize("size", [1, 2])
def test_an_article_that_answers_is_proposed_even_if_no_other_article_answers_less(size: int) -> None:
    among = [article(str(at), "Помощь", "Жертве оказывается помощь.") for at in range(size)]
    assert len(ranked(ASKED, among).order) == size


@given(question=questions(), among=laws(), is_read=st.booleans(), weighed=WEIGHTS)
def test_the_total_is_the_weighed_sum_of_the_standardised_signals(
    question: Question, among: list[Unit], *, is_read: bool, weighed: dict[str, float]
) -> None:
    asked = asking(question, among, is_read=is_read)
    ranking = rank(question, asked.pool, asked.voices, weighed=weighed)
    expected = np.zeros(len(among))
    for name, weight in weighed.items():
        if (scores := SIGNALS[name](asked)) is not None:
            expected += weight * standardise(scores)
    assert ranking.total.tolist() == pytest.approx(expected.tolist())


@given(**DRAWN)
def test_each_proposed_unit_stands_once_and_scores_fall_with_the_place(
    question: Question, among: list[Unit], *, is_read: bool
) -> None:
    ranking = ranked(question, among, is_read=is_read)
    assert len(set(ranking.order)) == len(ranking.order)
    places = [(-ranking.total[at], at) for at in ranking.order]
    assert places == sorted(places)


@given(**DRAWN)
def test_the_same_question_to_the_same_law_gives_the_same_order(
    question: Question, among: list[Unit], *, is_read: bool
) -> None:
    once, again = ranked(question, among, is_read=is_read), ranked(question, among, is_read=is_read)
    assert once.order == again.order
    assert once.total.tolist() == again.total.tolist()


@given(among=laws())
def test_without_a_model_those_are_proposed_that_have_a_word_asked_for(among: list[Unit]) -> None:
    asked = {*telling_stems("жертва торговли людьми", "ru"), *stems("потерпевший", "ru")}
    having = {unit.id for unit in among if asked.intersection(stems(unit.whole, "ru"))}
    assert set(names(ranked(ASKED, among))) == having


@given(**DRAWN)
def test_a_signal_that_is_switched_off_does_not_count(question: Question, among: list[Unit], *, is_read: bool) -> None:
    asked = asking(question, among, is_read=is_read)
    whole = rank(question, asked.pool, asked.voices)
    assume(len(whole.scores) > 1)
    for name, scores in whole.scores.items():
        without = rank(question, asked.pool, asked.voices, without=(name,))
        assert without.scores.keys() == whole.scores.keys() - {name}
        left = whole.total - whole.weights[name] * scores
        assert without.total.tolist() == pytest.approx(left.tolist())


def test_with_all_signals_switched_off_the_order_is_that_of_the_law() -> None:
    ranking = rank(ASKED, pool_of(units()), without=tuple(SIGNALS))
    assert (ranking.scores, ranking.total.tolist()) == ({}, [0.0] * 4)
    assert list(ranking.order) == sorted(ranking.order)


def test_the_weights_are_those_of_the_manner_unless_others_are_set() -> None:
    ranking = ranked(ASKED, units())
    assert (ranking.manner, ranking.weights) == (Manner.TEXT, weights(Manner.TEXT))
    assert rank(ASKED, pool_of(units()), weighed={"words": 2.0}).weights == {"words": 2.0}


def test_silent_signals_leave_no_scores() -> None:
    assert ranked(ASKED, units()).scores.keys() == weights(Manner.TEXT).keys() - {"meaning"}


def test_no_more_are_named_than_asked_for() -> None:
    assert ranked(ASKED, units()).best(1) == ["law~art_2"]


def test_the_place_by_one_signal_counts_from_1_and_is_shared_by_equals() -> None:
    ranking = ranked(ASKED, units())
    assert [ranking.place_by("words", at) for at in range(4)] == [2, 1, 2, 2]
    assert ranking.place_by("meaning", 0) is None
