"""An error is told in the reader's language: what is wrong, where, why, and what to do."""

from dataclasses import dataclass

from django.utils.translation import gettext

from muvofiq.errors import MuvofiqError
from muvofiq.law.errors import NoArticles
from muvofiq.records.errors import ChangedMeanwhile, NotAllowed, NotOnFile, UnitMissing
from muvofiq.text.errors import TooLarge

STATUS: dict[type[MuvofiqError], int] = {
    NotAllowed: 403,
    NotOnFile: 404,
    UnitMissing: 404,
    ChangedMeanwhile: 409,
    TooLarge: 413,
    NoArticles: 422,
}


@dataclass(frozen=True, slots=True)
class Telling:
    """The sentences of an error with its HTTP status."""

    what: str
    where: str
    why: str
    remedy: str
    status: int


def tell(error: MuvofiqError) -> Telling:
    """Return what the page says about an error, in the language of the interface."""
    what, why, remedy = (gettext(text).format(**error.values) for text in (error.what, error.why, error.remedy))
    return Telling(what, error.where, why, remedy, STATUS.get(type(error), 422))
