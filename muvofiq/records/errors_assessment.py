"""What can be wrong with what people judge, and with the evidence on which they judge."""

from muvofiq.errors import MuvofiqError
from muvofiq.records.errors import ChangedMeanwhile


class ListChanged(ChangedMeanwhile):
    """A list of acts that is to be confirmed as complete, and has become another one since it was read."""

    what = "The list of acts has changed meanwhile."
    why = "You saw {yours} texts and acts without text; by now there are {theirs}, or other ones."
    remedy = "Read the list below as it is now, and confirm it then; what you typed is still there."


class NothingToConfirm(MuvofiqError):
    """A list of acts without a single text."""

    what = "There is no list of acts to confirm yet."
    why = "No text of the law of the state is on file, so nothing was looked at."
    remedy = "Import the laws first; then say whether these are all."


class CannotBeTaken(MuvofiqError):
    """Something that rests on an older text and cannot move to the newer one by itself."""

    what = "«{name}» cannot be taken over to {edition}."
    why = "There its unit is gone, its quoted words do not stand there, or its wording has changed."
    remedy = "Look at the difference; quote anew or write it anew on the newer edition. What was saved stays as it is."


class NoSuchMove(MuvofiqError):
    """A finding that is to go to a state to which none goes from where it stands."""

    what = "This finding cannot become «{after}» now."
    why = "It is «{before}», and no finding goes from there to «{after}»."
    remedy = "Look at it again: its page shows where it can go. Nothing was changed."


class ChecksInTheWay(MuvofiqError):
    """A finding that is to be checked or shown while quality checks find errors in it."""

    what = "{code} cannot become «{after}» yet."
    why = "The quality checks found errors: {checks}."
    remedy = "Mend them, or judge otherwise; the list under «Quality checks» says how. Nothing was changed."


class NothingMoved(MuvofiqError):
    """Several findings that are to go on, of which none can."""

    what = "None of the chosen findings could become «{after}»."
    why = "Each of them has something in its way: {codes}."
    remedy = "Open them one by one: each says what is in its way. Nothing was changed."
