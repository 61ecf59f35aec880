"""The fixed words of a document, in the languages in which it can be printed."""

from functools import cache

from muvofiq.tables import table


class Phrases:
    """The words of one document in one language; a missing word is an error, never a blank."""

    def __init__(self, words: dict[str, str], language: str) -> None:
        self._words = words
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """Return a phrase with its values filled in."""
        return self._words[key].format(**values)


@cache
def phrases(document: str, language: str) -> Phrases:
    """Return the words of a document, from the table of that name in the library."""
    return Phrases({row["key"]: row[language] for row in table(f"documents/{document}.csv")}, language)


def languages(document: str) -> tuple[str, ...]:
    """Return the languages in which a document can be printed."""
    return tuple(name for name in table(f"documents/{document}.csv")[0] if name != "key")


def unconfirmed(document: str, language: str) -> bool:
    """Whether no native lawyer has confirmed the words of a document in this language yet, as the library says."""
    return {"document": document, "language": language} in table("documents/unconfirmed.csv")
