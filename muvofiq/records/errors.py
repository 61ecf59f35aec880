"""What can be wrong with what a person wants to record."""

from muvofiq.errors import MuvofiqError


class NotAllowed(MuvofiqError):
    """The person's role does not include this act."""

    what = "You may not do this: {verb}."
    why = "Your role in this mission is «{role}», and it does not include this."
    remedy = "Ask the programme manager of the mission, or somebody with one of these roles: {roles}."


class LinkSpent(MuvofiqError):
    """A sign-in link that was used, has expired, or never was."""

    what = "This sign-in link does not work (any more)."
    why = "A link lets you in once, within a day, and each new link makes the older ones useless."
    remedy = "Ask for a new one: on this computer type «muvofiq link», or ask the programme manager of your mission."


class NotOnFile(MuvofiqError):
    """Something asked for that the mission does not have."""

    what = "The mission has no {sort} «{name}»."
    why = "It may have been removed meanwhile, or the address was typed by hand."
    remedy = "Go back to the mission and choose from its lists."


class Missing(MuvofiqError):
    """A text without which the record means nothing."""

    what = "Something is missing: {field}."
    why = "Nobody can check a record without it later."
    remedy = "Fill it in and save again; what you typed is still in the form."


class NotAWord(MuvofiqError):
    """A value outside the list of allowed ones."""

    what = "«{value}» is not possible here."
    why = "Allowed are: {allowed}."
    remedy = "Choose one of these."


class NotInEdition(MuvofiqError):
    """Words that are quoted but do not stand in the edition."""

    what = "These words do not stand in {unit}: «{words}»."
    why = "A quotation must be in the cited edition, letter for letter (edition {edition}, language {language})."
    remedy = "Mark the words in the text of the unit and quote them from there; nothing was saved."


class UnitMissing(MuvofiqError):
    """An address that the edition does not have."""

    what = "The edition «{edition}» has no unit «{unit}»."
    why = "Units are addressed as in art_12-1__para_2, and this one is not in the text."
    remedy = "Choose the unit in the tree of the law."


class ChangedMeanwhile(MuvofiqError):
    """Two people worked on the same record; the second one sees the difference before anything is saved."""

    what = "{name} has changed this meanwhile."
    why = "You opened version {yours}; version {theirs} is saved. Nothing of yours was saved yet."
    remedy = "Compare both below, mend your text if needed, and save again: then yours replaces theirs."


class AlreadyOnFile(MuvofiqError):
    """The same text a second time."""

    what = "This text is already on file as «{edition}»."
    why = "The file has the same words as that edition."
    remedy = "Nothing to do; or choose another file. To give it another day, choose that it replaces that edition."


class BeingRecognised(MuvofiqError):
    """The same scan a second time, while the first is at work or waits for a person."""

    what = "This scan is being recognised already."
    why = "{name} has asked for it; the page «Acts» shows how far it is, or what it waits for."
    remedy = "Wait until it can be reviewed and file it there, or give it up and read it in again."


class BeingRead(MuvofiqError):
    """A decision on a file of which no line is read yet."""

    what = "«{file}» is not read yet."
    why = "Nothing can be decided about lines that nobody has seen."
    remedy = "Wait until it is read; its page shows how far it is, or why it could not be read."


class ReadAlready(MuvofiqError):
    """A file that is to be read anew while people decide about what was read of it."""

    what = "«{file}» is read already."
    why = "What was decided about its lines rests on how they were read."
    remedy = "Review and file it as it is; to have it read otherwise, give it up and choose the file again."


class ActUnclear(MuvofiqError):
    """A law file that no row of the register recognises, or more than one does."""

    what = "It is not clear which act of the register «{title}» is."
    why = "Looked at: title, number and date in the head of the file. Found: {found}."
    remedy = "Choose the act by hand in the form, or «a new act»."


class NothingToMatch(MuvofiqError):
    """Matching without laws or without scope."""

    what = "There is nothing to match yet."
    why = "Acts with text on file: {acts}; requirements in the scope: {requirements}."
    remedy = "Import a law and choose the scope of the mission first."


class StillNeeded(MuvofiqError):
    """Something on which other records rest."""

    what = "«{name}» cannot be removed."
    why = "Other records rest on it: {others}."
    remedy = "Change or remove those first."


class WrongDays(MuvofiqError):
    """An end before its beginning."""

    what = "{ends} lies before {starts}."
    why = "What begins must not end earlier."
    remedy = "Correct one of the two."


class NameTaken(MuvofiqError):
    """A name that must be the only one of its sort."""

    what = "There is already something called «{name}»."
    why = "The name is part of the address, so it must be the only one."
    remedy = "Choose another name."


class ScopeEmpty(MuvofiqError):
    """A table of concordance without a single requirement."""

    what = "There is no table of concordance yet."
    why = "The mission has not chosen its scope, so there is no requirement to print."
    remedy = "Choose the scope of the mission, judge its requirements, and ask for the table again."


class NothingRecommended(MuvofiqError):
    """A comparative table without a single row."""

    what = "There is no comparative table yet."
    why = "The mission has no recommendation, so there is nothing to compare."
    remedy = "Write a recommendation on the page «Recommendations», and ask for the table again."


class NeedsConfirmation(MuvofiqError):
    """A law file marked «for official use», before anybody has said that it may be used here."""

    what = "The text is marked «{mark}»."
    why = "Such a text may be used here only if its owner allows it; it is never exported."
    remedy = "If it may be used, confirm this; your name goes into the history. If not, leave it: nothing was saved."


class Restricted(MuvofiqError):
    """A text «for official use» that somebody wants to take out of the workbench."""

    what = "«{edition}» is for official use and does not leave the workbench."
    why = "Its file bears that mark, and only its use on these pages was confirmed."
    remedy = "Read it and work with it here; for its words elsewhere, ask the authority that issued it."


class NothingToTranslate(MuvofiqError):
    """A sheet for translation without a single row."""

    what = "There is nothing to send for translation."
    why = "None of the units that you chose has words that still lack a translation into this language."
    remedy = "Choose more units, or also those that have a translation already."


class TranslationLost(MuvofiqError):
    """A file of translations was looked at, and what was read of it is no longer there when it is to be saved."""

    what = "What was read of the file is no longer there."
    why = "The page was open for more than a day, or the workbench has been set up anew meanwhile."
    remedy = "Choose the file again; nothing was saved."


class NotComparable(MuvofiqError):
    """Two texts that are no editions of one act in one language, or a text and itself."""

    what = "«{one}» and «{other}» cannot be compared."
    why = "Only two different editions of the same act in the same language have a difference."
    remedy = "Choose two editions on the page «Editions» of the act."
