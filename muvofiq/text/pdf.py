"""A PDF file becomes lines."""

from muvofiq.text.choices import NONE, Choices
from muvofiq.text.errors import ScannedPdf, ScannedPdfWithoutOcr
from muvofiq.text.ocr import installed_languages, read_recognised, recognise_all
from muvofiq.text.pdf_composing import compose
from muvofiq.text.pdf_pages import PdfPages, Told, read_pages
from muvofiq.text.source import Remark, Source, fingerprint

NEARLY_ALL = 0.9
PICTURES = "{count} pages are pictures and were not read; choose to recognise them when you import the file."
REMARKS = (PICTURES,)


def read_pdf(data: bytes, name: str, choices: Choices = NONE, told: Told | None = None) -> Source:
    """Read a PDF; ``choices.recognise`` names the languages in which pictures of pages are recognised, if any.

    ``told`` hears of each page.
    Raises LockedPdf, DamagedPdf, TooManyPages, UnreadableLetters, ScannedPdf and the errors of `recognise_page`.
    """
    read = read_pages(data, name, told)
    if read.pictures and choices.recognise:
        return read_recognised(data, name, recognise_all(data, name, choices.recognise))
    _refuse_scan(read, name)
    lines, left_out = compose(read.pages)
    pictures = (Remark(PICTURES, len(read.pictures)),) if read.pictures else ()
    return Source(name, "PDF", fingerprint(data), lines, None, (*read.remarks, *pictures), left_out)


def _refuse_scan(read: PdfPages, name: str) -> None:
    filled = {page.number for page in read.pages if page.rows} | set(read.pictures)
    if not read.pictures or len(read.pictures) < NEARLY_ALL * len(filled):
        return
    if languages := installed_languages():
        raise ScannedPdf(name, pictures=len(read.pictures), pages=read.count, languages=", ".join(languages))
    raise ScannedPdfWithoutOcr(name, pictures=len(read.pictures), pages=read.count)
