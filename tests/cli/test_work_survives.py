"""The worker is killed in the middle of reading a law: nothing that was read is lost, and nothing is read again."""

import os
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

import numpy as np
import pytest
from django.db import connection

from muvofiq.alignment.embedding import BATCH, key
from muvofiq.cli.meaning import KEY, MODEL, URL
from tests.alignment.embedding_service import Reply, Service, letters, service
from tests.alignment.small import LetterModel
from tests.paths import ROOT
from tests.records.small import desk, law_on_file

ARTICLES = 4 * BATCH
KILLED_AT = 3  # the request during which the worker is killed
PATIENCE = 60  # seconds


@dataclass
class Interrupting:
    """Answers as the letter model does; when a request of the first worker is the third, it keeps silent."""

    reached: Event = field(default_factory=Event)
    over: Event = field(default_factory=Event)
    count: int = 0

    def __call__(self, question: dict[str, Any]) -> Reply:
        self.count += 1
        if self.count == KILLED_AT:
            self.reached.set()
            self.over.wait(PATIENCE)
        return letters(question)


@dataclass(frozen=True)
class Workbench:
    """A folder with the database of the product, and the environment in which its worker runs."""

    folder: Path
    environment: dict[str, str]

    def rows(self, question: str) -> list[tuple[Any, ...]]:
        """Ask the database."""
        with closing(sqlite3.connect(self.folder / "muvofiq.sqlite3", timeout=20)) as base, base:
            return base.execute(question).fetchall()

    @property
    def vectors(self) -> dict[str, bytes]:
        """The vectors on file by their key."""
        return dict(self.rows('SELECT key, "values" FROM records_storedvector'))

    @contextmanager
    def worker(self) -> Iterator[subprocess.Popen[bytes]]:
        """Run a worker until it is no longer needed."""
        command = [sys.executable, "-m", "muvofiq.cli", "work"]
        process = subprocess.Popen(command, env=self.environment, cwd=ROOT, stderr=subprocess.DEVNULL)  # noqa: S603 (our own worker)
        try:
            yield process
        finally:
            process.kill()
            process.wait()


@pytest.fixture
def elsewhere() -> Iterator[Service]:
    with service(Interrupting()) as made:
        yield made


@pytest.fixture
def workbench(elsewhere: Service, tmp_path: Path) -> Workbench:
    """A mission with a law of many articles that waits for its matching, in a database of its own."""
    if connection.vendor != "sqlite":
        pytest.skip("the file of the database is copied")
    at = desk()
    more = "".join(f"\nСтатья {99 + number}. Застава {number}\nОткрыта.\n" for number in range(ARTICLES))
    law_on_file(at.mission, at.expert, extra=more, replaces=at.edition)
    connection.ensure_connection()
    with closing(sqlite3.connect(tmp_path / "muvofiq.sqlite3")) as copy:
        connection.connection.backup(copy)
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"MUVOFIQ_DATA": str(tmp_path), "no_proxy": "127.0.0.1"}
    return Workbench(tmp_path, environment | {URL: elsewhere.address, MODEL: "letters", KEY: ""})


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline, "it never came about"
        time.sleep(0.05)


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_while_it_reads_a_law_loses_nothing_and_the_next_repeats_nothing(
    workbench: Workbench, elsewhere: Service
) -> None:
    interrupting = elsewhere.answering
    assert isinstance(interrupting, Interrupting)
    with workbench.worker() as first:
        assert interrupting.reached.wait(PATIENCE)
        first.kill()
        first.wait()
    done, in_flight = [one["input"] for one in elsewhere.heard[:-1]], elsewhere.heard[-1]["input"]
    assert len(done) == KILLED_AT - 1
    kept = workbench.vectors
    assert kept.keys() == {key_of(text) for batch in done for text in batch}
    assert workbench.rows("SELECT state FROM records_job WHERE state <> 'done'") == [("running",)]

    interrupting.over.set()
    workbench.rows("UPDATE records_job SET heartbeat = '2000-01-01 00:00:00'")
    with workbench.worker():
        wait_until(lambda: workbench.rows("SELECT state FROM records_job") != [("running",)])
    assert workbench.rows("SELECT state, error FROM records_job") == [("done", "")]

    sent = Counter(text for one in elsewhere.heard for text in one["input"])
    assert {text for text, times in sent.items() if times > 1} <= set(in_flight)
    assert max(sent.values()) <= 2
    assert workbench.vectors.items() >= kept.items()
    assert workbench.vectors.keys() == {key_of(text) for text in sent}
    for text in sent:
        row = np.frombuffer(workbench.vectors[key_of(text)], dtype=np.float32)
        assert np.allclose(row, LetterModel().embed("passage", [text])[0], atol=1e-6)
    proposals = workbench.rows("SELECT requirement_id, rank FROM records_proposal")
    assert len(proposals) == len(set(proposals)) > 0


def key_of(sent: str) -> str:
    """Return the key of a text as the service heard it, with its role before it."""
    role, text = sent.split(": ", 1)
    return key("query" if role == "query" else "passage", text)
