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


class ActHasText(MuvofiqError):
    """An amendment in words of an act of which a text is on file, so that neither clause nor losses could be proven."""

    what = "{unit} was not amended in words: a text of the act is on file."
    why = "A wording in words has no clause, no proof and no question about losses; the text is there: {edition}."
    remedy = "Choose that edition and name the unit, or the unit behind which the new one will stand."


class NewerTextOnFile(MuvofiqError):
    """A new amendment of a text that a newer one has taken the place of."""

    what = "{unit} was not amended on {edition}."
    why = "A newer text of the act is on file: {newer}."
    remedy = "Amend the unit as it reads there."


class SavedEarlier(MuvofiqError):
    """An amendment saved by an earlier version, whose wording has no number or heading, or no place in the text."""

    what = "No clause was written for {unit}."
    why = "It was saved by an earlier version: the wording has no number or heading."
    remedy = "Open it, choose the unit if none is named, write the wording as printed, and save it anew."


class TitleTooLong(MuvofiqError):
    """A title of the amending act that is longer than any title is printed."""

    what = "The title was not saved: it has {letters} letters."
    why = "A title has at most {most} letters."
    remedy = "Shorten it, or leave it empty to take the title that is counted by the rule."


class UnitNotCited(MuvofiqError):
    """A citation that means no unit of the text, or that nobody understands."""

    what = "The text has no unit «{unit}»."
    why = "It was read as a citation and as an address. Nearest in the text: {nearest}."
    remedy = "Cite it as it is printed there, or look for it in the text of the act."


class UnitUnclear(MuvofiqError):
    """A citation that may mean more than one unit of the text."""

    what = "«{unit}» may be more than one unit of the text."
    why = "It may be {nearest}."
    remedy = "Name the larger unit too, in which it stands."
