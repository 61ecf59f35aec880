"""A long provision is shown by the paragraphs that matter, and every omission is marked."""

from collections.abc import Collection
from dataclasses import dataclass

OMISSION = "[…]"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is shown of a text, and how many of its characters that is; line ends and marks of omission do not count."""

    text: str
    shown: int
    whole: int


def excerpt(text: str, words: Collection[str], limit: int) -> Excerpt:
    """Return the text if it is short, else its first paragraph and those that hold one of the words.

    ``limit`` is in characters and holds but for the marks of omission; words are in small letters.
    """
    paragraphs = text.split("\n")
    whole = sum(map(len, paragraphs))
    if len(text) <= limit:
        return Excerpt(text, whole, whole)
    chosen: list[int] = []
    room = limit
    for at in _by_worth(paragraphs, words):
        if len(paragraphs[at]) <= room:
            chosen.append(at)
            room -= len(paragraphs[at])
    if not chosen:
        return Excerpt(f"{paragraphs[0][:limit]} {OMISSION}", limit, whole)
    shown = sum(len(paragraphs[at]) for at in chosen)
    return Excerpt("\n".join(_with_omissions(paragraphs, sorted(chosen))), shown, whole)


def _by_worth(paragraphs: list[str], words: Collection[str]) -> list[int]:
    """Return the first paragraph, then the others by the number of wanted words in them; those without come last."""

    def worth(at: int) -> tuple[bool, int, int]:
        text = paragraphs[at].lower()
        return (at != 0, -sum(word in text for word in words), at)

    return sorted(range(len(paragraphs)), key=worth)


def _with_omissions(paragraphs: list[str], chosen: list[int]) -> list[str]:
    lines: list[str] = []
    expected = 0
    for at in chosen:
        if at != expected:
            lines.append(OMISSION)
        lines.append(paragraphs[at])
        expected = at + 1
    if expected < len(paragraphs):
        lines.append(OMISSION)
    return lines
