"""The workbench is started as two processes that are told the same."""

import signal
import subprocess
from collections.abc import Mapping, Sequence

import pytest

from muvofiq.cli import run as module


class Ended:
    """A process that has ended at once."""

    seen: list[Mapping[str, str]]
    returncode = 0

    def __init__(self, command: Sequence[str], *, env: Mapping[str, str], start_new_session: bool) -> None:
        assert command
        assert start_new_session
        self.seen.append(env)

    def poll(self) -> int:
        return self.returncode

    def terminate(self) -> None:
        """Nothing is left to end."""

    def wait(self, timeout: float) -> int:
        assert timeout
        return self.returncode


@pytest.mark.parametrize("no_model", [True, False])
def test_what_the_worker_is_told_of_the_model_the_pages_are_told_too(
    monkeypatch: pytest.MonkeyPatch, *, no_model: bool
) -> None:
    monkeypatch.delenv(module.NO_MODEL, raising=False)
    monkeypatch.setattr(Ended, "seen", [], raising=False)
    monkeypatch.setattr(subprocess, "Popen", Ended)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    with pytest.raises(SystemExit):
        module._both(["web"], ["worker"], no_model=no_model)
    assert [module.NO_MODEL in environment for environment in Ended.seen] == [no_model, no_model]
    assert {environment["DJANGO_SETTINGS_MODULE"] for environment in Ended.seen} == {"muvofiq.settings"}
