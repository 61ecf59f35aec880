"""The tests run on the database that was asked for, and on SQLite as the product does."""

import os

import pytest
from django.db import connection


@pytest.mark.django_db
def test_the_database_in_use_is_the_one_that_was_asked_for() -> None:
    asked = os.environ.get("DATABASE_URL", "sqlite:").split(":")[0]
    with connection.cursor() as cursor:
        if asked == "sqlite":
            cursor.execute("select sqlite_version()")
        else:
            cursor.execute("select version()")
        (version,) = cursor.fetchone()
    assert connection.vendor == asked
    assert asked == "sqlite" or version.startswith("PostgreSQL ")


@pytest.mark.django_db
def test_sqlite_is_a_file_in_which_readers_do_not_wait_for_writers() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("this run is on another database")
    with connection.cursor() as cursor:
        cursor.execute("pragma journal_mode")
        assert cursor.fetchone() == ("wal",)
    assert "memory" not in str(connection.settings_dict["NAME"])
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
