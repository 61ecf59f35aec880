"""What can go wrong when requirements are matched with provisions."""

from muvofiq.errors import MuvofiqError


class ModelMissing(MuvofiqError):
    """The embedding model cannot run; matching goes on with words and thesaurus alone."""

    what = "The embedding model is not available."
    why = "{reason}."
    remedy = "Go on without it: words and thesaurus still match. It runs on 64-bit Linux and Apple computers."
