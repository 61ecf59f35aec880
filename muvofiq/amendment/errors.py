"""Why a change, a clause or a wording cannot be taken as it stands."""

from muvofiq.errors import MuvofiqError


class AmendmentError(MuvofiqError):
    """A change of a law cannot be read, written or made."""


class ChangesNotApplied(AmendmentError):
    """Some changes do not fit the law, and nothing was changed."""

    message = "{count} of {of} changes do not fit {law}. First: {first}"


class WordingUnreadable(AmendmentError):
    """A wording is not the wording of such units."""

    message = "{where}: line {line}, «{words}», {why}."


class ClauseDiffers(AmendmentError):
    """A clause does not give the proposed wording."""

    message = "The clause does not give the proposed wording of {unit}: it gives «{gives}» where «{wanted}» is proposed."
