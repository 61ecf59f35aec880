"""Two editions are compared by several means, each of which must give both of them back."""

import io
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from benchmarks import word_diff
from benchmarks.word_diff import (
    EDITS,
    OTHER_ENGINE,
    PLAIN,
    WORD,
    Pair,
    W,
    as_word,
    by_redlines,
    edited,
    real_pairs,
    rows,
    tracked,
    word_diff_section,
)
from muvofiq.amendment.redline import Mark, new_text, old_text
from tests.paths import RUSSIAN

FEW = {"replaced": 5, "deleted": 3, "added": 3, "paragraph out": 2, "paragraph in": 2, "paragraph moved": 1}


@pytest.fixture(scope="module")
def pair() -> Pair:
    return edited("sample", RUSSIAN.read_text(encoding="utf-8"), FEW)


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_the_edits_are_as_many_as_were_asked_for_and_the_same_each_time(pair: Pair) -> None:
    again = edited("sample", RUSSIAN.read_text(encoding="utf-8"), FEW)
    assert (again.new, again.made) == (pair.new, pair.made)
    assert pair.made
    assert pair.made[0] == sum(FEW.values()) + FEW["paragraph moved"]
    out, added = (len(WORD.findall(text)) for text in (pair.old, pair.new))
    assert added - out == pair.made[2] - pair.made[1]


@pytest.mark.parametrize("name", PLAIN)
def test_the_other_ways_give_both_wordings_back(name: str, pair: Pair) -> None:
    found = PLAIN[name](pair.old, pair.new)
    assert (old_text(found), new_text(found)) == (pair.old, pair.new)


def test_each_way_has_a_row_and_the_first_tells_what_was_made(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_diff, "find_spec", lambda _: None)
    found = [cells(line) for line in rows(pair)]
    assert [row[2] for row in found] == ["*made*", "muvofiq", "muvofiq, by unit", *PLAIN, "python-redlines"]
    assert {row[-1] for row in found[1:-1]} == {"yes"}
    assert "not installed" in found[-1][3]
    made, ours = ([int(cell) for cell in row[4:7]] for row in found[:2])
    assert ours[0] <= made[0]
    assert all(one <= other * 1.5 for one, other in zip(ours[1:], made[1:], strict=True))


def test_what_takes_too_long_is_ended_and_the_row_says_so(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PLAIN, "difflib", lambda *_: time.sleep(60))
    (line,) = word_diff._plain_row(pair, "difflib", limit=1)
    assert cells(line)[3] == "more than 1, ended"


def test_tracked_changes_of_a_word_file_are_read_as_stretches() -> None:
    w = W.strip("{}")
    body = (
        f'<w:document xmlns:w="{w}"><w:body><w:p><w:r><w:t>in </w:t></w:r><w:del><w:r><w:delText>five</w:delText></w:r>'
        "</w:del><w:ins><w:r><w:t>two</w:t></w:r></w:ins><w:r><w:t> days</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
        "</w:body></w:document>"
    )
    found = tracked(repacked(as_word(""), body))
    assert (old_text(found), new_text(found)) == ("in five days\ngone\n", "in two days\n")
    assert [one.kind for one in found[1:3]] == [Mark.REMOVED, Mark.ADDED]


def repacked(data: bytes, body: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, body if name == "word/document.xml" else old.read(name))
    return out.getvalue()


def test_a_text_is_written_as_word_with_a_line_a_paragraph() -> None:
    found = tracked(as_word("1. Один.\n2. Два."))
    assert old_text(found) == new_text(found) == "1. Один.\n2. Два.\n"


def test_the_other_engine_gets_two_word_files(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    class Engine:
        def run_redline(self, _: str, old: bytes, new: bytes) -> tuple[bytes, None, None]:
            seen.append(old_text(tracked(old)))
            return new, None, None

    module = ModuleType(f"{OTHER_ENGINE}.engines")
    monkeypatch.setattr(module, "DocxodusEngine", Engine, raising=False)
    monkeypatch.setitem(sys.modules, OTHER_ENGINE, ModuleType(OTHER_ENGINE))
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(word_diff, "find_spec", lambda name: name == OTHER_ENGINE)
    timing, found = by_redlines("один", "два")
    assert new_text(found) == "два\n"
    assert len(timing.seconds) == 1
    last = [cells(line) for line in rows(edited("sample", "Статья 1. Цель\nСтража бодра.", {}))][-1]
    assert (last[2], last[-1]) == ("python-redlines", "yes")
    assert seen == ["один\n", "Статья 1. Цель\nСтража бодра.\n"]


def test_the_section_says_how_many_places_were_edited(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    def one_pair() -> Iterator[Pair]:
        yield pair

    monkeypatch.setattr(word_diff, "real_pairs", one_pair)
    monkeypatch.setattr(word_diff, "rows", lambda _: iter(["| row |"]))
    lines = list(word_diff_section())
    assert lines[0].startswith("## Word diff")
    assert str(sum(EDITS.values())) in lines[1]
    assert "| row |" in lines


def test_without_the_gold_data_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_diff, "GOLD", tmp_path / "nowhere")
    assert [*real_pairs(), *word_diff_section()] == []
