"""In treaties the heading of an article stands on the line below its number."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from muvofiq.law.grammar import Grammar
from muvofiq.law.headings import Piece
from muvofiq.law.kind import Kind

FEWEST = 2
MOST = 0.6  # of the articles that have nothing behind their number


def join_headings_below(pieces: Sequence[Piece], grammar: Grammar) -> list[Piece]:
    """Take the line below «Статья 5» as its heading where most articles of the act have one there.

    Reads: pieces. Writes: pieces, with each such line joined to its article. Such a line is short, no sentence, and
    has words of the article behind it.
    """
    bare = sum(_is_bare(piece) for piece in pieces)
    headed = {at for at in range(len(pieces)) if _has_heading_below(pieces[at : at + 3], grammar)}
    if len(headed) < max(FEWEST, MOST * bare):
        return list(pieces)
    joined: list[Piece] = []
    for at, (piece, below) in enumerate(pairwise((*pieces, None))):
        if piece and at - 1 not in headed:
            joined.append(_with_heading(piece, below) if at in headed and below else piece)
    return joined


def _is_bare(piece: Piece) -> bool:
    return piece.kind is Kind.ARTICLE and not piece.text


def _has_heading_below(pieces: Sequence[Piece], grammar: Grammar) -> bool:
    if len(pieces) < 3 or not _is_bare(pieces[0]) or pieces[1].kind or pieces[1].is_note:
        return False
    behind = pieces[2].kind
    is_followed = behind is None or behind.depth > Kind.ARTICLE.depth
    return is_followed and bool(grammar.mark("heading-line").match(pieces[1].text))


def _with_heading(article: Piece, line: Piece) -> Piece:
    unproofed = article.is_unproofed or line.is_unproofed
    return replace(article, text=line.text, notes=article.notes + line.notes, is_unproofed=unproofed)
