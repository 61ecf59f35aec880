"""The worker reads a long file that waits for its review; what a killed worker has begun, another one begins again."""

from collections.abc import Callable

from django.db import transaction

from muvofiq.records.actions.acting import Act as Acting
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.errors import ReadAlready
from muvofiq.records.models import Draft, Job, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.draft_text import letter_of
from muvofiq.records.words import JobKind, JobState
from muvofiq.text.choices import Changes, Choices

FILE, PAGES, LAW = "Reading the file", "Reading the pages", "Building the law"  # the stages
OPEN = (JobState.WAITING.value, JobState.RUNNING.value)
Progress = Callable[[str, int, int], None]


def read_draft(job: Job, progress: Progress) -> dict[str, object]:
    """Read the file and keep its lines; return the draft. Raises the errors of opening a law.

    A draft given up meanwhile ends the work.
    """
    draft = Draft.objects.filter(pk=job.key).first()
    if draft is None or draft.source:
        return {}

    def told(page: int, pages: int) -> None:
        progress(PAGES if page < pages else LAW, page, pages)

    progress(FILE, 0, 1)
    letter = letter_of(bytes(draft.data), draft.file_name, choices_of(draft), told)
    with transaction.atomic():
        Draft.objects.filter(pk=draft.pk).update(source=letter)
        progress(LAW, 1, 1)
    return {"draft": str(draft.pk)}


def read_again(actor: Person, draft: Draft, changes: Changes) -> Job:
    """Ask for it again after a failure, with pending corrections of a Word file read as the person says now.

    What the worker is at already is left to it. Raises NotOnFile, and ReadAlready for a draft that is read.
    """
    with acting(actor, Verb.IMPORT_EDITION, draft.mission) as act:
        on_file(draft.mission, draft)
        if draft.source:
            raise ReadAlready(f"{draft.mission} > acts", file=draft.file_name)
        if at_work := _open_job(draft):
            return at_work
        draft.changes = changes.value
        draft.save(update_fields=["changes"])
        job = ask_for_reading(act, draft)
        act.says(f"draft {draft.file_name}", draft=str(draft.pk), changes=changes.value)
    return job


def ask_for_reading(act: Acting, draft: Draft) -> Job:
    """Write the job within a running act, unless it is waiting or running already."""
    return _open_job(draft) or Job.objects.create(
        kind=JobKind.READ.value, key=str(draft.pk), mission=draft.mission, asked_by=act.actor, asked_at=act.at
    )


def _open_job(draft: Draft) -> Job | None:
    return draft.mission.jobs.filter(kind=JobKind.READ.value, key=str(draft.pk), state__in=OPEN).first()


def choices_of(draft: Draft) -> Choices:
    """Return what the person decided about the file before it was read."""
    return Choices(Changes(draft.changes or Changes.ASK))
