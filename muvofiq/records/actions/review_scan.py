"""A scan whose pages are recognised is open to a person's review, as every law file that was read."""

from muvofiq.law.opening import laws_of, recognised_source
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.purpose import whose
from muvofiq.records.errors import BeingRecognised
from muvofiq.records.models import Draft, Person, Scan
from muvofiq.records.permissions import Verb
from muvofiq.text.letter import write_letter


def review_scan(actor: Person, scan: Scan) -> Draft:
    """Make a draft of the recognised words, to be filed as the person wanted, and let the scan go.

    Raises EmptyFile, NoArticles, NotOnFile for a scan that was given up meanwhile, and BeingRecognised while pages
    are missing.
    """
    with acting(actor, Verb.IMPORT_EDITION, scan.mission) as act:
        on_file(scan.mission, scan)
        if not scan.is_recognised:
            raise BeingRecognised(f"{scan.mission} > {scan}", name=scan.asked_by.name)
        pages = {int(page): tuple(lines) for page, lines in scan.pages.items()}
        source = recognised_source(bytes(scan.data), scan.file_name, pages)
        laws_of(source)
        draft = Draft.objects.create(
            mission=scan.mission,
            file_name=scan.file_name,
            file_sha256=scan.file_sha256,
            data=scan.data,
            act=scan.act,
            is_new_act=scan.is_new_act,
            as_of=scan.as_of,
            replaces=scan.replaces,
            purpose=scan.purpose,
            state=scan.state,
            source=write_letter(source),
            uploaded_by=scan.asked_by,
            uploaded_at=act.at,
        )
        act.says(f"draft {scan.file_name}", draft=str(draft.pk), pages=scan.count, **whose(draft))
        scan.delete()
    return draft
