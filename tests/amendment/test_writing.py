"""Changes are written in the formulae of Russian, Tajik and English law, as the golden files show them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.amendment.applying import apply
from muvofiq.amendment.change import (
    EVERY,
    LAST,
    SORTS,
    Change,
    DeleteWords,
    EnterIntoForce,
    InsertUnits,
    NewEdition,
    Renumber,
    Repeal,
    ReplaceWords,
)
from muvofiq.amendment.errors import NoFormulae
from muvofiq.amendment.place import Place
from muvofiq.amendment.writing import write
from muvofiq.law.build import build_law
from muvofiq.law.tree import Law
from muvofiq.text.read import read_bytes
from tests.invented import TEXTS
from tests.paths import RUSSIAN, SAMPLES, TAJIK

CLAUSES = Path(__file__).parents[1] / "samples" / "clauses"
LAWS = {"ru": RUSSIAN, "tg": TAJIK, "en": CLAUSES / "law.en.txt"}


def law_in(language: str) -> Law:
    return law(LAWS[language].read_text(encoding="utf-8"))


def law(text: str) -> Law:
    return build_law(read_bytes(text.encode(), "law.txt"))


def places(*addresses: str) -> tuple[Place, ...]:
    return tuple(map(Place.parse, addresses))


def golden(language: str) -> Iterator[tuple[tuple[Change, ...], str]]:
    """Yield the changes («< ...») and the clauses behind them, of each block of a golden file."""
    for block in (CLAUSES / f"{language}.txt").read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip().split("\n")
        changes = tuple(Change.parse(line.removeprefix("< ")) for line in lines if line.startswith("< "))
        if changes:
            yield changes, "\n".join(lines[len(changes) :])


def written(subject: Law, *changes: Change) -> list[str]:
    return [clause.text for clause in write(subject, changes)]


@pytest.mark.parametrize("language", LAWS)
def test_each_change_is_written_as_the_golden_file_has_it(language: str) -> None:
    subject = law_in(language)
    for changes, clauses in golden(language):
        assert "\n---\n".join(written(subject, *changes)) == clauses, changes


@pytest.mark.parametrize("language", LAWS)
def test_the_golden_file_has_each_sort_of_change(language: str) -> None:
    assert {change.verb for changes, _ in golden(language) for change in changes} == set(SORTS)


@pytest.mark.parametrize("language", LAWS)
def test_each_change_stands_in_one_clause(language: str) -> None:
    changes = [change for block, _ in golden(language) for change in block]
    clauses = write(law_in(language), changes)
    assert sorted(str(change) for clause in clauses for change in clause.changes) == sorted(map(str, changes))


def test_several_changes_of_one_article_are_one_clause_whose_items_do_not_name_it_again() -> None:
    first = ReplaceWords(places("art_5__para_2"), ("Службе",), ("ей",))
    second = Repeal(places("art_5__para_1__point_3"))
    assert written(law_in("ru"), first, second) == [
        "В статье 5:\n– в части 2 слово «Службе» заменить словом «ей»;\n– пункт 3 части 1 признать утратившим силу."
    ]


def test_the_new_edition_of_an_article_is_a_clause_of_its_own() -> None:
    changes = (
        DeleteWords(places("art_5#heading"), ("миграции",)),
        NewEdition(places("art_5"), "Статья 5. Палата\nПалата есть."),
    )
    assert [clause.count("\n– ") for clause in written(law_in("ru"), *changes)] == [0, 0]


def test_clauses_stand_in_the_order_of_the_law_and_not_of_the_changes() -> None:
    changes = (
        Repeal(places("art_24")),
        InsertUnits(places("act"), "Статья 7(2). Связь\nСвязь бесплатна."),
        Repeal(places("art_8")),
        Repeal(places("art_3")),
    )
    assert [clause.split("\n")[0] for clause in written(law_in("ru"), *changes)] == [
        "Статью 3 признать утратившей силу.",
        "Дополнить статьёй 7(2) следующего содержания:",
        "Статью 8 признать утратившей силу.",
        "Статью 24 признать утратившей силу.",
    ]


def test_a_change_of_the_whole_act_is_not_passed_by_others() -> None:
    throughout = ReplaceWords(places("act"), ("Служба",), ("Стража",), EVERY)
    changes = (Repeal(places("art_24")), throughout, Repeal(places("art_3")))
    assert [clause.changes for clause in write(law_in("ru"), changes)] == [(change,) for change in changes]


def test_articles_that_get_other_numbers_are_not_passed_by_others() -> None:
    changes = (
        Renumber(places("art_24"), ("25",)),
        DeleteWords(places("art_3__indent_2"), ("любой",)),
    )
    assert [clause.changes[0] for clause in write(law_in("ru"), changes)] == list(changes)


def test_entry_into_force_comes_last() -> None:
    changes = (EnterIntoForce(places("act"), date(2027, 3, 1)), Repeal(places("art_3")))
    assert written(law_in("tg"), *changes)[-1] == "Қонуни мазкур аз 1 марти соли 2027 мавриди амал қарор дода шавад."


def test_words_with_marks_of_their_own_are_quoted_so_that_the_quotation_ends_where_they_end() -> None:
    (broken,) = written(law_in("ru"), ReplaceWords(places("art_3__indent_2"), ("«достоинство",), ("честь „лица“",)))
    assert broken == 'В абзаце втором статьи 3 слово "«достоинство" заменить словами "честь „лица“".'
    (nested,) = written(law_in("ru"), ReplaceWords(places("art_3__indent_2"), ("а",), ("Закона «О чести»",)))
    assert nested.endswith("словами «Закона «О чести»».")


@given(st.text(alphabet='аб «»"“”„{}[]|:;. ', min_size=1, max_size=12))
def test_words_are_printed_to_the_letter(words: str) -> None:
    change = DeleteWords(places("art_1__para_1"), (f"мост{words}",))
    (clause,) = written(law("Статья 1. Мост\n1. Мост стоит.\n2. Мост длинный."), change)
    assert f"мост{words}" in clause


def test_only_numbers_are_called_figures() -> None:
    (mixed,) = written(law_in("ru"), ReplaceWords(places("art_1"), ("9, 10 и",), ("9 –",)))
    assert mixed == "В статье 1 слова «9, 10 и» заменить словами «9 –»."
    (figures,) = written(law_in("ru"), ReplaceWords(places("art_1"), ("9, 10",), ("12.5",)))
    assert figures == "В статье 1 цифры «9, 10» заменить цифрами «12.5»."


def test_a_closing_sign_is_called_by_its_name() -> None:
    (stop,) = written(law_in("ru"), ReplaceWords(places("art_19__point_4"), (".",), (";",), LAST))
    assert stop == "В пункте 4 статьи 19 точку заменить точкой с запятой."


def test_a_code_is_called_a_code() -> None:
    code = law("УГОЛОВНЫЙ КОДЕКС РЕСПУБЛИКИ ВЫМЫШЛЕННОЙ\nСтатья 1. Цель\nКодекс защищает.\nСтатья 2. Вина\nВина есть.")
    assert written(code, ReplaceWords(places("act"), ("вина",), ("умысел",), EVERY)) == [
        "По всему тексту Кодекса слово «вина» заменить словом «умысел»."
    ]


def test_an_article_added_without_a_number_of_its_own_place_stands_where_its_number_belongs() -> None:
    english = law_in("en")
    changes = (Repeal(places("art_3")), InsertUnits(places("act"), "Article 2a\nTranslator\nThe translator writes."))
    assert written(english, *changes)[0].startswith("The following Article is added:")


def test_a_language_without_formulae_is_told() -> None:
    kazakh = law("\n".join(TEXTS["kk"]))
    with pytest.raises(NoFormulae) as told:
        write(kazakh, [Repeal(places("chp_1"))])
    assert "«kk»" in str(told.value)
    assert "ru, tg, en" in str(told.value)


def test_every_sample_law_can_be_repealed_article_by_article() -> None:
    for path in sorted(SAMPLES.glob("border_law.??.txt")):
        subject = law(path.read_text(encoding="utf-8"))
        changes = [Repeal((Place(reference.steps),)) for reference, _, _ in subject.articles()]
        assert [clause.changes for clause in write(subject, changes)] == [(change,) for change in changes]


@pytest.mark.parametrize("language", LAWS)
def test_the_golden_changes_fit_the_law(language: str) -> None:
    subject = law_in(language)
    for changes, _ in golden(language):
        assert apply(subject, changes).not_applied == (), changes
