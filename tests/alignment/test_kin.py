"""Words that two languages share meet by their beginnings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.alignment.kin import BEGINNING, beginnings
from muvofiq.alignment.words import fold


@pytest.mark.parametrize(
    ("tajik", "russian"),
    [
        ("прокурорро", "прокурору"),
        ("адвокатҳо", "адвокатами"),
        ("депортатсия", "депортация"),
        ("реадмиссияи шахсон", "реадмиссии"),
        ("мӯҳлати 30 рӯз", "не позднее 30 дней"),
    ],
)
def test_tajik_and_russian_share_names_figures_and_loan_words(tajik: str, russian: str) -> None:
    assert set(beginnings(tajik)) & set(beginnings(russian))


def test_short_words_say_nothing_but_figures_of_any_length_do() -> None:
    assert beginnings("Суд за 3 или 48 часов, 2016 год") == ["48", "часов", "2016"]


def test_words_that_only_look_alike_to_the_eye_do_not_meet() -> None:
    assert not set(beginnings("шахсони осебпазир")) & set(beginnings("уязвимое лицо"))


def test_a_word_counts_as_often_as_it_stands() -> None:
    assert beginnings("прокурор прокурора") == ["проку", "проку"]


@given(st.text())
def test_every_beginning_is_a_folded_beginning_or_a_figure(text: str) -> None:
    assert all(len(one) <= BEGINNING or one.isdigit() for one in beginnings(text))
    assert beginnings(fold(text)) == beginnings(text)
