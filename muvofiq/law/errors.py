"""What can go wrong when lines become a law."""

from muvofiq.errors import MuvofiqError


class NoArticles(MuvofiqError):
    """The text has no article in any language of the tables."""

    what = "No article was found in the text."
    why = "None of its {lines} lines begins as an article does in {languages}; the first line reads «{first}»."
    remedy = (
        "Check that this is the law itself, and not a cover page, a scan or a list; "
        "each article must begin on a line of its own, as in «Статья 1. ...» or «Моддаи 1. ...»."
    )


class NotAkomaNtoso(MuvofiqError):
    """The document is broken, or it is not one that this workbench has written."""

    what = "The document is no law written by this workbench as Akoma Ntoso."
    why = "{reason}."
    remedy = (
        "Take the document as it was exported, without changes by another program; "
        "a law from elsewhere is imported from its Word file, web page or text."
    )


class ForbiddenSign(MuvofiqError):
    """A text holds a sign that no XML document may hold."""

    what = "The law cannot be written as Akoma Ntoso."
    why = "It holds the sign {code}, which is not seen and which no XML document may hold."
    remedy = (
        "Take the sign out of the text, or out of the file's name if the title comes from there, and import it again."
    )
