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


class NoAnswerInStandard(MuvofiqError):
    """A unit of a standard that is to answer a requirement."""

    what = "«{edition}» is on file as a standard; its units are no answers."
    why = "A standard says what is required. Answers are in laws: of the assessed state, or of one to compare with."
    remedy = "Choose a unit of a law. If this text is one, correct in the register what it is to the mission."


class PurposeFixed(StillNeeded):
    """What an act is for is to be changed, while other records rest on it as it is."""

    what = "What «{name}» is for cannot be changed any more."
    why = "Other records rest on it: {others}."
    remedy = "Take those back first; or enter another act, and import the text there."


class NothingToCompare(MuvofiqError):
    """A comparison without a single law of another state."""

    what = "There is no law to compare with yet."
    why = "The mission has on file no text of a law of another state."
    remedy = "Import such a law on the page «Acts», as a law to compare with, and say of which state it is."


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


class WordOnFile(MuvofiqError):
    """A word that is proposed and that the thesaurus has already."""

    what = "The thesaurus has «{word}» ({language}) already, for the concept «{concept}»."
    why = "What you propose would change nothing, or make a second concept of the same thing."
    remedy = "Look at that concept; there you can propose the word as the preferred one, or another word beside it."


class WordProposedBefore(MuvofiqError):
    """A word that was proposed for the concept in this language before."""

    what = "«{word}» ({language}) was proposed for this concept before."
    why = "{name} proposed it; what became of it: {state}."
    remedy = "Look at the proposals of the concept; who may decide about words can also change a decision."


class NotYourProposal(MuvofiqError):
    """A proposal that somebody else wants to withdraw, or about which somebody has decided."""

    what = "You cannot withdraw «{word}»."
    why = "{name} proposed it; what became of it: {state}. Only a proposal of your own, still open, can be withdrawn."
    remedy = "Ask who proposed it, or somebody who may decide about words."


class NoTermsNeeded(MuvofiqError):
    """A glossary for interpreters without a single term."""

    what = "There is no glossary yet."
    why = "Neither the scope nor the agenda of the mission names a concept of the thesaurus."
    remedy = "Choose the scope of the mission or enter its sessions, and ask for the glossary again."


class NotAStandard(MuvofiqError):
    """An act that is to be a source of requirements, but is on file for something else."""

    what = "«{title}» is not on file as a standard."
    why = "The register says what each act is to the mission: its law, a law to compare with, or a standard."
    remedy = "Correct what it is for on its page in the register, or import the text once more as a standard."


class StandardAlready(MuvofiqError):
    """An act from which requirements are drafted already."""

    what = "«{title}» is a standard of this mission already: {name}."
    why = "Its requirements would be drafted twice."
    remedy = "Open it on the page «Own standards». A text of it in another language is filed under the same act."


class FactsOfCatalogue(MuvofiqError):
    """Facts of an instrument of the catalogue, which a mission would have otherwise than all others."""

    what = "The facts of «{name}» are those of the catalogue and cannot be changed here."
    why = "Every mission reads the same facts of it."
    remedy = "Tell those who keep the catalogue what is wrong; in this mission only the text and the drafts are yours."


class NothingAsked(MuvofiqError):
    """A text in which no article obliges, allows or asks to consider anything."""

    what = "No obligation was found in «{edition}»."
    why = "Looked at: {units} articles and paragraphs; none of them says «shall», «shall consider» or «may»."
    remedy = "Check that this is the instrument itself, in one of its own languages; or write the requirements by hand."


class NoTextOnFile(MuvofiqError):
    """A standard of which only the name is known."""

    what = "The text of «{title}» is not on file."
    why = "Requirements are drafted from the articles of the text."
    remedy = "Import its text on the page «Acts», as a standard."


class CodesUsedUp(MuvofiqError):
    """More requirements of the mission's own than there are codes."""

    what = "There is no code left for another requirement."
    why = "Under the letter {letter} there are {most} codes."
    remedy = "Drop requirements that are not needed, and keep this one then."


class LetterUnknown(MuvofiqError):
    """A theme of a file that is neither released nor the theme of the mission's own requirements."""

    what = "The letter {letter} stands for no theme here."
    why = "A mission has the themes {letters}; requirements of its own stand under {own}, and no other title is kept."
    remedy = "Give the requirement the letter {own}, as in {own}001, take the theme out, and choose the file again."


class NothingReceived(MuvofiqError):
    """A received file of which nobody has said yet what its columns hold."""

    what = "It is not said yet what the columns of «{file}» hold."
    why = "The heads of its columns are not those of our own catalogue, so the machine can only guess."
    remedy = "Look at the guess on the page of the file, correct it, and confirm it."


class SeenOtherwise(MuvofiqError):
    """A file that would do something else by now than what the person has seen."""

    what = "«{file}» would do something else by now than what you have seen."
    why = "Somebody has changed the catalogue of the mission, or what the columns of the file hold, meanwhile."
    remedy = "Look at what would happen now, below, and take the file again; nothing was saved."


class NothingNew(MuvofiqError):
    """A file that would change nothing."""

    what = "There is nothing to take in «{file}»."
    why = "All that stands in it is on file already, or must stay as it is."
    remedy = "Give the file up; or choose another one."


class InstrumentMissing(MuvofiqError):
    """A table of which nobody has said which instrument it is about."""

    what = "It is not said which instrument the table is about."
    why = "Every requirement that is made of it cites that instrument."
    remedy = "Choose an instrument on file, or give the new one a short name, a title and a kind."
