"""Where an act has no articles, its sections are what lawyers cite first, as in Britain, Latvia or Kenya."""

from collections.abc import Sequence
from dataclasses import replace

from muvofiq.law.grammar import Grammar
from muvofiq.law.headings import Piece
from muvofiq.law.kind import Kind


def cite_sections_first(pieces: Sequence[Piece], grammar: Grammar) -> list[Piece]:
    """Make articles of the sections of an act that has no articles. Reads and writes: pieces."""
    mark = grammar.mark("cited-first")
    if any(piece.kind is Kind.ARTICLE for piece in pieces):
        return list(pieces)
    return [replace(piece, kind=Kind.ARTICLE) if piece.kind and mark.match(piece.label) else piece for piece in pieces]
