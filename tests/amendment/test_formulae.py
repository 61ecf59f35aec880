"""The tables of formulae are whole, and what they count is read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.amendment.change import SORTS
from muvofiq.amendment.formulae import BLANK, CASES, GENDERS, Phrase, fill, formulae, nouns, plain, words_of
from muvofiq.amendment.ordinal_words import ordinal
from muvofiq.amendment.place import Spot
from muvofiq.amendment.writing_words import is_named_sign, quoted, words_phrase
from muvofiq.law.kind import Kind
from muvofiq.law.ordinals import value_of
from muvofiq.law.quotations import quoted_spans
from muvofiq.tables import table

LANGUAGES = ("ru", "tg", "en")
BLANKS = {"place", "whole", "act", "own", "old", "new", "nth", "respectively", "after", "day", "words"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_the_same_formulae_and_each_sort_of_change_has_one(language: str) -> None:
    assert set(formulae(language)) == set(formulae("ru"))
    assert all(any(name.startswith(verb) for name in formulae(language)) for verb in SORTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_blank_of_a_formula_is_one_that_is_filled(language: str) -> None:
    for formula in formulae(language).values():
        for blank in BLANK.finditer(formula):
            agrees = "|" in blank["forms"]
            assert (blank["by"] if agrees else blank["forms"]) in BLANKS, formula
            assert agrees or blank["by"] in {"", *CASES}, formula


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_of_unit_has_a_name_for_one_and_for_several(language: str) -> None:
    names = nouns(language)
    assert all((kind, several) in names for kind in (*Kind, "sentence", "row", "word") for several in (False, True))
    assert all((spot, False) in names for spot in Spot if spot is not Spot.UNIT)


def test_russian_names_have_all_cases_and_a_gender() -> None:
    for row in nouns("ru").values():
        assert all(row[case] for case in CASES), row
        assert row["gender"] in GENDERS, row


def test_titles_are_told_for_each_count_of_changes_and_additions() -> None:
    rows = {(row["language"], row["changes"], row["additions"]) for row in table("formulae/writing-titles.csv")}
    counts = [(one, other) for one in "012" for other in "012" if (one, other) != ("0", "0")]
    assert rows == {(language, *count) for language in LANGUAGES for count in counts}


@given(st.integers(1, 60), st.sampled_from(LANGUAGES), st.sampled_from(GENDERS), st.sampled_from(CASES))
def test_an_ordinal_is_read_as_the_number_it_was_written_for(value: int, language: str, gender: str, case: str) -> None:
    word = ordinal(value, language, gender=gender, case=case)
    assert word == str(value) or value_of(word, language) == value


def test_what_stands_in_square_brackets_falls_away_where_nothing_fills_it() -> None:
    formula = "[in {place}, ]{old} {is|are:old} deleted"
    assert fill(formula, {"old": plain("it")}) == "it is deleted"
    assert fill(formula, {"old": plain("it"), "place": plain("Article 1")}) == "in Article 1, it is deleted"


def test_what_fills_a_blank_is_not_filled_again() -> None:
    assert fill("{old}{a|b:old}", {"old": plain("{x}[{y}]")}) == "{x}[{y}]a"


def test_an_order_agrees_with_what_it_orders_about() -> None:
    forms = ["утратившим", "утратившей", "утратившим", "утратившими"]
    phrases = [Phrase(gender=gender) for gender in GENDERS]
    assert [phrase.agreeing(forms) for phrase in (*phrases, Phrase(is_plural=True))] == forms


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["мост"], "слово «мост»"),
        (["мост"] * 2, "слова «мост», «мост»"),
        (["на мосту"], "слова «на мосту»"),
        (["5"], "цифру «5»"),
        (["23"], "цифры «23»"),
        (["5", "7"], "цифры «5», «7»"),
        ([";"], "знак «;»"),
        (["5 дней"], "слова «5 дней»"),
    ],
)
def test_words_figures_and_signs_are_called_so(words: list[str], said: str) -> None:
    assert words_phrase(words, "ru").said("acc") == said


@given(st.lists(st.sampled_from(["мост", " ", *"«»“”„"]), min_size=1))
def test_a_quotation_ends_where_the_words_end(words: list[str]) -> None:
    one = quoted(f"мост {''.join(words)}", "ru")
    assert quoted_spans(one) == [(0, len(one))]


def test_each_language_has_the_small_words_that_every_draft_needs() -> None:
    needed = {"and", "comma", "range", "of", "open", "close", "open-again", "close-again", "respectively", "nth"}
    needed |= {"every", "last", "figure", "letter", "row", "date", "listed", "item-of-act", "article"}
    needed |= {"act-about", "act-alone", "act-dated", "act-number", "act-undated", "act-unnumbered", "act-gazette"}
    needed |= {"title", "title-several", "kind-of-code", "draft", "adoption", "approval", "lead", "signatory", "signed"}
    needed |= {"in-force"}
    for language in LANGUAGES:
        manners = {row["numeral"] for row in nouns(language).values()} - {"words"}
        assert (needed | manners) - set(words_of(language)) == set()


def test_a_sign_is_called_by_its_name_where_the_language_has_one() -> None:
    assert words_phrase([";"], "ru", by_name=True).said("ins") == "точкой с запятой"
    assert words_phrase(["."], "tg", by_name=True).said("ins") == "аломати нуқта"
    assert [is_named_sign(words, "ru") for words in ([";"], ["!"], [";", "."], ["да"])] == [True, False, False, False]
    assert not is_named_sign([";"], "en")
