"""Tries many cases in processes of their own, so that one that hangs or dies is found and named."""

import multiprocessing
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait

from tests.fuzz.cases import SLOWEST, Outcome, tried

HANGS = 4 * SLOWEST  # seconds after which a case is stopped
AT_ONCE = 25  # cases that a process is given at a time


@dataclass(slots=True)
class Worker:
    """A process, the line to it, the cases it has been given and not yet answered, and since when it works."""

    process: multiprocessing.process.BaseProcess
    line: Connection
    given: list[int]
    since: float


def try_all(numbers: Iterable[int], seed: int, *, with_real: bool, workers: int) -> Iterator[Outcome]:
    """Yield what became of each case. A process that dies or hangs is replaced, and its case is a fault."""
    left = list(numbers)[::-1]
    crew = [_hire(seed, with_real=with_real) for _ in range(min(workers, len(left)))]
    try:
        while left or any(one.given for one in crew):
            for at, one in enumerate(crew):
                if not one.given and left:
                    _give(one, left)
                if one.given and (fault := _fault(one)):
                    yield Outcome(one.given[0], time.monotonic() - one.since, fault)
                    left.extend(one.given[:0:-1])
                    one.process.kill()
                    crew[at] = _hire(seed, with_real=with_real)
            for ready in wait([one.line for one in crew if one.given], timeout=0.2):
                yield from _answers(next(one for one in crew if one.line is ready))
    finally:
        for one in crew:
            one.process.kill()
            one.process.join()


def _hire(seed: int, *, with_real: bool) -> Worker:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, seed, with_real), daemon=True)
    process.start()
    theirs.close()
    return Worker(process, ours, [], time.monotonic())


def _give(one: Worker, left: list[int]) -> None:
    one.given = [left.pop() for _ in range(min(AT_ONCE, len(left)))]
    one.since = time.monotonic() + HANGS  # a new process needs its time to wake
    one.line.send(one.given)


def _fault(one: Worker) -> str:
    if not one.process.is_alive() and not one.line.poll():
        return f"the process died ({one.process.exitcode})"
    return f"hung for {HANGS:.0f} s" if time.monotonic() - one.since > HANGS and not one.line.poll() else ""


def _answers(one: Worker) -> Iterator[Outcome]:
    try:
        while one.line.poll():
            outcome = one.line.recv()
            one.given.remove(outcome.number)
            one.since = time.monotonic()
            yield outcome
    except EOFError:
        one.process.join()


def _work(line: Connection, seed: int, with_real: bool) -> None:  # noqa: FBT001 (arguments of a process)
    while True:
        try:
            numbers = line.recv()
        except EOFError:
            return
        for number in numbers:
            line.send(tried(seed, number, with_real=with_real))
