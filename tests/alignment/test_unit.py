"""What is ranked is an article in force, with its heading, its words and the smaller units inside it."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain, pairwise
from pathlib import Path

import pytest

from muvofiq.alignment.unit import Part, Unit, units_of
from muvofiq.alignment.windows import OPENING, windows
from muvofiq.law.build import build_law
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law, Provision
from muvofiq.text.read import read_file
from tests.alignment.small import article
from tests.law.small import law
from tests.paths import LAW_BOOK, RUSSIAN, TAJIK

OURS = (RUSSIAN, TAJIK, *sorted(LAW_BOOK.iterdir()))
LAW = """\
ЗАКОН РЕСПУБЛИКИ ВЫМЫШЛЕННОЙ
О заставах

РАЗДЕЛ I. НАЧАЛА

Глава 1. Общие положения

Статья 1. Цель
1. Застава принимает каждого, кто просит убежища:
1) днём;
2) ночью.
2. Утратила силу.
3. Отказ выдаётся письменно.

Статья 2. Утратила силу.

Статья 3
Переводчик бесплатен.
"""


@cache
def our_law(path: Path) -> Law:
    return build_law(read_file(path))


def inside(unit: Unit | Part) -> Iterator[Part]:
    """Every part inside a unit, at any depth."""
    for part in unit.parts:
        yield part
        yield from inside(part)


@pytest.fixture
def first() -> Unit:
    return units_of(law(LAW))[0]


def test_articles_stand_in_the_order_of_the_law_without_the_repealed() -> None:
    assert [unit.id for unit in units_of(law(LAW))] == ["law~art_1", "law~art_3"]


def test_an_article_knows_its_act_and_the_headings_above_it_the_largest_first(first: Unit) -> None:
    assert (first.act, first.language, first.heading) == ("law", "ru", "Цель")
    assert "О заставах" in first.title
    assert first.chapters == ("НАЧАЛА", "Общие положения")
    assert not first.is_standard


def test_an_article_holds_its_parts_and_they_their_points_without_the_repealed(first: Unit) -> None:
    assert [part.id for part in first.parts] == ["law~art_1__para_1", "law~art_1__para_3"]
    assert [part.id for part in first.parts[0].parts] == ["law~art_1__para_1__point_1", "law~art_1__para_1__point_2"]
    assert first.parts[1].parts == ()


def test_a_part_has_its_words_and_those_of_all_below_it(first: Unit) -> None:
    assert first.parts[0].text == "1. Застава принимает каждого, кто просит убежища:\n1) днём;\n2) ночью."


def test_the_whole_is_heading_and_words_or_the_words_alone() -> None:
    assert article("1", "Цель", "Застава открыта.").whole == "Цель\nЗастава открыта."
    assert article("1", "", "Застава открыта.").whole == "Застава открыта."


def test_the_model_reads_the_beginning_or_all_in_windows() -> None:
    long = article("1", "Цель", "Застава открыта. " * 100)
    assert long.opening == long.windows[0] == long.whole[:OPENING]
    assert long.windows == windows(long.heading, long.text)
    assert len(long.windows) > 2


@pytest.mark.parametrize("path", OURS, ids=lambda path: str(path.name))
def test_every_article_in_force_of_our_laws_is_ranked_once(path: Path) -> None:
    ids = [unit.id for unit in units_of(our_law(path))]
    assert ids == [str(address) for address, unit, _ in our_law(path).articles() if not unit.repealed]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("path", OURS, ids=lambda path: str(path.name))
def test_the_parts_of_our_laws_are_the_units_in_force_below_their_article_with_their_words(path: Path) -> None:
    tree = {str(address): unit for address, unit, _ in our_law(path).units()}
    for unit in units_of(our_law(path)):
        names = [part.id for part in inside(unit)]
        assert names == [name for name in tree if name.startswith(f"{unit.id}__") and name in names]
        assert all(part.text == "\n".join(tree[part.id].paragraphs()) for part in inside(unit))
        assert all(line in unit.text for part in inside(unit) for line in part.text.splitlines())
        assert not any(tree[name].repealed for name in names)
        left_out = {name for name in tree if name.startswith(f"{unit.id}__")} - set(names)
        assert all(_is_repealed(name, tree) for name in left_out)


def _is_repealed(name: str, tree: Mapping[str, Provision]) -> bool:
    """Whether the unit of this name, or one around it, is repealed."""
    steps = name.split("__")
    around = ("__".join(steps[:size]) for size in range(2, len(steps) + 1))
    return any(one in tree and tree[one].repealed for one in around)


@pytest.mark.parametrize("path", OURS, ids=lambda path: str(path.name))
def test_an_address_goes_one_step_down_with_each_part(path: Path) -> None:
    for unit in chain.from_iterable(map(_nested, units_of(our_law(path)))):
        assert all(Reference.parse(inner).steps[:-1] == Reference.parse(outer).steps for outer, inner in pairwise(unit))


def _nested(unit: Unit | Part) -> Iterator[tuple[str, ...]]:
    """The ids from a unit down to each of its smallest parts."""
    if not unit.parts:
        yield (unit.id,)
    for part in unit.parts:
        yield from ((unit.id, *below) for below in _nested(part))
