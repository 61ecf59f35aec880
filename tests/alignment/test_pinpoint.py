"""Inside an article the smallest unit is named that holds most of what speaks for the article."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.alignment.pinpoint import evidence, pinpoint
from muvofiq.alignment.question import Question
from muvofiq.alignment.signals import SHARES
from muvofiq.alignment.unit import Part, Unit, units_of
from muvofiq.alignment.words import stems
from muvofiq.law.build import build_law
from muvofiq.law.reference import Reference
from muvofiq.text.read import read_file
from tests.alignment.small import TEXTS, article, asking, laws, model, units
from tests.paths import LAW_BOOK, RUSSIAN, TAJIK

OURS = (RUSSIAN, TAJIK, *sorted(LAW_BOOK.iterdir()))
WEIGHTS = dict.fromkeys(stems("жертва переводчик бесплатно", "ru"), 1.0)


def part(name: str, text: str, *parts: Part) -> Part:
    return Part(name, "\n".join((text, *(one.text for one in parts))), parts)


def of(*parts: Part, opening: str = "") -> Unit:
    return article("9", "Разное", "\n".join((opening, *(one.text for one in parts))), parts=parts)


POINTS = (
    part("point_1", "1) переводчик, который работает бесплатно;"),
    part("point_2", "2) врач, которого приглашает начальник;"),
)
NESTED = (
    part("para_1", "1. Застава открыта днём."),
    part("para_2", "2. Жертве дают всё необходимое, а именно:", *POINTS),
    part("para_3", "3. Застава закрыта ночью."),
)


def test_the_point_that_answers_is_named() -> None:
    assert pinpoint(of(*NESTED), WEIGHTS) == "point_1"


def test_the_part_is_named_where_its_points_answer_together() -> None:
    points = (part("point_1", "1) переводчик;"), part("point_2", "2) еда бесплатно;"), part("point_3", "3) жертва."))
    assert pinpoint(of(part("para_1", "1. Застава открыта."), part("para_2", "2. Дают:", *points)), WEIGHTS) == "para_2"


def test_the_article_is_kept_where_the_evidence_is_spread() -> None:
    spread = (part("para_1", "1. Жертва."), part("para_2", "2. Переводчик."), part("para_3", "3. Бесплатно."))
    assert pinpoint(of(*spread), WEIGHTS) == "law~art_9"


def test_the_article_is_kept_where_its_own_words_answer() -> None:
    assert pinpoint(of(*NESTED[::2], opening="Жертве бесплатно дают переводчика."), WEIGHTS) == "law~art_9"


def test_an_article_without_parts_or_without_evidence_is_named_itself() -> None:
    assert pinpoint(units()[1], WEIGHTS) == "law~art_2"
    assert pinpoint(of(*NESTED), {}) == pinpoint(of(*NESTED), {"мор": 1.0}) == "law~art_9"


def test_of_two_parts_with_the_same_evidence_the_shorter_is_named() -> None:
    said = "жертва получает переводчика бесплатно"
    twins = (part("para_1", f"1. Если застава открыта и начальник согласен, {said}."), part("para_2", f"2. {said}."))
    assert pinpoint(of(*twins), WEIGHTS) == "para_2"


def test_a_word_counts_once_however_often_it_stands() -> None:
    parts = (part("para_1", "1. Жертва, жертвы, жертвам."), part("para_2", "2. Переводчик работает бесплатно всегда."))
    assert pinpoint(of(*parts), WEIGHTS) == "para_2"


def test_definitions_of_our_sample_law_are_found_each_in_its_point() -> None:
    definitions = next(unit for unit in _our_units(RUSSIAN) if unit.id.endswith("~art_2"))
    asked = {
        "реадмиссия – передача одним государством другому": "point_6",
        "ребёнок без сопровождения моложе восемнадцати лет": "point_4",
        "первичная проверка: собеседование и осмотр": "point_8",
    }
    for question, point in asked.items():
        weights = evidence(asking(Question("q", {"ru": question}), _our_units(RUSSIAN)))
        assert Reference.parse(pinpoint(definitions, weights)).eid == f"art_2__{point}"


def inside(unit: Unit | Part) -> Iterator[str]:
    """The ids of a unit and of its parts at any depth."""
    yield unit.id
    for one in unit.parts:
        yield from inside(one)


@given(laws(), TEXTS)
def test_the_answer_never_leaves_the_article(among: list[Unit], text: str) -> None:
    weights = evidence(asking(Question("q", {"ru": text}), among))
    assert all(pinpoint(unit, weights) in inside(unit) for unit in among)


@pytest.mark.parametrize("path", OURS, ids=lambda path: str(path.name))
def test_the_answer_never_leaves_the_article_in_our_laws(path: Path) -> None:
    for unit in _our_units(path):
        words = sorted(set(stems(unit.text, unit.language)))
        for weights in (dict.fromkeys(words[at : at + 5], 1.0) for at in range(0, len(words), 5)):
            assert pinpoint(unit, weights) in inside(unit)


@given(laws())
def test_a_part_is_named_by_the_words_that_stand_in_it_alone(among: list[Unit]) -> None:
    for unit in among:
        rows = {one.id: set(stems(one.text, "ru")) for one in unit.parts}
        for name, row in rows.items():
            others = set().union(*(other for one, other in rows.items() if one != name))
            if own := row - others:
                assert pinpoint(unit, dict.fromkeys(own, 1.0)) == name


def test_the_rarer_word_speaks_louder() -> None:
    among = [article(str(at), "", f"Граница {'переводчик' if at == 1 else 'застава'}.") for at in range(1, 5)]
    weights = evidence(asking(Question("q", {"ru": "переводчик на границе"}), among))
    assert weights[stems("переводчик", "ru")[0]] > weights[stems("граница", "ru")[0]] > 0


def test_words_of_the_question_count_in_full_and_those_of_model_articles_by_their_share() -> None:
    models = (model("Жертвы", "Жертвам."), model("Язык", "Переводчик."))
    weights = evidence(asking(Question("q", {"ru": "закон"}, {"ru": "бесплатно"}, models=models), units()))
    rarity = asking(Question("q", {}), units()).pool.index.rarity
    shares = {stem: weights[stem] / rarity(stem) for stem in stems("закон бесплатно жертва переводчик", "ru")}
    assert list(shares.values()) == pytest.approx([1, 1, SHARES[0], SHARES[1]])


def test_a_word_of_two_model_articles_counts_by_the_likelier() -> None:
    models = (model("Жертвы", "Переводчик."), model("Язык", "Переводчик."))
    weights = evidence(asking(Question("q", {"ru": "граница"}, models=models), units()))
    (translator,) = stems("переводчик", "ru")
    assert weights[translator] == pytest.approx(asking(Question("q", {}), units()).pool.index.rarity(translator))


def test_concepts_speak_in_the_words_of_the_law() -> None:
    weights = evidence(asking(Question("q", {"en": "victim"}), units()))
    assert weights.keys() == set(stems("жертва потерпевший", "ru"))


@given(st.text(max_size=30))
def test_no_evidence_is_negative(text: str) -> None:
    assert all(weight >= 0 for weight in evidence(asking(Question("q", {"ru": text}), units())).values())


@cache
def _our_units(path: Path) -> tuple[Unit, ...]:
    return tuple(units_of(build_law(read_file(path))))
