"""Pictures of pages are recognised by the program tesseract, where it is installed."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from muvofiq.text.errors import OcrFailed, OcrLanguageMissing, OcrMissing
from muvofiq.text.ocr_layout import rows_in_order
from muvofiq.text.pdf_composing import compose
from muvofiq.text.pdf_file import opened, pictures
from muvofiq.text.pdf_margins import Page
from muvofiq.text.pdf_pages import read_pages
from muvofiq.text.pdf_paragraphs import RECOGNISED_STEP
from muvofiq.text.pdf_picture import picture_of
from muvofiq.text.pdf_rows import Row, Run
from muvofiq.text.source import LeftOut, Reason, Remark, Source, fingerprint

PROGRAM = "tesseract"
NO_LANGUAGES = ("osd", "equ", "snum")  # what it lists besides languages
SECONDS = 120  # for one page; a dense page takes about ten
RECOGNISED = "{count} pages were recognised by a machine and must be proof-read."
NOT_RECOGNISED = "{count} pages are pictures and were not recognised."
REMARKS = (RECOGNISED, NOT_RECOGNISED)
# A recognised page has no measures; its rows are laid out as a typewriter would.
LETTER, SIZE, GAP = 5.0, 10.0, 8.0
STEP = RECOGNISED_STEP * SIZE

Progress = Callable[[int, int], None]


def installed_languages() -> tuple[str, ...]:
    """Return the languages (rus, tgk, eng ...) that the tesseract of this computer knows; none without the program."""
    try:
        program = shutil.which(PROGRAM)
        return _languages_of(program, Path(program).stat().st_mtime_ns) if program else ()
    except (OSError, subprocess.TimeoutExpired):
        return ()


@cache
def _languages_of(program: str, _changed: int) -> tuple[str, ...]:
    """Ask a program once, until another one is installed in its place. Raises OSError, TimeoutExpired."""
    listed = _run(program, ["--list-langs"])
    names = (name.strip() for name in listed.stdout.decode(errors="replace").splitlines()[1:])
    return tuple(sorted(name for name in names if name and name not in NO_LANGUAGES))


def scanned_pages(data: bytes, name: str) -> tuple[int, ...]:
    """Return the pages (from 1) that are pictures without text. Raises LockedPdf, DamagedPdf, TooManyPages."""
    with opened(data, name) as document:
        return tuple(pictures(document, name))


def recognise_page(data: bytes, name: str, page: int, languages: Sequence[str]) -> tuple[str, ...]:
    """Return the printed rows of one page (from 1), with an empty one between paragraphs.

    Raises OcrMissing, OcrLanguageMissing, OcrFailed and the errors of opening a PDF.
    """
    check_languages(name, languages)
    picture = picture_of(data, name, page)
    try:
        done = _run(shutil.which(PROGRAM) or PROGRAM, ["stdin", "stdout", "-l", "+".join(languages), "tsv"], picture)
    except subprocess.TimeoutExpired as error:
        raise OcrFailed(name, page=page, reason=f"it took more than {SECONDS} seconds") from error
    except OSError as error:
        raise OcrFailed(name, page=page, reason=error.strerror or "it cannot be started") from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise OcrFailed(name, page=page, reason=said[-1] if said else f"code {done.returncode}")
    return rows_in_order(done.stdout.decode(errors="replace"))


def check_languages(name: str, languages: Sequence[str]) -> None:
    """Raise OcrMissing or OcrLanguageMissing where this computer cannot recognise these languages (one or more)."""
    if shutil.which(PROGRAM) is None:
        raise OcrMissing(name)
    installed = installed_languages()
    for language in languages:
        if language not in installed:
            raise OcrLanguageMissing(name, missing=language, installed=", ".join(installed) or "none")


def recognise_all(
    data: bytes, name: str, languages: Sequence[str], progress: Progress | None = None
) -> dict[int, tuple[str, ...]]:
    """Recognise all pictures of pages, one after the other; ``progress`` is told how many of how many are done."""
    scanned = scanned_pages(data, name)
    recognised: dict[int, tuple[str, ...]] = {}
    for done, page in enumerate(scanned):
        if progress:
            progress(done, len(scanned))
        recognised[page] = recognise_page(data, name, page, languages)
    return recognised


def read_recognised(data: bytes, name: str, pages: Mapping[int, Sequence[str]]) -> Source:
    """Return the file as a Source in which ``pages`` (from 1) have the rows that `recognise_page` gave.

    Every line of these pages is marked as not proof-read. Raises the errors of opening a PDF.
    """
    read = read_pages(data, name)
    printed = [page for page in read.pages if page.number not in pages]
    recognised = [_page(number, rows) for number, rows in pages.items()]
    lines, left_out = compose(sorted([*printed, *recognised], key=lambda page: page.number))
    hidden = tuple(
        LeftOut(0, row.text, Reason.PICTURE) for page in read.pages if page.number in pages for row in page.rows
    )
    missing = len(set(read.pictures) - set(pages))
    remarks = [*read.remarks, Remark(RECOGNISED, len(pages))]
    if missing:
        remarks.append(Remark(NOT_RECOGNISED, missing))
    return Source(name, "PDF", fingerprint(data), lines, None, tuple(remarks), (*left_out, *hidden))


def _run(program: str, options: Sequence[str], picture: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Start the program; with one thread it is faster, and leaves the computer usable. Raises OSError as `run` does."""
    surroundings = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    return subprocess.run(  # noqa: S603 (the options are ours; languages are among those installed)
        [program, *options], input=picture, capture_output=True, timeout=SECONDS, check=False, env=surroundings
    )


def _page(number: int, texts: Sequence[str]) -> Page:
    """Lay out recognised rows from the foot of a page to its top, with a gap for each empty one."""
    rows: list[Row] = []
    base = STEP
    for text in reversed(texts):
        if text.strip():
            rows.append(Row((Run(text, 0.0, LETTER * len(text), base, SIZE, is_bold=False),)))
        base += STEP if text.strip() else GAP
    return Page(number, base, tuple(reversed(rows)), is_recognised=True)
