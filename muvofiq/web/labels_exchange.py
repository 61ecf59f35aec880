"""What people read for what becomes of a received file, and for what its columns hold."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from muvofiq.publication.concordance_reading import Left
from muvofiq.records.queries.exchange import Which
from muvofiq.records.queries.received import Fate

PARTS: dict[Which, Promise] = {
    Which.SCOPE: _("the scope of this mission"),
    Which.OWN: _("the requirements of this mission's own"),
    Which.CATALOGUE: _("the whole released catalogue"),
}
FATES: dict[str, Promise] = {
    Fate.NEW: _("new"),
    Fate.EDITION: _("a new edition; the older one stays"),
    Fate.CHANGED: _("changed"),
    Fate.SAME: _("on file already, unchanged"),
    Fate.OLDER: _("left: an older edition of what is on file"),
    Fate.RELEASED: _("left: differs from the released one, which only the editors of the catalogue change"),
    Fate.KEPT: _("left: differs from what is on file"),
}
LEFT: dict[str, Promise] = {
    Left.NUMBERS: _("it only counts the columns"),
    Left.HEADING: _("a heading or a note: nothing else stands in the row"),
    Left.NO_UNIT: _("no unit of the standard stands in it or above it"),
    Left.NO_ARTICLE: _("the number of a paragraph, and no article above it"),
    Left.TWICE: _("the same number a second time, and no article that tells the two apart"),
    Left.PROPOSED: _("proposed by the machine, confirmed by nobody"),
    Left.UNDECIDED: _("nobody has decided anything in it"),
    Left.UNKNOWN_CODE: _("no requirement here has this number"),
}
FIELDS: dict[str, Promise] = {
    "act": _("national act"),
    "by": _("judged by"),
    "citations": _("source"),
    "code": _("number"),
    "degree": _("degree"),
    "elements": _("elements, one a line"),
    "explanation": _("explanation"),
    "groups": _("groups"),
    "id": _("id"),
    "national_text": _("text of the national unit"),
    "national_unit": _("unit of the national act"),
    "obligation": _("obligation in one line"),
    "planned": _("planned date"),
    "practice": _("practice to compare"),
    "reason": _("reason if not transposed"),
    "responsible": _("responsible body"),
    "signed": _("signature"),
    "stages": _("stages"),
    "state": _("state of the link"),
    "statement": _("what is required"),
    "strength": _("strength"),
    "terms": _("words to look for"),
    "text": _("text of the standard"),
    "title": _("title"),
    "unconfirmed_languages": _("languages not confirmed"),
    "unit": _("unit of the standard"),
}
