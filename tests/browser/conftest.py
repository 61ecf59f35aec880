"""A workbench as a person starts it, and a browser as a person has it; without a browser these tests are skipped."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, expect, sync_playwright

from tests.browser.workbench import Workbench

INSTALL = "no Chromium found: install it with «apt-get install chromium» or «.venv/bin/playwright install chromium»"
PATIENCE = 60_000  # milliseconds: a slow machine is no fault of a page
NOT_OURS = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}  # what the tests set for themselves
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")


def chromium() -> str | None:
    """Return the browser of this computer."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        if os.environ.get("MUVOFIQ_BROWSER") == "required":
            pytest.fail(INSTALL)
        pytest.skip(INSTALL)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def workbench(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    """`muvofiq run` in a folder of its own, with web and worker, and the link that it prints."""
    folder = tmp_path_factory.mktemp("data")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
    environment |= {"MUVOFIQ_DATA": str(folder), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "muvofiq.cli", "run", "--port", str(port), "--no-model"]
    with (folder / "run.txt").open("w") as says:
        process = subprocess.Popen(command, env=environment, stdout=says, stderr=subprocess.STDOUT)
    try:
        yield Workbench(f"http://localhost:{port}", _link(folder / "run.txt", process), environment)
    finally:
        process.terminate()
        process.wait(timeout=30)


@pytest.fixture(scope="session")
def signed_in(browser: Browser, workbench: Workbench) -> StorageState:
    """What the browser keeps after the first person has signed in."""
    context = browser.new_context()
    workbench.sign_in(context)
    kept = context.storage_state()
    context.close()
    return kept


@pytest.fixture
def desk(browser: Browser, signed_in: StorageState) -> Iterator[BrowserContext]:
    """A browser at a projector's size in which the first person is signed in."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 720}, accept_downloads=True, storage_state=signed_in
    )
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def page(desk: BrowserContext) -> Page:
    return desk.new_page()


def _link(says: Path, process: "subprocess.Popen[bytes]") -> str:
    """Wait for the one-time link that the first run prints."""
    for _ in range(1800):
        text = says.read_text(encoding="utf-8")
        if found := re.search(r"http://\S+/sign-in/\S+/", text):
            return _when_open(found.group())
        if process.poll() is not None:
            break
        time.sleep(0.1)
    pytest.fail(f"the workbench did not start: {says.read_text(encoding='utf-8')}")


def _when_open(link: str) -> str:
    host, port = re.findall(r"//([^:/]+):(\d+)", link)[0]
    for _ in range(300):
        with socket.socket() as door:
            if door.connect_ex((host, int(port))) == 0:
                return link
        time.sleep(0.1)
    pytest.fail("the workbench does not answer")
