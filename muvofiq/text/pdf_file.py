"""A PDF file is opened, and its pages give their signs with the places where they stand."""

import ctypes
import math
import re
import threading
import zlib
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from muvofiq.text.errors import DamagedPdf, LockedPdf, TooManyPages

PAGES = 3000  # the civil code of a State has about 500
SIGNS_OF_PAGE = 100_000  # a page of small print has about 10,000
SIGNS = 10_000_000  # the largest code known to us has 3 million
UNPACKED = 100_000_000  # bytes of one part of the file; a coloured picture of a page has about 30 million
STEP = 1_000_000
STREAM = re.compile(rb"stream\r?\n")
BROKEN_HYPHENS = (2, 0xFFFE)  # what pdfium gives for a hyphen at the end of a line
UNKNOWN = "\N{REPLACEMENT CHARACTER}"
LINE_ENDS = (10, 13)
BOLD = 600  # weight of a font, between normal (400) and bold (700)
NAME_LENGTH = 256
FEW = 40  # letters that a scanner or a stamp adds to the picture of a page
DRAWN = 200  # strokes on a page whose letters are drawn as curves
PDFIUM = threading.Lock()  # pdfium serves one thread at a time, or the whole program falls


class Sign(NamedTuple):
    """One letter, figure or blank where it stands on the page, in points; up and to the right count more.

    ``base`` is the height of the line on which letters stand, ``foot`` where the ink of a figure ends below,
    ``size`` the height of the font.
    """

    text: str
    left: float
    right: float
    base: float
    foot: float
    size: float
    is_bold: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read in one direction on a page that is ``height`` points high in this direction."""

    height: float
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it lies in the file: its number from 1, its readings, the fullest first, and whether it is a picture.

    Most pages have one reading. In each of them the signs are turned so that lines run to the right.
    """

    number: int
    readings: tuple[Reading, ...]
    is_picture: bool


@contextmanager
def opened(data: bytes, name: str) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF for as long as it is read. Raises LockedPdf, DamagedPdf, TooManyPages."""
    _refuse_bombs(data, name)
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if error.err_code == raw.FPDF_ERR_PASSWORD:
                raise LockedPdf(name) from error
            raise DamagedPdf(name, reason=str(error).rstrip(".")) from error
        try:
            if len(document) > PAGES:
                raise TooManyPages(name, found=len(document), things="pages", limit=PAGES)
            yield document
        finally:
            document.close()


def sheets(document: pypdfium2.PdfDocument, name: str) -> Iterator[Sheet]:
    """Read the pages one at a time. Raises DamagedPdf and TooManyPages."""
    total = 0
    for index in range(len(document)):
        sheet = _sheet(document, index, name)
        total += sum(len(reading.signs) for reading in sheet.readings)
        if total > SIGNS:
            raise TooManyPages(name, found=total, things="letters", limit=SIGNS)
        yield sheet


def _refuse_bombs(data: bytes, name: str) -> None:
    """Unpack the parts of a file without keeping them, so that none fills the memory. Raises TooManyPages."""
    for start in STREAM.finditer(data):
        unpacking, size = zlib.decompressobj(), 0
        packed = data[start.end() : start.end() + STEP]
        at = start.end() + len(packed)
        try:
            while packed and not unpacking.eof:
                size += len(unpacking.decompress(packed, STEP))
                if size > UNPACKED:
                    raise TooManyPages(name, found=size, things="bytes in one part", limit=UNPACKED)
                packed = unpacking.unconsumed_tail
                if not packed:
                    packed = data[at : at + STEP]
                    at += len(packed)
        except zlib.error:
            continue  # not packed, or packed in another way


def _sheet(document: pypdfium2.PdfDocument, index: int, name: str) -> Sheet:
    try:
        page = document[index]
    except pypdfium2.PdfiumError as error:
        raise DamagedPdf(name, reason=f"page {index + 1} cannot be opened") from error
    try:
        text = page.get_textpage()
        try:
            if text.count_chars() > SIGNS_OF_PAGE:
                raise TooManyPages(name, found=text.count_chars(), things="letters on one page", limit=SIGNS_OF_PAGE)
            readings = _Reader(page, text).readings()
        finally:
            text.close()
        letters = sum(sign.text.isalnum() for reading in readings for sign in reading.signs)
        return Sheet(index + 1, readings, letters < FEW and _is_picture(page, letters))
    finally:
        page.close()


def _is_picture(page: pypdfium2.PdfPage, letters: int) -> bool:
    """Tell whether a picture, or letters drawn as curves, fill a page that has few letters or none."""
    drawn = 0
    area = page.get_width() * page.get_height()
    for thing in page.get_objects(max_depth=3):
        drawn += thing.type == raw.FPDF_PAGEOBJ_PATH
        if thing.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = thing.get_bounds()
            if not letters or (right - left) * (top - bottom) > area / 2:
                return True
    return drawn > DRAWN and not letters


class _Reader:
    """Reads the signs of one page; the places are written by pdfium into the same few cells again and again."""

    def __init__(self, page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> None:
        self.text = text.raw
        self.count = text.count_chars()
        self.width, self.height = page.get_width(), page.get_height()
        if page.get_rotation() % 180:
            self.width, self.height = self.height, self.width
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.box = raw.FS_RECTF()
        self.edges = [ctypes.c_double() for _ in range(4)]

    def readings(self) -> tuple[Reading, ...]:
        """Return the signs by the direction in which they are read, the fullest first."""
        readings: dict[int, list[Sign]] = defaultdict(list)
        last, turns, is_bold = None, 0, False
        for index in range(self.count):
            code = raw.FPDFText_GetUnicode(self.text, index)
            if code in LINE_ENDS:
                continue
            thing = ctypes.cast(raw.FPDFText_GetTextObject(self.text, index), ctypes.c_void_p).value
            if thing and thing != last:
                last, turns, is_bold = thing, self._turns(index), self._is_bold(index)
            readings[turns].append(self._sign(index, code, turns, is_bold=is_bold))
        fullest_first = sorted(readings.items(), key=lambda reading: -len(reading[1]))
        return tuple(Reading(self._height(turns), tuple(signs)) for turns, signs in fullest_first)

    def _sign(self, index: int, code: int, turns: int, *, is_bold: bool) -> Sign:
        raw.FPDFText_GetCharOrigin(self.text, index, self.x, self.y)
        raw.FPDFText_GetLooseCharBox(self.text, index, self.box)
        base = self._turned(self.x.value, self.y.value, turns)[1]
        one, low = self._turned(self.box.left, self.box.bottom, turns)
        other, high = self._turned(self.box.right, self.box.top, turns)
        foot = self._foot(index, turns) if 0x30 <= code <= 0x39 else base
        return Sign(_letter(code), min(one, other), max(one, other), base, foot, abs(high - low), is_bold)

    def _foot(self, index: int, turns: int) -> float:
        left, right, bottom, top = self.edges
        raw.FPDFText_GetCharBox(self.text, index, left, right, bottom, top)
        corners = ((left.value, bottom.value), (right.value, top.value))
        return min(self._turned(x, y, turns)[1] for x, y in corners)

    def _turned(self, x: float, y: float, turns: int) -> tuple[float, float]:
        """Turn a point back, so that what is read downwards, backwards or upwards is read to the right."""
        if turns == 0:
            return x, y
        return ((x, y), (self.height - y, x), (self.width - x, self.height - y), (y, self.width - x))[turns]

    def _height(self, turns: int) -> float:
        return self.width if turns % 2 else self.height

    def _turns(self, index: int) -> int:
        """Return by how many quarters of a circle the letters are turned to the right."""
        return round(max(raw.FPDFText_GetCharAngle(self.text, index), 0) / (math.pi / 2)) % 4

    def _is_bold(self, index: int) -> bool:
        name = ctypes.create_string_buffer(NAME_LENGTH)
        raw.FPDFText_GetFontInfo(self.text, index, name, NAME_LENGTH, ctypes.c_int())
        return b"bold" in name.value.lower() or raw.FPDFText_GetFontWeight(self.text, index) > BOLD


def _letter(code: int) -> str:
    """Return the letter of a code; half of a pair of codes, and none at all, is no letter."""
    if code in BROKEN_HYPHENS:
        return "-"
    return UNKNOWN if code == 0 or 0xD800 <= code <= 0xDFFF else chr(code)
