"""Why a change, a clause or a wording cannot be taken as it stands."""

from enum import StrEnum

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
