"""A file becomes a Source: the content decides which reader is taken, never the name alone."""

import re
from collections.abc import Callable
from pathlib import Path

from muvofiq.text.choices import NONE, Choices
from muvofiq.text.docx import read_docx
from muvofiq.text.errors import EmptyFile, FileMissing, NotYetRead, TooLarge, WrongFormat
from muvofiq.text.html import read_html
from muvofiq.text.markdown import is_markdown, read_markdown
from muvofiq.text.old_word import read_old_word
from muvofiq.text.pdf import read_pdf
from muvofiq.text.pdf_pages import Told
from muvofiq.text.plain import read_plain
from muvofiq.text.rtf import read_rtf
from muvofiq.text.source import Source

LIMIT = 20_000_000
# By the bytes with which a file begins; what a file is called decides nothing.
PDF = b"%PDF"
READERS: dict[bytes, Callable[[bytes, str, Choices], Source]] = {
    b"\xd0\xcf\x11\xe0": read_old_word,
    b"{\\rtf": read_rtf,
    b"PK\x03\x04": read_docx,
}
TAGS = rb"html|head|meta|body|p|br|div|span|font|h[1-6]|table|tr|td|ul|ol|li|pre|article|section|main"
PAGE = re.compile(rb"<!doctype\s+html|<(?:" + TAGS + rb")[\s/>]", re.IGNORECASE)


def read_file(path: Path, choices: Choices = NONE) -> Source:
    """Read a law from a file. Raises a ReadingError that says what to do."""
    return read_bytes(bytes_of(path), path.name, choices)


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a file that is not too large; raises FileMissing and TooLarge."""
    try:
        size = path.stat().st_size
        if size > LIMIT:
            raise TooLarge(path.name, size_mb=size // 1_000_000, limit_mb=LIMIT // 1_000_000)
        with path.open("rb") as file:
            return file.read(LIMIT + 1)  # a pipe has no size beforehand
    except OSError as error:
        raise FileMissing(str(path), reason=error.strerror or str(error)) from error


def read_bytes(data: bytes, name: str, choices: Choices = NONE, told: Told | None = None) -> Source:
    """Read a law from the bytes of a file called ``name``; ``told`` hears of each page of a PDF.

    Raises a ReadingError that says what to do.
    """
    if len(data) > LIMIT:
        raise TooLarge(name, size_mb=len(data) // 1_000_000, limit_mb=LIMIT // 1_000_000)
    if not data.strip():
        raise EmptyFile(name, size=len(data))
    source = _read(data, name, choices, told)
    if not any(character.isalnum() for character in source.text):
        raise EmptyFile(name, size=len(data))
    return source


def _read(data: bytes, name: str, choices: Choices, told: Told | None) -> Source:
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    is_page = bool(PAGE.search(data[:4096].replace(b"\0", b"")))
    if start.startswith(PDF):
        return read_pdf(data, name, choices, told)
    for mark, reader in READERS.items():
        if start.startswith(mark):
            return reader(data, name, choices)
    if start.startswith(b"<?xml") and not is_page:
        raise NotYetRead(name, format="XML")
    if name.lower().endswith(".docx"):
        raise WrongFormat(name, expected="Word", reason="A Word file begins with the letters PK, and this one does not")
    if is_markdown(data):
        return read_markdown(data, name)
    return read_html(data, name) if is_page else read_plain(data, name)
