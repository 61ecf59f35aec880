"""Our sample laws agree with the outlines that were made by hand, in every format and without loss."""

import csv
import html
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest

from muvofiq.law.build import build_law
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.tree import Law, Provision
from muvofiq.text.read import read_bytes, read_file
from tests.law.small import signs_of_law, signs_of_source
from tests.paths import RUSSIAN, TAJIK

OUTLINES = RUSSIAN.parents[3] / "tests" / "samples"
BOTH = pytest.mark.parametrize("path", [RUSSIAN, TAJIK], ids=["Russian", "Tajik"])


def as_word(text: str) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        paragraph = document.add_paragraph()
        for part in line.partition("17¹"):
            paragraph.add_run(part.rstrip("¹"))
            if part.endswith("¹"):
                paragraph.add_run("1").font.superscript = True
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def as_page(text: str) -> bytes:
    lines = "\n".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines()).replace("17¹", "17<sup>1</sup>")
    return f"<!DOCTYPE html><html><head><title>Закон</title></head><body>\n{lines}\n</body></html>".encode()


def bare(unit: Provision) -> tuple[object, ...]:
    """What must be the same in every format: all but the line."""
    notes = tuple(note.text for note in unit.notes)
    below = tuple(map(bare, unit.children))
    return (unit.kind, unit.number, unit.label, unit.heading, unit.text, notes, unit.repealed, below)


def rows(one: Law) -> list[tuple[str, Number, str, int, bool]]:
    """The law as the outlines have it: kind, number, heading, parts, repealed."""
    shown = [unit for _, unit, _ in one.units() if unit.kind.is_heading or unit.kind is Kind.ARTICLE]
    return [(unit.kind.value, unit.number, unit.heading, _parts(unit), unit.repealed) for unit in shown]


def _parts(unit: Provision) -> int:
    return sum(child.kind is Kind.PART for child in unit.children)


@pytest.mark.parametrize(
    ("path", "outline"),
    [(RUSSIAN, "border_law_outline.tsv"), (TAJIK, "border_law_outline.tg.tsv")],
    ids=["Russian", "Tajik"],
)
def test_the_tree_is_the_outline_that_was_made_by_hand(path: Path, outline: str) -> None:
    table = csv.DictReader((OUTLINES / outline).read_text("utf-8").splitlines(), delimiter="\t")
    by_hand = [
        (row["kind"], Number.parse(row["number"]), row["heading"], int(row["parts"]), row["repealed"] == "yes")
        for row in table
    ]
    assert rows(build_law(read_file(path))) == by_hand


@BOTH
@pytest.mark.parametrize("write", [str.encode, as_word, as_page], ids=["text", "Word", "page"])
def test_not_a_sign_is_lost(path: Path, write: Callable[[str], bytes]) -> None:
    read = read_bytes(write(path.read_text("utf-8")), "law")
    assert signs_of_law(build_law(read)) == signs_of_source(read) == signs_of_source(read_file(path))


@BOTH
@pytest.mark.parametrize("write", [as_word, as_page], ids=["Word", "page"])
def test_every_format_gives_the_same_tree(path: Path, write: Callable[[str], bytes]) -> None:
    text, other = build_law(read_file(path)), build_law(read_bytes(write(path.read_text("utf-8")), "law"))
    assert list(map(bare, other.provisions)) == list(map(bare, text.provisions))
    assert (other.head, other.tail, other.title, other.language) == (text.head, text.tail, text.title, text.language)


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_the_russian_law_in_an_old_encoding_keeps_its_articles(encoding: str) -> None:
    text = RUSSIAN.read_text("utf-8").replace("¹", "(1)").replace("–", "-").replace("«", '"').replace("»", '"')
    one = build_law(read_bytes(text.encode(encoding, "replace"), "law.txt"))
    assert len(list(one.articles())) == 29


@pytest.mark.parametrize(("path", "language", "articles"), [(RUSSIAN, "ru", 29), (TAJIK, "tg", 11)])
def test_language_title_and_number_of_articles(path: Path, language: str, articles: int) -> None:
    one = build_law(read_file(path))
    assert (one.language, len(list(one.articles()))) == (language, articles)
    assert one.title == " ".join(path.read_text("utf-8").splitlines()[:2])


def test_what_is_particular_in_the_russian_law() -> None:
    one = build_law(read_file(RUSSIAN))
    by_eid = {address.eid: unit for address, unit, _ in one.units()}
    assert by_eid["art_17-1"].label == "Статья 17¹."
    assert by_eid["art_2__point_5"].repealed
    assert by_eid["art_2__point_3-1"].notes
    assert by_eid["art_4__para_1__point_2__subpara_б"].text.startswith("детей без сопровождения")
    assert by_eid["art_14__para_1__indent_2"].text.startswith("Сотрудник Службы не вправе")
    assert by_eid["art_20"].repealed
    assert one.tail[0] == "Президент Республики Вестария"
    assert len(one.head) == 5
