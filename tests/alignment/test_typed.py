"""What a person types is taken apart: words, phrases in quotation marks, units that are cited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.alignment.typed import Typed
from muvofiq.alignment.unit import Part, Unit

ARTICLE = Unit(
    "law~art_14",
    "law",
    "ru",
    "Отказ",
    "1. Отказ выдаётся письменно. 2. Он мотивируется: 1) фактами; 2) нормами.",
    "Закон о границе",
    parts=(
        Part("law~art_14__para_1", "1. Отказ выдаётся письменно."),
        Part(
            "law~art_14__para_2",
            "2. Он мотивируется: 1) фактами; 2) нормами.",
            (Part("law~art_14__para_2__point_1", "1) фактами;"), Part("law~art_14__para_2__point_2", "2) нормами.")),
        ),
    ),
)
INSERTED = Unit("law~art_7-1", "law", "ru", "", "Слова.")
RULES = Unit("law~annex_1__point_2", "law", "ru", "", "2. Переводчик бесплатен.")


def reached(text: str, unit: Unit = ARTICLE) -> list[str]:
    found = (one.reached_in(unit) for one in Typed.parse(text).cited)
    return [place[0] for place in found if place]


@pytest.mark.parametrize(
    "text",
    ["14", "ст. 14", "Ст. 14.", "статья 14", "статье 14", "м. 14", "моддаи 14", "Art. 14", "article 14", "Section 14"],
)
def test_the_number_of_an_article_is_understood_in_any_language(text: str) -> None:
    assert reached(text) == ["law~art_14"]
    assert Typed.parse(text).is_citation


def test_parts_and_points_are_reached_as_deep_as_the_law_has_them() -> None:
    assert reached("ст. 14 ч. 2") == reached("часть 2 статьи 14") == reached("м. 14 қ. 2") == ["law~art_14__para_2"]
    assert reached("Article 14(2)") == ["law~art_14__para_2"]
    assert reached("п. 2 ч. 2 ст. 14") == ["law~art_14__para_2__point_2"]
    assert reached("ст. 14 ч. 9") == ["law~art_14"], "a part that is not there leads to its article"


def test_inserted_articles_are_found_in_any_spelling() -> None:
    for text in ("7(1)", "7-1", "7¹", "ст. 7¹", "статья 7-1"):
        assert reached(text, INSERTED) == ["law~art_7-1"], text


def test_points_that_stand_in_no_article_are_cited_as_points_or_by_number() -> None:
    assert reached("пункт 2", RULES) == reached("2", RULES) == ["law~annex_1__point_2"]
    assert reached("прил. 1 п. 2", RULES) == ["law~annex_1__point_2"]
    assert reached("прил. 3 п. 2", RULES) == []
    assert reached("пункт 14") == [], "an article is no point"


def test_a_figure_among_words_is_no_article() -> None:
    assert Typed.parse("в течение 14 дней").cited == ()
    assert Typed.parse("часть 14").cited[0].reached_in(ARTICLE) is None


def test_a_figure_behind_words_may_be_one_if_these_name_the_act() -> None:
    (cited,) = Typed.parse("закон о границе 14").cited
    assert (cited.is_bare, cited.around) == (True, "закон о границе")
    assert Typed.parse("УК 128").cited[0].around == "Уголовный кодекс"


def test_words_beside_a_citation_are_kept_with_the_full_name_of_a_code() -> None:
    (cited,) = Typed.parse("обжалование ст. 14").cited
    assert (cited.around, cited.is_bare) == ("обжалование", False)
    assert not Typed.parse("обжалование ст. 14").is_citation


@pytest.mark.parametrize(
    "quoted", ["«за счёт государства»", '"за счёт государства"', "“за счёт государства”", "„за счёт государства“"]
)
def test_a_phrase_stands_in_quotation_marks_of_any_kind(quoted: str) -> None:
    typed = Typed.parse(f"переводчик {quoted}")
    assert typed.phrases == ("за счёт государства",)
    assert typed.words == "переводчик за счёт государства"
    assert not typed.is_citation


def test_a_mark_that_is_not_closed_quotes_nothing() -> None:
    assert Typed.parse("«не закрыто").phrases == ()
    assert Typed.parse("«»").phrases == ()


@given(st.text(max_size=80))
def test_whatever_is_typed_is_taken_apart_and_comes_back(text: str) -> None:
    typed = Typed.parse(text)
    assert str(typed) == " ".join(text.split())
    assert Typed.parse(str(typed)) == typed
    assert all(phrase in typed.text for phrase in typed.phrases)


@given(st.integers(1, 9999), st.sampled_from(["ст. {}", "м. {}", "Art. {}", "{}"]))
def test_every_number_is_reached_and_no_other(number: int, form: str) -> None:
    (cited,) = Typed.parse(form.format(number)).cited
    assert cited.reached_in(Unit(f"law~art_{number}", "law", "ru", "", "")) == (f"law~art_{number}", 1)
    assert cited.reached_in(Unit(f"law~art_{number + 1}", "law", "ru", "", "")) is None
