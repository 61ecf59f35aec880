"""The workbench is started as two processes that are told the same; the pages stay when the other one ends."""

import os
import signal
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from muvofiq.cli import run as module


@dataclass
class Computer:
    """Starts processes as told: the pages for so many looks, each worker as ended or not."""

    looks: int = 0
    workers: list[int | None] = field(default_factory=list)
    stubborn: bool = False
    seen: list[Mapping[str, str]] = field(default_factory=list)
    started: list["Started"] = field(default_factory=list)
    killed: list[int] = field(default_factory=list)

    def start(self, command: Sequence[str], *, env: Mapping[str, str], start_new_session: bool) -> "Started":
        assert start_new_session
        self.seen.append(env)
        code = self.workers.pop(0) if command == ["worker"] and self.workers else None
        self.started.append(Started(self, list(command), code, pid=len(self.started)))
        return self.started[-1]

    def kill(self, group: int, _signal: int) -> None:
        self.killed.append(group)

    @property
    def names(self) -> list[str]:
        return [one.command[0] for one in self.started]


@dataclass
class Started:
    """A process of that computer; the pages end after its looks with 3."""

    computer: Computer
    command: list[str]
    returncode: int | None
    pid: int
    asked: int = 0

    def poll(self) -> int | None:
        return self.returncode

    def terminate(self) -> None:
        self.asked += 1

    def wait(self, timeout: float | None = None) -> int:
        if self.pid in self.computer.killed or self.returncode is not None:
            return self.returncode or 0
        if self.asked and not self.computer.stubborn:
            return 0
        if not self.asked and self.command == ["web"]:
            self.computer.looks -= 1
            if self.computer.looks < 0:
                self.returncode = 3
                return 3
        raise subprocess.TimeoutExpired(self.command, timeout or 0)


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch) -> Computer:
    made = Computer()
    monkeypatch.delenv(module.NO_MODEL, raising=False)
    monkeypatch.setattr(subprocess, "Popen", made.start)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr(os, "killpg", made.kill)
    return made


def both(*, no_model: bool = False) -> None:
    with pytest.raises(SystemExit):
        module._both(["web"], ["worker"], no_model=no_model)


@pytest.mark.parametrize("no_model", [True, False])
def test_what_the_worker_is_told_of_the_model_the_pages_are_told_too(computer: Computer, *, no_model: bool) -> None:
    both(no_model=no_model)
    assert [module.NO_MODEL in environment for environment in computer.seen] == [no_model, no_model]
    assert {environment["DJANGO_SETTINGS_MODULE"] for environment in computer.seen} == {"muvofiq.settings"}


def test_a_worker_that_has_ended_is_started_anew_and_the_pages_go_on(
    computer: Computer, capsys: pytest.CaptureFixture[str]
) -> None:
    computer.looks, computer.workers = 9, [70, None]
    both()
    assert computer.names == ["web", "worker", "worker"]
    said = capsys.readouterr().err
    assert said.count("code 70") == said.count("it is started anew") == 1
    assert "code 3" in said, "the pages are what ended in the end"


def test_a_worker_that_ends_again_and_again_stops_the_workbench(
    computer: Computer, capsys: pytest.CaptureFixture[str]
) -> None:
    computer.looks, computer.workers = 99, [70] * 99
    both()
    assert computer.names.count("worker") == 1 + module.RESTARTS
    assert "A process of the workbench has ended (code 70); stopping." in capsys.readouterr().err


def test_what_ends_when_asked_is_not_killed(computer: Computer, capsys: pytest.CaptureFixture[str]) -> None:
    both()
    assert [one.asked for one in computer.started] == [1, 1]
    assert not computer.killed
    assert "did not stop" not in capsys.readouterr().err


def test_what_does_not_end_when_asked_is_killed_with_all_that_it_started_and_that_is_said_once(
    computer: Computer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    computer.stubborn = True
    monkeypatch.setattr(module, "_kept_at_work", _stopped_by_a_person)
    module._both(["web"], ["worker"], no_model=False)
    assert computer.killed == [0, 1]
    assert capsys.readouterr().err.count("did not stop by itself") == 1


def _stopped_by_a_person(*_: object) -> Callable[[], None]:
    raise KeyboardInterrupt
