"""An old Word file is read through LibreOffice, and each case in which that fails is told in words."""

import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from muvofiq.text import libre_office
from muvofiq.text.choices import NONE, Changes, Choices
from muvofiq.text.errors import Locked, OldWordNeedsLibreOffice, OldWordNotOpened, PendingChanges, WrongFormat
from muvofiq.text.libre_office import as_docx
from muvofiq.text.old_word import read_old_word
from muvofiq.text.source import fingerprint
from tests.text.word import deleted, inserted, level, numbered, numbering, paragraph, run, word

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
NEEDS_OFFICE = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
NEEDS_SHELL = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for LibreOffice is a shell script")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def container(*parts: str, flags: int = 0) -> bytes:
    """The beginning of an old Office file: its mark, the names of its parts, and the first words of a document."""
    names = b"".join(part.encode("utf-16-le").ljust(64, b"\0") + bytes(64) for part in parts)
    return OLE + names.ljust(512, b"\0") + b"\xec\xa5" + bytes(9) + bytes([flags]) + bytes(500)


DOC = container("Root Entry", "WordDocument")


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program of our own in the place of LibreOffice."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(libre_office, "_program", lambda: str(program))


def test_without_libreoffice_the_file_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr(libre_office, "PLACES", ())
    with pytest.raises(OldWordNeedsLibreOffice, match=r"(?s)a\.doc.*not installed.*save it as Word \(\.docx\)"):
        read_old_word(DOC, "a.doc")


@pytest.mark.parametrize(
    ("data", "error", "why"),
    [
        (container("Root Entry", "EncryptedPackage", "EncryptionInfo"), Locked, "locked with a password"),
        (container("Root Entry", "WordDocument", flags=1), Locked, "locked with a password"),
        (container("Root Entry", "Workbook"), WrongFormat, "but holds an Excel table"),
        (container("Root Entry", "Book"), WrongFormat, "but holds an Excel table"),
        (container("Root Entry", "PowerPoint Document"), WrongFormat, "but holds a PowerPoint presentation"),
        (container("Root Entry", "!_StringData"), WrongFormat, "but holds no Word document"),
        (OLE, WrongFormat, "but holds no Word document"),
    ],
)
def test_what_is_no_open_word_file_is_refused_by_its_name(data: bytes, error: type[Exception], why: str) -> None:
    with pytest.raises(error, match=why):
        read_old_word(data, "a.doc")


@NEEDS_SHELL
def test_a_file_of_which_libreoffice_makes_nothing_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, "exit 77")
    with pytest.raises(OldWordNotOpened, match="LibreOffice could not make anything of it"):
        read_old_word(DOC, "a.doc")


@NEEDS_SHELL
def test_libreoffice_is_stopped_with_all_it_started_when_it_takes_too_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alive = tmp_path / "alive"
    stand_in(tmp_path, monkeypatch, f"(sleep 2; touch {alive}) & sleep 60")
    begin = time.perf_counter()
    with pytest.raises(OldWordNotOpened, match=r"was not ready after 0\.5 seconds"):
        as_docx(DOC, "a.doc", seconds=0.5)
    assert time.perf_counter() - begin < 10
    time.sleep(2)
    assert not alive.exists()


@NEEDS_SHELL
def test_libreoffice_works_in_a_place_of_its_own_without_macros_which_is_gone_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    stand_in(
        tmp_path,
        monkeypatch,
        f'echo "$@" > {seen}; cat profile/user/registrymodifications.xcu >> {seen}; pwd >> {seen}',
    )
    with pytest.raises(OldWordNotOpened):
        as_docx(DOC, "a.doc")
    told = seen.read_text(encoding="utf-8")
    assert "-env:UserInstallation=file://" in told
    assert "--headless" in told
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true' in told
    assert not Path(told.splitlines()[-1]).exists()


@NEEDS_OFFICE
def test_an_old_word_file_is_read_as_the_new_one_it_was(tmp_path: Path) -> None:
    data = word(
        paragraph(run("Цель"), numbered(1)),
        paragraph(run("Статья 17") + run("1", '<w:vertAlign w:val="superscript"/>') + run(". Ҳуқуқ")),
        paragraph(run("срок ") + deleted("десять") + inserted("тридцать") + run(" дней")),
        numbering=numbering({1: level(0, "Моддаи %1.")}),
    )
    (tmp_path / "law.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "doc:MS Word 97", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "law.docx")], check=True, capture_output=True, timeout=100)  # noqa: S603
    old = (tmp_path / "law.doc").read_bytes()
    source = read_old_word(old, "law.doc", Choices(Changes.ACCEPTED))
    assert [line.text for line in source.lines] == ["Моддаи 1. Цель", "Статья 17¹. Ҳуқуқ", "срок тридцать дней"]
    assert (source.format, source.sha256, source.name) == ("doc", fingerprint(old), "law.doc")
    assert [one.text for one in source.left_out] == ["десять"]
    with pytest.raises(PendingChanges):
        read_old_word(old, "law.doc", NONE)


@NEEDS_OFFICE
def test_a_damaged_old_word_file_is_refused_by_libreoffice_itself() -> None:
    with pytest.raises(OldWordNotOpened):
        read_old_word(DOC, "a.doc")
