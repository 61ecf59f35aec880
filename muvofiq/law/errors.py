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
