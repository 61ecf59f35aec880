"""What can be wrong with a recommendation, and with the wording that it proposes."""

from muvofiq.errors import MuvofiqError


class NothingProposed(MuvofiqError):
    """A proposed wording that is the wording in force."""

    what = "Nothing is proposed for {unit} yet."
    why = "The proposed wording is, word for word, the wording in force."
    remedy = "Change the wording as it should read, or leave the unit out of the recommendation."


class LossUnexplained(MuvofiqError):
    """A proposed wording that loses something which the wording in force has, without anybody saying why."""

    what = "The proposed wording loses something that the wording in force has, and nobody said why."
    why = "{count} without a reason: {losses}."
    remedy = "Take these words into the proposed wording again, or write beside each why it may go."


class NotOpenToChange(MuvofiqError):
    """A recommendation that is to be changed while others rely on it, or after it was withdrawn."""

    what = "R{number} cannot be changed now."
    why = "It is «{state}»: what the agencies have seen or agreed to, or what was withdrawn, is not rewritten silently."
    remedy = "Take it back to «draft» first; the history keeps what was shown. Then change it and show it again."


class NoSuchStep(MuvofiqError):
    """A recommendation that is to go to a state to which none goes from where it stands."""

    what = "R{number} cannot become «{after}» now."
    why = "It is «{before}», and no recommendation goes from there to «{after}»."
    remedy = "Look at it again: its page shows where it can go. Nothing was changed."


class AmendedInWords(MuvofiqError):
    """An amendment of an act of which no text is on file, so that no clause can be written."""

    what = "No clause was written for {unit}."
    why = "No text of the act is on file, so the place is named in words and nothing can be proven."
    remedy = "Import the act, and amend the unit in its text."


class OnOlderText(MuvofiqError):
    """An amendment that is written on an older text than others of the same act and language."""

    what = "No clause was written for {unit}."
    why = "It is written on {edition}, and other amendments of the act on the newer {newer}."
    remedy = "Take it over under «Changed sources», or write it anew on the newer text."


class AmendedTwice(MuvofiqError):
    """An amendment of a unit that another amendment rewords already."""

    what = "No clause was written for {unit}."
    why = "{other} amends the same unit, one around it, or one in it; one amending act cannot order both."
    remedy = "Bring both wordings together in one amendment, and remove the other one."
