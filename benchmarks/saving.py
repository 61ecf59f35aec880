"""Measures how long it takes to save a verdict while many people work in one mission, beside a plain Django form.

The workbench is started as `muvofiq run` starts it, with SQLite in a folder of its own; every person has a session and
a connection. At work, a person saves every three to five seconds, as the page does by itself, looks at what rests on
the verdict 2.5 seconds later, and opens the next requirement after every fourth saving. Before, each requirement is
opened once, for then the laws are read and kept in memory; that has a line of its own. Without a pause, all of them
send as fast as the answers come. Beside the verdict the same people save the form of their own name in the same way: a
row, a redirect, nothing else. People and workbench share the processors.
"""

import itertools
import json
import os
import random
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Unpack

from benchmarks.saving_report import Facts, Figures
from benchmarks.visitor import Answered, Visitor

PEOPLE, SECONDS = 20, 20
THINK = (3.0, 5.0)  # seconds from one saving to the next
LATER = 2.5  # seconds after which the page fetches what rests on the verdict
STAYS = 4  # savings on one requirement
ROOT = Path(__file__).parents[1]
NOT_OURS = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
LAST = 2000  # characters of what it said at last
LOCKED = "database is locked"
LAWS = ("partial", "full", "not_found", "protects_more")
WORDS = (
    "The provision names the duty of the officer at the crossing point, but neither the time limit nor the authority. "
)

Act = Callable[["Worker"], Answered]


@dataclass(slots=True)
class Worker:
    """A person with the requirements that are the own ones, and the version of each that was saved last."""

    visitor: Visitor
    own: Sequence[tuple[str, int]]
    versions: dict[str, int] = field(default_factory=dict)
    saved: int = 0
    read: list[Answered] = field(default_factory=list)

    @property
    def here(self) -> tuple[str, int]:
        """The requirement on which the person works, with the number of its elements."""
        return self.own[self.saved // STAYS % len(self.own)]

    @property
    def page(self) -> str:
        """The address of its page."""
        return f"/missions/load/requirements/{self.here[0]}/"


@dataclass(frozen=True, slots=True)
class Kept:
    """What the database holds at the end beside what was answered as saved."""

    answered: int
    saved: int
    told: int
    is_whole: bool
    locked: int

    @property
    def is_sound(self) -> bool:
        """Whether every saving that was answered is there, and the history of it, and nothing was ever locked."""
        return self.answered == self.saved == self.told and self.is_whole and not self.locked


def measure(people: int, seconds: float, place: str) -> tuple[list[Figures], Kept]:
    """Let people work for so many seconds in each of four ways; return the figures, and whether all was kept."""
    with tempfile.TemporaryDirectory(prefix="muvofiq-load-") as folder:
        environment = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
        environment |= {"MUVOFIQ_DATA": folder, "PYTHONUNBUFFERED": "1"}
        desk = _asked(f"lay({people})", environment)
        with _workbench(environment, Path(folder) / "run.txt") as address:
            workers = _workers(address, desk)
            facts: Facts = {"people": 1, "is_calm": False, "place": place}
            opened, took = _opened(workers)
            figures = [figures_of("requirement opened for the first time", opened, took, **facts)]
            ways = itertools.product((False, True), (("verdict", verdict), ("own name", own_name)))
            for is_calm, (what, act) in ways:
                figures += _round(workers, what, act, seconds=seconds, is_calm=is_calm, place=place)
            for worker in workers:
                worker.visitor.leave()
            kept = _asked("count()", environment)
        said = [one for one in Path(folder).glob("*.*") if one.suffix in {".log", ".txt"}]
        locked = sum(one.read_text(encoding="utf-8").count(LOCKED) for one in said)
        answered = sum(sum(worker.versions.values()) for worker in workers)
        return figures, Kept(answered, kept["saved"], kept["told"], kept["is_whole"], locked)


def verdict(worker: Worker) -> Answered:
    """Save the verdict as the page does by itself."""
    name, elements = worker.here
    version = worker.versions.get(name, 0)
    form = {"auto": "1", "full": "1", "version": str(version), "law": LAWS[worker.saved % len(LAWS)]}
    form |= {"practice": "no_data", "reason": WORDS * (1 + worker.saved % 5) + str(worker.saved)}
    form |= {f"element_{at}": "yes" if at % 2 else "no" for at in range(1, elements + 1)}
    answer = worker.visitor.post(f"{worker.page}verdict/", form)
    if answer.status == 200:
        found = re.search(r'data-version="(\d+)"', answer.text)
        worker.versions[name] = int(found[1]) if found else version
    return answer


def own_name(worker: Worker) -> Answered:
    """Save the form of the own name."""
    form = {"name": f"Expert {worker.saved}", "service": "Border service"}
    return worker.visitor.post("/account/", form)


def figures_of(what: str, answers: Sequence[Answered], seconds: float, **facts: Unpack[Facts]) -> Figures:
    """Return the figures of many answers; what was not answered as saved is an error.

    >>> figures_of("x", [Answered(200, "", 0.010), Answered(0, "", 9.0)], 2, people=1, is_calm=True).errors
    1
    """
    good = sorted(1000 * one.seconds for one in answers if one.status in {200, 302})
    cuts = statistics.quantiles(good, n=100, method="inclusive") if len(good) > 1 else good * 99
    p50, p95, p99 = (round(cuts[at - 1], 1) for at in (50, 95, 99)) if good else (0.0, 0.0, 0.0)
    greatest = round(good[-1], 1) if good else 0.0
    errors = len(answers) - len(good)
    return Figures(
        what, count=len(answers), errors=errors, a_second=round(len(good) / seconds, 1),
        p50=p50, p95=p95, p99=p99, greatest=greatest, **facts,
    )  # fmt: skip


def _round(
    workers: Sequence[Worker], what: str, act: Act, *, seconds: float, is_calm: bool, place: str
) -> Iterator[Figures]:
    """Let all work at once, and yield the figures of what they saved and, at work, of the pages that they read."""
    for worker in workers:
        worker.read.clear()
    start = threading.Barrier(len(workers))

    def work(worker: Worker) -> list[Answered]:
        start.wait()
        return _calmly(worker, act, seconds) if is_calm else _at_full_speed(worker, act, seconds)

    with ThreadPoolExecutor(len(workers)) as threads:
        answers = list(itertools.chain.from_iterable(threads.map(work, workers)))
    facts: Facts = {"people": len(workers), "is_calm": is_calm, "place": place}
    yield figures_of(what, answers, seconds, **facts)
    if read := [one for worker in workers for one in worker.read]:
        yield figures_of(f"{what}: pages opened meanwhile", read, seconds, **facts)


def _opened(workers: Sequence[Worker]) -> tuple[list[Answered], float]:
    """Open every requirement once, one after the other, as on the first day; return the answers and the seconds."""
    begins = time.monotonic()
    answers = [
        worker.visitor.get(f"/missions/load/requirements/{name}/") for worker in workers for name, _ in worker.own
    ]
    return answers, time.monotonic() - begins


def _at_full_speed(worker: Worker, act: Act, seconds: float) -> list[Answered]:
    ends, answers = time.monotonic() + seconds, []
    while time.monotonic() < ends:
        answers.append(act(worker))
        worker.saved += 1
    return answers


def _calmly(worker: Worker, act: Act, seconds: float) -> list[Answered]:
    chance = random.Random(worker.own[0][0])  # noqa: S311 (nothing secret)
    time.sleep(chance.uniform(0, THINK[1]))
    ends, answers = time.monotonic() + seconds, []
    while (now := time.monotonic()) < ends:
        answers.append(act(worker))
        if act is verdict:
            time.sleep(LATER)
            worker.read.append(worker.visitor.get(f"{worker.page}?part=finding"))
        worker.saved += 1
        if act is verdict and worker.saved % STAYS == 0:
            worker.read.append(worker.visitor.get(worker.page))
        time.sleep(max(0.0, now + chance.uniform(*THINK) - time.monotonic()))
    return answers


def _workers(address: str, desk: Mapping[str, Any]) -> list[Worker]:
    requirements = list(desk["requirements"].items())
    people = len(desk["links"])
    return [Worker(Visitor.signed_in(address, link), requirements[at::people]) for at, link in enumerate(desk["links"])]


def _asked(call: str, environment: Mapping[str, str]) -> dict[str, Any]:
    """Let a process of its own do something at the desk, and return what it prints."""
    name = call.partition("(")[0]
    code = f"import django; django.setup(); from benchmarks.saving_desk import {name}; {call}"
    settings = {**environment, "DJANGO_SETTINGS_MODULE": "muvofiq.settings"}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=settings, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@contextmanager
def _workbench(environment: Mapping[str, str], says: Path) -> Iterator[str]:
    """Start the workbench as a person does, and yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "muvofiq.cli", "run", "--port", str(port), "--no-model"]
    with says.open("w") as out:
        process = subprocess.Popen(command, env=dict(environment), cwd=ROOT, stdout=out, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    try:
        visitor = Visitor(address)
        if not any(_answers(visitor) for _ in range(300)):
            raise RuntimeError(f"the workbench did not start: {says.read_text(encoding='utf-8')[-LAST:]}")
        visitor.leave()
        yield address
    finally:
        process.terminate()
        process.wait(timeout=60)


def _answers(visitor: Visitor) -> bool:
    answer = visitor.get("/sign-in/")
    if answer.status not in {0, 200}:
        raise RuntimeError(f"the workbench answers {answer.status}")
    time.sleep(0 if answer.status else 0.2)
    return answer.status == 200
