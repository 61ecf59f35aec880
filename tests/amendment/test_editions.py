"""Two editions are compared unit by unit: what shifted is no change, and both can be read again from the comparison."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.amendment.editions import Difference, What, difference
from muvofiq.amendment.redline import Mark
from muvofiq.law.build import build_law
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.opening import open_laws
from muvofiq.law.tree import Law, Note, Provision
from muvofiq.text.read import read_bytes
from tests.paths import RUSSIAN, TAJIK, real

LAW = """ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ
О мостах
Глава 1. Мосты
Статья 1. Мост
1. Мост строит государство за счёт казны.
2. По мосту проходит каждый, кто показал документ:
1) паспорт гражданина;
2) вид на жительство;
3) справку о рождении.
Статья 2. Опора
Опора моста стоит на дне реки и осматривается ежегодно.
Статья 3. Сторож
Сторож моста пропускает каждого человека и никого не расспрашивает о цели пути.
Сторож ведёт журнал, в котором отмечает время прохода.
Глава 2. Паромы
Статья 4. Паром
Паром ходит по расписанию, которое утверждает начальник пристани.
"""


def law(text: str) -> Law:
    return build_law(read_bytes(text.encode(), "bridges.txt"))


def compared(*changes: tuple[str, str]) -> Difference:
    """Compare the law with the one in which each of these words has been changed for others."""
    after = LAW
    for old, new in changes:
        assert after.count(old) == 1, old
        after = after.replace(old, new)
    found = difference(law(LAW), law(after))
    assert found.proves(law(LAW), law(after))
    return found


def between(before: str, after: str) -> Difference:
    """Compare the law with these words in it with the one that has those in their place."""
    old, new = (law(LAW.replace("на дне реки", f"на дне {one} реки")) for one in (before, after))
    found = difference(old, new)
    assert found.proves(old, new)
    return found


def told(found: Difference) -> list[tuple[str, str]]:
    """Return what became of the units that did not stay the same."""
    return [(one.what.value, one.side.eid) for one in found.units if one.what is not What.SAME]


def test_the_same_edition_has_no_difference() -> None:
    found = compared()
    assert told(found) == []
    assert found.counts[What.SAME] == len(found.units) == 15
    assert found.fate("art_1") == (What.SAME, "art_1")


def test_a_changed_word_is_one_change_of_one_unit() -> None:
    found = compared(("за счёт казны", "за счёт пошлин"))
    assert told(found) == [("changed", "art_1__para_1")]
    (changed,) = (one for one in found.units if one.what is What.CHANGED)
    assert [one.text for one in changed.text if one.kind is not Mark.KEPT] == ["казны", "пошлин"]
    assert found.fate("art_1") == (What.CHANGED, "art_1")
    assert found.fate("art_1__para_2") == (What.SAME, "art_1__para_2")


def test_an_inserted_paragraph_without_number_is_one_addition() -> None:
    found = compared(("Сторож ведёт журнал", "Сторож носит знак с номером.\nСторож ведёт журнал"))
    assert [one.what for one in found.units if one.what is not What.SAME] == [What.ADDED]
    assert found.fate("art_3") == (What.CHANGED, "art_3")


def test_a_paragraph_reworded_in_its_place_is_changed_and_not_removed() -> None:
    found = compared(("Сторож ведёт журнал, в котором отмечает время прохода.", "Учёт отменён указом палаты."))
    assert [one.what for one in found.units if one.what is not What.SAME] == [What.CHANGED]


def test_an_inserted_article_renumbers_those_behind_it_and_changes_none() -> None:
    found = compared(
        ("Статья 2. Опора", "Статья 2. Перила\nПерила моста красят каждой весной зелёной краской.\nСтатья 3. Опора"),
        ("Статья 3. Сторож", "Статья 4. Сторож"),
        ("Статья 4. Паром", "Статья 5. Паром"),
    )
    assert told(found) == [
        ("added", "art_2"),
        ("added", "art_2__indent_1"),
        ("moved", "art_3"),
        ("moved", "art_4"),
        ("moved", "art_5"),
    ]
    assert found.fate("art_3") == (What.MOVED, "art_4")
    assert [one.before.eid for one in found.units if one.before and one.what is What.MOVED] == [
        "art_2",
        "art_3",
        "art_4",
    ]


def test_a_removed_point_renumbers_those_behind_it() -> None:
    found = compared(("2) вид на жительство;\n", ""), ("3) справку о рождении", "2) справку о рождении"))
    assert told(found) == [("removed", "art_1__para_2__point_2"), ("moved", "art_1__para_2__point_2")]
    assert found.fate("art_1__para_2__point_2") == (What.REMOVED, "")
    assert found.fate("art_1__para_2__point_3") == (What.MOVED, "art_1__para_2__point_2")
    assert found.fate("art_1__para_2")[0] is What.CHANGED


def test_a_unit_of_the_same_number_with_all_other_words_is_changed() -> None:
    found = compared(("2) вид на жительство", "2) билет на паром"))
    assert told(found) == [("changed", "art_1__para_2__point_2")]


def test_what_moved_to_another_article_is_found_there() -> None:
    moved = "Сторож ведёт журнал, в котором отмечает время прохода."
    found = compared((f"{moved}\n", ""), ("начальник пристани.", f"начальник пристани.\n{moved}"))
    assert {one.what for one in found.units} == {What.SAME, What.MOVED}
    (one,) = (one for one in found.units if one.what is What.MOVED)
    assert one.before
    assert one.after
    assert (one.before.reference.steps[0].number.stem, one.after.reference.steps[0].number.stem) == ("3", "4")


def test_a_moved_article_is_found_although_its_order_changed() -> None:
    article = "Статья 2. Опора\nОпора моста стоит на дне реки и осматривается ежегодно.\n"
    found = compared((article, ""), ("начальник пристани.\n", f"начальник пристани.\n{article.replace('2', '5')}"))
    assert ("moved", "art_5") in told(found)
    assert found.fate("art_2") == (What.MOVED, "art_5")


def test_a_repealed_article_is_no_mere_change() -> None:
    found = compared(
        ("Статья 2. Опора\nОпора моста стоит на дне реки и осматривается ежегодно.", "Статья 2. Утратила силу.")
    )
    assert ("repealed", "art_2") in told(found)
    assert found.fate("art_2") == (What.REPEALED, "art_2")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("5 %", "5"),
        ("5 %", "5 ‰"),
        ("10,5", "10.5"),
        ("10-15", "10,15"),
        ("−5", "+5"),
        ("-5", "5"),
        ("5°", "5"),
        ("< 5", "> 5"),
        ("№ 5", "§ 5"),
        ("10/15", "10–15"),
        ("5$", "5€"),
    ],
)
def test_a_sign_that_says_something_is_a_change(before: str, after: str) -> None:
    assert told(between(before, after)) == [("changed", "art_2__indent_1")]


@pytest.mark.parametrize(
    ("before", "after"),
    [("5 %", "5%"), ("10-15", "10 – 15"), ("-5", "−5"), ("по 5;", "по 5."), ("«5»", "“5”"), ("(№ 5)", "№ 5")],
)
def test_a_sign_that_only_ends_a_clause_or_is_typed_in_another_way_is_none(before: str, after: str) -> None:
    assert told(between(before, after)) == [("signs", "art_2__indent_1")]


def test_other_signs_between_the_same_words_are_told_from_a_change() -> None:
    found = compared(("расписанию, которое", "расписанию которое"))
    assert [what for what, _ in told(found)] == ["signs"]
    assert found.fate("art_4")[0] is What.SIGNS
    found = compared(("Статья 4. Паром", "Статья 4. ПАРОМ"))
    assert told(found) == [("signs", "art_4")]


def test_a_figure_is_a_word_and_no_sign() -> None:
    before, after = law(LAW.replace("ежегодно", "раз в 1,5 года")), law(LAW.replace("ежегодно", "раз в 15 года"))
    assert [one.what for one in difference(before, after).units if one.what is not What.SAME] == [What.CHANGED]


def test_a_note_of_change_is_shown_apart_and_leaves_the_words_the_same() -> None:
    found = compared(("ежегодно.", "ежегодно. (в редакции Закона РВ от 02.01.2019 г. № 15)"))
    ((what, eid),) = told(found)
    assert what == "noted"
    (noted,) = (one for one in found.units if one.what is What.NOTED)
    assert "02.01.2019" in "".join(one.text for one in noted.notes if one.kind is Mark.ADDED)
    assert found.fate(eid) == (What.SAME, eid)


def test_a_removed_unit_stands_where_it_stood() -> None:
    found = compared(("2. По мосту проходит каждый, кто показал документ:\n", ""), ("Глава 2. Паромы\n", ""))
    order = [one.side.eid for one in found.units]
    removed = [one.side.eid for one in found.units if one.what is What.REMOVED]
    assert "chp_2" in removed
    assert order.index("art_3") < order.index("chp_2") < order.index("art_4")


def test_what_stands_outside_the_units_is_compared_too() -> None:
    found = compared(("О мостах", "О мостах и паромах"))
    assert [one.text for one in found.head if one.kind is Mark.ADDED] == [" и паромах"]
    assert told(found) == []


@pytest.mark.parametrize("path", [RUSSIAN, TAJIK])
def test_our_sample_law_is_found_again_when_all_its_articles_are_renumbered(path: Path) -> None:
    (before,) = open_laws(path.read_bytes(), path.name)
    after = replace(before, provisions=tuple(_shifted(one) for one in before.provisions))
    found = difference(before, after)
    assert found.proves(before, after)
    assert found.counts[What.MOVED] == sum(1 for _ in before.articles())
    assert set(found.counts) - {what for what, count in found.counts.items() if not count} <= {What.SAME, What.MOVED}


def _shifted(unit: Provision) -> Provision:
    below = tuple(map(_shifted, unit.children))
    if unit.kind is not Kind.ARTICLE:
        return replace(unit, children=below)
    number = Number(str(int(unit.number.stem) + 7), unit.number.inserted)
    return replace(unit, number=number, label=unit.label.replace(unit.number.stem, number.stem), children=below)


WORDS = st.lists(st.sampled_from(["мост", "река", "не", "паром", "12", ",", "ҳуқуқ"]), max_size=6).map(" ".join)
NUMBERS = st.sampled_from(["1", "2", "3", "а"]).map(Number.parse)


def units(kinds: list[Kind]) -> st.SearchStrategy[tuple[Provision, ...]]:
    kind, *below = kinds
    children = units(below) if below else st.just(())
    one = st.builds(
        Provision,
        kind=st.just(kind),
        number=NUMBERS,
        label=st.sampled_from(["", "1.", "2)"]),
        heading=WORDS,
        text=WORDS,
        line=st.just(1),
        children=children,
        notes=st.lists(st.builds(Note, text=st.sampled_from(["(в ред.)", "(доп.)"]), line=st.just(1)), max_size=1).map(
            tuple
        ),
        repealed=st.booleans(),
    )
    return st.lists(one, max_size=3).map(tuple)


SHAPES = ([Kind.CHAPTER, Kind.ARTICLE, Kind.PART, Kind.POINT], [Kind.ARTICLE, Kind.PART], [Kind.POINT, Kind.INDENT])
LAWS = st.one_of(*map(units, SHAPES)).map(
    lambda provisions: Law("bridges", "О мостах", "ru", "0" * 64, ("О мостах",), provisions)
)


@given(LAWS, LAWS)
def test_both_editions_can_be_read_again_whatever_they_are(before: Law, after: Law) -> None:
    found = difference(before, after)
    assert found.proves(before, after)
    assert sum(one.before is not None for one in found.units) == sum(1 for _ in before.units())
    assert sum(one.after is not None for one in found.units) == sum(1 for _ in after.units())
    assert [one.after.at for one in found.units if one.after] == list(range(sum(1 for _ in after.units())))


@given(LAWS)
def test_an_edition_beside_itself_is_the_same(one: Law) -> None:
    assert {unit.what for unit in difference(one, one).units} <= {What.SAME}


@given(LAWS, LAWS)
def test_a_comparison_that_lacks_a_unit_proves_nothing(before: Law, after: Law) -> None:
    found = difference(before, after)
    for at in range(len(found.units)):
        assert not replace(found, units=found.units[:at] + found.units[at + 1 :]).proves(before, after)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_real_editions_differ_in_what_was_amended(language: str) -> None:
    folder = real("gold/amendments/31996l0009__32019l0790__2019-06-06") / language
    (before,) = open_laws((folder / "before.xml").read_bytes(), "before.html")
    (after,) = open_laws((folder / "after.html").read_bytes(), "after.html")
    found = difference(before, after)
    assert found.proves(before, after)
    assert told(found) == [("changed", "art_6__para_2__point_b"), ("changed", "art_9__point_b")]
