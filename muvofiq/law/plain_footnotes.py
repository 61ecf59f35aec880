"""Footnotes that a plain text prints below the signature go to the paragraphs that cite them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from muvofiq.law.grammar import Grammar
from muvofiq.law.headings import Piece
from muvofiq.law.kind import Kind

NOTE = re.compile(r"\((\d{1,3})\)")
CITED = re.compile(r"\w\((\d{1,3})\)")


def set_footnotes_beside(pieces: Sequence[Piece], grammar: Grammar) -> list[Piece]:
    """Put «(1) ...» below the signature behind the paragraph in which «word(1)» cites it. Reads and writes: pieces.

    They are footnotes if they are numbered from 1 without a gap, and each of them is cited above the signature.
    """
    signature = grammar.mark("signature")
    signed = next((at for at, piece in enumerate(pieces) if not piece.kind and signature.match(piece.text)), None)
    if signed is None:
        return list(pieces)
    end = next((at for at in range(signed, len(pieces)) if pieces[at].kind is Kind.ANNEX), len(pieces))
    notes = {number: at for at in range(signed, end) if (number := _number(pieces[at]))}
    cited: dict[int, int] = {}
    for at in range(signed):
        for found in CITED.findall(pieces[at].text):
            cited.setdefault(int(found), at)
    if not notes or list(notes) != list(range(1, len(notes) + 1)) or not cited.keys() >= notes.keys():
        return list(pieces)
    return _beside(pieces, {at: cited[number] for number, at in notes.items()})


def _number(piece: Piece) -> int:
    is_unit = piece.is_note or piece.is_decided_unit
    match = None if is_unit else NOTE.match(f"{piece.label} {piece.text}".strip())
    return int(match[1]) if match else 0


def _beside(pieces: Sequence[Piece], places: dict[int, int]) -> list[Piece]:
    behind: dict[int, list[Piece]] = {}
    for at, place in places.items():
        text = f"{pieces[at].label} {pieces[at].text}".strip()
        note = replace(pieces[at], kind=None, number=None, label="", text=text, is_note=True, is_footnote=True)
        behind.setdefault(place, []).append(note)
    return [one for at, piece in enumerate(pieces) for one in ([] if at in places else [piece, *behind.get(at, [])])]
