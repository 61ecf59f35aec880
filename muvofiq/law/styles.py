"""What a page itself says of its paragraphs decides, where it does, what begins an article and what is its heading."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from muvofiq.law.grammar import Grammar
from muvofiq.law.headings import Piece
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.text.styles import role, style_row

SHORTEST = 9  # characters: «PART A» in an annex is no heading of the annex
WITHOUT_STYLE = ("", "group", "title")


def apply_styles(pieces: Iterable[Piece], grammar: Grammar) -> list[Piece]:
    """Let the styles of a page correct what its words seem to begin.

    Reads: pieces. Writes: pieces, with the heading that stands on a line of its own joined to its unit. Only a page
    whose styles name its articles is touched; elsewhere the heading below an article is told by its form alone.
    """
    found = [replace(piece, is_note=True) if _is_editors(piece) else piece for piece in pieces]
    if any(_names_article(piece) for piece in found):
        return list(_joined(_corrected(found)))
    return _with_headings_below(found, grammar)


def title_by_style(pieces: Sequence[Piece]) -> str:
    """Return the title of the act where the page marks it as such; empty where it does not."""
    lines: list[str] = []
    for piece in pieces:
        if role(piece.style) == "title":
            lines.append(piece.text)
        elif lines and not piece.is_note:
            break
    return " ".join(lines)


def _is_editors(piece: Piece) -> bool:
    return role(piece.style) == "editor" and not piece.is_decided_unit


def _names_article(piece: Piece) -> bool:
    row = style_row(piece.style)
    return bool(row and row["kind"] == Kind.ARTICLE)


def _corrected(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces: a number stands only where the style allows one, and stands there whatever its words are."""
    count = 0
    for piece in pieces:
        row = style_row(piece.style)
        is_large = piece.kind is not None and piece.kind.depth <= Kind.ARTICLE.depth
        if row and row["role"] == "number":
            count += 1
            is_told = is_large and bool(piece.label)
            yield piece if is_told or _is_no_unit(piece) else _number(piece, Kind(row["kind"] or Kind.CHAPTER), count)
        elif piece.decided:
            yield piece
        elif piece.kind and (is_large if row is None else row["role"] not in WITHOUT_STYLE):
            yield _plain(piece)
        else:
            yield piece


def _is_no_unit(piece: Piece) -> bool:
    return piece.decided is not None and piece.begins is None


def _number(piece: Piece, kind: Kind, count: int) -> Piece:
    """Make a unit of a number in words or in another language: «Sole Article», «Artikel 5»."""
    plain = _plain(piece)
    figures = [word.rstrip(".") for word in plain.text.split() if word[0].isdigit()]
    try:
        number = Number.parse(figures[0] if figures else str(count))
    except ValueError:
        number = Number(str(count))
    return replace(plain, kind=kind, number=number, label=plain.text, text="")


def _plain(piece: Piece) -> Piece:
    text = " ".join(filter(None, (piece.label, piece.text)))
    return replace(piece, kind=None, number=None, label="", text=text)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces; a heading goes to the unit whose number stands before it, notes between them behind it."""
    unit: Piece | None = None
    notes: list[Piece] = []
    for piece in pieces:
        if unit and piece.is_note:
            notes.append(piece)
        elif unit and _is_heading_of(piece, unit):
            heading = " ".join(filter(None, (unit.text, _plain(piece).text)))
            unit = replace(unit, text=heading, notes=unit.notes + piece.notes)
        else:
            yield from [unit, *notes] if unit else notes
            is_unit = piece.kind is not None and piece.kind.depth <= Kind.ARTICLE.depth and not piece.is_note
            unit, notes = (piece, []) if is_unit else (None, [])
            if not is_unit:
                yield piece
    yield from [unit, *notes] if unit else notes


def _is_heading_of(piece: Piece, unit: Piece) -> bool:
    if piece.is_decided_unit:
        return False
    is_group = role(piece.style) == "group" and not unit.text and len(piece.text) > SHORTEST
    is_title = piece.kind is None and (role(piece.style) == "title" or is_group)
    return role(piece.style) == "heading" or (unit.kind is Kind.ANNEX and is_title)


def _with_headings_below(pieces: Sequence[Piece], grammar: Grammar) -> list[Piece]:
    """Join to an article without heading the short line below it that is no sentence and has a text below it."""
    form = grammar.mark("heading-below")
    result: list[Piece] = []
    for at, piece in enumerate(pieces):
        before = result[-1] if result else None
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        is_heading = (
            before is not None
            and before.kind is Kind.ARTICLE
            and not before.text
            and piece.kind is None
            and not piece.is_note
            and form.match(piece.text)
            and after is not None
            and (after.kind is None or after.kind.depth > Kind.ARTICLE.depth)
        )
        if is_heading and before:
            result[-1] = replace(before, text=piece.text, notes=before.notes + piece.notes)
        else:
            result.append(piece)
    return result
