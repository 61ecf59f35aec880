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


class NotTurtle(MuvofiqError):
    """A file that is offered as a thesaurus and is no Turtle."""

    what = "The file cannot be read as a thesaurus in Turtle."
    why = "{problem}."
    remedy = "Export the thesaurus as SKOS in Turtle (.ttl, UTF-8) from the program it comes from; nothing was taken."


class ThesaurusTooLarge(MuvofiqError):
    """A file with more than any thesaurus of our field holds."""

    what = "The file is too large for a thesaurus."
    why = "At most {limit} {unit} can be taken at once."
    remedy = "Export a part of the thesaurus only, such as one branch, and take that; nothing was taken."


class NoConcepts(MuvofiqError):
    """A Turtle file in which nothing is a concept of SKOS."""

    what = "No concept was found in the file."
    why = "A concept is marked as skos:Concept and has a skos:prefLabel with a language tag; nothing in the file is."
    remedy = "Check that the file is a thesaurus in SKOS, and that its words say in which language they are."


class TwoPreferred(MuvofiqError):
    """A concept with two preferred words in one language."""

    what = "The concept has two preferred words ({language}): {words}."
    why = "SKOS allows one in each language, and nobody could say which of them comes first."
    remedy = "Make one of them a skos:altLabel, and take the file again; nothing was taken."


class NotATable(MuvofiqError):
    """A file that is offered as a catalogue or a table of concordance and cannot be opened as one."""

    what = "The file cannot be opened as a catalogue or a table."
    why = (
        "It is no Excel (.xlsx), Word (.docx) or YAML file, or it is broken, locked, or larger than any table of ours."
    )
    remedy = "Open it in the program it comes from, save it as Excel (.xlsx) or Word (.docx), and choose that file."


class TableTooLarge(NotATable):
    """An Excel file with text where no table has any, or with more cells than any of them."""

    what = "The file is larger than any table: see cell {cell}."
    why = "A table has at most {rows} rows, {columns} columns and {cells} cells; yours has text or cells beyond that."
    remedy = "Delete in Excel all rows below the table and all columns beside it, save the file, and choose it again."


class CellTooLong(MuvofiqError):
    """A text that no cell of Excel can hold."""

    what = "The text in the column «{column}» is too long for Excel."
    why = "It has {size} characters, and a cell holds at most {limit}; cut off, it would not come back as it was."
    remedy = "Shorten the text, or take the catalogue away as YAML, which has no such limit."


class ColumnsMissing(MuvofiqError):
    """A table without the columns that it must have."""

    what = "Columns are missing: {missing}."
    why = "These heads were found: {found}."
    remedy = "Give the columns these heads, or say on the page of the file which of its columns holds what."


class ColumnTwice(MuvofiqError):
    """Two columns with the same head."""

    what = "The column «{column}» stands there twice."
    why = "Only one of the two would count, and nobody could say which."
    remedy = "Join the two, or delete one."


class NoTableInFile(MuvofiqError):
    """A file in which no row looks like the heads of a table."""

    what = "No table was found in the file."
    why = "A table begins with a row of heads, at least two of them; looked at: {sheets}."
    remedy = "Give the columns heads such as «Article of the standard» and «National act», and choose the file again."


class FileTooLong(NotATable):
    """A file with more bytes than any catalogue."""

    what = "The file is too large for a catalogue or a table."
    why = "It has {size} bytes, and at most {limit} are read."
    remedy = "Split the table, or check that this is the file you meant."


class NotAQuestionnaire(MuvofiqError):
    """A file that is offered as a filled questionnaire and is neither a Word nor an Excel file that can be opened."""

    what = "The file cannot be opened as a filled questionnaire."
    why = "It is no Word (.docx) or Excel (.xlsx) file, or it is broken, locked, or larger than any questionnaire."
    remedy = "Open it in the program it comes from, save it as Word (.docx) or Excel (.xlsx), and choose that file."


class NoMark(MuvofiqError):
    """A file that does not say which questionnaire it answers."""

    what = "The file does not say to which questionnaire it belongs."
    why = "Its number (muvofiq:…) stands neither in the text nor among the properties of the file."
    remedy = "Ask the agency for the file that it was sent, filled in, or copy its answers into a fresh download."


class OtherQuestionnaire(MuvofiqError):
    """A file that answers another questionnaire, of another agency or mission, or several at once."""

    what = "The file answers another questionnaire."
    why = "It bears {found}; this page takes the answers to questionnaire {number}, sent to {agency}."
    remedy = "Go to the questionnaire with that number, or choose the right file; nothing was taken."
