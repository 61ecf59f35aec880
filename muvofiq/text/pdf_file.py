"""A PDF file is opened, and its pages give their signs with the places where they stand."""

import ctypes
import math
import re
import threading
import zlib
from array import array
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import islice, repeat
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
LINE_ENDS = frozenset({10, 13})
BLANKS = frozenset({9, 0x20, 0xA0})
BOLD = 600  # weight of a font, between normal (400) and bold (700)
NAME_LENGTH = 256
FEW = 40  # letters that a scanner or a stamp adds to the picture of a page
FULL = 400  # signs on a page that is surely no picture
DRAWN = 200  # strokes on a page whose letters are drawn as curves
# What is asked for each sign: told addresses instead of cells, pdfium answers twice as fast.
_SIGN = ctypes.c_void_p, ctypes.c_int
GET_UNICODE = ctypes.PYFUNCTYPE(ctypes.c_uint, *_SIGN)(ctypes.cast(raw.FPDFText_GetUnicode, ctypes.c_void_p).value or 0)
GET_BOX = ctypes.PYFUNCTYPE(ctypes.c_int, *_SIGN, ctypes.c_void_p)(
    ctypes.cast(raw.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)
GET_OBJECT = ctypes.PYFUNCTYPE(ctypes.c_void_p, *_SIGN)(
    ctypes.cast(raw.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
BOX_SIZE = ctypes.sizeof(raw.FS_RECTF)
PDFIUM = threading.Lock()  # pdfium serves one thread at a time, or the whole program falls


Box = tuple[float, float, float, float]  # left, top, right, bottom; in points


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
            # pdfium may still tell the error of the file before; a locked file names its lock in clear.
            if error.err_code == raw.FPDF_ERR_PASSWORD and b"/Encrypt" in data:
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
        letters = _count_few(sign for reading in readings for sign in reading.signs)
        return Sheet(index + 1, readings, letters < FEW and _is_picture(page, letters))


def _count_few(signs: Iterable[Sign]) -> int:
    """Count letters and figures, but no further than is of interest."""
    return sum(1 for _ in islice((sign for sign in signs if sign.text.isalnum()), FEW))


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
        self.text, self.address = text.raw, ctypes.cast(text.raw, ctypes.c_void_p).value
        self.count = text.count_chars()
        self.width, self.height = page.get_width(), page.get_height()
        if page.get_rotation() % 180:
            self.width, self.height = self.height, self.width
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.edges = [ctypes.c_double() for _ in range(4)]
        self.matrix = raw.FS_MATRIX()
        self.name, self.flags = ctypes.create_string_buffer(NAME_LENGTH), ctypes.c_int()
        self.thing: tuple[int | None, float, float] = None, 0.0, 0.0
        self.measured: tuple[float, float] | None = None
        self.turns, self.size, self.base, self.is_bold = 0, 0.0, 0.0, False

    def readings(self) -> tuple[Reading, ...]:
        """Return the signs by the direction in which they are read, the fullest first."""
        readings: dict[int, list[Sign]] = defaultdict(list)
        codes = map(GET_UNICODE, repeat(self.address), range(self.count))
        for index, (code, box) in enumerate(zip(codes, self._boxes(), strict=True)):
            if code in BLANKS:
                readings[self.turns].append(BLANK)
                self.measured = None
            elif code not in LINE_ENDS:
                sign = self._sign(index, code, box)
                readings[self.turns].append(sign)
        fullest_first = sorted(readings.items(), key=lambda reading: -len(reading[1]))
        return tuple(Reading(self._height(turns), tuple(signs)) for turns, signs in fullest_first)

    def _boxes(self) -> Iterator[Box]:
        """Give the box of each sign. To ask for all of them at once is much faster than one by one."""
        boxes = array("f", bytes(self.count * BOX_SIZE))
        start, _ = boxes.buffer_info()
        cells = range(start, start + self.count * BOX_SIZE, BOX_SIZE)
        deque(map(GET_BOX, repeat(self.address), range(self.count), cells), maxlen=0)
        edges = iter(boxes)
        return zip(edges, edges, edges, edges, strict=True)

    def _sign(self, index: int, code: int, box: Box) -> Sign:
        left, top, right, bottom = box
        if self.measured != (bottom, top) or self.turns:
            self._measure(index, bottom, top)
        is_figure = 0x30 <= code <= 0x39
        size, base = self.size, self.base
        if self.turns == 0:
            foot = self._foot(index) if is_figure else base
            return Sign(_letter(code), left, right, base, foot, size or top - bottom, self.is_bold)
        one, low = self._turned(left, bottom)
        other, high = self._turned(right, top)
        foot = self._foot(index) if is_figure else base
        return Sign(_letter(code), min(one, other), max(one, other), base, foot, size or abs(high - low), self.is_bold)

    def _measure(self, index: int, bottom: float, top: float) -> None:
        """Ask for line, font and direction where a word begins or the look of the letters changes."""
        thing = GET_OBJECT(self.address, index)
        is_known = self.measured == (bottom, top) or (thing is not None and self.thing == (thing, bottom, top))
        self.measured, self.thing = (bottom, top), (thing, bottom, top)
        if not is_known:
            self._look(index)
        raw.FPDFText_GetCharOrigin(self.text, index, self.x, self.y)
        self.base = self._turned(self.x.value, self.y.value)[1]

    def _look(self, index: int) -> None:
        raw.FPDFText_GetMatrix(self.text, index, self.matrix)
        height = math.hypot(self.matrix.c, self.matrix.d)
        self.size = abs(float(raw.FPDFText_GetFontSize(self.text, index))) * height
        angle = max(float(raw.FPDFText_GetCharAngle(self.text, index)), 0.0)
        self.turns = round(angle / (math.pi / 2)) % 4
        length = raw.FPDFText_GetFontInfo(self.text, index, self.name, NAME_LENGTH, self.flags)
        name = self.name.value.lower() if 0 < length <= NAME_LENGTH else b""
        self.is_bold = b"bold" in name or raw.FPDFText_GetFontWeight(self.text, index) > BOLD

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


@cache
def _letter(code: int) -> str:
    """Return the letter of a code; half of a pair of codes, and none at all, is no letter."""
    if code in BROKEN_HYPHENS:
        return "-"
    return UNKNOWN if code == 0 or 0xD800 <= code <= 0xDFFF else chr(code)
