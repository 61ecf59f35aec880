"""Each proposal says why it stands where it stands."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.alignment.candidate import Candidate
from muvofiq.alignment.question import Question
from muvofiq.alignment.reasons import SHOWN_WORDS, candidates, nearest_model
from muvofiq.alignment.unit import Part, Unit
from tests.alignment.small import article, asking, laws, model, questions, ranked, units

ASKED = Question("vot", {"ru": "жертва торговли людьми"}, {"ru": "помощь"})
HELP = model("Помощь жертвам", "Жертвам оказывается помощь.", act="trafficking", form="offence")
LANGUAGE = model("Язык", "Переводчик имеет право молчать.", place=2, act="border", form="right")
MODELLED = replace(ASKED, models=(HELP, LANGUAGE))
DRAWN = {"question": questions(), "among": laws(smallest=2), "is_read": st.booleans()}
ROUNDED = 0.001  # by which a signal or a score may differ from what was computed


def found(question: Question, among: list[Unit], *, is_read: bool = False) -> dict[str, Candidate]:
    ranking = ranked(question, among, is_read=is_read)
    return {one.unit: one for one in candidates(ranking, len(among))}


def test_the_words_are_those_printed_in_the_article_that_the_question_asks_for() -> None:
    assert set(found(ASKED, units())["law~art_2"].reason.words) == {"жертвы", "торговли", "людьми", "помощь"}


def test_the_rarest_words_come_first_and_no_more_than_can_be_read_at_a_glance() -> None:
    text = " ".join(f"слово{letter}" for letter in "абвгдежзик")
    among = [article("1", "", f"{text} граница"), article("2", "", "граница"), article("3", "", "море")]
    words = found(Question("q", {"ru": f"граница {text}"}), among)["law~art_1"].reason.words
    assert len(words) == SHOWN_WORDS
    assert "граница" not in words
    few = found(Question("q", {"ru": "граница словоа"}), among)["law~art_1"].reason.words
    assert few == ("словоа", "граница")


def test_a_word_of_the_thesaurus_counts_as_asked_for() -> None:
    assert found(ASKED, units())["law~art_3"].reason.words == ("потерпевшие",)


def test_concepts_are_called_as_the_law_calls_them() -> None:
    assert found(ASKED, units())["law~art_2"].reason.concepts == ("жертва", "торговля людьми")
    foreign = found(Question("i", {"en": "free interpreter"}), units())["law~art_4"].reason
    assert foreign.concepts == ("переводчик",)


def test_without_a_model_there_is_no_place_by_meaning() -> None:
    assert {one.reason.meaning_rank for one in found(ASKED, units()).values()} == {None}


def test_with_a_model_every_proposal_has_its_place_by_meaning() -> None:
    places = [one.reason.meaning_rank or 0 for one in found(ASKED, units(), is_read=True).values()]
    assert sorted(places) == [1, 2, 3, 4]


def test_the_place_by_meaning_is_that_of_the_model_articles_where_they_are_heard() -> None:
    twin = model(units()[3].heading, units()[3].text)
    question = Question("q", {"ru": "охрана границы"}, models=(twin,))
    assert found(question, units(), is_read=True)["law~art_4"].reason.meaning_rank == 1


def test_the_place_by_meaning_is_that_of_the_model_articles_before_that_of_the_wording() -> None:
    first, *others = (replace(unit, is_standard=True) for unit in units())
    question = Question("q", {"ru": first.whole}, models=(model(others[-1].heading, others[-1].text),))
    places = {name: one.reason.meaning_rank for name, one in found(question, [first, *others], is_read=True).items()}
    assert (places["law~art_4"], places["law~art_1"] == 1) == (1, False)


@pytest.mark.parametrize("is_read", [False, True])
def test_the_nearest_model_article_is_named(*, is_read: bool) -> None:
    asked = asking(MODELLED, units(), is_read=is_read)
    assert nearest_model(asked, 1) == HELP
    assert nearest_model(asked, 3) == LANGUAGE
    assert found(MODELLED, units(), is_read=is_read)["law~art_4"].reason.model == "Язык"


def test_a_model_article_is_nearest_by_meaning_where_the_law_speaks_another_language() -> None:
    models = tuple(model(unit.heading, unit.text, place=at, language="tg") for at, unit in enumerate(units(), 1))
    asked = asking(Question("q", {"tg": "сарҳад"}, models=models), units(), is_read=True)
    assert [nearest_model(asked, at) for at in range(4)] == list(models)


def test_without_model_articles_or_anything_to_compare_them_by_none_is_named() -> None:
    assert nearest_model(asking(ASKED, units()), 1) is None
    foreign = Question("q", {"tg": "қурбонӣ"}, models=(model("", "Қурбонӣ.", language="tg"),))
    assert nearest_model(asking(foreign, units()), 1) is None
    assert found(foreign, units())["law~art_2"].reason.model == ""


def test_kind_of_act_and_legal_form_are_named_where_model_and_law_have_them_in_common() -> None:
    among = [
        article("1", "Помощь жертвам", "Жертвам оказывается помощь.", title="О торговле людьми"),
        article("2", "Язык", "Переводчик имеет право молчать.", title="О торговле людьми"),
        article("3", "Граница", "Застава открыта.", title="О границе"),
    ]
    reasons = {name: one.reason for name, one in found(MODELLED, among).items()}
    assert (reasons["law~art_1"].act, reasons["law~art_1"].form) == ("trafficking", "")
    assert (reasons["law~art_2"].act, reasons["law~art_2"].form) == ("", "right")


def test_a_proposal_points_at_the_part_that_answers_and_keeps_the_article() -> None:
    parts = (Part("law~art_5__para_1", "1. Граница закрыта."), Part("law~art_5__para_2", "2. Жертве дают помощь."))
    among = [units()[0], article("5", "Разное", "1. Граница закрыта.\n2. Жертве дают помощь.", parts=parts)]
    (best,) = candidates(ranked(ASKED, among), 5)
    assert (best.unit, best.article) == ("law~art_5__para_2", "law~art_5")


def test_no_more_are_proposed_than_asked_for() -> None:
    assert [one.unit for one in candidates(ranked(ASKED, units()), 1)] == ["law~art_2"]
    assert candidates(ranked(Question("sea", {"ru": "море"}), units()), 5) == []


@given(**DRAWN)
def test_proposals_have_places_from_1_and_falling_scores(
    question: Question, among: list[Unit], *, is_read: bool
) -> None:
    proposed = candidates(ranked(question, among, is_read=is_read), 5)
    assert [one.rank for one in proposed] == list(range(1, len(proposed) + 1))
    scores = [one.score for one in proposed]
    assert scores == sorted(scores, reverse=True)


@given(**DRAWN)
def test_what_the_signals_add_makes_up_the_score(question: Question, among: list[Unit], *, is_read: bool) -> None:
    for one in candidates(ranked(question, among, is_read=is_read), 5):
        signals = one.reason.signals
        assert sum(signals.values()) == pytest.approx(one.score, abs=ROUNDED * (len(signals) + 1))


@given(**DRAWN)
def test_every_word_of_a_reason_stands_in_the_article(question: Question, among: list[Unit], *, is_read: bool) -> None:
    texts = {unit.id: unit.whole.lower() for unit in among}
    for one in candidates(ranked(question, among, is_read=is_read), 5):
        assert all(word in texts[one.article] for word in one.reason.words)
