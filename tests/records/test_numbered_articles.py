"""Articles are named by their numbers: single ones, inserted ones, and from one to another."""

import pytest

from muvofiq.records.actions.send_for_translation import send_for_translation
from muvofiq.records.errors import NothingToTranslate, UnitMissing
from muvofiq.records.queries.numbered_articles import articles_numbered
from muvofiq.records.queries.translations import Which
from tests.records.small import Desk

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "eids"),
    [
        ("", []),
        ("3", ["art_3"]),
        ("5, 3;  4", ["art_3", "art_4", "art_5"]),
        ("7 – 8", ["art_7", "art_7-1", "art_8"]),
        ("7-1", ["art_7-1"]),
        ("7(1)", ["art_7-1"]),
    ],
)
def test_articles_are_named_by_number(at: Desk, typed: str, eids: list[str]) -> None:
    assert articles_numbered(at.edition, typed) == eids


@pytest.mark.parametrize("typed", ["99", "3-99", "three", "5-3-1"])
def test_an_article_that_is_not_there_is_told(at: Desk, typed: str) -> None:
    with pytest.raises(UnitMissing) as error:
        articles_numbered(at.edition, typed)
    assert error.value.values["unit"] == typed


def test_only_the_named_articles_leave_for_translation(at: Desk) -> None:
    sheet = send_for_translation(at.expert, at.edition, language="pt", which=Which.ALL, articles="4")
    assert {row.unit.partition("~")[2].split("__")[0] for row in sheet.rows} == {"art_4"}
    with pytest.raises(NothingToTranslate):
        send_for_translation(at.expert, at.edition, language="pt", which=Which.ACCEPTED, articles="4")
