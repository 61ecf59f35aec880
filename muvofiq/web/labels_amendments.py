"""What people read for the fixed words of recommendations and amendments, and how the place of an amendment is told."""

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from muvofiq.amendment import applying, instruction
from muvofiq.amendment.errors import Unreadable
from muvofiq.amendment.proof import Claim, Unproven
from muvofiq.amendment.regression import Sort
from muvofiq.law.citing import cite
from muvofiq.records.models import Amendment, Edition
from muvofiq.records.queries.law_text import reference_to
from muvofiq.records.words import RecommendationKind, RecommendationState, Term

KINDS: dict[str, Promise] = {
    RecommendationKind.AMEND: _("amend an act"),
    RecommendationKind.REPEAL: _("repeal"),
    RecommendationKind.NEW_ACT: _("new act"),
    RecommendationKind.BY_LAW: _("by-law"),
    RecommendationKind.PRACTICE: _("change of practice"),
    RecommendationKind.TRAINING: pgettext_lazy("recommendation", "training"),
}
TERMS: dict[str, Promise] = {
    Term.SHORT: _("within a year"),
    Term.MEDIUM: _("within three years"),
    Term.LONG: _("later than in three years"),
}
STATES: dict[str, Promise] = {
    RecommendationState.DRAFT: pgettext_lazy("recommendation", "draft"),
    RecommendationState.CHECKED: pgettext_lazy("recommendation", "checked"),
    RecommendationState.SHOWN: _("shown to the agencies"),
    RecommendationState.AGREED: _("agreed with the country"),
    RecommendationState.WITHDRAWN: pgettext_lazy("recommendation", "withdrawn"),
}
MOVES: dict[str, Promise] = {
    RecommendationState.DRAFT: _("Back to draft"),
    RecommendationState.CHECKED: _("Mark as checked"),
    RecommendationState.SHOWN: _("Show to the agencies"),
    RecommendationState.AGREED: _("Agreed with the country"),
    RecommendationState.WITHDRAWN: pgettext_lazy("recommendation", "Withdraw"),
}
MOVE_KEYS: dict[str, str] = {
    RecommendationState.DRAFT: "B",
    RecommendationState.CHECKED: "C",
    RecommendationState.SHOWN: "S",
    RecommendationState.AGREED: "G",
    RecommendationState.WITHDRAWN: "W",
}
SORTS: dict[str, Promise] = {
    Sort.ELEMENT: _("An element of a requirement is lost"),
    Sort.TIME_LIMIT: _("A time limit is lost or another one"),
    Sort.AUTHORITY: _("An authority is no longer named"),
    Sort.UNIT: _("A part or point is gone, or permits what it prohibited"),
}

CLAIMS: dict[str, Promise] = {
    Claim.CLAUSE: _("the clause gives exactly the proposed text"),
    Claim.ELSEWHERE: _("nothing else of the act changes"),
    Claim.ACCEPTED: _("accept all = proposed"),
    Claim.REJECTED: _("reject all = current"),
}
UNPROVEN: dict[str, Promise] = {
    Unproven.IDIOM: _("that a legislative editor would word the clause so"),
    Unproven.LEGALITY: _("that it agrees with the constitution, with treaties and with the law on normative acts"),
    Unproven.POLICY: _("that the change is wise"),
    Unproven.IN_FORCE: _("that the edition on file is the law in force"),
}
OBSTACLES: dict[str, Promise] = {
    instruction.Why.NO_FORMULA: _("it says what no known formula says"),
    instruction.Why.NO_PLACE: _("it does not say where, or the place was not understood"),
    instruction.Why.NO_WORDING: _("the new wording that it announces does not follow"),
    instruction.Why.FORMS_NOT_LISTED: _("words are to be replaced in all their forms, and the forms are not listed"),
    instruction.Why.OTHER_ACT: _("it amends another act"),
    applying.Why.NO_UNIT: _("the law has no such unit"),
    applying.Why.SEVERAL_UNITS: _("what is named may be more than one unit"),
    applying.Why.NO_WORDS: _("the words do not stand there"),
    applying.Why.SEVERAL_WORDS: _("the words stand there more than once, and it does not say which are meant"),
    applying.Why.UNIT_EXISTS: _("a unit with this number is there already"),
    applying.Why.UNREADABLE: _("the new wording is no wording of such units"),
    Unreadable.NO_WORDS: _("the wording is empty"),
    Unreadable.LARGER_UNIT: _("a larger unit than the one that is worded begins here"),
    Unreadable.OTHER_BEGINNING: _("it does not begin with the number of such a unit"),
    Unreadable.NO_SUCH_FORM: _("it cannot be put into the law in this form"),
    Unreadable.NOT_THERE: _("units with these numbers do not belong there"),
    Unreadable.FURTHER_UNIT: _("a further article begins here: add it as a new unit"),
    Unreadable.UNCLOSED: _("a quotation mark in it is not closed, or was never opened"),
    Unreadable.OTHER_ORDER: _("its parts and points lie in each other otherwise than the proposed wording has them"),
}

# By the language of a text; another language is told by its name.
NO_SUCH_UNIT: dict[str, Promise] = {
    "ru": _("The Russian text on file has no such unit."),
    "tg": _("The Tajik text on file has no such unit."),
}
NOT_COMPARED: dict[str, Promise] = {
    "ru": _("Elements quoted in Russian were not compared."),
    "tg": _("Elements quoted in Tajik were not compared."),
}
NOT_AMENDED: dict[str, Promise] = {
    "ru": _("The Russian text of this unit is not amended yet."),
    "tg": _("The Tajik text of this unit is not amended yet."),
}
FOR_EDITOR: dict[str, Promise] = {"tg": _("draft for a Tajik legislative editor")}


def not_amended(language: str, name: str) -> str:
    """Return that the text in a language is not amended yet."""
    other = gettext("The text in this language (%(language)s) is not amended yet.") % {"language": name}
    return gettext(str(NOT_AMENDED[language])) if language in NOT_AMENDED else other


def no_such_unit(language: str, name: str) -> str:
    """Return that the text in a language has no unit of this number."""
    other = gettext("The text on file in this language (%(language)s) has no such unit.") % {"language": name}
    return gettext(str(NO_SUCH_UNIT[language])) if language in NO_SUCH_UNIT else other


def not_compared(language: str, name: str) -> str:
    """Return that what was quoted in a language was not compared with the wording."""
    other = gettext("Elements quoted in another language (%(language)s) were not compared.") % {"language": name}
    return gettext(str(NOT_COMPARED[language])) if language in NOT_COMPARED else other


def for_editor(language: str, name: str) -> str:
    """Return for whom a clause in a language is a draft."""
    other = gettext("draft for a legislative editor (%(language)s)") % {"language": name}
    return gettext(str(FOR_EDITOR[language])) if language in FOR_EDITOR else other


def place_words(edition: Edition | None, eid: str, after: str, unit: str = "") -> str:
    """Return the place of an amendment: as lawyers cite it, behind which unit it is new, or in the words typed."""
    if edition and eid:
        return cite(reference_to(edition, eid), edition.language)
    if edition and after:
        return gettext("new, behind %(unit)s") % {"unit": cite(reference_to(edition, after), edition.language)}
    return unit


def place_of_amendment(amendment: Amendment) -> str:
    """Return the place of a saved amendment in words."""
    return place_words(amendment.edition, amendment.eid, amendment.after, amendment.unit)
