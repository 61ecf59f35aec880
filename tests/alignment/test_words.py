"""Words meet their inflections."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.alignment.words import fold, stems, telling_stems, words


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ru", "жертвами", "жертва"),
        ("ru", "ребёнок", "ребенок"),
        ("ru", "границе", "граница"),
        ("tg", "сарҳадҳои", "сарҳад"),
        ("tg", "шаҳрвандонро", "шаҳрванди"),
        ("tg", "қурбониёни", "қурбонӣ"),
        ("tg", "кӯдакони", "кудак"),
        ("tg", "гурезагон", "гуреза"),
        ("tg", "катъ", "қатъ"),  # marks that were dropped and are not certain are found all the same
        ("tg", "кӯмаки", "кумак"),
        ("tg", "мўҳлат", "муҳлати"),
        ("en", "borders", "border"),
    ],
)
def test_inflections_of_one_word_have_one_stem(language: str, one: str, other: str) -> None:
    assert stems(one, language) == stems(other, language)


@pytest.mark.parametrize(
    ("language", "one", "other"), [("ru", "жертва", "жертвовать"), ("tg", "муҳоҷир", "меҳнат"), ("tg", "сарҳад", "сар")]
)
def test_different_words_keep_different_stems(language: str, one: str, other: str) -> None:
    assert stems(one, language) != stems(other, language)


def test_letters_that_prints_and_reforms_confuse_are_folded() -> None:
    assert fold("Кӯмак, ҳуқуқ, ғайри, ӣ") == fold("кумак, хукук, гайри, и")
    assert fold("ЁЛКА") == fold("елка")


def test_figures_count_as_words_and_single_signs_do_not() -> None:
    assert words("Статья 12(1). О порядке в 2014 г. № 118") == ["статья", "12", "порядке", "2014", "118"]


def test_function_words_tell_nothing() -> None:
    assert telling_stems("и без сопровождения того же пола", "ru") == stems("сопровождения пола", "ru")


def test_a_language_without_a_stemmer_gives_folded_words() -> None:
    assert stems("Қазақстан Республикасы", "kk") == ["казакстан", "республикасы"]


@given(st.text(max_size=200), st.sampled_from(["ru", "tg", "en", "kk"]))
def test_any_text_gives_as_many_stems_as_words(text: str, language: str) -> None:
    assert len(stems(text, language)) == len(words(text))
