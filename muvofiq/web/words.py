"""Fixed words as they come back from a form."""

from enum import StrEnum
from typing import TypeVar

from muvofiq.records.errors import NotAWord

Word = TypeVar("Word", bound=StrEnum)


def one_of(words: type[Word], value: str, where: str) -> Word:
    """Return the word that was chosen; raises NotAWord for anything else."""
    try:
        return words(value)
    except ValueError as error:
        raise NotAWord(where, value=value, allowed=", ".join(word.value for word in words)) from error
