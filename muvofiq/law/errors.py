"""What can go wrong when lines become a law."""

from muvofiq.errors import MuvofiqError


class NoArticles(MuvofiqError):
    """The text has neither an article in any language of the tables nor two numbered paragraphs."""

    what = "No article and no numbered point was found in the text."
    why = (
        "None of its {lines} lines begins as an article does in {languages}, and fewer than two begin with a number "
        "such as «1.»; the first line reads «{first}»."
    )
    remedy = (
        "Check that this is the law itself, and not a cover page, a scan or a list; each article or point "
        "must begin on a line of its own, as in «Статья 1. ...», «Моддаи 1. ...» or «1. ...»."
    )


class NoSuchLine(MuvofiqError):
    """A person corrected a line that the file does not have."""

    what = "Line {line} cannot be corrected: the file has no words there."
    why = "Its lines that hold words end with line {lines}; perhaps the file was read anew in another way meanwhile."
    remedy = "Take this correction back, and correct the heading or number again where the law is shown now."


class NotAkomaNtoso(MuvofiqError):
    """The document is broken, or it is not one that this workbench has written."""

    what = "The document is no law written by this workbench as Akoma Ntoso."
    why = "{reason}."
    remedy = (
        "Take the document as it was exported, without changes by another program; "
        "a law from elsewhere is imported from its Word file, web page or text."
    )


class UnreadAkomaNtoso(NotAkomaNtoso):
    """An Akoma Ntoso document of another program is broken, or it holds no law."""

    what = "No law could be read from the Akoma Ntoso document."
    why = "{reason}."
    remedy = "Open it in the program that wrote it and save it again; or import the law as Word file, page or text."


class ForbiddenSign(MuvofiqError):
    """A text holds a sign that no XML document may hold."""

    what = "The law cannot be written as Akoma Ntoso."
    why = "It holds the sign {code}, which is not seen and which no XML document may hold."
    remedy = (
        "Take the sign out of the text, or out of the file's name if the title comes from there, and import it again."
    )
