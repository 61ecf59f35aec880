"""The scans of a mission that are being recognised, or wait for a person."""

from dataclasses import dataclass
from uuid import UUID

from muvofiq.law.restricted import FIRST_LINES, stamp_in
from muvofiq.records.errors import NotOnFile, Restricted
from muvofiq.records.models import Job, Mission, Scan
from muvofiq.records.words import JobKind, JobState


@dataclass(frozen=True, slots=True)
class ScanRow:
    """A scan with its newest job; without ``scan`` it is under review (the job names the draft) or was given up."""

    key: str
    scan: Scan | None
    job: Job | None

    @property
    def is_at_work(self) -> bool:
        """Whether the worker is at it, or will be."""
        states = {JobState.WAITING.value, JobState.RUNNING.value}
        return self.scan is not None and self.job is not None and self.job.state in states


def scans_list(mission: Mission) -> list[ScanRow]:
    """Return the scans in the order in which they came; their bytes stay in the database."""
    scans = mission.scans.defer("data").select_related("asked_by")
    return [ScanRow(str(scan.pk), scan, _job(mission, scan.pk)) for scan in scans]


def scan_row(mission: Mission, pk: UUID) -> ScanRow:
    """Return one of them, or what is left of it."""
    scan = mission.scans.defer("data").select_related("asked_by").filter(pk=pk).first()
    return ScanRow(str(pk), scan, _job(mission, pk))


def scan_named(mission: Mission, pk: UUID) -> Scan:
    """Return a scan with its bytes; raises NotOnFile."""
    scan = mission.scans.select_related("mission").filter(pk=pk).first()
    if scan is None:
        raise NotOnFile(f"{mission} > acts", sort="scan", name=str(pk))
    return scan


def text_of(scan: Scan) -> str:
    """Return what is recognised so far, to be corrected elsewhere; raises Restricted for a text «for official use»."""
    if stamp_in(line for lines in scan.pages.values() for line in lines[:FIRST_LINES]):
        raise Restricted(f"{scan.mission} > {scan}", edition=scan.file_name)
    return scan.text


def _job(mission: Mission, pk: UUID) -> Job | None:
    return mission.jobs.filter(kind=JobKind.RECOGNISE.value, key=str(pk)).order_by("-asked_at").first()
