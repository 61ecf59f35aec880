"""Quoted words are told from the instruction around them, however a printer sets the marks."""

import pytest

from muvofiq.amendment.instruction_quotes import is_closed, masked, quotations
from muvofiq.amendment.instruction_words import Formulae, formulae_in


def formulae(language: str) -> Formulae:
    found = formulae_in(language)
    assert found
    return found


def quoted(text: str, language: str = "ru") -> list[str]:
    return [text[start:end] for start, end in quotations(text, formulae(language))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("слова «а «б» в» исключить", ["«а «б» в»"]),
        ('слова "а "бб" в" исключить', ['"а "бб" в"']),
        ('слова "а" заменить словами ", б"', ['"а"', '", б"']),
        ("слова “а” заменить словами „б”", ["“а”", "„б”"]),
        ("в подпункте «а» слово «и» исключить", ["«и»"]),
        ('подпункты "а" и "б" исключить', []),
        ("цифру «5» заменить цифрой «6»", ["«5»", "«6»"]),
        ('"О поправке в закон "О мостах" (Вестник) слова "а б" исключить', ['"О поправке в закон "О мостах"', '"а б"']),
        (
            'словами "по правилу, названному в подпункте "а" пункта 2"',
            ['"по правилу, названному в подпункте "а" пункта 2"'],
        ),
        ("слова «не закрыты", ["«не закрыты"]),
    ],
)
def test_the_outermost_quotations_are_found(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_a_letter_in_marks_is_a_number_or_a_word_as_the_word_beside_it_says() -> None:
    assert quoted('зербанди "а"-и банди 3', "tg") == []
    assert quoted("калимаи «ё» ба калимаи «ва»", "tg") == ["«ё»", "«ва»"]
    assert quoted("«а» тармақшасында «б» деген сөз", "kk") == ["«б»"]


def test_an_open_quotation_is_told() -> None:
    assert is_closed("слова «а» исключить", formulae("ru"))
    assert not is_closed("слова «а исключить", formulae("ru"))


def test_names_of_acts_and_gazettes_are_set_aside() -> None:
    text = "Статью 2 Закона Республики Вестария от 4 мая 2011 года № 7 «О паромах» (Вестник, № 3) слово «а» исключить"
    found = masked(text, formulae("ru"))
    assert found.text == "Статью 2 ◆ слово ⟦0⟧ исключить"
    assert found.quoted == ("а",)
    assert found.acts == ("Закона Республики Вестария от 4 мая 2011 года № 7 «О паромах»",)
    assert found.shown(found.text) == "Статью 2 ◆ слово «…» исключить"


def test_the_name_of_a_sign_is_the_sign() -> None:
    found = masked("точку заменить точкой с запятой", formulae("ru"))
    assert (found.text, found.quoted) == ("⟦1⟧ заменить ⟦0⟧", (";", "."))


def test_blanks_that_a_file_has_lost_are_set_again() -> None:
    assert masked("вподпункте 3) пункта2 и 4статьи", formulae("ru")).text == "в подпункте 3) пункта 2 и 4 статьи"
