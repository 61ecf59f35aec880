"""Annexes stand behind the act; a line that only speaks of one begins none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from muvofiq.law.grammar import Grammar
from muvofiq.law.headings import Piece
from muvofiq.law.kind import Kind

CELLS = " | "
SENTENCE = 60  # a longer line that ends with a small letter or a comma goes on in the next
BEFORE_UNITS = (None, Kind.ANNEX)
NAMING = 8  # of so many lines consists what stands above the first unit of an annex at most


def confirm_annexes(pieces: Iterable[Piece], grammar: Grammar) -> list[Piece]:
    """Turn lines that only look like the beginning of an annex into running text. Reads and writes: pieces.

    An annex follows units or a signature, does not stand within a sentence, and is named once: «Утверждено ...»
    directly below «Приложение» belongs to its name.
    """
    confirmed: list[Piece] = []
    behind_act, naming = False, 0
    signature = grammar.mark("signature")
    for piece in pieces:
        is_named = naming > 0 and not _is_numbered(piece)
        within_sentence = bool(confirmed) and _goes_on(confirmed[-1].text) and not piece.label.isupper()
        is_likely = behind_act and not is_named and not within_sentence
        begins = piece.kind is Kind.ANNEX and (is_likely or piece.decided is not None)
        if begins:
            naming = NAMING
        else:
            naming = 0 if piece.kind not in BEFORE_UNITS or piece.text.endswith(".") else max(naming - 1, 0)
        behind_act = behind_act or piece.kind not in BEFORE_UNITS or bool(signature.match(piece.text))
        confirmed.append(piece if begins or piece.kind is not Kind.ANNEX else as_text(piece))
    return confirmed


def stretches(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the act itself and each of its annexes; the first may be empty."""
    stretch: list[Piece] = []
    for piece in pieces:
        if piece.begins is Kind.ANNEX:
            yield stretch
            stretch = []
        stretch.append(piece)
    yield stretch


def as_text(piece: Piece) -> Piece:
    """Return a paragraph as running text, with the number that it was thought to have."""
    return replace(piece, kind=None, number=None, label="", text=f"{piece.label} {piece.text}".strip())


def _goes_on(text: str) -> bool:
    is_row = CELLS in text  # of a table, which ends as it likes
    return not is_row and (text.endswith((",", "(")) or (len(text) > SENTENCE and text[-1].islower()))


def _is_numbered(piece: Piece) -> bool:
    return any(sign.isdigit() for sign in piece.label) or str(piece.number) != "1"
