"""The pictures count each requirement of the scope as often as they say, and never what is kept back."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given

from muvofiq.assessment.heat_map import (
    WORST_FIRST,
    Count,
    Standing,
    by_theme,
    count,
    heat_map,
    law_against_practice,
)
from muvofiq.assessment.verdict import Verdict
from muvofiq.standards.vocabulary import Group, Stage
from tests.assessment.standings import SCOPES
from tests.standards.small import citing

ASKED = replace(
    citing("crc art. 1"),
    code="B01",
    groups=(Group.CHILDREN, Group.STATELESS),
    stages=(Stage.SCREENING, Stage.RETURN),
)


def test_every_verdict_has_its_place_between_the_worst_and_the_best() -> None:
    assert Counter(WORST_FIRST) == Counter(Verdict)


def test_a_requirement_counts_in_each_of_its_cells_and_once_in_each_total() -> None:
    heat = heat_map([Standing(ASKED, Verdict.PARTIAL)])
    rows = {row.group: row for row in heat.rows}
    for group in (Group.CHILDREN, Group.STATELESS):
        cells = dict(zip(Stage, rows[group].cells, strict=True))
        assert cells[Stage.SCREENING] == cells[Stage.RETURN] == Count({Verdict.PARTIAL: 1})
        assert cells[Stage.DETENTION] == Count()
        assert rows[group].total.scope == 1
    assert rows[Group.ELDERLY].total.scope == 0
    assert heat.total == Count({Verdict.PARTIAL: 1})
    assert heat.uncovered == len(Group) * len(Stage) - 4


@pytest.mark.parametrize(
    ("verdicts", "worst"),
    [
        ((), None),
        ((Verdict.NOT_ASSESSED,), None),
        ((Verdict.FULL, Verdict.NOT_ASSESSED), Verdict.FULL),
        ((Verdict.FULL, Verdict.PARTIAL), Verdict.PARTIAL),
        ((Verdict.NOT_FOUND, Verdict.CONTRADICTS, Verdict.FULL), Verdict.CONTRADICTS),
        ((Verdict.PROTECTS_MORE, Verdict.NOT_APPLICABLE), Verdict.PROTECTS_MORE),
    ],
)
def test_a_cell_is_coloured_by_its_worst_verdict(verdicts: tuple[Verdict, ...], worst: Verdict | None) -> None:
    assert count(Standing(ASKED, one) for one in verdicts).worst is worst


def test_what_is_kept_back_is_of_the_scope_and_in_no_other_number() -> None:
    kept = count([Standing(ASKED, None, None), Standing(ASKED, Verdict.FULL)])
    assert (kept.scope, kept.judged, kept.full, kept.kept_back) == (2, 1, 1, 1)
    matrix = law_against_practice([Standing(ASKED, None, None), Standing(ASKED, Verdict.FULL, Verdict.FULL)])
    assert (matrix.kept_back, matrix.both, matrix.same) == (1, 1, 1)


def test_both_axes_agree_only_where_both_are_judged() -> None:
    matrix = law_against_practice(
        [
            Standing(ASKED, Verdict.FULL, Verdict.FULL),
            Standing(ASKED, Verdict.FULL, Verdict.PARTIAL),
            Standing(ASKED, Verdict.FULL, Verdict.NOT_ASSESSED),
            Standing(ASKED),
        ]
    )
    assert (matrix.both, matrix.same) == (2, 1)
    assert matrix.at(Verdict.FULL, Verdict.PARTIAL) == 1


@given(SCOPES)
def test_the_sums_of_every_picture_are_the_scope(scope: list[Standing]) -> None:
    heat, themes, matrix = heat_map(scope), by_theme(scope), law_against_practice(scope)
    assert heat.total.scope == len(scope)
    assert sum(one.scope for one in themes.values()) == len(scope)
    assert sum(matrix.counts.values()) + matrix.kept_back == len(scope)
    judged = [one for one in scope if one.law not in {None, Verdict.NOT_ASSESSED}]
    assert heat.total.judged == sum(one.judged for one in themes.values()) == len(judged)
    assert heat.total.full == sum(one.full for one in themes.values()) <= heat.total.judged
    assert heat.total.kept_back == matrix.kept_back == sum(one.law is None for one in scope)


@given(SCOPES)
def test_no_total_is_larger_than_its_cells_together_and_none_smaller_than_any_of_them(scope: list[Standing]) -> None:
    heat = heat_map(scope)
    for row in heat.rows:
        named = sum(row.group in one.requirement.groups for one in scope)
        assert max(cell.scope for cell in row.cells) <= row.total.scope == named <= sum(one.scope for one in row.cells)
    for at, stage in enumerate(heat.stages):
        column = [row.cells[at] for row in heat.rows]
        assert max(cell.scope for cell in column) <= stage.scope <= sum(cell.scope for cell in column)


@given(SCOPES)
def test_the_worst_verdict_is_one_that_was_given(scope: list[Standing]) -> None:
    total = count(scope)
    given_ = {one.law for one in scope} - {None, Verdict.NOT_ASSESSED}
    assert (total.worst in given_) if given_ else total.worst is None
