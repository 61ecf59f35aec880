"""A file's lines become a law, in a visible list of stages."""

import re
from collections.abc import Sequence

from muvofiq.law.errors import NoArticles
from muvofiq.law.grammar import Grammar, grammars
from muvofiq.law.headings import Piece, recognise
from muvofiq.law.kind import Kind
from muvofiq.law.nest import nest
from muvofiq.law.paragraph import join_broken_lines
from muvofiq.law.tree import Law, Note
from muvofiq.text.source import Line, Source

CLOSING = 12  # a signature stands among the last paragraphs of an act


def build_law(source: Source) -> Law:
    """Return the law tree of a file. Raises NoArticles. Every word of the file is in the tree, its head or its tail."""
    grammar = grammar_of(source)
    paragraphs = join_broken_lines(source.lines, grammar)
    pieces = list(recognise(paragraphs, grammar))
    contents, pieces = set_contents_aside(pieces)
    pieces, signature = set_signature_aside(pieces, grammar)
    before, provisions = nest(pieces, grammar)
    head = [*contents, *before]
    return Law(
        name=act_name(source.name),
        title=_title(head, grammar) or source.name.rsplit(".", 1)[0],
        language=grammar.language,
        sha256=source.sha256,
        head=tuple(_printed(piece) for piece in head if not piece.is_note),
        provisions=provisions,
        tail=tuple(_printed(piece) for piece in signature),
        notes=tuple(Note(piece.text, piece.line) for piece in head if piece.is_note),
        remarks=source.remarks,
        left_out=source.left_out,
    )


def grammar_of(source: Source) -> Grammar:
    """Return the grammar of the language in which most articles are recognised; raises NoArticles."""
    counts = {grammar.language: _count_articles(source.lines, grammar) for grammar in grammars().values()}
    language = max(counts, key=lambda code: counts[code])
    if not counts[language]:
        first = source.lines[0].text[:60]
        raise NoArticles(source.name, lines=len(source.lines), languages=", ".join(counts), first=first)
    return grammars()[language]


def act_name(file_name: str) -> str:
    """Return the name by which an act is referred to: the file's name without ending, in letters, figures and hyphens.

    >>> act_name("Border law (2014).ru.txt")
    'border-law-2014-ru'
    """
    stem = file_name.rsplit(".", 1)[0]
    return re.sub(r"[\W_]+", "-", stem).strip("-").lower() or "act"


def set_contents_aside(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Part a table of contents from the law it lists.

    Reads: pieces. It is one if the first unit of the file comes again, and between the two stands (almost) nothing
    but headings. Returns the table and the rest.
    """
    first = next((at for at, piece in enumerate(pieces) if piece.kind), None)
    if first is None:
        return [], pieces
    mark = pieces[first]
    again = next(
        (at for at in range(first + 1, len(pieces)) if _same_unit(pieces[at], mark)),
        first,
    )
    listed = pieces[first:again]
    articles = sum(piece.kind is Kind.ARTICLE for piece in listed)
    others = sum(piece.kind is None or piece.kind.depth > Kind.ARTICLE.depth for piece in listed)
    if articles < 3 or others > 0.2 * articles:
        return [], pieces
    return pieces[:again], pieces[again:]


def set_signature_aside(pieces: list[Piece], grammar: Grammar) -> tuple[list[Piece], list[Piece]]:
    """Part the signature from the last article. Reads: pieces. Returns the law and the signature."""
    signature = grammar.mark("signature")
    for at in range(max(len(pieces) - CLOSING, 0), len(pieces)):
        is_short_text = all(piece.kind is None and len(piece.text) < 120 for piece in pieces[at:])
        if is_short_text and signature.match(pieces[at].text):
            return pieces[:at], pieces[at:]
    return pieces, []


def _same_unit(one: Piece, other: Piece) -> bool:
    return (one.kind, one.number) == (other.kind, other.number)


def _count_articles(lines: Sequence[Line], grammar: Grammar) -> int:
    patterns = [unit.pattern for unit in grammar.units if unit.kind is Kind.ARTICLE]
    return sum(any(pattern.match(line.text) for pattern in patterns) for line in lines)


def _title(head: Sequence[Piece], grammar: Grammar) -> str:
    """Return the lines that name the act: its kind («ЗАКОН ...»), the line below it, and all further capitals."""
    lines: list[str] = []
    contents = grammar.mark("contents")
    for piece, text in ((piece, piece.text) for piece in head):
        if not lines and not grammar.mark("title").match(text):
            continue
        if piece.kind or contents.match(text.capitalize()):
            break
        is_name = text.isupper() or (len(lines) == 1 and not text.endswith("."))
        if lines and (text.startswith("(") or not is_name):
            break
        lines.append(text)
    return " ".join(lines)


def _printed(piece: Piece) -> str:
    notes = (note.text for note in piece.notes)
    return " ".join(filter(None, (piece.label, piece.text, *notes)))
