"""Two language versions of a law find each other unit by unit, by number where it holds and by content where not."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from muvofiq.alignment.embedding import key
from muvofiq.alignment.meaning import Meaning
from muvofiq.alignment.versions import Basis, Twin, align_versions, in_order
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.opening import open_laws
from muvofiq.law.tree import Law, Provision
from tests.alignment.small import LetterModel, Memory, reader
from tests.law.small import law
from tests.paths import LAW_BOOK, RUSSIAN, TAJIK, real

BOOK = [(name, *pair) for name in ("trafficking", "readmission") for pair in ((0, 1), (0, 2), (1, 2))]
LANGUAGES = ("ru", "tg", "en")
NAMES = ("Душанбе 2014", "Хорог 31", "Бохтар 45", "Кӯлоб 72", "Турсунзода 19", "Панҷакент 88", "Исфара 53", "Ваҳдат 67")


def version(path: Path) -> Law:
    (one,) = open_laws(path.read_bytes(), path.name)
    return one


def book(name: str, language: int) -> Law:
    return version(LAW_BOOK / f"{name}.{LANGUAGES[language]}.txt")


def invented(names: Sequence[str], language: str = "ru", *, start: int = 1) -> Law:
    """Return a law of one article for each name, numbered from a start."""
    return Law("law", "", language, "", (), tuple(article(at, name) for at, name in enumerate(names, start)))


def article(at: int, name: str, children: tuple[Provision, ...] = ()) -> Provision:
    return Provision(Kind.ARTICLE, Number(str(at)), "", name, f"{name} {name}", at, children)


def part(kind: Kind, number: str, text: str) -> Provision:
    return Provision(kind, Number(number), "", "", text, 1)


def eids(one: Law) -> list[str]:
    return [address.eid for address, _, _ in one.units()]


def pairs(twins: Sequence[Twin]) -> dict[str | None, str | None]:
    return {twin.one: twin.other for twin in twins if twin.one}


@pytest.mark.parametrize(("name", "one", "other"), BOOK, ids=str)
@pytest.mark.parametrize("by_numbers", [True, False], ids=["numbers", "hidden"])
def test_the_laws_of_the_workshop_find_each_other_in_every_pair_of_languages(
    name: str, one: int, other: int, *, by_numbers: bool
) -> None:
    mine, theirs = book(name, one), book(name, other)
    twins = align_versions(mine, theirs, by_numbers=by_numbers)
    assert [(twin.one, twin.other) for twin in twins] == list(zip(eids(mine), eids(theirs), strict=True))


@pytest.mark.parametrize("letters", [("а", "б", "в"), ("a", "b", "c")], ids=["one alphabet", "two alphabets"])
def test_letters_of_two_alphabets_are_numbers_by_their_place(letters: tuple[str, ...]) -> None:
    points = [
        [part(Kind.POINT, one, name) for one, name in zip(row, NAMES[:3], strict=True)] for row in ("абв", letters)
    ]
    one, other = (Law("law", "", "ru", "", (), (article(1, "Цель", tuple(row)),)) for row in points)
    twins = align_versions(one, other)
    assert [twin.by for twin in twins] == [Basis.NUMBER] * 4
    assert [twin.other for twin in twins[1:]] == [f"art_1__point_{letter}" for letter in letters]


def test_a_translation_of_the_beginning_alone_leaves_the_rest_alone() -> None:
    russian, tajik = version(RUSSIAN), version(TAJIK)
    twins = align_versions(russian, tajik)
    assert [twin.one for twin in twins] == eids(russian)
    assert [twin.other for twin in twins if twin.other] == eids(tajik)
    assert {twin.by for twin in twins if twin.other} == {Basis.NUMBER}
    assert not any(twin.other for twin in twins if (twin.one or "").startswith(("art_12", "art_26", "sec_3")))


@pytest.mark.parametrize("gone", range(len(NAMES)))
def test_a_numbering_that_is_shifted_because_an_article_is_missing_is_noticed(gone: int) -> None:
    one, other = invented([*NAMES[:gone], *NAMES[gone + 1 :]]), invented(NAMES, "tg")
    twins = align_versions(one, other)
    assert pairs(twins) == {f"art_{at + 1}": f"art_{at + 1 + (at >= gone)}" for at in range(len(NAMES) - 1)}
    assert [twin.by for twin in twins].count(Basis.NUMBER) == gone
    assert Twin(None, f"art_{gone + 1}") in twins


def test_the_model_notices_a_shift_that_no_shared_word_shows() -> None:
    texts = "первое", "второе дело", "третье слово", "четвёртый вопрос"
    others = "first", "second matter", "third word", "fourth question"
    store, model = Memory(), "meaning/1"
    rows = np.eye(len(texts), 64, dtype=np.float32) * 0.8 + 0.2
    for side in (texts, others):
        openings = [f"{text}\n{text} {text}" for text in side]
        store.put(model, {key("passage", text): row for text, row in zip(openings, rows, strict=True)})
    one, other = invented(texts[1:]), invented(others, "en")
    read = align_versions(one, other, Meaning(model, store))
    assert pairs(read) == {"art_1": "art_2", "art_2": "art_3", "art_3": "art_4"}
    assert align_versions(one, other, Meaning(model, Memory())) == align_versions(one, other) != read


def test_what_the_model_has_not_read_because_it_is_repealed_hides_nothing() -> None:
    one, other = invented(NAMES), invented(NAMES, "tg")
    one, other = (
        replace(each, provisions=tuple(replace(unit, repealed=unit.heading == NAMES[3]) for unit in each.provisions))
        for each in (one, other)
    )
    model, store = LetterModel(), Memory()
    twins = align_versions(one, other, Meaning(model.model, store, model))
    assert pairs(twins) == {eid: eid for eid in eids(one)}
    assert not any(NAMES[3] in text for _, text in model.seen)
    assert align_versions(one, other, Meaning(model.model, store)) == twins


def test_two_articles_of_which_each_version_lacks_one_are_not_put_side_by_side() -> None:
    one, other = invented(NAMES), invented(NAMES, "tg")
    one, other = (
        replace(each, provisions=each.provisions[:at] + each.provisions[at + 1 :])
        for each, at in ((one, 3), (other, 4))
    )
    twins = align_versions(one, other)
    assert Twin("art_5", None) in twins
    assert Twin(None, "art_4") in twins
    assert sum(twin.by is Basis.NUMBER for twin in twins) == len(NAMES) - 2


def test_an_article_that_stands_elsewhere_is_found_by_its_words() -> None:
    names = [*NAMES[1:], NAMES[0]]
    one, other = invented(NAMES), invented(names, "tg")
    twins = align_versions(one, other)
    assert pairs(twins)["art_1"] == f"art_{len(names)}"
    assert pairs(twins)["art_2"] == "art_1"
    assert {twin.by for twin in twins} == {Basis.CONTENT}


def test_units_below_an_article_are_aligned_too_and_one_of_the_other_alone_keeps_its_place() -> None:
    lines = [part(Kind.INDENT, str(at), f"{name} {name}") for at, name in enumerate(NAMES, 1)]
    fewer = [replace(unit, number=Number(str(at))) for at, unit in enumerate([*lines[:2], *lines[3:]], 1)]
    one, other = (Law("law", "", "ru", "", (), (article(1, "Цель", tuple(row)),)) for row in (fewer, lines))
    twins = align_versions(one, other)
    assert [twin.other for twin in twins] == eids(other)
    assert twins[3] == Twin(None, "art_1__indent_3")
    assert twins[4] == Twin("art_1__indent_3", "art_1__indent_4", Basis.CONTENT)


def test_chapters_go_with_their_articles_and_empty_ones_by_their_number() -> None:
    russian = law("ЗАКОН\nО мостах\nГлава 1. Мост\nСтатья 1. Мост\nМост.\nГлава 2. Опора\nСтатья 2. Опора\nОпора.")
    other = replace(russian, provisions=(russian.provisions[1],))
    assert [(twin.one, twin.other) for twin in align_versions(russian, other) if twin.other] == [
        ("chp_2", "chp_2"),
        ("art_2", "art_2"),
        ("art_2__indent_1", "art_2__indent_1"),
    ]
    bare = replace(russian, provisions=tuple(replace(one, children=()) for one in russian.provisions))
    assert [twin.by for twin in align_versions(bare, bare)] == [Basis.NUMBER] * 2


def test_a_law_without_units_leaves_the_other_alone() -> None:
    empty = replace(invented(NAMES), provisions=())
    assert align_versions(empty, invented(NAMES[:1])) == (Twin(None, "art_1"),)
    assert align_versions(invented(NAMES[:1]), empty) == (Twin("art_1", None),)
    assert align_versions(empty, empty) == ()


LAWS = st.lists(st.tuples(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), max_size=3)), max_size=6)


def drawn(rows: list[tuple[str, list[str]]]) -> Law:
    units = (
        article(at, name, tuple(part(Kind.POINT, str(place), text) for place, text in enumerate(points, 1)))
        for at, (name, points) in enumerate(rows, 1)
    )
    return Law("law", "", "ru", "", (), tuple(units))


@given(mine=LAWS, theirs=LAWS, by_numbers=st.booleans(), is_read=st.booleans())
def test_every_unit_of_both_versions_stands_exactly_once_in_the_order_of_the_first(
    mine: list[tuple[str, list[str]]],
    theirs: list[tuple[str, list[str]]],
    *,
    by_numbers: bool,
    is_read: bool,
) -> None:
    one, other = drawn(mine), drawn(theirs)
    twins = align_versions(one, other, reader() if is_read else None, by_numbers=by_numbers)
    assert [twin.one for twin in twins if twin.one] == eids(one)
    assert sorted(twin.other for twin in twins if twin.other) == sorted(eids(other))
    assert all((twin.by is None) == (twin.one is None or twin.other is None) for twin in twins)
    for twin in twins:
        if twin.one and twin.other and "__" in twin.one:
            assert Twin(twin.one.split("__")[0], twin.other.split("__")[0]) in [
                replace(each, by=None) for each in twins
            ]


@given(LAWS)
def test_a_law_is_its_own_version(rows: list[tuple[str, list[str]]]) -> None:
    one = drawn(rows)
    assert [(twin.one, twin.other, twin.by) for twin in align_versions(one, one)] == [
        (eid, eid, Basis.NUMBER) for eid in eids(one)
    ]


SAID = st.tuples(st.integers(0, 5), st.integers(0, 5)).flatmap(
    lambda shape: arrays(np.float64, shape, elements=st.integers(-3, 3).map(float))
)


def best(said: np.ndarray[tuple[int, int], np.dtype[np.float64]], row: int = 0, column: int = 0) -> float:
    """Return the most that pairs in order can say, by trying everything."""
    if row == said.shape[0] or column == said.shape[1]:
        return 0.0
    paired = float(said[row, column]) + best(said, row + 1, column + 1)
    return max(paired, best(said, row + 1, column), best(said, row, column + 1))


@given(SAID)
def test_pairs_in_order_say_the_most_that_can_be_said(said: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> None:
    found = in_order(said)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(found))
    assert sum(said[row, column] for row, column in found) == best(said)
    assert all(said[row, column] > 0 for row, column in found)


def test_the_articles_of_real_laws_find_each_other_though_their_numbers_are_hidden() -> None:
    folder = real("gold/tajik/documents")
    one, other = (version(folder / f"jam.{language}.txt") for language in ("tg", "ru"))
    numbers = [address.eid for address, _, _ in one.articles()]
    found = pairs(align_versions(one, other, by_numbers=False))
    assert len(numbers) > 40
    assert [found[eid] for eid in numbers] == numbers
