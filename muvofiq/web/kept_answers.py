"""What was read of a filled questionnaire stays in the page until a person takes it, signed and packed."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.core.signing import BadSignature, dumps, loads

from muvofiq.publication.questionnaire_reading import Filled
from muvofiq.records.errors_assessment import AnswersLost, TooManyAnswers
from muvofiq.records.models import Questionnaire
from muvofiq.web.kept_sheet import A_DAY, BESIDE


@dataclass(frozen=True, slots=True)
class Kept:
    """What was read, of which file, and which answers on file the person was shown beside it."""

    filled: Filled
    file_name: str
    file_sha256: str
    seen: Mapping[str, int]


def seal(sent: Questionnaire, kept: Kept) -> str:
    """Return it as a field of the page; raises TooManyAnswers where the workbench would not take it back."""
    entry = {"filled": kept.filled.entry(), "name": kept.file_name, "sha256": kept.file_sha256, "seen": dict(kept.seen)}
    text = dumps(entry, salt=_salt(sent), compress=True)
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE - BESIDE
    if len(text) > limit:
        raise TooManyAnswers(_where(sent), size=len(text) // 1000, limit=limit // 1000)
    return text


def unseal(sent: Questionnaire, text: str) -> Kept:
    """Return what was looked at; raises AnswersLost."""
    try:
        entry = loads(text, salt=_salt(sent), max_age=A_DAY)
    except BadSignature as error:
        raise AnswersLost(_where(sent)) from error
    return Kept(Filled.from_entry(entry["filled"]), entry["name"], entry["sha256"], entry["seen"])


def _salt(sent: Questionnaire) -> str:
    return f"questionnaire {sent.pk}"


def _where(sent: Questionnaire) -> str:
    return f"{sent.mission} > questionnaires > {sent.number}"
