"""The table of styles tells what portals call their paragraphs."""

import pytest

from muvofiq.law.kind import Kind
from muvofiq.tables import table
from muvofiq.text.styles import portal_of, role, style_row

ROLES = {"number", "heading", "title", "group", "running-head", "navigation", "mark", "arrow", "note", "signature"}
ROLES |= {"label", "editor"}


def test_a_style_is_known_by_any_of_its_names() -> None:
    assert role("oj-ti-art") == role("x oj-ti-art") == "number"
    assert (role(""), role("oj-normal"), portal_of("oj-ti-art"), portal_of("x")) == ("", "", "EUR-Lex", "")
    assert style_row("unknown") is None


@pytest.mark.parametrize("row", table("languages/styles.csv"), ids=lambda row: row["style"])
def test_each_style_has_a_role_that_the_readers_know_and_a_kind_of_unit_or_none(row: dict[str, str]) -> None:
    assert row["role"] in ROLES
    assert not row["kind"] or Kind(row["kind"])
    assert row["seen"] in ("yes", "no")
