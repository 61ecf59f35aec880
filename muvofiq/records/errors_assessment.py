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


class SecondOpinionFirst(MuvofiqError):
    """Somebody of whom a second opinion is asked would see the first one, or change it, before giving it."""

    what = "First give your second opinion on {codes}, or decline it."
    why = "Who judges a second time neither sees nor changes anything of the first judgement; this would show it."
    remedy = "Open «Second opinions»: there the requirements wait for you. After that, this opens as well."


class AskedOfJudge(MuvofiqError):
    """A second opinion that is asked of somebody who gave, or is to give, the first one."""

    what = "{name} cannot give a second opinion on {codes}."
    why = "A second opinion comes from somebody who neither judged the requirement nor is assigned to judge it."
    remedy = "Ask somebody else, or leave these requirements out; nothing was asked yet."


class OwesOpinion(MuvofiqError):
    """A requirement that is given to somebody who still owes a second opinion on it."""

    what = "{name} cannot be given {codes} to judge."
    why = "{name} still owes a second opinion there, and who gives the second one does not give the first."
    remedy = "Take the question back under «Second opinions» first, or choose somebody else; nothing was changed."


class NoOpinionFrom(MuvofiqError):
    """A second opinion that is asked of somebody whose role does not judge."""

    what = "{name} cannot be asked for a second opinion."
    why = "Only members of the mission with one of these roles judge: {roles}."
    remedy = "Ask one of them, or have the programme manager add a member with such a role."


class OpinionGiven(MuvofiqError):
    """A second opinion that is to be taken back or changed after it was given."""

    what = "The second opinion of {name} is given and stays as it is."
    why = "It is on record beside the first judgement."
    remedy = "If it should be judged otherwise, settle the disagreement; who still holds otherwise can say so there."


class SettleInstead(MuvofiqError):
    """Somebody who gave a second opinion wants to change the first judgement, while the two differ."""

    what = "You gave the second opinion on {code}, so you do not change the first one."
    why = "The two would be one person's word then, and nobody could see that they differed."
    remedy = "Where there are two opinions, settle them on record; where there is none besides yours, wait for it."


class NothingToSettle(MuvofiqError):
    """A settlement of two opinions that say the same, or that are settled already."""

    what = "There is nothing to settle on {code}."
    why = "The two judgements say the same on everything that both have judged, or they are settled already."
    remedy = "Give a new verdict on the page of the requirement, if it should read otherwise."


class NotBinding(MuvofiqError):
    """A verdict «contradicts» on a norm that does not bind the state."""

    what = "«Contradicts» cannot be said here: {norms} did not bind {state} on {day}."
    why = "A law, or a practice, contradicts only a norm that binds the state on the first day of the mission."
    remedy = "Choose «differs from the benchmark», or name a binding norm; what you typed is still in the form."


class NormNotCited(MuvofiqError):
    """A verdict «contradicts» that names a norm which the requirement does not cite."""

    what = "«Contradicts» cannot be said here: the requirement does not cite «{norm}»."
    why = "Whether a norm binds {state} is known of the norms that the requirement cites."
    remedy = "Name one of these, or choose «differs from the benchmark»; what you typed is still in the form."


class NothingToUndo(MuvofiqError):
    """A verdict of which the person has no last change that could be taken back."""

    what = "There is no change of yours to take back."
    why = "The last change of this verdict is by {name}, or you have taken back all of yours."
    remedy = "Choose an earlier version in the list of versions, and bring that one back."


class KeptBack(MuvofiqError):
    """A file that would tell a person of findings who still owes a second opinion on them."""

    what = "This file is kept back from you for now."
    why = "It asks about {count} requirements on which you still owe a second opinion, and shows what was found there."
    remedy = "Give your opinion first, or let somebody else of the mission download the file."


class AnswersLost(MuvofiqError):
    """A filled questionnaire was looked at, and what was read of it is no longer there when it is to be saved."""

    what = "What was read of the questionnaire is no longer there."
    why = "The page was open for more than a day, or the workbench has been set up anew meanwhile."
    remedy = "Choose the file again; nothing was saved."


class TooManyAnswers(MuvofiqError):
    """More words in one filled questionnaire than a page can keep until they are taken."""

    what = "The file holds more text than can be looked at in one go."
    why = "A page keeps what was read until you take it, at most {limit} KB; this file comes to {size} KB."
    remedy = "Take it in two parts: empty half of the answers in a copy, take that, then the other half."


class MovedMeanwhile(ChangedMeanwhile):
    """A verdict is to be changed by somebody who does not know that it was checked, shown or agreed meanwhile."""

    what = "{name} has moved this finding meanwhile."
    why = "You opened it as «{before}»; now it is «{after}». A changed verdict would be a draft again."
    remedy = "Load the page again; what you typed can be brought back there, if you still want to change the verdict."
