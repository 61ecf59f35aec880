"""The units that an amending act quotes are words of that act, and no units of it."""

from collections.abc import Sequence
from dataclasses import replace

from muvofiq.law.grammar import Grammar
from muvofiq.law.headings import Piece
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number

LONGEST = 400  # paragraphs; a quotation that is not closed within them was never one

STRAIGHT = '"'  # opens and closes alike, so that a quotation ends where their count is even


def keep_quoted_units_whole(pieces: Sequence[Piece], grammar: Grammar) -> list[Piece]:
    """Turn the units within a quotation into running text. Reads and writes: pieces.

    A quotation begins below a line that announces it with a colon, and ends with the first paragraph that closes it.
    """
    opens = grammar.mark("quotation-opens")
    result = list(pieces)
    at, article = 0, None
    while at < len(result):
        end = at
        if opens.match(_words(result[at])) and _announces(result, at):
            end = _end(result, at, article, grammar)
            result[at:end] = [_as_words(piece) for piece in result[at:end]]
        elif result[at].kind is Kind.ARTICLE:
            article = result[at].number
        at = max(end, at + 1)
    return result


def _end(pieces: Sequence[Piece], start: int, article: Number | None, grammar: Grammar) -> int:
    """Return where the act goes on behind a quotation; ``start`` itself if it is never closed."""
    closes = grammar.mark("quotation-closes")
    straight = 0
    for at in range(start, min(start + LONGEST, len(pieces))):
        words = "" if pieces[at].is_note else _words(pieces[at])
        straight += words.count(STRAIGHT)
        if closes.search(words) and straight % 2 == 0:
            return _before_next_article(pieces, start, at + 1, article)
    return start


def _before_next_article(pieces: Sequence[Piece], start: int, end: int, article: Number | None) -> int:
    """Return the end of a quotation; it lies before the next article of the act, should that come nowhere else."""
    following = str(int(article.stem) + 1) if article and article.stem.isdecimal() else ""
    found = [at for at in range(start, len(pieces)) if _is_article(pieces[at], following)]
    return found[0] if found and found[0] < end and len(found) == 1 else end


def _is_article(piece: Piece, number: str) -> bool:
    return piece.kind is Kind.ARTICLE and str(piece.number) == number


def _announces(pieces: Sequence[Piece], at: int) -> bool:
    before = next((piece for piece in reversed(pieces[max(at - 5, 0) : at]) if not piece.is_note), None)
    return before is not None and before.text.endswith(":")


def _words(piece: Piece) -> str:
    return f"{piece.label} {piece.text}".strip()


def _as_words(piece: Piece) -> Piece:
    if piece.kind is None or piece.is_decided_unit:
        return replace(piece, style="")
    return replace(piece, kind=None, number=None, label="", text=_words(piece), style="")
