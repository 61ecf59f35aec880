"""The words by which a provision was found are marked where they stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a paragraph, and whether it is one of the words looked for."""

    text: str
    found: bool


def marked(text: str, words: Sequence[str]) -> tuple[Mark, ...]:
    """Part a text into stretches; together they are the text.

    >>> [mark.text for mark in marked("The victim is a victim.", ["victim"]) if mark.found]
    ['victim', 'victim']
    """
    if not words:
        return (Mark(text, found=False),)
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
    return tuple(Mark(part, found=at % 2 == 1) for at, part in enumerate(pattern.split(text)) if part)
