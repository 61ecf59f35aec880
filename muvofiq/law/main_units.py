"""In acts without articles, such as decrees and the rules that they approve, the numbered paragraphs are the points."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from muvofiq.law.annexes import as_text, stretches
from muvofiq.law.headings import Piece
from muvofiq.law.kind import Kind

LOWER = {Kind.PART: Kind.POINT, Kind.POINT: Kind.SUBPOINT}
NUMBERED = frozenset({Kind.PART, Kind.POINT})
FEWEST = 2  # one numbered line alone may be a date or a row of a table


def settle_main_units(pieces: Sequence[Piece]) -> list[Piece]:
    """Call «1.» a point where an act or an annex has no article. Reads and writes: pieces.

    Where there are articles, what is numbered outside of them becomes running text, and so do lines such as «I. ...».
    """
    settled: list[Piece] = []
    for stretch in stretches(pieces):
        has_articles = any(piece.kind is Kind.ARTICLE for piece in stretch)
        settled.extend(_in_articles(stretch) if has_articles else _in_points(stretch))
    return settled


def has_units(pieces: Sequence[Piece]) -> bool:
    """Whether there is an article or, in the act or one annex, at least two numbered paragraphs."""
    return any(
        any(piece.kind is Kind.ARTICLE for piece in stretch)
        or sum(piece.kind in NUMBERED for piece in stretch) >= FEWEST
        for stretch in stretches(pieces)
    )


def _in_articles(stretch: Sequence[Piece]) -> Iterator[Piece]:
    in_article = False
    for piece in stretch:
        if piece.kind and piece.kind.depth <= Kind.ARTICLE.depth:
            if piece.is_roman:
                piece = as_text(piece)
            else:
                in_article = piece.kind is Kind.ARTICLE
        yield piece if in_article or piece.kind is None or piece.kind.is_heading else as_text(piece)


def _in_points(stretch: Sequence[Piece]) -> Iterator[Piece]:
    has_parts = any(piece.kind is Kind.PART for piece in stretch)
    is_numbered = sum(piece.kind in NUMBERED for piece in stretch) >= FEWEST
    chapter = 0
    for piece in stretch:
        if piece.is_roman:
            if str(piece.number) == str(chapter + 1):
                chapter += 1
            else:
                piece = as_text(piece)
        if piece.kind and not piece.kind.is_heading and not is_numbered:
            piece = as_text(piece)
        yield replace(piece, kind=LOWER.get(piece.kind, piece.kind)) if has_parts and piece.kind else piece

