"""``muvofiq run``: the workbench on this computer; ``muvofiq link``: a new way in."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress

import click

from muvofiq.cli.database import with_database
from muvofiq.cli.errors import PortTaken

LOOKS = 0.3  # seconds between two looks at the worker
PATIENCE = 20  # seconds in which a process that is asked to may end
RESTARTS = 5  # of a worker that ends while the pages are open
Process = subprocess.Popen[bytes]
NO_MODEL = "MUVOFIQ_NO_MODEL"  # tells the pages what --no-model tells the worker


@click.command()
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="On which port it listens."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="On which address; the default is this computer.")
@click.option("--no-model", is_flag=True, help="Match by words and thesaurus alone.")
def run(*, port: int, host: str, no_model: bool) -> None:
    """Start the workbench: one process for the pages and one for long work."""
    _refuse_taken(host, port)
    with_database()
    from django.core.management import call_command

    from muvofiq.records.actions.open_workbench import open_workbench
    from muvofiq.records.actions.sign_in import make_link

    call_command("migrate", interactive=False, verbosity=0)
    first = open_workbench()
    address = f"http://{'localhost' if host == '127.0.0.1' else host}:{port}/"
    web = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
    web += ["--blocking-threads", "4", "--log-level", "warning", "muvofiq.web.wsgi:application"]
    worker = [sys.executable, "-m", "muvofiq.cli", "work", *(["--no-model"] if no_model else [])]
    click.echo(f"Muvofiq runs at {address}  (stop it with Ctrl+C)")
    if first:
        click.echo(f"Sign in, once, with this link:\n  {address}sign-in/{make_link(first)}/")
    else:
        click.echo("To sign in on another browser, type in a second window: muvofiq link")
    _both(web, worker, no_model=no_model)


@click.command()
@click.option("--no-model", is_flag=True, help="Match by words and thesaurus alone.")
def work(*, no_model: bool) -> None:
    """Do the long work that the pages ask for (`muvofiq run` starts this by itself)."""
    with_database()
    from django.db import close_old_connections

    from muvofiq.cli.meaning import find_meaning
    from muvofiq.records.actions.work import work_once
    from muvofiq.records.vectors import VectorTable

    while True:
        close_old_connections()
        if not work_once(lambda: None if no_model else find_meaning(VectorTable())):
            time.sleep(0.5)


@click.command()
@click.argument("username", default="expert")
@click.option("--address", default="http://localhost:8000/", show_default=True, help="Where the workbench runs.")
def link(*, username: str, address: str) -> None:
    """Print a new sign-in link for USERNAME; it works once, within a day."""
    with_database()
    from muvofiq.records.actions.sign_in import make_link
    from muvofiq.records.queries.people import person_named

    click.echo(f"{address.rstrip('/')}/sign-in/{make_link(person_named(username))}/")


def _refuse_taken(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            reason = error.strerror or str(error)
            raise PortTaken(f"{host}:{port}", port=port, reason=reason, other=port + 1) from error


def _both(web: Sequence[str], worker: Sequence[str], *, no_model: bool) -> None:
    """Run the pages until they end or the person stops them, and beside them a worker; then stop the others.

    A worker that ends is started anew, a few times: what it was doing is taken up again, and the pages go on.
    """
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "muvofiq.settings"}
    if no_model:
        environment[NO_MODEL] = "yes"
    running = [_started(web, environment), _started(worker, environment)]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        ended = _kept_at_work(running, worker, environment)
        click.secho(f"A process of the workbench has ended (code {ended.returncode}); stopping.", fg="red", err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        click.echo("\nStopped. Everything is saved.")
    finally:
        _stop(running)


def _kept_at_work(running: list[Process], worker: Sequence[str], environment: Mapping[str, str]) -> Process:
    """Wait until the pages end, or the worker has ended too often; return what has ended. The worker stands last."""
    restarts = 0
    while True:
        try:
            running[0].wait(timeout=LOOKS)
        except subprocess.TimeoutExpired:
            ended = running[-1]
            if ended.poll() is None:
                continue
            if restarts == RESTARTS:
                return ended
            restarts += 1
            click.secho(f"The process for long work has ended (code {ended.returncode}); it is started anew.", err=True)
            running[-1] = _started(worker, environment)
        else:
            return running[0]


def _started(command: Sequence[str], environment: Mapping[str, str]) -> Process:
    return subprocess.Popen(command, env=environment, start_new_session=True)  # noqa: S603 (our own processes)


def _stop(processes: Sequence[Process]) -> None:
    """Ask the processes to end, and end those that do not, with all that they have started."""
    for process in processes:
        process.terminate()
    late = [process for process in processes if not _ends(process)]
    if late:
        click.secho("What was at work did not stop by itself and is stopped now; nothing saved is lost.", err=True)
    for process in late:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # each leads a group of its own
        process.wait()


def _ends(process: Process) -> bool:
    try:
        process.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return False
    return True
