"""A law file comes in: it is read, and waits for a person's review before it becomes an edition."""

from collections.abc import Mapping

from muvofiq.law.akoma_ntoso import is_akoma_ntoso
from muvofiq.records.actions.acting import Act as Acting
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.import_edition import RECOGNISED, Filing
from muvofiq.records.actions.purpose import purpose_and_state, whose
from muvofiq.records.actions.read_draft import ask_for_reading
from muvofiq.records.models import Draft, Mission, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.draft_text import letter_of
from muvofiq.text.choices import NONE, Choices
from muvofiq.text.pdf_pages import count_pages
from muvofiq.text.read import LIMIT, PDF
from muvofiq.text.source import fingerprint

# A person waits a second or two for a page without asking why; what takes longer is read by the worker. Measured on
# two cores: a page of PDF takes about 0.03 s, 400 kB of Russian text 0.3 s, of Tajik, each word looked up, up to 2 s.
LONG, MANY_PAGES = 400_000, 40


def upload_draft(
    actor: Person,
    mission: Mission,
    *,
    data: bytes,
    file_name: str,
    choices: Choices = NONE,
    filing: Filing = RECOGNISED,
) -> Draft:
    """Keep a law file for review: a short one read at once, a long one with a job that reads it.

    A file that waits for its review already, read in the same way, is not kept twice: then that draft is returned,
    to be filed as the person wants it now.
    Raises the errors of opening a law, of a long file only those that show before its first line.
    """
    is_long = takes_long(data, file_name)
    letter = "" if is_long else letter_of(data, file_name, choices)
    with acting(actor, Verb.IMPORT_EDITION, mission) as act:
        on_file(mission, filing.act, filing.replaces)
        meant = purpose_and_state(mission, filing.purpose, filing.state)
        sha256, changes = fingerprint(data), choices.changes.value
        if same := mission.drafts.filter(file_sha256=sha256, changes=changes).first():
            return _file_otherwise(act, same, filing, meant)
        draft = Draft.objects.create(
            mission=mission,
            file_name=file_name[:255],
            file_sha256=sha256,
            data=data,
            changes=changes,
            act=filing.act,
            is_new_act=filing.is_new_act,
            as_of=filing.as_of,
            replaces=filing.replaces,
            source=letter,
            uploaded_by=actor,
            uploaded_at=act.at,
            **meant,
        )
        if is_long:
            ask_for_reading(act, draft)
        act.says(f"draft {file_name}", draft=str(draft.pk), file_sha256=sha256, **whose(draft))
    return draft


def _file_otherwise(act: Acting, draft: Draft, filing: Filing, meant: Mapping[str, str]) -> Draft:
    """Let the newest choice hold; whoever has the draft open sees it before filing."""
    chosen = {name: getattr(filing, name) for name in ("act", "is_new_act", "as_of", "replaces")} | {**meant}
    other = {name: value for name, value in chosen.items() if getattr(draft, name) != value}
    if other:
        for name, value in other.items():
            setattr(draft, name, value)
        draft.save(update_fields=[*other])
        said = {"act": filing.act.pk if filing.act else None, "as_of": filing.as_of, "replaces": filing.replaces}
        told = {name: str(value or "") for name, value in said.items()} | ({**meant} if {*meant} & {*other} else {})
        act.says(f"draft {draft.file_name}", draft=str(draft.pk), new_act=filing.is_new_act, **told)
    return draft


def takes_long(data: bytes, file_name: str) -> bool:
    """Tell whether reading a file takes longer than a person waits for a page; raises the errors of opening a PDF."""
    if len(data) > LIMIT or is_akoma_ntoso(data):
        return False
    is_pdf = data[:1024].lstrip().startswith(PDF)
    return len(data) > LONG or (is_pdf and count_pages(data, file_name) > MANY_PAGES)
