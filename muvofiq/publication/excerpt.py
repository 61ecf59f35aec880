"""A long provision is shown by the paragraphs that matter, and every omission is marked."""

from collections.abc import Collection

OMISSION = "[…]"


def excerpt(text: str, words: Collection[str], limit: int) -> str:
    """Return the text if it is short, else its first paragraph and those that hold one of the words.

    ``limit`` is in characters and holds but for the marks of omission; words are in small letters.
    """
    if len(text) <= limit:
        return text
    paragraphs = text.split("\n")
    chosen: list[int] = []
    room = limit
    for at in _by_worth(paragraphs, words):
        if len(paragraphs[at]) <= room:
            chosen.append(at)
            room -= len(paragraphs[at])
    if not chosen:
        return f"{paragraphs[0][:limit]} {OMISSION}"
    return "\n".join(_with_omissions(paragraphs, sorted(chosen)))


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
