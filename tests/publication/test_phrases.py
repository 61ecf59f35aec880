"""The words of a document are complete in each of its languages."""

import csv
import re
from pathlib import Path

import pytest

from muvofiq.publication.phrases import languages, phrases, unconfirmed
from tests.paths import ROOT

TABLES = sorted((ROOT / "muvofiq" / "library" / "documents").glob("*.csv"))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.stem))
def test_every_phrase_stands_in_every_language_with_the_same_blanks(table: Path) -> None:
    for row in csv.DictReader(table.read_text("utf-8").splitlines()):
        key, *texts = row.values()
        assert all(texts), f"{key} has no words in one of the languages"
        assert len({tuple(sorted(re.findall(r"{\w+}", text))) for text in texts}) == 1, f"{key} has different blanks"


def test_a_phrase_takes_its_values() -> None:
    assert phrases("concordance", "ru")("nothing", count=3) == "не найдено программой в представленных актах (3)"


def test_a_missing_phrase_is_an_error() -> None:
    with pytest.raises(KeyError):
        phrases("concordance", "en")("no such phrase")


@pytest.mark.parametrize("document", ["comparative", "concordance", "release", "paper", "dates"])
def test_every_document_is_printed_in_english_russian_and_tajik(document: str) -> None:
    assert languages(document) == ("en", "ru", "tg")


def test_what_no_native_lawyer_has_confirmed_is_known() -> None:
    assert unconfirmed("concordance", "tg")
    assert not unconfirmed("concordance", "ru")
