"""The second copy of the law book has the damage of real files, and reads as the clean text does."""

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from copies.__main__ import copies
from copies.figures import raised
from copies.lists import items
from copies.word import Correction, word
from muvofiq.assessment.exercise import Exercise
from muvofiq.law.opening import open_laws
from muvofiq.law.tree import Law
from muvofiq.text.choices import NONE, Changes, Choices
from muvofiq.text.errors import PendingChanges
from muvofiq.text.source import Reason
from tests.paths import ROOT

FOLDER = ROOT / "muvofiq" / "library" / "workshop" / "copies"
BOTH = "trafficking.ru-tg.docx"
WITH_CORRECTIONS = {"administrative", "border", "foreigners", "refugees"}
FILES = sorted(path.name for path in FOLDER.iterdir())
ORIGINAL = Choices(changes=Changes.ORIGINAL)


@cache
def clean(language: str) -> dict[str, Law]:
    return Exercise.named("workshop").laws(language)


def opened(name: str, choices: Choices = ORIGINAL) -> tuple[Law, ...]:
    return tuple(open_laws((FOLDER / name).read_bytes(), name, choices))


def units(law: Law) -> list[tuple[object, ...]]:
    return [
        (address.eid, unit.heading, raised(unit.text), unit.repealed, [note.text for note in unit.notes])
        for address, unit, _ in law.units()
    ]


def test_every_act_has_a_word_file_a_print_and_a_web_page() -> None:
    expected = {f"{act}.{ending}" for act in clean("ru") for ending in ("docx", "pdf", "html")}
    assert set(FILES) == expected | {BOTH}


@pytest.mark.parametrize("name", FILES)
def test_a_copy_has_the_units_and_the_words_of_the_clean_text(name: str) -> None:
    laws = opened(name)
    assert [law.language for law in laws] == (["ru", "tg"] if name == BOTH else ["ru"])
    for law in laws:
        expected = clean(law.language)[name.split(".", maxsplit=1)[0]]
        assert units(law) == units(expected)
        assert law.title == expected.title
        assert set(expected.head) <= set(law.head)


@pytest.mark.parametrize("name", FILES)
def test_a_copy_says_that_the_country_is_invented_on_every_page(name: str) -> None:
    data = (FOLDER / name).read_bytes()
    if name.endswith(".docx"):
        assert "вымышленная страна" in ZipFile(BytesIO(data)).read("word/header1.xml").decode()
    elif name.endswith(".html"):
        assert data.decode().count("вымышленная страна") >= 2
    else:
        heads = [one for law in opened(name) for one in law.left_out if one.reason is Reason.RUNNING_HEAD]
        pages = [one for law in opened(name) for one in law.left_out if one.reason is Reason.PAGE_NUMBER]
        assert len(heads) == len(pages) >= 2
        assert all("вымышленная страна" in one.text for one in heads)


@pytest.mark.parametrize("act", sorted(clean("ru")))
def test_word_counts_the_numbers_and_holds_corrections_that_a_person_must_decide_on(act: str) -> None:
    document = ZipFile(BytesIO((FOLDER / f"{act}.docx").read_bytes())).read("word/document.xml").decode()
    assert document.count("<w:numPr>") >= 5
    assert ("<w:ins " in document) == (act in WITH_CORRECTIONS)
    if act in WITH_CORRECTIONS:
        with pytest.raises(PendingChanges):
            opened(f"{act}.docx", NONE)
        (accepted,) = opened(f"{act}.docx", Choices(changes=Changes.ACCEPTED))
        assert units(accepted) != units(clean("ru")[act])


def test_inserted_units_have_raised_figures() -> None:
    assert "7<sup>1</sup>" in (FOLDER / "border.html").read_text("utf-8")
    assert "superscript" in ZipFile(BytesIO((FOLDER / "border.docx").read_bytes())).read("word/document.xml").decode()


def test_the_copies_are_those_that_the_clean_texts_give() -> None:
    """A PDF differs in its identifiers from version to version of the printer; its words are compared above."""
    made = dict(copies())
    assert set(made) == set(FILES)
    stale = [name for name in FILES if not name.endswith(".pdf") and made[name] != (FOLDER / name).read_bytes()]
    assert stale == [], "run: make copies"
    for name in FILES:
        if name.endswith(".pdf"):
            (now,) = open_laws(made[name], name)
            assert units(now) == units(opened(name)[0]), "run: make copies"


def test_a_number_is_counted_only_where_it_is_the_next_one() -> None:
    lines = ["Статья 1. Цель", "1. Один", "1) а", "2) б", "5) д", "2. Два", "4. Четыре", "Статья 2. Лица", "1. Один"]
    assert [(one.level, one.article) for one in items(lines)] == [
        (None, 1), (0, 1), (1, 1), (1, 1), (None, 1), (0, 1), (None, 1), (None, 2), (0, 2),
    ]  # fmt: skip


@pytest.mark.parametrize("old", ["нет таких слов", "граница"])
def test_a_correction_that_fits_no_paragraph_or_several_is_refused(old: str) -> None:
    lines = ["Статья 1. Цель", "1. граница", "2. граница"]
    with pytest.raises(ValueError, match=re.escape(old)):
        word(lines, "head", [Correction(old, "рубеж", "Полиция", "2024-02-05")])


def test_no_copy_names_a_computer_or_a_person(tmp_path: Path) -> None:
    for name in FILES:
        if name.endswith(".docx"):
            ZipFile(BytesIO((FOLDER / name).read_bytes())).extractall(tmp_path / name)
            assert not list((tmp_path / name).rglob("core.xml"))
