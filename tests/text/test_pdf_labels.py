"""The first and last signs of a row tell what begins and what ends."""

import pytest

from muvofiq.text.pdf_labels import begins_unit, begins_with_label, ends_sentence


@pytest.mark.parametrize(
    "text", ["1. Граница", "12) граница", "2-1) граница", "1¹. Граница", "а) граница", "— граница", "1.2. Цель"]
)
def test_a_numbered_point_begins_with_its_label(text: str) -> None:
    assert begins_with_label(text)


@pytest.mark.parametrize("text", ["12.05.2020 года", "граница", "2020 год", "слово) граница", "1.5 метра", "—граница"])
def test_other_figures_and_words_are_no_labels(text: str) -> None:
    assert not begins_with_label(text)


@pytest.mark.parametrize(
    "text", ["Статья 5. Граница", "Моддаи 5", "Глава IV. Цель", "5-модда. Чегара", "103¹-модда. Чегара"]
)
def test_the_heading_of_a_unit_is_known_by_its_number(text: str) -> None:
    assert begins_unit(text)


@pytest.mark.parametrize("text", ["статьи 5 закона", "Граница государства", "Закон о границе"])
def test_words_in_a_sentence_begin_no_unit(text: str) -> None:
    assert not begins_unit(text)


@pytest.mark.parametrize(("text", "ends"), [("лица;", True), ("лица.»", True), ("лица,", False), ("лица", False)])
def test_a_sentence_ends_with_its_sign(text: str, *, ends: bool) -> None:
    assert ends_sentence(text) is ends
