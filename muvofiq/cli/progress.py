"""Long work shows how far it is and how long it will still take."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)


class Report(Protocol):
    """What a long piece of work calls: the name of the stage, how much is done, of how much."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show the progress of one stage."""


@contextmanager
def progress_bars() -> Iterator[Report]:
    """Give a function that draws one bar for each stage on the error output; without a terminal it stays silent."""
    columns = (
        TextColumn("{task.description:<28}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    bars = Progress(*columns, console=Console(stderr=True))
    tasks: dict[str, TaskID] = {}

    def report(stage: str, done: int, total: int) -> None:
        if total and stage not in tasks:
            bars.start()
            tasks[stage] = bars.add_task(stage, total=total)
        if stage in tasks:
            bars.update(tasks[stage], completed=done, total=total)

    try:
        yield report
    finally:
        if tasks:
            bars.stop()
