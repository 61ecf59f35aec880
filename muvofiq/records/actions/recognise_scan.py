"""The worker reads a scan page by page and lays it open to review; what it has read survives the end of a worker."""

from collections.abc import Callable

from django.db import transaction

from muvofiq.records.actions.review_scan import review_scan
from muvofiq.records.models import Job, Scan
from muvofiq.records.words import JobKind, JobState
from muvofiq.text.ocr import recognise_page, scanned_pages

STAGE = "Recognising pages"
Progress = Callable[[str, int, int], None]


class StepsBack(Exception):
    """Recognising takes long: between two pages it lets other work pass for which people wait."""


def recognise_scan(job: Job, progress: Progress) -> dict[str, object]:
    """Recognise the pages that are not read yet, each saved with its progress; return the draft to be reviewed.

    Raises the errors of recognising and of review_scan, and StepsBack while other work waits; a scan given up
    meanwhile ends the work.
    """
    scan = Scan.objects.filter(pk=job.key).first()
    if scan is None:
        return {}
    data = bytes(scan.data)
    progress(STAGE, len(scan.pages), scan.count)
    for page in scanned_pages(data, scan.file_name):
        if str(page) in scan.pages:
            continue
        lines = recognise_page(data, scan.file_name, page, scan.languages)
        scan.pages[str(page)] = list(lines)
        with transaction.atomic():
            if not Scan.objects.filter(pk=scan.pk).update(pages=scan.pages):
                return {}
            progress(STAGE, len(scan.pages), scan.count)
        if Job.objects.exclude(kind=JobKind.RECOGNISE.value).filter(state=JobState.WAITING.value).exists():
            raise StepsBack
    read = Scan.objects.filter(pk=scan.pk).first()  # its act may have been removed meanwhile
    return {"draft": str(review_scan(job.asked_by, read).pk)} if read else {}
