"""The pages of a PDF are read, and those that are mere pictures are counted."""

from collections.abc import Callable
from dataclasses import dataclass

from muvofiq.text.errors import UnreadableLetters
from muvofiq.text.pdf_file import UNKNOWN, Sign, opened, sheets
from muvofiq.text.pdf_margins import Page
from muvofiq.text.pdf_rows import rows_of
from muvofiq.text.source import Remark

PRIVATE = ("\ue000", "\uf8ff")  # signs that every font may draw as it likes
UNREADABLE = 0.2  # the share of such signs from which on a file is refused
WORTH_A_REMARK = 0.005
UNREADABLE_SIGNS = "{count} signs of the PDF have no meaning as letters; compare the text with the printed pages."
REMARKS = (UNREADABLE_SIGNS,)
Told = Callable[[int, int], None]  # how many pages of how many are read


@dataclass(frozen=True, slots=True)
class PdfPages:
    """The pages of a PDF in order, how many there are, the numbers (from 1) of pictures, and what to tell of them."""

    pages: tuple[Page, ...]
    count: int
    pictures: tuple[int, ...]
    remarks: tuple[Remark, ...]


def count_pages(data: bytes, name: str) -> int:
    """Return how many pages a PDF has, without reading them. Raises LockedPdf, DamagedPdf, TooManyPages."""
    with opened(data, name) as document:
        return len(document)


def read_pages(data: bytes, name: str, told: Told | None = None) -> PdfPages:
    """Read all pages; ``told`` hears of each. Raises LockedPdf, DamagedPdf, TooManyPages, UnreadableLetters."""
    pages: list[Page] = []
    scanned: list[int] = []
    count = signs = unreadable = 0
    with opened(data, name) as document:
        for sheet in sheets(document, name):
            count += 1
            if told:
                told(count, len(document))
            if sheet.is_picture:
                scanned.append(sheet.number)
            for at, reading in enumerate(sheet.readings):
                pages.append(Page(sheet.number, reading.height, tuple(rows_of(reading.signs)), reading=at))
                signs += len(reading.signs)
                unreadable += sum(1 for sign in reading.signs if sign.text >= PRIVATE[0] and _is_unreadable(sign))
    if unreadable > UNREADABLE * signs:
        raise UnreadableLetters(name, share=100 * unreadable // signs)
    remarks = (Remark(UNREADABLE_SIGNS, unreadable),) if unreadable > WORTH_A_REMARK * signs else ()
    return PdfPages(tuple(pages), count, tuple(scanned), remarks)


def _is_unreadable(sign: Sign) -> bool:
    return sign.text == UNKNOWN or PRIVATE[0] <= sign.text <= PRIVATE[1]
