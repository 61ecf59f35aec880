"""A picture of a page is recognised by the program tesseract, where it is installed."""

from collections.abc import Callable, Mapping, Sequence

from muvofiq.text.source import Source

Progress = Callable[[int, int], None]


def installed_languages() -> tuple[str, ...]:
    """Return the languages (rus, tgk, eng ...) that the tesseract of this computer knows; none without the program."""
    return ()


def scanned_pages(data: bytes, name: str) -> tuple[int, ...]:
    """Return the pages (from 1) that are pictures without text. Raises the errors of opening a PDF."""
    raise NotImplementedError


def recognise_page(data: bytes, name: str, page: int, languages: Sequence[str]) -> tuple[str, ...]:
    """Return the lines of one page (from 1). Raises OcrMissing, OcrLanguageMissing and OcrFailed."""
    raise NotImplementedError


def read_recognised(data: bytes, name: str, pages: Mapping[int, Sequence[str]]) -> Source:
    """Return the file as a Source in which the ``pages`` (from 1) have the lines that were recognised."""
    raise NotImplementedError
