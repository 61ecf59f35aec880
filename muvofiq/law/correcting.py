"""A person's corrections are laid over what the paragraphs of a file seem to begin."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from muvofiq.law.annexes import as_text
from muvofiq.law.errors import NoSuchLine
from muvofiq.law.grammar import CAPITAL, Grammar, grammars
from muvofiq.law.headings import Piece
from muvofiq.law.review import Correction
from muvofiq.text.source import Source

# Behind a number: a stop, a dash, a capital letter, or nothing; «срок 5 дней» is no label.
ENDING = rf"(?:\s?[.:)]\s*|\s+[-–—]\s+|\s+(?={CAPITAL})|\s*$)"


def correct(pieces: Iterable[Piece], corrections: Sequence[Correction], grammar: Grammar) -> list[Piece]:
    """Write on each line that a person corrected what begins there.

    Reads: pieces. Writes: pieces; of several that a line holds, such as «1. (a) ...», the first. What was recognised
    as a unit keeps its label, whatever it is from now on; running text gets one if it begins as some unit does.
    The stages that follow leave a paragraph with ``decided`` as it is, and `nest` takes its kind and number from there.
    """
    decided = {one.line: one for one in corrections}
    return [_corrected(piece, decided.pop(piece.line, None), grammar) for piece in pieces]


def begun(corrections: Iterable[Correction]) -> frozenset[int]:
    """Return the lines on which a person says that a unit begins: none of them goes on with the line before it."""
    return frozenset(one.line for one in corrections if one.kind)


def refuse_unknown_lines(source: Source, corrections: Iterable[Correction]) -> None:
    """Raise NoSuchLine for the correction of a line that the file does not have: it would be lost without a word."""
    lines = {line.number for line in source.lines}
    for one in corrections:
        if one.line not in lines:
            raise NoSuchLine(source.name, line=one.line, lines=max(lines, default=0))


def _corrected(piece: Piece, correction: Correction | None, grammar: Grammar) -> Piece:
    if correction is None:
        return piece
    if correction.kind is None:
        return replace(piece if piece.kind is None else as_text(piece), is_roman=False, decided=correction)
    if piece.kind is not None:
        return replace(piece, decided=correction)
    label, rest = _parted(piece.text, correction, grammar)
    return replace(
        piece,
        kind=correction.kind,
        number=correction.number,
        label=label,
        text=rest,
        is_note=False,
        is_footnote=False,
        decided=correction,
    )


def _parted(text: str, correction: Correction, grammar: Grammar) -> tuple[str, str]:
    """Return the label with which a paragraph begins, and its other words; the label may be that of another kind."""
    for pattern in _patterns(correction, grammar):
        if match := pattern.match(text):
            return match["label"].strip(), text[match.end() :].strip()
    return "", text


def _patterns(correction: Correction, grammar: Grammar) -> Iterator[re.Pattern[str]]:
    """Yield how units begin: this kind in the language of the law, all kinds, all languages, any word with the number.

    The last finds the label of a heading whose word is misspelt: «Стаття 5. Цель».
    """
    yield from (unit.pattern for unit in grammar.units if unit.kind is correction.kind)
    for one in (grammar, *grammars().values()):
        yield from (unit.pattern for unit in one.units)
    if correction.number:
        yield re.compile(rf"(?P<label>[^\W\d_]{{0,20}}\s?{re.escape(correction.number.stem)}{ENDING})")
