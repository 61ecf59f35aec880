"""A scan without a scanner: its pages are known beforehand, and reading them takes no time."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import pytest

from muvofiq.law import opening
from muvofiq.records.actions import recognise_scan, request_recognising
from muvofiq.records.actions.import_edition import Filing
from muvofiq.records.actions.work import work_once
from muvofiq.records.models import Job, Mission, Person, Scan
from muvofiq.text.errors import OcrFailed
from muvofiq.text.source import Line, Source, fingerprint

PICTURES = b"%PDF-1.4 pictures of a law on refugees"
PAGES = (
    ("ЗАКОН", "О беженцах", "Статья 1. Цель"),
    ("Закон защищает беженцев.", "Статья 2. Переводчик", "Переводчик предоставляется бесплатно."),
)


class Scanner:
    """Stands for the program that recognises pages; ``read`` tells which pages it has read."""

    def __init__(self, pages: Sequence[Sequence[str]] = PAGES) -> None:
        self.pages = pages
        self.read: list[int] = []
        self.broken: int | None = None

    def scanned_pages(self, _data: bytes, _name: str) -> tuple[int, ...]:
        return tuple(range(1, len(self.pages) + 1))

    def recognise_page(self, _data: bytes, name: str, page: int, _languages: Sequence[str]) -> tuple[str, ...]:
        if page == self.broken:
            raise OcrFailed(name, page=page, reason="out of memory")
        self.read.append(page)
        return tuple(self.pages[page - 1])

    def read_recognised(self, data: bytes, name: str, pages: Mapping[int, Sequence[str]]) -> Source:
        texts = [text for page in sorted(pages) for text in pages[page]]
        lines = tuple(Line(at, text, is_unproofed=True) for at, text in enumerate(texts, 1))
        return Source(name, "PDF", fingerprint(data), lines)


def scanner(monkeypatch: pytest.MonkeyPatch, pages: Sequence[Sequence[str]] = PAGES) -> Scanner:
    """Put a scanner in place of the real one."""
    one = Scanner(pages)
    monkeypatch.setattr(opening, "scanned_pages", one.scanned_pages)
    monkeypatch.setattr(opening, "read_recognised", one.read_recognised)
    monkeypatch.setattr(request_recognising, "scanned_pages", one.scanned_pages)
    monkeypatch.setattr(recognise_scan, "scanned_pages", one.scanned_pages)
    monkeypatch.setattr(recognise_scan, "recognise_page", one.recognise_page)
    return one


def asked(actor: Person, mission: Mission, *, filing: Filing | None = None, data: bytes = PICTURES) -> Scan:
    """Ask for the recognition of the pictures in Russian."""
    return request_recognising.request_recognising(
        actor, mission, data=data, file_name="scan.pdf", languages=["rus"], filing=filing or Filing(is_new_act=True)
    )


def worked(scan: Scan) -> Job:
    """Let the worker do all that is to be done and return the newest job of the scan."""
    while work_once(lambda: None):
        pass
    return Job.objects.filter(key=str(scan.pk)).order_by("-asked_at")[0]


def kept_scan(mission: Mission, person: Person) -> Scan:
    """Keep a scan for which no work is asked yet."""
    at = datetime.now(UTC)
    return Scan.objects.create(
        mission=mission, file_name="scan.pdf", data=PICTURES, count=2, asked_by=person, asked_at=at
    )
