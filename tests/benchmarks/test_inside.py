"""An article is cut into its parts, and what the product names inside it is held against an annotation."""

import json
from pathlib import Path

import pytest

from benchmarks.inside import annotation, element_shares, inside, parts_named, parts_of
from muvofiq.standards.load import load_catalogue
from tests.benchmarks.small_set import ready_set, write_rows, write_set

NAME = "screening-interpretation"
LAW = "1. Срок составляет десять дней.\n2. Переводчик:\n1) предоставляется бесплатно;\n2) владеет языком лица."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_set(tmp_path / "small")
    write_rows(folder / "queries.jsonl", [{"id": NAME, "requirement": NAME, "lang": "en", "text": ""}])
    units = [
        {"id": "law:1", "doc": "law", "lang": "ru", "heading": "Язык", "text": LAW},
        {"id": "law:2", "doc": "law", "lang": "ru", "heading": "", "text": "Граница охраняется."},
    ]
    write_rows(folder / "units.jsonl", units)
    return folder


def annotate(folder: Path, **changed: object) -> None:
    elements = [element["en"] for element in load_catalogue().requirement(NAME).elements]
    states = dict.fromkeys(elements, "missing") | {elements[0]: "met", elements[-1]: "unclear"}
    provision = {"act": "law", "article": "1", "part": "2", "grade": 2} | changed
    row = {"requirement": NAME, "provisions": [provision], "elements": states}
    (folder / "annotation.jsonl").write_text(json.dumps(row) + "\n", "utf-8")


def test_parts_hold_their_points_and_points_stand_alone_where_there_are_no_parts() -> None:
    parts = parts_of(LAW)
    assert [part.id for part in parts] == ["1", "2"]
    assert [point.id for point in parts[1].parts] == ["2(1)", "2(2)"]
    assert parts[1].text.endswith("владеет языком лица.")
    assert [part.id for part in parts_of("Понятия:\n1) граница;\n2-1) лицо.")] == ["1", "2-1"]
    assert parts_of("Граница охраняется.") == ()


def test_the_part_that_is_named_stands_beside_the_one_that_is_wanted(folder: Path) -> None:
    annotate(folder)
    (pointed,) = parts_named(ready_set(folder), annotation(folder))
    assert (pointed.wanted, pointed.first) == ("2", "1")
    assert pointed.named.startswith("2")


@pytest.mark.parametrize("changed", [{"grade": 1}, {"part": None}, {"part": "9"}, {"article": "7"}], ids=str)
def test_what_the_text_does_not_show_is_not_asked(folder: Path, changed: dict[str, object]) -> None:
    annotate(folder, **changed)
    assert list(parts_named(ready_set(folder), annotation(folder))) == []


@pytest.mark.parametrize("is_cited", [True, False])
def test_each_element_has_its_share_and_its_state_unless_unclear(folder: Path, *, is_cited: bool) -> None:
    annotate(folder)
    shares, met = element_shares(ready_set(folder), annotation(folder), is_cited=is_cited)
    assert len(shares) == len(load_catalogue().requirement(NAME).elements) - 1
    assert met.tolist() == [1.0] + [0.0] * (len(met) - 1)
    assert ((shares >= 0) & (shares <= 1)).all()
    assert shares.any()


def test_the_page_compares_with_the_first_part(folder: Path) -> None:
    annotate(folder)
    lines = list(inside(ready_set(folder), folder))
    assert any(line.startswith("| muvofiq |") and line.endswith("| 1.000 ± 0.000 |") for line in lines)
    assert any(line.startswith("| first part | 0.000") for line in lines)
