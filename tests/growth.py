"""Tells whether work grows as straight as what is worked on: counted in lines of Python that are run, not timed."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import TraceFunction

TIMES = 4  # the longer law
SLACK = 1.3
COUNT = 25


def steps(work: Callable[[], object]) -> int:
    """How many lines of Python a piece of work goes through; the same on every computer."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> "TraceFunction":
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def grows_straight(work: Callable[[int], object]) -> None:
    """Ten times the law may cost a little more than ten times as much; with the square it would be a hundred times."""
    work(2)  # tables of the library are read once
    small, large, larger = (steps(lambda count=count: work(count)) for count in (COUNT, 2 * COUNT, TIMES * COUNT))  # type: ignore[misc]
    assert larger - large < SLACK * 2 * (large - small) + 1_000, (small, large, larger)
