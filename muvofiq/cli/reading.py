"""A law file as the command line opens it: with what the person chose, and a bar while a scan is recognised."""

from pathlib import Path

from muvofiq.cli.progress import Report
from muvofiq.law.opening import is_scan, open_laws, open_recognised
from muvofiq.law.tree import Law
from muvofiq.text.choices import NONE, Choices
from muvofiq.text.ocr import recognise_page, scanned_pages
from muvofiq.text.read import bytes_of


def open_file(path: Path, report: Report, choices: Choices = NONE) -> tuple[Law, ...]:
    """Return the law of a file, or its laws in two languages; raises the errors of opening."""
    data = bytes_of(path)
    if choices.recognise and is_scan(data, path.name):
        return _recognised(data, path.name, report, choices)
    return open_laws(data, path.name, choices)


def _recognised(data: bytes, name: str, report: Report, choices: Choices) -> tuple[Law, ...]:
    wanted, pages = scanned_pages(data, name), dict[int, tuple[str, ...]]()
    for page in wanted:
        report("Recognising pages", len(pages), len(wanted))
        pages[page] = recognise_page(data, name, page, choices.recognise)
    report("Recognising pages", len(pages), len(wanted))
    return open_recognised(data, name, pages)
