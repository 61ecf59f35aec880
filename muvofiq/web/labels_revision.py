"""What people read for a change from one edition of a requirement to the next."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from muvofiq.standards.revision import How, Part

PARTS: dict[Part, Promise] = {
    Part.TITLE: _("title"),
    Part.STATEMENT: _("What it requires"),
    Part.ELEMENT: _("element"),
}
CHANGES: dict[tuple[Part, How], Promise] = {
    (Part.CODE, How.REWORDED): _("another number in the catalogue"),
    (Part.TITLE, How.ADDED): _("title added"),
    (Part.TITLE, How.REMOVED): _("title removed"),
    (Part.TITLE, How.REWORDED): _("title reworded"),
    (Part.TITLE, How.TRANSLATED): _("title translated otherwise"),
    (Part.STATEMENT, How.ADDED): _("statement added"),
    (Part.STATEMENT, How.REMOVED): _("statement removed"),
    (Part.STATEMENT, How.REWORDED): _("statement reworded"),
    (Part.STATEMENT, How.TRANSLATED): _("statement translated otherwise"),
    (Part.STATEMENT, How.CONFIRMED): _("wording confirmed by a native lawyer"),
    (Part.STATEMENT, How.DOUBTED): _("wording no longer confirmed by a native lawyer"),
    (Part.ELEMENT, How.ADDED): _("element added"),
    (Part.ELEMENT, How.REMOVED): _("element removed"),
    (Part.ELEMENT, How.REWORDED): _("element reworded"),
    (Part.ELEMENT, How.TRANSLATED): _("element translated otherwise"),
    (Part.ELEMENT, How.MOVED): _("elements in another order"),
    (Part.CITATION, How.ADDED): _("norm added"),
    (Part.CITATION, How.REMOVED): _("norm removed"),
    (Part.CITATION, How.REWORDED): _("another place in the norm"),
    (Part.CITATION, How.CONFIRMED): _("place in the norm confirmed"),
    (Part.CITATION, How.DOUBTED): _("place in the norm to be verified"),
    (Part.CITATION, How.SUCCEEDED): _("norm gives way to the one that replaces it"),
    (Part.CITATION, How.MOVED): _("norms in another order"),
    (Part.STRENGTH, How.ADDED): _("strength of the obligation stated"),
    (Part.STRENGTH, How.REMOVED): _("strength of the obligation no longer stated"),
    (Part.STRENGTH, How.REWORDED): _("another strength of the obligation"),
    (Part.GROUP, How.ADDED): _("group of persons added"),
    (Part.GROUP, How.REMOVED): _("group of persons removed"),
    (Part.STAGE, How.ADDED): _("stage of the procedure added"),
    (Part.STAGE, How.REMOVED): _("stage of the procedure removed"),
    (Part.TERM, How.ADDED): _("search term added"),
    (Part.TERM, How.REMOVED): _("search term removed"),
    (Part.PRACTICE, How.ADDED): _("practice added"),
    (Part.PRACTICE, How.REMOVED): _("practice removed"),
    (Part.SIGNATURE, How.ADDED): _("signed by a lawyer"),
    (Part.SIGNATURE, How.REMOVED): _("signature withdrawn"),
    (Part.SIGNATURE, How.REWORDED): _("signed anew"),
}
