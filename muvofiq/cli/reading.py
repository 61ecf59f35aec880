"""Law files as the command line opens them: with what the person chose, and a bar while a scan is recognised."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from muvofiq.cli.errors import SameName
from muvofiq.cli.progress import Report
from muvofiq.law.opening import is_scan, open_laws, open_recognised
from muvofiq.law.restricted import restricted_mark
from muvofiq.law.tree import Law
from muvofiq.text.choices import NONE, Choices
from muvofiq.text.ocr import recognise_page, scanned_pages
from muvofiq.text.read import bytes_of


def read_laws(paths: Sequence[Path], choices: Choices, report: Report) -> list[Law]:
    """Return the laws of these files in their order; raises SameName, and the errors of opening."""
    laws: dict[str, Law] = {}
    for done, path in enumerate(paths):
        report("Reading the laws", done, len(paths))
        for law in open_file(path, report, choices):
            if law.name in laws:
                raise SameName(str(path), name=law.name)
            laws[law.name] = law
    report("Reading the laws", len(paths), len(paths))
    return list(laws.values())


def open_file(path: Path, report: Report, choices: Choices = NONE) -> tuple[Law, ...]:
    """Return the law of a file, or its laws in two languages; raises the errors of opening."""
    data = bytes_of(path)
    if choices.recognise and is_scan(data, path.name):
        return _recognised(data, path.name, report, choices)
    return open_laws(data, path.name, choices)


def for_official_use(laws: Iterable[Law]) -> frozenset[str]:
    """Return the names of the laws that bear the mark «for official use», after having told what follows from it."""
    marks = {law.name: mark for law in laws if (mark := restricted_mark(law))}
    for name, mark in marks.items():
        told = f"! {name}: «{mark}». Use it only if you may; its words go into no table and to no model elsewhere."
        click.secho(told, fg="yellow", err=True)
    return frozenset(marks)


def _recognised(data: bytes, name: str, report: Report, choices: Choices) -> tuple[Law, ...]:
    wanted, pages = scanned_pages(data, name), dict[int, tuple[str, ...]]()
    for page in wanted:
        report("Recognising pages", len(pages), len(wanted))
        pages[page] = recognise_page(data, name, page, choices.recognise)
    report("Recognising pages", len(pages), len(wanted))
    return open_recognised(data, name, pages)
