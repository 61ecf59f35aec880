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
SIGNS_OF_PAGE = 40_000  # a page of small print has about 10,000
SIGNS = 10_000_000  # the largest code known to us has 3 million
UNPACKED = 100_000_000  # bytes of one part of the file; a coloured picture of a page has about 30 million
PACKED, STEP = 65_536, 1_000_000  # bytes that are unpacked, and that come out of them, at a time
STREAM = re.compile(rb"stream\r?\n")
BROKEN_HYPHENS = (2, 0xFFFE)  # what pdfium gives for a hyphen at the end of a line
UNKNOWN = "\N{REPLACEMENT CHARACTER}"
LINE_ENDS = (10, 13)
BLANKS = (9, 0x20, 0xA0)
BOLD = 600  # weight of a font, between normal (400) and bold (700)
NAME_LENGTH = 256
FEW = 40  # letters that a scanner or a stamp adds to the picture of a page
FULL = 400  # signs on a page that is surely no picture
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


BLANK = Sign(" ", 0.0, 0.0, 0.0, 0.0, 0.0, is_bold=False)  # where it stands is told by the letters around it


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


def pictures(document: pypdfium2.PdfDocument, name: str) -> Iterator[int]:
    """Give the numbers (from 1) of the pages that are pictures, without measuring full pages. Raises as `sheets`."""
    for index in range(len(document)):
        with _opened_page(document, index, name) as (_, text):
            is_full = text.count_chars() > FULL
        if not is_full and _sheet(document, index, name).is_picture:
            yield index + 1


def _refuse_bombs(data: bytes, name: str) -> None:
    """Unpack the parts of a file without keeping them, so that none fills the memory. Raises TooManyPages."""
    whole = memoryview(data)
    for start in STREAM.finditer(data):
        unpacking, size, at = zlib.decompressobj(), 0, start.end()
        packed: bytes | memoryview = b""
        try:
            while not unpacking.eof and (packed or at < len(data)):
                if not packed:
                    packed = whole[at : at + PACKED]
                    at += PACKED
                size += len(unpacking.decompress(packed, STEP))
                packed = unpacking.unconsumed_tail
                if size > UNPACKED:
                    raise TooManyPages(name, found=size, things="bytes in one part", limit=UNPACKED)
        except zlib.error:
            continue  # not packed, or packed in another way


@contextmanager
def _opened_page(
    document: pypdfium2.PdfDocument, index: int, name: str
) -> Iterator[tuple[pypdfium2.PdfPage, pypdfium2.PdfTextPage]]:
    """Open a page and its text for as long as they are read. Raises DamagedPdf."""
    try:
        page = document[index]
        text = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise DamagedPdf(name, reason=f"page {index + 1} cannot be opened") from error
    try:
        yield page, text
    finally:
        text.close()
        page.close()


def _sheet(document: pypdfium2.PdfDocument, index: int, name: str) -> Sheet:
    with _opened_page(document, index, name) as (page, text):
        if text.count_chars() > SIGNS_OF_PAGE:
            raise TooManyPages(name, found=text.count_chars(), things="letters on one page", limit=SIGNS_OF_PAGE)
        readings = _Reader(page, text).readings()
        letters = sum(sign.text.isalnum() for reading in readings for sign in reading.signs)
        return Sheet(index + 1, readings, letters < FEW and _is_picture(page, letters))


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
        self.measured: tuple[float, float] | None = None
        self.turns, self.size, self.is_bold = 0, 0.0, False

    def readings(self) -> tuple[Reading, ...]:
        """Return the signs by the direction in which they are read, the fullest first."""
        readings: dict[int, list[Sign]] = defaultdict(list)
        for index in range(self.count):
            code = raw.FPDFText_GetUnicode(self.text, index)
            if code in BLANKS:
                readings[self.turns].append(BLANK)
                self.measured = None
            elif code not in LINE_ENDS:
                sign = self._sign(index, code)
                readings[self.turns].append(sign)
        fullest_first = sorted(readings.items(), key=lambda reading: -len(reading[1]))
        return tuple(Reading(self._height(turns), tuple(signs)) for turns, signs in fullest_first)

    def _sign(self, index: int, code: int) -> Sign:
        raw.FPDFText_GetCharOrigin(self.text, index, self.x, self.y)
        raw.FPDFText_GetLooseCharBox(self.text, index, self.box)
        x, y, box = self.x.value, self.y.value, self.box
        self._measure(index, y, box.top - box.bottom)
        is_figure = 0x30 <= code <= 0x39
        if self.turns == 0:
            foot = self._foot(index) if is_figure else y
            return Sign(_letter(code), box.left, box.right, y, foot, self.size or box.top - box.bottom, self.is_bold)
        base = self._turned(x, y)[1]
        one, low = self._turned(box.left, box.bottom)
        other, high = self._turned(box.right, box.top)
        foot = self._foot(index) if is_figure else base
        size = self.size or abs(high - low)
        return Sign(_letter(code), min(one, other), max(one, other), base, foot, size, self.is_bold)

    def _measure(self, index: int, y: float, height: float) -> None:
        """Ask for font and direction where a word begins or the look of the letters changes."""
        if self.measured == (y, height):
            return
        self.measured = y, height
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self.text, index, matrix)
        self.size = abs(float(raw.FPDFText_GetFontSize(self.text, index))) * math.hypot(matrix.c, matrix.d)
        angle = max(float(raw.FPDFText_GetCharAngle(self.text, index)), 0.0)
        self.turns = round(angle / (math.pi / 2)) % 4
        name = ctypes.create_string_buffer(NAME_LENGTH)
        raw.FPDFText_GetFontInfo(self.text, index, name, NAME_LENGTH, ctypes.c_int())
        self.is_bold = b"bold" in name.value.lower() or raw.FPDFText_GetFontWeight(self.text, index) > BOLD

    def _foot(self, index: int) -> float:
        left, right, bottom, top = self.edges
        raw.FPDFText_GetCharBox(self.text, index, left, right, bottom, top)
        corners = ((left.value, bottom.value), (right.value, top.value))
        return float(min(self._turned(x, y)[1] for x, y in corners))

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        """Turn a point back, so that what is read downwards, backwards or upwards is read to the right."""
        turned = ((x, y), (self.height - y, x), (self.width - x, self.height - y), (y, self.width - x))
        return turned[self.turns]

    def _height(self, turns: int) -> float:
        return float(self.width if turns % 2 else self.height)


def _letter(code: int) -> str:
    """Return the letter of a code; half of a pair of codes, and none at all, is no letter."""
    if code in BROKEN_HYPHENS:
        return "-"
    return UNKNOWN if code == 0 or 0xD800 <= code <= 0xDFFF else chr(code)
