"""The articles of one language are indexed, each index in step with the articles."""

import numpy as np
import pytest
from hypothesis import given

from muvofiq.alignment.match import make_pools
from muvofiq.alignment.pool import Pool
from muvofiq.alignment.unit import Unit
from tests.alignment.small import article, concepts, laws, pool_of, reader, units


def test_a_pool_speaks_the_language_of_its_units_and_knows_whether_they_are_standards() -> None:
    assert (pool_of(units()).language, pool_of(units()).is_standard) == ("ru", False)
    treaty = article("1", "", "Victims get help.", language="en", is_standard=True)
    assert (pool_of([treaty]).language, pool_of([treaty]).is_standard) == ("en", True)


@given(laws())
def test_every_index_has_a_row_for_each_unit(among: list[Unit]) -> None:
    pool = pool_of(among)
    rows = (pool.rows, pool.index.rows, pool.headings.rows, pool.kin.rows, pool.concept_index.rows)
    assert {len(row) for row in rows} == {len(among)}
    assert len(pool.kinds) == len(pool.instruments) == len(pool.lengths) == len(among)


@given(laws())
def test_every_paragraph_and_every_window_belongs_to_its_unit(among: list[Unit]) -> None:
    pool = pool_of(among, is_read=True)
    index, owners = pool.paragraphs
    assert len(index.rows) == len(owners)
    assert list(dict.fromkeys(owners.tolist())) == list(range(len(among)))
    assert pool.windows is not None
    assert pool.owners.tolist() == [at for at, unit in enumerate(among) for _ in unit.windows]
    assert len(pool.windows) == len(pool.owners)


def test_a_paragraph_stands_under_the_heading_and_numbers_alone_are_none() -> None:
    pool = pool_of([article("1", "Помощь", "1.\nЖертве назначается представитель.\nЖертва вправе отказаться.")])
    index, owners = pool.paragraphs
    assert owners.tolist() == [0, 0]
    assert all(index.scores([stem])[0] > 0 for stem in pool.index.rows[0][:1])


def test_a_unit_of_short_paragraphs_only_counts_as_one_paragraph() -> None:
    assert pool_of([article("1", "", "1) днём;\n2) ночью.")]).paragraphs[1].tolist() == [0]


def test_headings_of_chapters_count_with_those_of_articles() -> None:
    pool = pool_of([article("1", "Цель", "Текст.", chapters=("Защита жертв",)), article("2", "Предмет", "Текст.")])
    assert pool.headings.rows == [["защит", "жертв", "цел"], ["предмет"]]


def test_units_without_heading_or_text_can_be_indexed() -> None:
    pool = pool_of([article("1", "", ""), article("2", "", "…")])
    assert len(pool.headings.rows) == len(pool.paragraphs[0].rows) == len(pool.kin.rows) == 2
    assert [pool.concepts_at(at) for at in (0, 1)] == [frozenset(), frozenset()]


def test_concepts_kind_of_act_legal_forms_and_named_instruments_of_each_unit_are_known() -> None:
    pool = pool_of(
        [
            article("1", "Жертвы", "Конвенция о правах ребенка запрещается.", title="О торговле людьми"),
            article("2", "Язык", "Переводчик бесплатен.", title="О рыболовстве"),
        ]
    )
    assert [pool.concepts_at(at) for at in (0, 1)] == [{"victim"}, {"interpreter"}]
    assert pool.kinds == ["trafficking", None]
    assert [pool.forms_at(at) for at in (0, 1)] == [{"prohibition"}, set()]
    assert pool.instruments == [{"crc"}, frozenset()]


def test_a_longer_unit_has_the_greater_length() -> None:
    lengths = pool_of([article("1", "", "Граница."), article("2", "", "Граница охраняется.")]).lengths
    assert lengths[0] < lengths[1]


def test_without_a_model_there_are_no_vectors() -> None:
    pool = Pool(units(), concepts())
    assert (pool.openings, pool.windows) == (None, None)


@pytest.mark.parametrize("is_windowed", [False, True])
def test_the_model_reads_openings_and_if_asked_all_windows(*, is_windowed: bool) -> None:
    long = [*units(), article("5", "Долгая", "Граница охраняется днём и ночью. " * 60)]
    pool = make_pools(long, concepts(), reader(), is_windowed=is_windowed)[0]
    assert pool.openings is not None
    assert len(pool.openings) == len(long)
    assert (pool.windows is not None) is is_windowed
    if pool.windows is not None:
        firsts = [pool.owners.tolist().index(at) for at in range(len(long))]
        assert np.array_equal(pool.windows[firsts], pool.openings)
