"""In acts without articles, such as decrees and the rules that they approve, the numbered paragraphs are the points."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from muvofiq.law.annexes import as_text, stretches
from muvofiq.law.headings import Piece
from muvofiq.law.kind import Kind
from muvofiq.text.source import Remark

REMARKS = ("No article was found; {count} numbered paragraphs were read as points, as in decrees and rules.",)
LOWER = {Kind.PART: Kind.POINT, Kind.POINT: Kind.SUBPOINT}
NUMBERED = frozenset({Kind.PART, Kind.POINT})
FEWEST = 2  # one numbered line alone may be a date or a row of a table


def settle_main_units(pieces: Sequence[Piece]) -> tuple[list[Piece], tuple[Remark, ...]]:
    """Call «1.» a point where an act or an annex has no article. Reads and writes: pieces; a remark if no article is.

    Where there are articles, what is numbered outside of them becomes running text, and so do lines such as «I. ...».
    """
    settled: list[Piece] = []
    for stretch in stretches(pieces):
        has_articles = any(piece.begins is Kind.ARTICLE for piece in stretch)
        settled.extend(_in_articles(stretch) if has_articles else _in_points(stretch))
    if any(piece.begins is Kind.ARTICLE for piece in settled):
        return settled, ()
    return settled, (Remark(REMARKS[0], sum(piece.kind is Kind.POINT for piece in settled)),)


def has_units(pieces: Sequence[Piece]) -> bool:
    """Whether there is an article or, in the act or one annex, at least two numbered paragraphs."""
    return any(
        any(piece.begins is Kind.ARTICLE for piece in stretch)
        or sum(piece.begins in NUMBERED for piece in stretch) >= FEWEST
        for stretch in stretches(pieces)
    )


def _in_articles(stretch: Sequence[Piece]) -> Iterator[Piece]:
    in_article = False
    for piece in stretch:
        kind, is_roman = piece.begins, piece.is_roman and not piece.decided
        is_large = kind is not None and kind.depth <= Kind.ARTICLE.depth and not is_roman
        if is_large:
            in_article = kind is Kind.ARTICLE
        is_unit = is_large or piece.is_decided_unit or (in_article and not is_roman)
        yield piece if is_unit or piece.kind is None else as_text(piece)


def _in_points(stretch: Sequence[Piece]) -> Iterator[Piece]:
    has_parts = any(piece.kind is Kind.PART for piece in stretch)
    is_numbered = sum(piece.kind in NUMBERED for piece in stretch) >= FEWEST
    chapter = 0
    for piece in stretch:
        if piece.kind is None:
            yield piece
        elif piece.is_roman and str(piece.number) == str(chapter + 1):
            chapter += 1
            yield piece
        elif not piece.decided and (piece.is_roman or not (piece.kind.is_heading or is_numbered)):
            yield as_text(piece)
        else:
            yield replace(piece, kind=LOWER.get(piece.kind, piece.kind)) if has_parts else piece
