from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muvofiq.amendment.applying import Why, apply, apply_all
from muvofiq.amendment.change import (
    EVERY,
    LAST,
    Change,
    DeleteWords,
    EnterIntoForce,
    InsertSentences,
    InsertUnits,
    InsertWords,
    NewEdition,
    NumberUnits,
    RemoveUnits,
    Renumber,
    Repeal,
    ReplaceWords,
    Suspend,
)
from muvofiq.amendment.errors import ChangesNotApplied
from muvofiq.amendment.place import Place
from muvofiq.law.build import build_law
from muvofiq.law.grammar import grammars
from muvofiq.law.kind import Kind
from muvofiq.law.tree import Law, Provision
from muvofiq.tables import table
from muvofiq.text.read import read_bytes, read_file
from tests.amendment.small_law import BRIDGES, at, changed, law, reads, refused
from tests.paths import RUSSIAN, real

BORDER = build_law(read_file(RUSSIAN))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (ReplaceWords(at("art_4"), ("расписанию",), ("приказу",)), "Паром ходит по приказу, которое утверждает"),
        (ReplaceWords(at("art_3"), ("Сторож",), ("Страж",), 2), "человека. Страж ведёт журнал.\nСторож отмечает"),
        (ReplaceWords(at("art_3__indent_1"), ("Сторож",), ("Страж",), LAST), "Сторож моста пропускает человека. Страж"),
        (ReplaceWords(at("art_3"), ("Сторож",), ("Страж",), EVERY), "Страж моста пропускает человека. Страж ведёт"),
        (ReplaceWords(at("art_4"), ("Паром", "пристани"), ("Плот", "затона")), "Плот ходит по расписанию, которое утв"),
        (DeleteWords(at("art_4"), (", которое утверждает начальник пристани",)), "Паром ходит по расписанию."),
        (DeleteWords(at("art_2-1"), ("моста",)), "\nОпора стоит на дне реки."),
        (InsertWords(at("art_4"), ("и ночью",), ("расписанию",)), "по расписанию и ночью, которое"),
        (InsertWords(at("art_4"), ("всегда",), ("ходит",), before=True), "Паром всегда ходит"),
        (InsertWords(at("art_4"), (", а зимой лёд,",), ("Паром",)), "Паром, а зимой лёд, ходит"),
        (InsertWords(at("art_4"), ("или его помощник",)), "начальник пристани или его помощник."),
        (InsertWords(at("art_4"), (", если река не замёрзла.",)), "начальник пристани, если река не замёрзла."),
        (InsertWords(at("art_4"), ("Зимой",), before=True), "\nЗимой Паром ходит"),
        (InsertSentences(at("art_4"), "Зимой он стоит."), "начальник пристани. Зимой он стоит."),
        (InsertSentences(at("art_1__para_1"), "Он крепок.", 2), "казны. Он крепок. Мост открыт всегда."),
        (InsertSentences(at("art_1__para_2"), "Прочие ждут."), "3) справку о рождении.\nПрочие ждут."),
        (ReplaceWords(at("art_1__para_1#s2"), ("Мост",), ("Он",)), "казны. Он открыт всегда."),
        (NewEdition(at("art_1__para_1#s3"), "Проход бесплатен."), "открыт всегда. Проход бесплатен."),
        (RemoveUnits(at("art_1__para_1#s2")), "за счёт казны. Плата за проход"),
        (ReplaceWords(at("art_5__para_1#sanction"), ("пять",), ("шесть",)), "наказывается штрафом в шесть марок."),
        (InsertWords(at("art_5__para_2#disposition"), ("или трижды",), ("дважды",)), "дважды или трижды, –\n"),
        (NewEdition(at("art_4#heading"), "Паром и плот"), "Статья 4. Паром и плот\n"),
        (ReplaceWords(at("art_4#heading"), ("Паром",), ("Плот",)), "Статья 4. Плот\nПаром"),
        (ReplaceWords(at("art_6"), ("Исполнение",), ("Кто исполняет",)), "Статья 6. Кто исполняет\n"),
        (NewEdition(at("annex_1#row:Пеший"), "Пеший | 2"), "Кто | Сколько\nПеший | 2\nКонный | 3"),
        (RemoveUnits(at("annex_1#row:Пеший")), "Кто | Сколько\nКонный | 3"),
        (InsertUnits(at("annex_1"), "Воз | 5", after=Place.parse("annex_1#row:Пеший")), "Пеший | 1\nВоз | 5\nКонный"),
    ],
    ids=lambda value: str(value)[:60],
)
def test_words_are_changed_where_the_act_says(change: Change, words: str) -> None:
    article = Place(change.places[0].steps[:1])
    assert words in reads(changed(change), str(article))


@pytest.mark.parametrize(
    ("change", "why", "nearest"),
    [
        (ReplaceWords(at("art_4"), ("расписаний",), ("приказу",)), Why.NO_WORDS, "расписанию,"),
        (ReplaceWords(at("art_4"), ("распис",), ("приказ",)), Why.NO_WORDS, "расписанию,"),
        (ReplaceWords(at("art_3"), ("Сторож",), ("Страж",)), Why.SEVERAL_WORDS, "Сторож"),
        (ReplaceWords(at("art_3"), ("Сторож",), ("Страж",), 9), Why.NO_WORDS, "Сторож"),
        (ReplaceWords(at("art_3"), ("Сторож", "Журнал"), ("а", "б", "в")), Why.UNREADABLE, "3 ≠ 2"),
        (DeleteWords(at("art_1__para_1#s9"), ("Мост",)), Why.NO_UNIT, "Плата за проход"),
        (InsertSentences(at("art_4"), "Он стоит.", 7), Why.NO_UNIT, "Паром ходит"),
        (InsertUnits(at("art_1"), "2. Новая часть."), Why.UNIT_EXISTS, "2. По мосту проходит"),
        (InsertUnits(at("act"), "Статья 4. Плот\nПлот."), Why.UNIT_EXISTS, "Статья 4. Паром"),
        (Renumber(at("art_1__para_3"), ("2",)), Why.UNIT_EXISTS, "2. По мосту проходит"),
        (NewEdition(at("art_4"), "Глава 7. Реки"), Why.UNREADABLE, "Line 1"),
        (Renumber(at("art_2__indent_3"), ("4",)), Why.NO_UNIT, "3: – паром"),
        (NumberUnits(at("art_1")), Why.UNIT_EXISTS, "Статья 1. Мост"),
        (RemoveUnits(at("art_1#preamble")), Why.NO_UNIT, ""),
    ],
    ids=lambda value: str(value)[:60],
)
def test_what_does_not_fit_is_told_with_the_nearest_and_changes_nothing(change: Change, why: Why, nearest: str) -> None:
    applied = refused(change)
    (one,) = applied.not_applied
    assert (one.why, one.change) == (why, change)
    assert nearest in one.nearest
    assert applied.law == BRIDGES


def test_one_misfit_keeps_all_changes_from_being_made() -> None:
    fits = ReplaceWords(at("art_4"), ("расписанию",), ("приказу",))
    with pytest.raises(
        ChangesNotApplied, match=r"1 of 3 changes(?s:.*)art_77: the law has no such unit; the law has: «Статья 6"
    ):
        apply_all(BRIDGES, (fits, Repeal(at("art_5", "art_77"))))


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("Статья 2(2). Свая\nСвая стоит.", ["2(1)", "2(2)", "3"]),
        ("Статья 1(1). Свая\nСвая стоит.", ["1", "1(1)", "2"]),
        ("Статья 7. Свая\nСвая стоит.", ["6", "7"]),
    ],
)
def test_an_article_stands_where_its_number_belongs(words: str, order: list[str]) -> None:
    numbers = [str(unit.number) for _, unit, _ in changed(InsertUnits(at("act"), words)).articles()]
    assert tuple(order) in [tuple(numbers[start : start + len(order)]) for start in range(len(numbers))]


def test_units_are_added_to_the_unit_in_which_they_lie() -> None:
    of = changed(
        InsertUnits(at("art_1"), "2(1). Дети проходят без документа."),
        InsertUnits(at("art_1__para_2"), "2(1)) билет;"),
        InsertUnits(at("art_1__para_2__point_2"), "в) утраченный."),
        InsertUnits(at("act"), "Глава 1(1). Броды\nСтатья 3(1). Брод\n1. Брод мелок."),
        InsertUnits(at("act"), "Приложение 2\nСписок бродов\nБрод у мельницы"),
    )
    assert reads(of, "art_1__para_2-1") == "2(1). Дети проходят без документа."
    assert [child.label for child in _unit(of, "art_1__para_2").children] == ["1)", "2)", "2(1))", "3)"]
    assert reads(of, "art_1__para_2__point_2__subpara_в") == "в) утраченный."
    assert reads(of, "chp_1-1__art_3-1__para_1") == "1. Брод мелок."
    assert [unit.label for unit in of.provisions] == [
        *("Глава 1.", "Глава 1(1).", "Глава 2.", "Приложение 1", "Приложение 2")
    ]


def test_points_in_letters_and_roman_figures_stand_in_their_order() -> None:
    items = "".join(f"({number}) Rule {number} of the river;\n" for number in ("i", "ii", "iii", "iv", "v"))
    of = law(
        f"Rivers Act\nArticle 1\nRivers\n1. A river is crossed:\n(a) by day;\n{items}(b) by night.\nArticle 2\nEnd\n"
    )
    of = changed(
        InsertUnits(at("art_1__para_1__point_a"), "(vi) by ferry;"),
        InsertUnits(at("art_1__para_1"), "(aa) at dawn;"),
        InsertUnits(at("act"), "Article 1a\nBridges\n1. A bridge is free."),
        of=of,
    )
    assert [child.label for child in _unit(of, "art_1__para_1").children] == ["(a)", "(aa)", "(b)"]
    labels = [child.label for child in _unit(of, "art_1__para_1__point_a").children]
    assert labels == ["(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)"]
    nine = changed(InsertUnits(at("art_1__para_1__point_a"), "(ix) in fog;"), of=of)
    assert _unit(nine, "art_1__para_1__point_a").children[-1].label == "(ix)"
    assert [str(unit.number) for _, unit, _ in of.articles()] == ["1", "1a", "2"]


def test_indents_are_added_by_their_ordinals_and_counted_anew() -> None:
    of = changed(InsertUnits(at("art_2"), "– лёд – вода зимой;\n– брод – мелкое место;", numbers=(3, 4)))
    assert reads(of, "art_2__indent_3") == "– лёд – вода зимой;"
    assert reads(of, "art_2__indent_5") == "– паром – судно на канате;"
    assert [str(unit.number) for unit in _unit(of, "art_2").children] == ["1", "2", "3", "4", "5", "6"]


def test_every_change_counts_indents_as_the_law_did_before_the_act() -> None:
    of = changed(
        RemoveUnits(at("art_2__indent_2")),
        InsertUnits(at("art_2"), "– лёд – вода зимой;", after=Place.parse("art_2__indent_3")),
        ReplaceWords(at("art_2__indent_4"), ("служащий",), ("работник",)),
    )
    assert reads(of, "art_2").split("\n")[2:] == [
        "– паром – судно на канате;",
        "– лёд – вода зимой;",
        "– сторож – работник моста.",
    ]


def test_counted_indents_are_verified_when_they_are_renumbered() -> None:
    insert = InsertUnits(at("art_2"), "– лёд – вода зимой;", numbers=(3,))
    later = Renumber(at("art_2__indent_3", "art_2__indent_4"), ("4", "5"))
    new_number = ReplaceWords(at("art_2__indent_5"), ("служащий",), ("работник",))
    assert "– сторож – работник моста." in reads(changed(insert, later, new_number), "art_2")
    assert apply(BRIDGES, (later, insert)).law == changed(insert)


def test_a_number_set_free_by_renumbering_can_be_given_to_a_new_unit() -> None:
    changes = (
        InsertUnits(at("art_1"), "2. Мост закрыт ночью."),
        Renumber(at("art_1__para_2", "art_1__para_3"), ("3", "4")),
        ReplaceWords(at("art_1__para_4"), ("моста",), ("реки",)),
    )
    parts = _unit(changed(*changes), "art_1").children
    assert [part.label for part in parts] == ["1.", "2.", "3.", "4."]
    assert [part.text.split()[0] for part in parts] == ["Мост", "Мост", "По", "Сторож"]
    assert parts[3].text == "Сторож реки не спрашивает о цели пути."
    one_by_one = (Renumber(at("art_1__para_2"), ("3",)), Renumber(at("art_1__para_3"), ("4",)))
    assert changed(changes[0], *one_by_one, changes[2]) == changed(*changes)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("art_1__para_2__point_1", "1) утратил силу;"),
        ("art_1__para_2__point_3", "3) утратил силу."),
        ("art_1__para_3", "3. Утратила силу."),
        ("art_4", "Статья 4. Утратила силу."),
        ("art_2__indent_3", "утратил силу;"),
        ("chp_2", "Глава 2. Утратила силу"),
        ("annex_1", "Приложение 1 Утратило силу"),
    ],
)
def test_a_repealed_unit_keeps_its_number_and_says_so(place: str, words: str) -> None:
    of = changed(Repeal(at(place)))
    assert reads(of, place).split("\n")[0] == words
    assert _unit(of, place).repealed


@pytest.mark.parametrize("after", [None, Place.parse("art_2__point_4"), Place.parse("art_2__point_5")])
def test_the_number_of_a_repealed_unit_can_be_given_anew(after: Place | None) -> None:
    assert _unit(BORDER, "art_2__point_5").repealed
    of = apply_all(BORDER, (InsertUnits(at("art_2"), "5) беженец – человек в беде;", after),))
    labels = [child.label for child in _unit(of, "art_2").children if child.label]
    assert labels == ["1)", "2)", "3)", "3(1))", "4)", "5)", "6)", "7)", "8)"]
    assert not _unit(of, "art_2__point_5").repealed


def test_a_repealed_act_and_chapter_take_their_articles_along() -> None:
    assert all(unit.repealed for _, unit, _ in changed(Repeal(at("act"))).units())
    of = changed(Repeal(at("chp_2")))
    assert [unit.repealed for _, unit, _ in of.articles()] == [False] * 4 + [True] * 3 + [False]


def test_the_words_for_a_repealed_unit_are_known_as_such_in_every_language() -> None:
    for row in table("formulae/repealed.csv"):
        assert grammars()[row["language"]].mark("repealed").match(row["words"]), row
    assert {row["language"] for row in table("formulae/repealed.csv")} == set(grammars())


def test_a_removed_unit_is_gone_and_what_is_numbered_behind_it_keeps_its_number() -> None:
    of = changed(RemoveUnits(at("art_1__para_2", "art_2__indent_2", "art_3__para_2", "art_5__para_1__indent_1")))
    assert [part.label for part in _unit(of, "art_1").children] == ["1.", "3."]
    assert [str(one.number) for one in _unit(of, "art_2").children] == ["1", "2", "3"]
    assert reads(of, "art_3").split("\n")[1:] == [
        "Сторож моста пропускает человека. Сторож ведёт журнал.",
        "Журнал хранится один год.",
    ]
    assert reads(of, "art_5__para_1") == "1. наказывается штрафом в пять марок."


def test_units_read_anew_even_if_their_count_changes() -> None:
    of = changed(
        NewEdition(at("art_2__indent_2", "art_2__indent_3"), "– мост – путь;\n– лёд – вода;\n– брод – мель;"),
        NewEdition(at("art_1__para_2__point_1"), "1) паспорт любого государства;"),
        NewEdition(at("art_3__para_2"), "Сторож пишет:\n1) время;\n2) имя;\n3) цель."),
        NewEdition(at("art_1__para_1__indent_1"), "Мост строит город.\nГород его чинит."),
    )
    assert reads(of, "art_2").split("\n")[2:] == ["– мост – путь;", "– лёд – вода;", "– брод – мель;", _last()]
    assert [str(one.number) for one in _unit(of, "art_2").children] == ["1", "2", "3", "4", "5"]
    assert reads(of, "art_1__para_2__point_1") == "1) паспорт любого государства;"
    assert reads(of, "art_3__point_3") == "3) цель."
    assert reads(of, "art_1__para_1") == "1. Мост строит город.\nГород его чинит."


def test_the_first_and_further_indents_read_anew_together() -> None:
    of = changed(NewEdition(at("art_5__para_1__indent_1", "art_5__para_1__indent_2"), "1. Безбилетник, –\nплатит."))
    assert reads(of, "art_5__para_1") == "1. Безбилетник, –\nплатит."
    fewer = changed(NewEdition(at("art_5__para_1__indent_1", "art_5__para_1__indent_2"), "Безбилетник платит."))
    assert reads(fewer, "art_5__para_1") == "1. Безбилетник платит."


def test_unnumbered_parts_are_numbered_and_then_cited_by_number() -> None:
    of = changed(NumberUnits(at("art_3")), ReplaceWords(at("art_3__para_3"), ("один год",), ("два года",)))
    assert reads(of, "art_3").split("\n")[1:] == [
        "1. Сторож моста пропускает человека. Сторож ведёт журнал.",
        "2. Сторож отмечает в журнале:",
        "1) время прохода;",
        "2) имя, если человек его назвал.",
        "3. Журнал хранится два года.",
    ]
    assert reads(of, "art_3__para_2__point_1") == "1) время прохода;"


def test_a_suspended_unit_keeps_its_text_and_is_noted() -> None:
    of = changed(Suspend(at("art_4"), date(2027, 1, 1)), EnterIntoForce(at("act"), date(2026, 1, 1)))
    unit = _unit(of, "art_4")
    assert [note.text for note in unit.notes] == ["(действие приостановлено до 01.01.2027)"]
    assert reads(of, "art_4") == reads(BRIDGES, "art_4")


def test_words_are_replaced_throughout_the_act_in_the_forms_that_are_listed() -> None:
    forms = ReplaceWords(at("act"), ("паром", "паромах", "паромы", "Паром", "Паромы"), ("плот",) * 5, EVERY)
    of = changed(forms)
    assert of.title == "ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ О мостах и плот"
    assert of.head[1] == "О мостах и плот"
    assert "– плот – судно на канате;" in reads(of, "art_2")
    assert reads(of, "art_4").startswith("Статья 4. плот\nплот ходит")
    lacking = ReplaceWords(at("act"), ("паром", "верблюд"), ("плот", "осёл"), EVERY)
    assert refused(lacking).not_applied[0].why is Why.NO_WORDS


def test_title_and_preamble_read_anew_in_the_head_too() -> None:
    of = changed(NewEdition(at("act#heading"), "О реках"), NewEdition(at("act#preamble"), "Закон о реках.\nИ о море."))
    assert of.title == "ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ О реках"
    assert of.head == (BRIDGES.head[0], "О реках", BRIDGES.head[2], "Закон о реках.", "И о море.")
    assert changed(RemoveUnits(at("act#preamble"))).head == BRIDGES.head[:3]
    assert of.provisions == BRIDGES.provisions


def test_signs_that_look_otherwise_are_found_and_the_new_words_written_as_given() -> None:
    of = law('О\nСтатья 1. А\nЗакон  "О реке" — о воде.\nСтатья 2. Б\nВ.')
    words = changed(ReplaceWords(at("art_1"), ("Закон «О реке» – о",), ("Кодекс «О море» — о",)), of=of)
    assert reads(words, "art_1").split("\n")[1] == "Кодекс «О море» — о воде."


def test_new_units_take_the_line_and_a_changed_unit_keeps_its_notes() -> None:
    old = _unit(BORDER, "art_2__point_7")
    edited = NewEdition(at("art_2__point_7"), "7) уязвимое лицо – ребёнок;")
    new = _unit(apply_all(BORDER, (edited,)), "art_2__point_7")
    assert (new.line, new.notes) == (old.line, old.notes)
    assert new.notes
    added = apply_all(BORDER, (InsertUnits(at("art_2"), "7(1)) беженец – человек;"),))
    assert _unit(added, "art_2__point_7-1").line == old.line


def test_nothing_changes_nothing_and_what_is_not_touched_stays_the_same_object() -> None:
    assert apply(BRIDGES, ()).law == BRIDGES
    of = changed(ReplaceWords(at("art_4"), ("расписанию",), ("приказу",)))
    assert of.provisions[0] is BRIDGES.provisions[0]
    assert of.provisions[1].children[1] is BRIDGES.provisions[1].children[1]
    assert of.provisions[1] is not BRIDGES.provisions[1]


TEXTS = [(reference.eid, unit.text) for reference, unit, _ in BORDER.units() if len(unit.text.split()) > 3]


@st.composite
def replacements(draw: st.DrawFn) -> ReplaceWords:
    """Return a replacement of some words of the border law, told by their count where they stand there twice."""
    eid, text = draw(st.sampled_from(TEXTS))
    words = text.split()
    start = draw(st.integers(0, len(words) - 1))
    old = " ".join(words[start : start + draw(st.integers(1, 3))]).strip(" .,;:–«»()")
    if not old:
        old = words[0]
    return ReplaceWords(at(eid), (old,), (draw(st.sampled_from(["журавль", "двое суток", "№ 5"])),), 1)


@settings(max_examples=50)
@given(change=replacements())
def test_what_is_replaced_and_replaced_back_gives_the_old_law(change: ReplaceWords) -> None:
    there = apply_all(BORDER, (change,))
    assert there != BORDER
    assert apply_all(there, (ReplaceWords(change.places, change.new, change.old, 1),)) == BORDER


@settings(max_examples=50)
@given(changes=st.lists(replacements(), min_size=2, max_size=5, unique_by=lambda change: change.places))
def test_changes_in_places_apart_can_be_made_in_any_order(changes: list[ReplaceWords]) -> None:
    apart = [one for one in changes if not any(_lies_in(one, other) for other in changes if other is not one)]
    assert apply_all(BORDER, apart) == apply_all(BORDER, apart[::-1])


@pytest.mark.parametrize("name", ["kz_criminal_code_ru"])
def test_a_large_code_is_changed_at_three_hundred_places_in_one_go(name: str) -> None:
    file = next(real(f"gold/structure/{name}").glob("source.*"))
    code = build_law(read_bytes(file.read_bytes(), file.name))
    units = [(reference, unit) for reference, unit, _ in code.units() if len(unit.text.split()) > 8][::9][:300]
    changes = [ReplaceWords((Place(one.steps),), (unit.text.split()[4],), ("журавль",), 1) for one, unit in units]
    assert len(changes) == 300
    of = apply(code, changes)
    assert sum("журавль" in unit.text for _, unit, _ in of.law.units()) == 300 - len(of.not_applied)
    assert len(of.not_applied) <= 3


def _unit(of: Law, place: str) -> Provision:
    (unit,) = (unit for reference, unit, _ in of.units() if reference.eid.endswith(place))
    return unit


def _lies_in(one: ReplaceWords, other: ReplaceWords) -> bool:
    steps, around = one.places[0].steps, other.places[0].steps
    return steps[: len(around)] == around or around[: len(steps)] == steps


def _last() -> str:
    return "– сторож – служащий моста."


def test_an_annex_is_added_behind_the_last_unit_of_an_act_without_annexes() -> None:
    after = apply_all(BORDER, [InsertUnits((Place(),), words="Приложение 1\nФорма заявления\n1. Имя заявителя.")])
    assert [unit.heading for unit in after.provisions if unit.kind is Kind.ANNEX] == ["Форма заявления"]
    assert after.provisions[-1].kind is Kind.ANNEX


@pytest.mark.parametrize(
    ("change", "there"),
    [
        (NewEdition(at("art_1__para_2"), "3. Мост закрыт."), "3. Сторож моста"),
        (NewEdition(at("art_4"), "Статья 3. Паром\nПаром ходит."), "Статья 3. Сторож"),
    ],
)
def test_a_new_edition_under_a_number_that_another_unit_has_is_not_made(change: Change, there: str) -> None:
    applied = refused(change)
    assert applied.law == BRIDGES
    assert [(one.why, one.nearest[: len(there)]) for one in applied.not_applied] == [(Why.UNIT_EXISTS, there)]


def test_a_new_edition_may_take_the_number_that_another_unit_gives_up() -> None:
    after = changed(RemoveUnits(at("art_1__para_3")), NewEdition(at("art_1__para_2"), "3. Мост закрыт."))
    assert reads(after, "art_1").endswith("\n3. Мост закрыт.")


def test_a_point_added_to_a_point_comes_behind_it() -> None:
    after = changed(InsertUnits(at("art_3__point_2"), "3) погоду."))
    assert reads(after, "art_3__point_3") == "3) погоду."
    assert reads(after, "art_3__point_2") == "2) имя, если человек его назвал."


@pytest.mark.parametrize(
    ("change", "nearest"),
    [
        (InsertUnits(at("art_4"), "Паром не ходит ночью.", numbers=(3,)), "Паром ходит"),
        (InsertUnits(at("art_1"), "Мост открыт.", numbers=(2,)), "Статья 1. Мост"),
        (InsertUnits(at("chp_2"), "Статья 2(2). Река\nРека течёт."), "Статья 2(1). Опора"),
    ],
)
def test_what_would_skip_a_number_or_lie_in_another_chapter_is_not_added(change: Change, nearest: str) -> None:
    (failed,) = refused(change).not_applied
    assert (failed.why, failed.nearest[: len(nearest)]) == (Why.NO_UNIT, nearest)


def test_what_is_next_by_its_number_is_added() -> None:
    assert reads(changed(InsertUnits(at("art_4"), "Ночью он стоит.", numbers=(2,))), "art_4__indent_2")
    assert reads(changed(InsertUnits(at("chp_1"), "Статья 3(1). Река\nРека.")), "chp_1").endswith("Река\nРека.")
    assert reads(changed(InsertUnits(at("chp_2"), "Статья 3(1). Река\nРека.")), "chp_2").startswith("Глава 2. Паромы")
