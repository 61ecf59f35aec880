"""Why a change, a clause or a wording cannot be taken as it stands."""

from enum import StrEnum

from muvofiq.amendment.place import Place
from muvofiq.errors import MuvofiqError


class Unreadable(StrEnum):
    """Why a line is not the wording of a unit, in the words of the command line; the pages translate them."""

    NO_WORDS = "the wording is empty"
    LARGER_UNIT = "a larger unit than the one that is worded begins here"
    OTHER_BEGINNING = "it does not begin with the number of such a unit"
    NO_SUCH_FORM = "it cannot be put into the law in this form"
    NOT_THERE = "units with these numbers do not belong there"
    FURTHER_UNIT = "a further article begins here: add it as a new unit"
    UNCLOSED = "a quotation mark in it is not closed, or was never opened"
    OTHER_ORDER = "its parts and points lie in each other otherwise than the proposed wording has them"


class Why(StrEnum):
    """Why a change cannot be made."""

    NO_UNIT = "no_unit"  # the law has no such unit
    SEVERAL_UNITS = "several_units"  # what is named may be more than one unit
    NO_WORDS = "no_words"  # the words do not stand there
    SEVERAL_WORDS = "several_words"  # they stand there more than once, and the change does not say which is meant
    UNIT_EXISTS = "unit_exists"  # a unit with this number is there already
    UNREADABLE = "unreadable"  # the new wording is no wording of such units


SAID = {
    Why.NO_UNIT: "the law has no such unit",
    Why.SEVERAL_UNITS: "what is named may be more than one unit",
    Why.NO_WORDS: "the words do not stand there",
    Why.SEVERAL_WORDS: "the words stand there more than once, and it does not say which are meant",
    Why.UNIT_EXISTS: "a unit with this number is there already",
    Why.UNREADABLE: "the new wording is no wording of such units",
}


class AmendmentError(MuvofiqError):
    """A change of a law cannot be read, written or made."""


class ChangesNotApplied(AmendmentError):
    """Some changes do not fit the law, and nothing was changed."""

    what = "The law was not changed: {count} of {of} changes do not fit it."
    why = "The first that does not fit: {first}."
    remedy = "Check that this is the edition which the amending act amends, and correct the place or the quoted words."


class WordingUnreadable(AmendmentError):
    """A wording is not the wording of such units."""

    what = "The wording cannot be read as a unit of the law."
    why = "Line {line}, «{words}»: {reason}."
    remedy = "Let each part and point begin on a line of its own with its number, as in the wording in force."


class ClauseNotUnderstood(AmendmentError):
    """A clause says what no known formula says, or does not fit the law."""

    what = "The clause was not understood: «{words}»."
    why = "{reason}."
    remedy = "Use a formula as in the proposed clause, and quote the words of the law exactly as they stand there."


class ClauseDiffers(AmendmentError):
    """A clause does not give the proposed wording."""

    what = "The clause does not give the proposed wording."
    why = "It gives «{gives}» where «{wanted}» is proposed."
    remedy = "Correct the clause, or take the clause that Muvofiq writes, or correct the proposed wording."


class ClauseReachesFurther(AmendmentError):
    """A clause gives the proposed wording and changes other places too."""

    what = "The clause changes more than the unit for which it is written."
    why = "It also changes: {places}."
    remedy = "Let each clause change one unit; write the other changes as recommendations of their own."


class DoesNotFit(AmendmentError):
    """A place or a change does not fit the law. ``nearest`` is what the law has there instead."""

    what = "The change does not fit the law."
    why = "{reason}; the law has: «{nearest}»."
    remedy = "Check that this is the edition which is amended, and correct the place or the quoted words."

    def __init__(self, why: Why, nearest: str = "", place: Place | None = None) -> None:
        super().__init__(str(place or ""), reason=SAID[why], nearest=nearest)
        self.reason = why
        self.nearest = nearest
        self.place = place


class NoFormulae(AmendmentError):
    """Clauses cannot be written in a language."""

    what = "The clause was not written: there are no formulae of amendment for the language «{language}»."
    why = "Clauses are written in the languages of the table formulae/writing.csv: {known}."
    remedy = "Write the clause by hand, or add the formulae of this language to the table."
