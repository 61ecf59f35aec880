"""Several people, or several workers, who act at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from django.db import connections

from muvofiq.errors import MuvofiqError

Result = TypeVar("Result")


def at_once(*acts: Callable[[], Result]) -> list[Result | MuvofiqError]:
    """Run the acts in threads that start together; return what each returned or which of our errors it raised."""
    start = Barrier(len(acts))

    def run(act: Callable[[], Result]) -> Result | MuvofiqError:
        try:
            start.wait(timeout=30)
            return act()
        except MuvofiqError as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))
