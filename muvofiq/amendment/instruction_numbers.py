"""The numbers of units that an instruction announces are compared with those which the new wording prints."""

import re
from collections.abc import Iterator, Sequence

from muvofiq.law.grammar import grammar_in
from muvofiq.law.headings import Piece, recognise
from muvofiq.law.kind import Kind
from muvofiq.law.paragraph import Paragraph

RAISED = re.compile(r"\D+(?=\d)|\D+$")


def contradicted(numbers: Sequence[str], kind: Kind | None, wording: str, language: str, *, all_of: bool) -> str:
    """Return the first number that is announced but not printed, or the other way round; empty where all agree.

    Indents are only counted. A wording without numbers contradicts nothing; with ``all_of`` it may print no further
    unit of the same sort. A number whose raised figure a file has lost is the same number: 5(1) and 51.
    """
    lines = [line.strip() for line in wording.split("\n") if line.strip()]
    if kind is Kind.INDENT:
        return "" if len(numbers) <= len(lines) else numbers[len(lines)]
    printed = [_plain(str(piece.number)) for piece in _alike(lines, language)]
    announced = list(map(_plain, numbers))
    if not printed or not announced:
        return ""
    missing = [number for number, plain in zip(numbers, announced, strict=True) if plain not in printed]
    further = [plain for plain in printed if plain not in announced] if all_of else []
    return next(iter([*missing, *further]), "")


def _alike(lines: Sequence[str], language: str) -> Iterator[Piece]:
    """Yield the lines that begin a unit of the same sort as the first line does."""
    pieces = recognise([Paragraph(at, line) for at, line in enumerate(lines, 1)], grammar_in(language))
    first = next(pieces, None)
    if first is None or not first.label or first.number is None:
        return
    yield first
    sign = first.label.rstrip()[-1]
    yield from (one for one in pieces if one.kind is first.kind and one.number and one.label.rstrip()[-1] == sign)


def _plain(number: str) -> str:
    return RAISED.sub("", number) if number[:1].isdigit() else number.casefold()
