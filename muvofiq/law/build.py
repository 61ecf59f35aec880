"""A file's lines become a law, in a visible list of stages."""

import re
from collections.abc import Sequence

from muvofiq.law.annexes import confirm_annexes, stretches
from muvofiq.law.correcting import begun, correct
from muvofiq.law.divisions import confirm_divisions
from muvofiq.law.errors import NoArticles
from muvofiq.law.grammar import Grammar, grammars
from muvofiq.law.headings import Piece, recognise
from muvofiq.law.headings_below import join_headings_below
from muvofiq.law.items import tell_items
from muvofiq.law.kind import Kind
from muvofiq.law.language import language_of
from muvofiq.law.long_notes import gather_long_notes
from muvofiq.law.main_units import has_units, settle_main_units
from muvofiq.law.nest import nest
from muvofiq.law.paragraph import join_broken_lines
from muvofiq.law.plain_footnotes import set_footnotes_beside
from muvofiq.law.quoted_units import keep_quoted_units_whole
from muvofiq.law.raised_figures import restore_raised_figures
from muvofiq.law.raised_in_text import restore_cited
from muvofiq.law.review import NOTHING, Review
from muvofiq.law.run_together import part_points
from muvofiq.law.sections import cite_sections_first
from muvofiq.law.spoken import count_words
from muvofiq.law.styles import apply_styles, title_by_style
from muvofiq.law.title import title_in
from muvofiq.law.tree import Law, Note
from muvofiq.text.repair import repair_letters
from muvofiq.text.source import Line, Source

CLOSING = 12  # a signature stands among the last paragraphs of an act
SENTENCE = re.compile(r"[^\W\d_]{3}[.;:]$")  # «Президент назначает судей.»: a signature ends with a name or a figure


def build_law(source: Source, review: Review = NOTHING) -> Law:
    """Return the law tree of a file as a person has reviewed it. Raises NoArticles.

    Every word of the file is in the tree, its head or its tail.
    """
    source = repair_letters(source, review.refused)
    grammar = grammar_of(source)
    paragraphs = part_points(join_broken_lines(source.lines, grammar, begun(review.corrections)), grammar)
    pieces = correct(recognise(paragraphs, grammar), review.corrections, grammar)
    pieces = keep_quoted_units_whole(list(gather_long_notes(pieces)), grammar)
    pieces = cite_sections_first(pieces, grammar)
    pieces = join_headings_below(apply_styles(pieces, grammar), grammar)
    pieces = list(tell_items(pieces, grammar))
    pieces = confirm_divisions(set_footnotes_beside(pieces, grammar), grammar)
    contents, pieces = set_contents_aside(pieces)
    pieces = confirm_annexes(pieces, grammar)
    pieces, signature = set_signatures_aside(pieces, grammar)
    pieces, restored, raised = restore_raised_figures(pieces, review.refused)
    if not has_units(pieces):
        raise _nothing_found(source)
    pieces, in_points = settle_main_units(pieces)
    before, provisions = nest(pieces, grammar)
    head = [*contents, *before]
    law = Law(
        name=act_name(source.name),
        title=title_by_style(head) or title_in(head, grammar) or source.name.rsplit(".", 1)[0],
        language=grammar.language,
        sha256=source.sha256,
        head=tuple(_printed(piece) for piece in head if not piece.is_note),
        provisions=provisions,
        tail=tuple(_printed(piece) for piece in signature),
        notes=tuple(Note(piece.text, piece.line) for piece in head if piece.is_note),
        remarks=(*source.remarks, *restored, *in_points),
        left_out=source.left_out,
        repairs=(*source.repairs, *raised),
    )
    return restore_cited(law, refused=review.refused)


def grammar_of(source: Source) -> Grammar:
    """Return the grammar of the language in which most articles are recognised, else that of its small words."""
    counts = {language: _count_articles(source.lines, grammar) for language, grammar in grammars().items()}
    if any(counts.values()):
        return grammars()[language_of(counts, source.lines, grammars())]
    spoken = count_words(source.text)
    return grammars()[max(counts, key=lambda language: spoken[language])]


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
    but headings, and no unit of which a person said that it is one. Returns the table and the rest.
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
    if articles < 3 or others > 0.2 * articles or any(piece.is_decided_unit for piece in listed):
        return [], pieces
    return pieces[:again], pieces[again:]


def set_signatures_aside(pieces: list[Piece], grammar: Grammar) -> tuple[list[Piece], list[Piece]]:
    """Part the signatures from the last units of the act and of its annexes.

    Reads: pieces. Returns the law and the signatures.
    """
    law: list[Piece] = []
    signatures: list[Piece] = []
    for stretch in stretches(pieces):
        at = _signature(stretch, grammar)
        law.extend(stretch[:at])
        signatures.extend(stretch[at:])
    return law, signatures


def _signature(stretch: list[Piece], grammar: Grammar) -> int:
    """Return where the signature begins: among the last paragraphs, with none but short ones behind it."""
    signature = grammar.mark("signature")
    for at in range(max(len(stretch) - CLOSING, 0), len(stretch)):
        is_short_text = all(piece.kind is None and len(piece.text) < 120 for piece in stretch[at:])
        if is_short_text and signature.match(stretch[at].text) and not SENTENCE.search(stretch[at].text):
            return at
    return len(stretch)


def _same_unit(one: Piece, other: Piece) -> bool:
    return (one.kind, one.number) == (other.kind, other.number)


def _count_articles(lines: Sequence[Line], grammar: Grammar) -> int:
    patterns = [unit.pattern for unit in grammar.units if unit.kind is Kind.ARTICLE]
    return sum(any(pattern.match(line.text) for pattern in patterns) for line in lines)


def _nothing_found(source: Source) -> NoArticles:
    first = source.lines[0].text[:60]
    return NoArticles(source.name, lines=len(source.lines), languages=", ".join(grammars()), first=first)


def _printed(piece: Piece) -> str:
    notes = (note.text for note in piece.notes)
    return " ".join(filter(None, (piece.label, piece.text, *notes)))
