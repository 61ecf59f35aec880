"""``muvofiq parse`` and ``match`` open every sort of file, as the person says how."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from muvofiq.cli import reading
from muvofiq.law import opening
from muvofiq.text.errors import PendingChanges
from muvofiq.text.source import Reason, Source
from tests.cli.test_commands import run, succeeded
from tests.paths import RUSSIAN, TAJIK
from tests.records.scanning import PICTURES, scanner


def test_an_act_in_points_is_printed_with_the_beginning_of_each(tmp_path: Path) -> None:
    decree = tmp_path / "decree.txt"
    decree.write_text("ПОСТАНОВЛЕНИЕ\nО центре\n1. Создать центр.\n2. Опубликовать постановление.\n", encoding="utf-8")
    assert "2. Опубликовать постановление." in succeeded("parse", decree).output


def test_pending_corrections_are_read_as_the_person_says(tmp_path: Path) -> None:
    law = word_with_changes(tmp_path / "law.docx")
    assert isinstance(run("parse", law).exception, PendingChanges)
    assert "и мигрантов" not in succeeded("parse", law, "--changes", "original", "--json").stdout.split('"left_out"')[0]
    said = succeeded("parse", law, "--changes", "accepted", "--json")
    assert "и мигрантов" in said.stdout
    table = tmp_path / "table.xlsx"
    assert isinstance(run("match", law, "-o", table, "--no-model").exception, PendingChanges)
    succeeded("match", law, "-o", table, "--no-model", "--changes", "accepted")
    assert table.exists()


def test_what_was_left_out_is_counted_by_its_reason(tmp_path: Path) -> None:
    law = word_with_changes(tmp_path / "law.docx")
    said = succeeded("parse", law, "--changes", "original")
    assert f"left out: 1 × {Reason.INSERTED.value}" in said.stderr
    left_out = json.loads(succeeded("parse", law, "--changes", "original", "--json").stdout)["left_out"]
    assert [(one["text"], one["reason"]) for one in left_out] == [("и мигрантов", Reason.INSERTED.value)]


def test_the_history_of_a_unit_is_dated(tmp_path: Path) -> None:
    law = tmp_path / "law.txt"
    text = "Статья 1. Цель\nЗакон защищает беженцев. (в редакции Закона от 2 января 2019 года № 15)\n"
    law.write_text(f"ЗАКОН О беженцах\n{text}", encoding="utf-8")
    found = re.findall(r'"day": "([\d-]+)"', succeeded("parse", law, "--json").stdout)
    assert found == ["2019-01-02"]


def test_a_file_in_two_languages_gives_two_laws(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    law = tmp_path / "both.txt"
    law.write_text(f"{RUSSIAN.read_text('utf-8')}\n{TAJIK.read_text('utf-8')}", encoding="utf-8")
    monkeypatch.setattr(opening, "split_languages", halves)
    trees = json.loads(succeeded("parse", law, "--json").stdout)
    assert [(tree["name"], tree["language"]) for tree in trees] == [("both-ru", "ru"), ("both-tg", "tg")]
    assert "ҚОНУНИ" in succeeded("parse", law).output
    data = json.loads(succeeded("match", law, "--json", "--no-model", "--top", 1).stdout)
    assert [act["name"] for act in data["acts"]] == ["both-ru", "both-tg"]


def test_a_scan_is_recognised_page_by_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = scanner(monkeypatch)
    monkeypatch.setattr(reading, "scanned_pages", one.scanned_pages)
    monkeypatch.setattr(reading, "recognise_page", one.recognise_page)
    law = tmp_path / "scan.pdf"
    law.write_bytes(PICTURES)
    said = succeeded("parse", law, "--ocr", "rus+tgk")
    assert one.read == [1, 2]
    assert "Статья 2. Переводчик" in said.output
    assert "4 units recognised from a picture, not proof-read" in said.stderr


def halves(source: Source) -> tuple[Source, ...]:
    """Split a file at the title in the second language."""
    at = next(at for at, line in enumerate(source.lines) if line.text.startswith("ҚОНУНИ"))
    return replace(source, lines=source.lines[:at]), replace(source, lines=source.lines[at:])


def word_with_changes(path: Path) -> Path:
    """Write a Word file with a pending insertion."""
    document = Document()
    for text in ("ЗАКОН", "О беженцах", "Статья 1. Цель", "Закон защищает беженцев"):
        paragraph = document.add_paragraph(text)
    inserted = f'<w:ins {nsdecls("w")} w:id="1" w:author="A. Rahimov"><w:r><w:t> и мигрантов</w:t></w:r></w:ins>'
    paragraph._p.append(parse_xml(inserted))
    document.save(str(path))
    return path


def test_what_was_put_right_is_told_by_its_damage_and_listed_place_by_place(tmp_path: Path) -> None:
    law = tmp_path / "law.txt"
    law.write_text(TAJIK.read_text("utf-8").replace(" сарҳад ", " сархад ", 1), encoding="utf-8")
    assert "put right: 1 × dropped marks of letters" in succeeded("parse", law).output
    (repair,) = json.loads(succeeded("parse", law, "--json").stdout)["repairs"]
    assert (repair["before"], repair["after"], repair["damage"]) == ("сархад", "сарҳад", "dropped marks of letters")
