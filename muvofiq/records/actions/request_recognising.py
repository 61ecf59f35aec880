"""A scan is to be recognised: the file is kept until the worker has read its pages, or until a person gives it up."""

from collections.abc import Sequence

from muvofiq.records.actions.acting import Act as Acting
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.import_edition import Filing
from muvofiq.records.actions.purpose import purpose_and_state, whose
from muvofiq.records.errors import AlreadyOnFile, BeingRecognised
from muvofiq.records.models import Job, Mission, Person, Scan
from muvofiq.records.permissions import Verb
from muvofiq.records.words import JobKind, JobState
from muvofiq.text.ocr import scanned_pages
from muvofiq.text.source import fingerprint

OPEN = (JobState.WAITING.value, JobState.RUNNING.value)


def request_recognising(
    actor: Person, mission: Mission, *, data: bytes, file_name: str, languages: Sequence[str], filing: Filing
) -> Scan:
    """Keep a scan and ask the worker to recognise it in these languages (rus, tgk, eng), so that it can be reviewed.

    Raises the errors of opening a PDF, AlreadyOnFile and BeingRecognised.
    """
    where = f"{mission} > {file_name}"
    sha256, pages = fingerprint(data), scanned_pages(data, file_name)
    with acting(actor, Verb.IMPORT_EDITION, mission) as act:
        on_file(mission, filing.act, filing.replaces)
        meant = purpose_and_state(mission, filing.purpose, filing.state)
        if (same := mission.editions.filter(file_sha256=sha256).first()) and same != filing.replaces:
            raise AlreadyOnFile(where, edition=same.name)
        if known := mission.scans.defer("data").filter(file_sha256=sha256).first():
            raise BeingRecognised(where, name=known.asked_by.name)
        if waiting := mission.drafts.defer("data", "source").filter(file_sha256=sha256).first():
            raise BeingRecognised(where, name=waiting.uploaded_by.name)
        scan = Scan.objects.create(
            mission=mission,
            file_name=file_name[:255],
            file_sha256=sha256,
            data=data,
            languages=list(languages),
            act=filing.act,
            is_new_act=filing.is_new_act,
            as_of=filing.as_of,
            replaces=filing.replaces,
            count=len(pages),
            asked_by=actor,
            asked_at=act.at,
            **meant,
        )
        _ask(act, scan)
        act.says(f"scan {file_name}", scan=str(scan.pk), languages=list(languages), pages=len(pages), **whose(scan))
    return scan


def recognise_again(actor: Person, scan: Scan) -> Job:
    """Ask for it again after a failure; pages that are read stay read."""
    with acting(actor, Verb.IMPORT_EDITION, scan.mission) as act:
        on_file(scan.mission, scan)
        job = _ask(act, scan)
        act.says(f"scan {scan.file_name}", pages=scan.count)
    return job


def give_up_scan(actor: Person, scan: Scan) -> None:
    """Remove a scan with all that was recognised of it; raises NotOnFile if it was imported or given up meanwhile."""
    mission = scan.mission
    with acting(actor, Verb.IMPORT_EDITION, mission) as act:
        on_file(mission, scan)
        mission.jobs.filter(kind=JobKind.RECOGNISE.value, key=str(scan.pk), state=JobState.WAITING.value).delete()
        act.says(f"scan {scan.file_name}", removed={"file": scan.file_name, "pages": len(scan.pages)})
        scan.delete()


def _ask(act: Acting, scan: Scan) -> Job:
    """Write the job, unless it is waiting or running already."""
    key = {"kind": JobKind.RECOGNISE.value, "key": str(scan.pk)}
    same = scan.mission.jobs.filter(**key, state__in=OPEN).first()
    return same or Job.objects.create(**key, mission=scan.mission, asked_by=act.actor, asked_at=act.at)
