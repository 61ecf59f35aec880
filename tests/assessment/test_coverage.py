"""The grid counts each requirement once in a cell, and tells a gap of the scope from silence of the catalogue."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.assessment.coverage import Coverage, Standing, Tally, coverage
from muvofiq.assessment.verdict import Verdict
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.vocabulary import Group, Stage
from tests.standards.small import citing


def asks(name: str, groups: list[Group], stages: list[Stage]) -> Requirement:
    return replace(citing("crc art. 1"), id=name, groups=tuple(groups), stages=tuple(stages))


CHILDREN = asks("children", [Group.CHILDREN], [Stage.SCREENING, Stage.RETURN])
BOTH = asks("both", [Group.CHILDREN, Group.STATELESS], [Stage.SCREENING])
LEFT = asks("left", [Group.STATELESS], [Stage.DETENTION])


def cell(grid: Coverage, group: Group, stage: Stage) -> Tally:
    return grid.rows[list(Group).index(group)].cells[list(Stage).index(stage)]


def test_each_cell_has_what_names_its_group_and_its_stage() -> None:
    grid = coverage([CHILDREN, BOTH, LEFT], [CHILDREN, BOTH], {"children": Verdict.FULL, "both": Verdict.NOT_ASSESSED})
    assert cell(grid, Group.CHILDREN, Stage.SCREENING) == Tally(2, 2, 1, 1)
    assert cell(grid, Group.CHILDREN, Stage.RETURN) == Tally(1, 1, 1, 1)
    assert cell(grid, Group.STATELESS, Stage.SCREENING) == Tally(1, 1, 0, 0)
    assert cell(grid, Group.STATELESS, Stage.DETENTION) == Tally(1, 0, 0, 0)
    assert cell(grid, Group.ELDERLY, Stage.RETURN) == Tally()


def test_a_total_counts_each_requirement_once() -> None:
    grid = coverage([CHILDREN, BOTH, LEFT], [CHILDREN, BOTH], {"children": Verdict.PARTIAL})
    assert grid.total == Tally(3, 2, 1, 0)
    assert grid.rows[list(Group).index(Group.CHILDREN)].total == Tally(2, 2, 1, 0)
    assert grid.stages[list(Stage).index(Stage.SCREENING)] == Tally(2, 2, 1, 0)
    assert (grid.left_out, grid.covered) == (1, 3)


def test_what_has_left_the_catalogue_still_counts_in_the_scope() -> None:
    assert coverage([], [LEFT], {}).total == Tally(1, 1, 0, 0)


@pytest.mark.parametrize(
    ("tally", "standing"),
    [
        (Tally(), Standing.EMPTY),
        (Tally(catalogue=2), Standing.LEFT_OUT),
        (Tally(2, 1), Standing.OPEN),
        (Tally(2, 2, 1), Standing.BEGUN),
        (Tally(2, 2, 2, 1), Standing.JUDGED),
    ],
)
def test_the_standing_of_a_cell(tally: Tally, standing: Standing) -> None:
    assert tally.standing is standing


REQUIREMENTS = st.lists(
    st.builds(
        asks,
        st.uuids().map(str),
        st.lists(st.sampled_from(Group), min_size=1, max_size=3, unique=True),
        st.lists(st.sampled_from(Stage), min_size=1, max_size=3, unique=True),
    ),
    max_size=6,
)


@given(REQUIREMENTS, REQUIREMENTS, st.sampled_from(Verdict))
def test_numbers_never_grow_from_catalogue_to_full_and_no_total_exceeds_its_cells(
    chosen: list[Requirement], others: list[Requirement], verdict: Verdict
) -> None:
    grid = coverage([*chosen, *others], chosen, {one.id: verdict for one in chosen})
    for row in grid.rows:
        assert row.total.scope <= sum(one.scope for one in row.cells)
        for one in (*row.cells, row.total):
            assert one.catalogue >= one.scope >= one.judged >= one.full
    assert grid.total == Tally(
        len(chosen) + len(others),
        len(chosen),
        0 if verdict is Verdict.NOT_ASSESSED else len(chosen),
        len(chosen) if verdict is Verdict.FULL else 0,
    )
