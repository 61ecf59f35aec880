"""A wording is read into units and written again to the letter, on our sample laws and on real ones."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.amendment.errors import WordingUnreadable
from muvofiq.amendment.wording import lines_of, read_wording, wording_of
from muvofiq.law.kind import Kind
from muvofiq.law.opening import open_laws
from muvofiq.law.tree import Law, Provision
from tests.paths import RUSSIAN, TAJIK, real

LINES = st.text(st.sampled_from("аб1.)(- –«»:;IV\nСтатья"), min_size=1, max_size=60)


def laws(paths: Iterable[Path]) -> list[Law]:
    return [law for path in paths for law in open_laws(path.read_bytes(), path.name)]


def plain(unit: Provision) -> Provision:
    return replace(unit, line=0, notes=(), children=tuple(map(plain, unit.children)))


def assert_all_come_back(laws: Iterable[Law]) -> int:
    count = 0
    for law in laws:
        for address, unit, _ in law.units():
            read = read_wording(wording_of(unit), law.language, kind=unit.kind, like=(unit,))
            assert tuple(map(plain, read)) == (plain(unit),), str(address)
            assert [one.notes for one in read] == [unit.notes], str(address)
            count += 1
    return count


def kinds(unit: Provision) -> list[tuple[str, str]]:
    return [(one.kind.value, str(one.number)) for one in unit.children]


def test_each_unit_of_the_sample_laws_comes_back_from_its_wording() -> None:
    assert assert_all_come_back(laws((RUSSIAN, TAJIK))) > 200


@pytest.mark.parametrize("folder", ["gold/structure", "gold/tajik/documents"])
def test_each_unit_of_real_laws_comes_back_from_its_wording(folder: str) -> None:
    files = (path for path in sorted(real(folder).rglob("*")) if path.suffix in {".txt", ".html", ".xml"})
    assert assert_all_come_back(laws(files)) > 500


def test_what_is_new_is_told_by_its_number_in_the_manner_of_the_language() -> None:
    words = (
        "Статья 5. Приём\n1. Застава принимает:\n1) детей;\nа) сирот;\nб) прочих;\n2) взрослых.\n2. Отказ письменный."
    )
    (article,) = read_wording(words, "ru", kind=Kind.ARTICLE)
    assert (article.label, article.heading, article.text) == ("Статья 5.", "Приём", "")
    assert kinds(article) == [("part", "1"), ("part", "2")]
    assert kinds(article.children[0]) == [("point", "1"), ("point", "2")]
    assert kinds(article.children[0].children[0]) == [("subpoint", "а"), ("subpoint", "б")]
    assert wording_of(article) == words


def test_indents_are_counted_with_the_words_of_the_unit_itself() -> None:
    (part,) = read_wording("2. Застава выдаёт:\n– воду;\n– хлеб.", "ru", kind=Kind.PART)
    assert kinds(part) == [("indent", "2"), ("indent", "3")]
    (article,) = read_wording("Статья 3. Вода\nВода даётся всем.\nХлеб тоже.", "ru", kind=Kind.ARTICLE)
    assert kinds(article) == [("indent", "1"), ("indent", "2")]


def test_items_in_brackets_follow_the_list_around_them() -> None:
    words = "Article 4\n1. The post keeps:\n(a) water;\n(b) bread:\n(i) white;\n(ii) brown.\n2. It is open."
    (article,) = read_wording(words, "en", kind=Kind.ARTICLE)
    assert kinds(article) == [("part", "1"), ("part", "2")]
    assert kinds(article.children[0]) == [("point", "a"), ("point", "b")]
    assert kinds(article.children[0].children[1]) == [("subpoint", "i"), ("subpoint", "ii")]
    assert wording_of(article) == words


def test_a_new_unit_is_what_units_with_such_numbers_are_beside_it() -> None:
    (point,) = read_wording("1. Правило первое.", "ru", kind=Kind.POINT)
    more = read_wording("2. Правило второе.\n3. Правило третье.", "ru", kind=Kind.POINT, like=(point,))
    assert [(one.kind.value, str(one.number)) for one in more] == [("point", "2"), ("point", "3")]


def test_a_changed_unit_keeps_its_note_and_a_changed_repeal_is_none() -> None:
    (law,) = laws((RUSSIAN,))
    article = next(unit for _, unit, _ in law.units() if unit.repealed and unit.kind is Kind.ARTICLE)
    (same,) = read_wording(wording_of(article), "ru", kind=Kind.ARTICLE, like=(article,))
    (alive,) = read_wording(f"{article.label} Приём людей", "ru", kind=Kind.ARTICLE, like=(article,))
    assert same.repealed
    assert not alive.repealed
    assert alive.notes == article.notes


def test_a_line_that_is_set_in_by_a_tab_belongs_to_the_item_above_it() -> None:
    words = "3. Lamps are:\n(a) lights that are:\n\t(i) red.\n{}It applies by day.\nNo torch is a lamp."
    within, behind = (read_wording(words.format(tab), "en", kind=Kind.PART)[0] for tab in ("\t", ""))
    assert [child.text for child in within.children] == ["lights that are:", "No torch is a lamp."]
    assert [child.text for child in within.children[0].children] == ["red.", "It applies by day."]
    assert [child.text for child in behind.children] == [
        "lights that are:",
        "It applies by day.",
        "No torch is a lamp.",
    ]


def test_the_heading_below_the_number_of_a_new_article_is_its_heading() -> None:
    (article,) = read_wording("Article 5a\nWater\nWater is given to all.", "en", kind=Kind.ARTICLE)
    assert (article.label, article.heading, len(article.children)) == ("Article 5a", "Water", 1)


@pytest.mark.parametrize(
    ("words", "kind", "line"),
    [
        ("", Kind.PART, 1),
        ("Слова без числа.", Kind.PART, 1),
        ("1. Часть.\nСтатья 6. Вода", Kind.PART, 2),
        ("1. Часть.", Kind.ARTICLE, 1),
    ],
)
def test_a_wording_that_is_none_of_such_units_is_refused_with_its_line(words: str, kind: Kind, line: int) -> None:
    with pytest.raises(WordingUnreadable) as refused:
        read_wording(words, "ru", kind=kind)
    assert refused.value.values["line"] == line


@given(LINES, st.sampled_from((Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.SUBPOINT, Kind.INDENT)))
def test_no_word_is_lost_whatever_is_typed(words: str, kind: Kind) -> None:
    try:
        units = read_wording(words, "ru", kind=kind)
    except WordingUnreadable:
        return
    assert "".join("".join(map(wording_of, units)).split()) == "".join("".join(lines_of(words)).split())
