"""The worker reads a scan page by page and imports it at the end; what it has read survives the end of a worker."""

from collections.abc import Callable

from django.db import transaction

from muvofiq.records.actions.import_scan import import_scan
from muvofiq.records.models import Job, Scan
from muvofiq.records.words import JobKind, JobState
from muvofiq.text.ocr import recognise_page, scanned_pages

STAGE = "Recognising pages"
Progress = Callable[[str, int, int], None]


class StepsBack(Exception):
    """Recognising takes long: between two pages it lets a matching pass for which people wait."""


def recognise_scan(job: Job, progress: Progress) -> dict[str, object]:
    """Recognise the pages that are not read yet, each saved with its progress, and import; return the editions.

    Raises the errors of recognising and of import_editions, and StepsBack while a matching waits; a scan given up
    meanwhile ends the work.
    """
    scan = Scan.objects.filter(pk=job.key).first()
    if scan is None:
        return {"editions": []}
    data = bytes(scan.data)
    progress(STAGE, len(scan.pages), scan.count)
    for page in scanned_pages(data, scan.file_name):
        if str(page) in scan.pages:
            continue
        lines = recognise_page(data, scan.file_name, page, scan.languages)
        scan.pages[str(page)] = list(lines)
        with transaction.atomic():
            if not Scan.objects.filter(pk=scan.pk).update(pages=scan.pages):
                return {"editions": []}
            progress(STAGE, len(scan.pages), scan.count)
        if Job.objects.filter(kind=JobKind.MATCHING.value, state=JobState.WAITING.value).exists():
            raise StepsBack
    read = Scan.objects.filter(pk=scan.pk).first()  # its act may have been removed meanwhile
    editions = import_scan(job.asked_by, read) if read else ()
    return {"editions": [edition.name for edition in editions]}
