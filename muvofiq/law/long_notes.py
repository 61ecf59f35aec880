"""An editor's note that runs over several paragraphs is one note."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from muvofiq.law.headings import Piece

LONGEST = 60  # paragraphs; a bracket that is still open behind so many was never closed


def gather_long_notes(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Join the paragraphs of a note that ends with «:» or «;», or whose bracket is closed only below.

    Reads: pieces. Writes: pieces, the note as one of them. A paragraph that begins a unit is never taken.
    """
    row = list(pieces)
    at = 0
    while at < len(row):
        end = _end_of_note(row, at)
        words = " ".join(filter(None, (part for piece in row[at:end] for part in _parts(piece))))
        yield replace(row[at], text=words) if end > at + 1 else row[at]
        at = end


def _parts(piece: Piece) -> tuple[str, ...]:
    return (piece.text, *(note.text for note in piece.notes))


def _end_of_note(row: list[Piece], at: int) -> int:
    """Return the place behind the last paragraph of the note that begins here."""
    note = row[at]
    if not note.is_note or note.is_footnote:
        return at + 1
    if note.text.startswith("("):
        return _end_of_bracket(row, at)
    end = at + 1
    while row[end - 1].text.rstrip().endswith((":", ";")) and end < len(row) and _continues(row[end]):
        end += 1
    return end


def _end_of_bracket(row: list[Piece], at: int) -> int:
    """A bracket that is never closed ends with its paragraph: it must not take words of the law along."""
    still_open = _open(row[at])
    for end in range(at + 1, min(len(row), at + LONGEST)):
        if still_open <= 0 or not _continues(row[end]) or not any(map(str.isdigit, row[end].text)):
            return end if still_open <= 0 else at + 1
        still_open += _open(row[end])
    return at + 1


def _continues(piece: Piece) -> bool:
    """Tell whether a paragraph can be the rest of a sentence; the words of a law begin with a capital or a number."""
    return piece.kind is None and not (piece.decided or piece.is_note or piece.text[:1].isupper())


def _open(piece: Piece) -> int:
    return piece.text.count("(") - piece.text.count(")")
