"""What can go wrong when a document is put together."""

from muvofiq.errors import MuvofiqError


class UnknownPlaceholder(MuvofiqError):
    """A sentence asks for a figure that there is not."""

    what = "The sentence asks for the figure «{name}», which there is not."
    why = "Figures stand between braces, and only these can be filled in: {allowed}."
    remedy = "Write one of these names, exactly so, or double the braces if they are meant as braces."


class BrokenPlaceholder(MuvofiqError):
    """The braces of a sentence do not fit together."""

    what = "The braces in «{text}» do not fit together."
    why = "A brace opens the name of a figure and must be closed; only these can be filled in: {allowed}."
    remedy = "Close each brace behind the name of a figure, or double the braces if they are meant as braces."


class WrongLength(MuvofiqError):
    """A press release is too short or too long to be published."""

    what = "The press release has {words} words."
    why = "A press release has {least} to {most} words."
    remedy = "Change it until its number of words lies between the two."


class TooShort(WrongLength):
    """A press release says too little."""

    why = "A press release has {least} to {most} words: {by} are missing. No sentence was entered for: {missing}."
    remedy = "Enter public sentences for what is missing, or say more where sentences stand."


class TooLong(WrongLength):
    """A press release says too much."""

    why = "A press release has {least} to {most} words: these are {by} too many."
    remedy = "Shorten the longest parts, or leave one out."


class NothingCompared(MuvofiqError):
    """A row of a comparative table has neither a current nor a proposed wording."""

    what = "Row {number} of the comparative table compares nothing."
    why = "Both the current and the proposed wording are empty; one may be, for a new or a repealed unit, never both."
    remedy = "Enter the wording in force, or the one proposed, or leave the row out."


class UnknownUnit(MuvofiqError):
    """A link points to a unit that none of the acts of the table has."""

    what = "No act of the table has the unit «{unit}»."
    why = "The acts of the table are: {acts}."
    remedy = "Add the act to the scope in the edition in which the link was made, or make the link again."


class NotASheet(MuvofiqError):
    """A file that is offered as a translation and is neither a Word nor an Excel file that can be opened."""

    what = "The file cannot be opened as a sheet for translation."
    why = "It is no Word (.docx) or Excel (.xlsx) file, or it is broken, locked, or larger than any sheet of ours."
    remedy = "Open it in the program it comes from, save it as Word (.docx) or Excel (.xlsx), and choose that file."


class SheetTooLarge(NotASheet):
    """An Excel file with text where no sheet of ours has any, or with more cells than any of them."""

    what = "The file is larger than any sheet for translation: see cell {cell}."
    why = "A sheet has at most {rows} rows, {columns} columns and {cells} cells; yours has text or cells beyond that."
    remedy = "Delete in Excel all rows below the table and all columns beside it, save the file, and choose it again."


class TooMuchToLookAt(MuvofiqError):
    """More translations in one file than a page can keep until they are taken."""

    what = "The file holds more translations than can be looked at in one go."
    why = "A page keeps what was read until you take it, at most {limit} KB; this file comes to {size} KB."
    remedy = "Delete some of the rows in a copy, take that back, then do so with a copy that holds the other rows."


class NoUnitsInSheet(MuvofiqError):
    """A file in which no row says to which unit it belongs."""

    what = "No row of the file says to which unit of a law it belongs."
    why = "The first column of a sheet for translation holds a mark by which each row finds its unit; none was found."
    remedy = "Choose the file that was sent for translation, with its first column as it was."
