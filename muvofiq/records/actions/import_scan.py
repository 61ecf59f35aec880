"""A scan whose pages are recognised becomes an edition, under the same rules as every law file."""

from dataclasses import replace

from muvofiq.law.opening import open_recognised
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.import_edition import Filing, keep_laws
from muvofiq.records.errors import BeingRecognised
from muvofiq.records.models import Act, Edition, Person, Scan
from muvofiq.records.permissions import Verb


def import_scan(actor: Person, scan: Scan, *, act: Act | None = None, is_new_act: bool = False) -> tuple[Edition, ...]:
    """Import the recognised words as the person wanted them filed, or under another act, and let the scan go.

    Raises the errors of import_editions, NotOnFile for a scan that was imported or given up meanwhile, and
    BeingRecognised while pages are missing.
    """
    with acting(actor, Verb.IMPORT_EDITION, scan.mission) as acts:
        on_file(scan.mission, scan)
        if not scan.is_recognised:
            raise BeingRecognised(f"{scan.mission} > {scan}", name=scan.asked_by.name)
        filing = Filing(scan.act, scan.is_new_act, scan.as_of, scan.replaces)
        if act or is_new_act:
            filing = replace(filing, act=act, is_new_act=is_new_act)
        pages = {int(page): tuple(lines) for page, lines in scan.pages.items()}
        laws = open_recognised(bytes(scan.data), scan.file_name, pages)
        editions = keep_laws(acts, scan.mission, laws, scan.file_name, filing)
        scan.delete()
    return editions
