"""An error is told in the reader's language: what is wrong, where, why, and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from muvofiq.assessment.checks import checks
from muvofiq.assessment.scale import State, word
from muvofiq.errors import MuvofiqError
from muvofiq.records.errors import (
    BeingRead,
    ChangedMeanwhile,
    NotAllowed,
    NotOnFile,
    ReadAlready,
    SeenOtherwise,
    UnitMissing,
)
from muvofiq.records.errors_amendment import NoSuchStep, NotOpenToChange
from muvofiq.records.errors_assessment import ListChanged, MovedMeanwhile, NoSuchMove, SecondOpinionFirst
from muvofiq.text.errors import TooLarge
from muvofiq.web.labels import LABELS
from muvofiq.web.labels_amendments import OBSTACLES, STATES
from muvofiq.web.languages import interface_language
from muvofiq.web.verb_labels import SUBJECTS

STATUS: dict[type[MuvofiqError], int] = {
    NotAllowed: 403,
    SecondOpinionFirst: 403,
    NotOnFile: 404,
    UnitMissing: 404,
    ChangedMeanwhile: 409,
    ListChanged: 409,
    MovedMeanwhile: 409,
    BeingRead: 409,
    ReadAlready: 409,
    SeenOtherwise: 409,
    NoSuchMove: 409,
    NoSuchStep: 409,
    NotOpenToChange: 409,
    TooLarge: 413,
}
PLACES = {
    "acts": _("acts"),
    "agencies": _("agencies"),
    "agenda": _("agenda"),
    "amending act": _("amending act"),
    "changed sources": _("changed sources"),
    "consent": _("consent"),
    "discussion notes": _("discussion notes"),
    "documents": _("documents"),
    "findings": _("findings"),
    "good practice": _("good practice"),
    "missions": _("missions"),
    "norms": _("norms"),
    "new editions": _("new editions"),
    "new mission": _("new mission"),
    "own standards": _("own standards"),
    "pictures": _("pictures"),
    "people": _("people"),
    "press release": _("press release"),
    "questionnaires": _("questionnaires"),
    "recommendations": _("recommendations"),
    "relations": _("relations"),
    "scope": _("scope"),
    "second opinions": _("second opinions"),
    "sign in": _("sign in"),
    "terms": _("terms"),
    "verdict": _("verdict"),
}


@dataclass(frozen=True, slots=True)
class Telling:
    """The sentences of an error with its HTTP status; ``error`` is the name of its class."""

    what: str
    where: str
    why: str
    remedy: str
    status: int
    error: str


def tell(error: MuvofiqError) -> Telling:
    """Return what the page says about an error, in the language of the interface."""
    values = {name: _word(value) for name, value in error.values.items()}
    what, why, remedy = (gettext(text).format(**values) for text in (error.what, error.why, error.remedy))
    where = " › ".join(gettext(str(PLACES[part])) if part in PLACES else part for part in error.where.split(" > "))
    return Telling(what, where, why, remedy, STATUS.get(type(error), 422), type(error).__name__)


def tell_again(kept: Mapping[str, Any]) -> Telling | None:
    """Return what a page says about an error that a job has kept as data; None where it kept none of ours."""
    kind = _kinds().get(kept.get("error", ""))
    return tell(kind(kept["where"], **kept["values"])) if kind else None


def tell_remark(remark: Mapping[str, str | int]) -> str:
    """Return a remark of a reader in the language of the interface."""
    return gettext(str(remark["template"])).format(count=remark["count"])


@cache
def _kinds() -> dict[str, type[MuvofiqError]]:
    found, new = set[type[MuvofiqError]](), {MuvofiqError}
    while new:
        new = {child for one in new for child in one.__subclasses__()}
        found |= new
    return {one.__name__: one for one in found}


def _word(value: object) -> object:
    """Translate what is a fixed word, or a list of them; names and numbers stay as they are."""
    if not isinstance(value, str) or not value:
        return value
    if isinstance(value, State):
        return word(value, interface_language())
    names = {name: one.name(interface_language()) for name, one in checks().items()}
    words: dict[str, object] = {**LABELS, **SUBJECTS, **OBSTACLES, **STATES, **names}
    parts = value.split(", ")
    if len(parts) > 1:
        return ", ".join(str(words[part]) if part in words else part for part in parts)
    return str(words[value]) if value in words else gettext(value)
