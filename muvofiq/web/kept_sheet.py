"""What was read of a file that came back stays in the page until a person takes it, signed and as small as can be."""

from django.conf import settings
from django.core.signing import BadSignature, dumps, loads

from muvofiq.publication.errors import TooMuchToLookAt
from muvofiq.publication.translation_sheet import Sheet, sheet_from_letter, sheet_to_letter
from muvofiq.records.errors import TranslationLost
from muvofiq.records.models import Edition

A_DAY = 24 * 60 * 60
BESIDE = 500_000  # bytes that the other fields of the page may come to, above all its ticks


def seal(edition: Edition, sheet: Sheet) -> str:
    """Return a sheet as a field of the page; raises TooMuchToLookAt where the workbench would not take it back."""
    kept = dumps(sheet_to_letter(sheet), salt=_salt(edition), compress=True)
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE - BESIDE
    if len(kept) > limit:
        raise TooMuchToLookAt(_where(edition), size=len(kept) // 1000, limit=limit // 1000)
    return kept


def unseal(edition: Edition, kept: str) -> Sheet:
    """Return the sheet that was looked at; raises TranslationLost."""
    try:
        return sheet_from_letter(loads(kept, salt=_salt(edition), max_age=A_DAY))
    except BadSignature as error:
        raise TranslationLost(_where(edition)) from error


def _salt(edition: Edition) -> str:
    return f"translation {edition.pk}"


def _where(edition: Edition) -> str:
    return f"{edition.mission} > {edition.name}"
