"""A file becomes a Source: the content decides which reader is taken, never the name alone."""

import re
from pathlib import Path

from muvofiq.text.docx import read_docx
from muvofiq.text.errors import EmptyFile, FileMissing, NotYetRead, TooLarge, WrongFormat
from muvofiq.text.html import read_html
from muvofiq.text.plain import read_plain
from muvofiq.text.source import Source

LIMIT = 20_000_000
NOT_YET = {
    b"%PDF": "PDF",
    b"\xd0\xcf\x11\xe0": "old Word (.doc)",
    b"{\\rtf": "RTF",
    b"<?xml": "XML",
}
TAGS = rb"html|head|meta|body|p|br|div|span|font|h[1-6]|table|tr|td|ul|ol|li|pre|article|section|main"
PAGE = re.compile(rb"<!doctype\s+html|<(?:" + TAGS + rb")[\s/>]", re.IGNORECASE)


def read_file(path: Path) -> Source:
    """Read a law from a file. Raises a ReadingError that says what to do."""
    try:
        size = path.stat().st_size
        if size > LIMIT:
            raise TooLarge(path.name, size_mb=size // 1_000_000, limit_mb=LIMIT // 1_000_000)
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)  # a pipe has no size beforehand
    except OSError as error:
        raise FileMissing(str(path), reason=error.strerror or str(error)) from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> Source:
    """Read a law from the bytes of a file called ``name``. Raises a ReadingError that says what to do."""
    if len(data) > LIMIT:
        raise TooLarge(name, size_mb=len(data) // 1_000_000, limit_mb=LIMIT // 1_000_000)
    if not data.strip():
        raise EmptyFile(name, size=len(data))
    source = _read(data, name)
    if not any(character.isalnum() for character in source.text):
        raise EmptyFile(name, size=len(data))
    return source


def _read(data: bytes, name: str) -> Source:
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    is_page = bool(PAGE.search(data[:4096].replace(b"\0", b"")))
    for mark, format_name in NOT_YET.items():
        if start.startswith(mark) and not (format_name == "XML" and is_page):
            raise NotYetRead(name, format=format_name)
    if start.startswith(b"PK\x03\x04"):
        return read_docx(data, name)
    if name.lower().endswith(".docx"):
        raise WrongFormat(name, expected="Word", reason="A Word file begins with the letters PK, and this one does not")
    return read_html(data, name) if is_page else read_plain(data, name)
