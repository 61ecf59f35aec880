"""Each number of a citation is found once, with its place, its list and the larger units around it."""

import pytest

from muvofiq.law.citation_words import words_of
from muvofiq.law.cited_numbers import acts_in, cited_numbers


def told(text: str, language: str = "ru") -> list[tuple[str, str, str]]:
    words = words_of(language)
    assert words is not None
    return [
        (text[one.start : one.end], "/".join(f"{step.kind} {step.number}" for step in one.path), text[one.word :][:4])
        for one in cited_numbers(text, words)
    ]


def test_the_numbers_of_a_list_share_its_word() -> None:
    assert told("частями 7, 71 и 72 статьи 96") == [
        ("7", "article 96/part 7", "част"),
        ("71", "article 96/part 71", "част"),
        ("96", "article 96", "стат"),
        ("72", "article 96/part 72", "част"),
    ]


def test_equal_numbers_of_one_chain_are_told_apart_by_their_words() -> None:
    assert told("пункт 2 части 2 статьи 2") == [
        ("2", "article 2", "стат"),
        ("2", "article 2/part 2", "част"),
        ("2", "article 2/part 2/point 2", "пунк"),
    ]


def test_what_a_range_includes_has_a_number_and_no_place() -> None:
    assert told("частями 21 - 23") == [("21", "part 21", "част"), ("", "part 22", "част"), ("23", "part 23", "част")]


def test_figures_behind_a_letter_belong_to_it() -> None:
    assert told('подпунктами "а1" и "а2"') == [("а1", "subpoint а(1)", "подп"), ("а2", "subpoint а(2)", "подп")]


def test_tajik_numbers_are_found_behind_their_word() -> None:
    assert told("Дар қисми дуюми моддаи 411", "tg") == [("411", "article 411", "модд")]


def test_the_act_is_told_as_printed_and_the_own_act_is_marked() -> None:
    words = words_of("ru")
    assert words is not None
    (one,) = cited_numbers("статьи 82 Закона Республики Врата «О мостах»", words)
    assert (one.act, one.is_own) == ("Закона Республики Врата «О мостах»", False)
    (own,) = cited_numbers("статьи 82 настоящего Закона", words)
    assert (own.act, own.is_own) == ("", True)
    assert [name for _, name, _ in acts_in("Внести в Закон Республики Врата «О мостах» изменения", words)] == [
        "Закон Республики Врата «О мостах»"
    ]


@pytest.mark.parametrize("cited", ["81-и Кодекси ҷиноятӣ", "81 - и Кодекси ҷиноятӣ", "81-уми Кодекси ҷиноятӣ"])
def test_the_tajik_ending_behind_figures_parts_no_number_from_its_act(cited: str) -> None:
    words = words_of("tg")
    assert words is not None
    assert [(one.number.stem, one.act) for one in cited_numbers(f"моддаи {cited}", words)] == [
        ("81", "Кодекси ҷиноятӣ")
    ]


def test_a_number_behind_the_name_of_another_act_is_in_doubt_until_the_sentence_ends() -> None:
    words = words_of("ru")
    assert words is not None
    text = "По статье 1 и Кодексу соли (статья 2) и статье 3 настоящего Закона. По статье 4 так."
    doubtful = [(one.number.stem, one.is_doubtful) for one in cited_numbers(text, words)]
    assert doubtful == [("1", False), ("2", True), ("3", False), ("4", False)]
