"""The draft of an amending act is whole: title, passage, articles with items, entry into force, signature."""

from datetime import date
from pathlib import Path

import pytest

from muvofiq.amendment.amending_act import Amended, DraftAct, aligned, draft_act
from muvofiq.amendment.change import (
    Change,
    DeleteWords,
    EnterIntoForce,
    InsertSentences,
    InsertUnits,
    NewEdition,
    ReplaceWords,
)
from muvofiq.amendment.errors import NoFormulae
from muvofiq.amendment.place import Place
from muvofiq.amendment.reading import read_amending_act
from muvofiq.law.build import build_law
from muvofiq.law.tree import Law
from muvofiq.text.read import read_bytes
from tests.invented import TEXTS
from tests.paths import LAW_BOOK, RUSSIAN, TAJIK

CLAUSES = Path(__file__).parents[1] / "samples" / "clauses"


def law(path: Path) -> Law:
    return build_law(read_bytes(path.read_bytes(), path.name))


def places(*addresses: str) -> tuple[Place, ...]:
    return tuple(map(Place.parse, addresses))


CHANGES: dict[str, tuple[Path, tuple[Change, ...]]] = {
    "ru": (
        RUSSIAN,
        (
            ReplaceWords(places("art_10__para_2#s1"), ("шести часов",), ("трёх часов",)),
            InsertUnits(places("art_10"), "5. Карта бесплатна."),
            NewEdition(places("art_5__para_1__point_1"), "1) рассматривает ходатайства об убежище и жалобы;"),
            InsertUnits(places("act"), "Статья 9(1). Памятка\nПамятку составляет Служба."),
        ),
    ),
    "tg": (
        TAJIK,
        (
            ReplaceWords(places("act"), ("кумак",), ("ёрӣ",), 0),
            ReplaceWords(places("art_10__para_2#s1"), ("шаш соат",), ("се соат",)),
            InsertUnits(places("art_10"), "5. Варақа ройгон аст."),
            NewEdition(places("art_5__para_1__point_1"), "1) дархостҳо ва шикоятҳоро баррасӣ мекунад;"),
            InsertUnits(places("act"), "Моддаи 9(1). Варақаи хотиравӣ\nВарақаро Хадамот таҳия мекунад."),
        ),
    ),
    "en": (
        LAW_BOOK / "trafficking.en.txt",
        (
            DeleteWords(places("art_1#heading"), ("Basic",)),
            InsertSentences(places("art_2__para_1"), "The help is free of charge."),
        ),
    ),
}


def draft(language: str, *more: Change) -> DraftAct:
    path, changes = CHANGES[language]
    return draft_act([Amended(law(path), (*changes, *more))])


@pytest.mark.parametrize("language", CHANGES)
def test_the_draft_is_printed_as_the_golden_file_has_it(language: str) -> None:
    expected = (CLAUSES / f"act.{language}.txt").read_text(encoding="utf-8")
    assert "\n".join(draft(language).lines) + "\n" == expected


@pytest.mark.parametrize("language", ["ru", "tg"])
def test_the_draft_is_read_again_into_the_same_changes(language: str) -> None:
    printed = build_law(read_bytes("\n".join(draft(language).lines).encode(), "act.txt"))
    reading = read_amending_act(printed, law(CHANGES[language][0]))
    ordered = [change for item in draft(language).items for change in item.clause.changes]
    assert [change for change in reading.changes if not isinstance(change, EnterIntoForce)] == ordered
    assert reading.not_understood == ()


def test_a_tajik_draft_is_for_a_tajik_editor_and_says_so_in_both_languages() -> None:
    first = draft("tg").lines[0]
    assert "муҳаррири" in first
    assert "draft for a Tajik legislative editor" in first


def test_entry_into_force_is_the_last_article_and_stands_among_no_items() -> None:
    lines = draft("ru", EnterIntoForce(places("act"), date(2027, 3, 1))).lines
    assert [line for line in lines if "2027" in line] == [
        "Статья 2. Настоящий Закон ввести в действие с 1 марта 2027 года."
    ]


def test_several_acts_have_an_article_each_whose_items_are_counted_anew() -> None:
    path, changes = CHANGES["ru"]
    other = law(LAW_BOOK / "border.ru.txt")
    both = draft_act([Amended(law(path), changes), Amended(other, (DeleteWords(places("art_3#heading"), ("мост",)),))])
    starts = [line.split(" ")[0:3] for line in both.lines if line.startswith(("Статья", "1. "))]
    assert "в некоторые законодательные акты Республики Вестария" in both.title
    assert [start[:2] for start in starts if start[0] == "Статья"] == [
        *(["Статья", "1."], ["Статья", "2."], ["Статья", "3."]),
    ]
    assert sum(start[0] == "1." for start in starts) == 2


def test_an_act_of_which_nothing_changes_has_no_article() -> None:
    path, changes = CHANGES["ru"]
    both = draft_act([Amended(law(LAW_BOOK / "border.ru.txt"), ()), Amended(law(path), changes)])
    starts = [line.split(".")[0] for line in both.lines if line.startswith("Статья ") and "«" not in line.split(" ")[2]]
    assert starts == ["Статья 1", "Статья 2"]
    assert {item.act for item in both.items} == {1}


def test_an_agreement_is_amended_by_a_law() -> None:
    agreement = build_law(
        read_bytes(b"AGREEMENT\nbetween Olmira and Vestaria on bridges\nArticle 1\nBridges open.", "a.txt")
    )
    kind = draft_act([Amended(agreement, (DeleteWords(places("art_1"), ("open",)),))]).lines[1]
    assert kind.startswith("LAW")


def test_the_title_of_the_user_stands_in_the_draft() -> None:
    path, changes = CHANGES["ru"]
    assert "О мостах" in draft_act([Amended(law(path), changes)], "О мостах").lines


def test_clauses_of_two_languages_stand_side_by_side_by_unit_and_not_by_number() -> None:
    rows = aligned([draft("ru"), draft("tg")])
    assert [(row.unit, len(row.clauses["ru"]), len(row.clauses["tg"])) for row in rows] == [
        ("art_5", 1, 1),
        ("+article 9(1)", 1, 1),
        ("art_10", 1, 1),
        ("act", 0, 1),
    ]


def test_a_draft_in_a_language_without_formulae_is_refused() -> None:
    kazakh = build_law(read_bytes("\n".join(TEXTS["kk"]).encode(), "law.txt"))
    with pytest.raises(NoFormulae):
        draft_act([Amended(kazakh, ())])
