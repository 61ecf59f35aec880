"""A Word file becomes lines, one for each paragraph, with pending corrections read as if they were accepted."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

import docx
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from muvofiq.text.choices import NONE, Choices
from muvofiq.text.errors import TooLarge, WrongFormat
from muvofiq.text.source import Line, Remark, Source, clean, fingerprint
from muvofiq.text.superscripts import raise_figures

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
NOT_READ = frozenset({f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}pPr", FALLBACK})
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
UNPACKED_LIMIT = 100_000_000
# All that python-docx, zipfile and lxml raise for archives that are damaged, locked, or made by another program.
DAMAGES = (
    AttributeError, EOFError, LookupError, OSError, RuntimeError, ValueError,
    PackageNotFoundError, struct.error, zipfile.BadZipFile, zlib.error, etree.LxmlError,
)  # fmt: skip

REMARKS = (
    ("w:numPr", "{count} paragraphs carry automatic numbering, which this version does not read: check their numbers."),
    ("w:ins|w:moveTo", "{count} pending insertions were read as accepted."),
    ("w:del|w:moveFrom", "{count} pending deletions were read as accepted."),
    ("w:footnoteReference|w:endnoteReference", "{count} footnotes were not read."),
)


def read_docx(data: bytes, name: str, choices: Choices = NONE) -> Source:
    """Read DOCX bytes; the line numbers are those of the paragraphs. Raises WrongFormat, TooLarge."""
    _refuse_bombs(data, name)
    try:
        body = docx.Document(BytesIO(data)).element.body
        if body is None:
            raise ValueError("the document has no body")
    except DAMAGES as error:
        raise WrongFormat(name, expected="Word", reason="It is an archive, but holds no Word document") from error
    return Source(name, "docx", fingerprint(data), tuple(_lines(body)), remarks=tuple(_remarks(body)))


def _refuse_bombs(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except DAMAGES as error:
        raise WrongFormat(name, expected="Word", reason="A Word file is a ZIP archive, and this is none") from error
    if unpacked > UNPACKED_LIMIT:
        raise TooLarge(name, size_mb=unpacked // 1_000_000, limit_mb=UNPACKED_LIMIT // 1_000_000)


def _lines(body: etree._Element) -> Iterator[Line]:
    for number, paragraph in enumerate(body.iter(f"{W}p"), 1):
        if any(parent.tag == FALLBACK for parent in paragraph.iterancestors()):
            continue
        for text in "".join(_pieces(paragraph)).split("\n"):
            kept = clean(text)
            if kept:
                yield Line(number, kept)


def _pieces(element: etree._Element) -> Iterator[str]:
    """Yield the text of one paragraph; a paragraph inside it (a text box) is read on its own."""
    for child in element:
        if child.tag in NOT_READ or child.tag == f"{W}p":
            continue
        if child.tag == f"{W}t":
            yield raise_figures(child.text or "") if _is_raised(child) else child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        else:
            yield from _pieces(child)


def _is_raised(text: etree._Element) -> bool:
    run = text.getparent()
    mark = None if run is None else run.find(f"{W}rPr/{W}vertAlign")
    return mark is not None and mark.get(f"{W}val") == "superscript"


def _remarks(body: etree._Element) -> Iterator[Remark]:
    for tags, template in REMARKS:
        names = [tag.replace("w:", W) for tag in tags.split("|")]
        if count := sum(1 for _ in body.iter(*names)):
            yield Remark(template, count)
