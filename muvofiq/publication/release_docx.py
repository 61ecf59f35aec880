"""The press release as a Word document on one sheet; what may not be published yet says so at its head."""

from muvofiq.publication.dates import written_day
from muvofiq.publication.docx_style import add, as_bytes, new_document
from muvofiq.publication.phrases import phrases
from muvofiq.publication.release import Release


def write_release_docx(release: Release) -> bytes:
    """Return the document: the mark of a draft, the notices, headline, date and paragraphs."""
    say = phrases("release", release.language)
    title = release.headline or say("name")
    document = new_document(title, release.language, release.made_on)
    if release.draft:
        add(document, say("draft"), "Draft")
    for notice in release.notices:
        add(document, notice, "Notice")
    add(document, title, "Title")
    add(document, written_day(release.made_on, release.language), "Remark")
    for paragraph in release.paragraphs:
        add(document, paragraph, "Body Text")
    return as_bytes(document)
