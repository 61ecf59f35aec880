"""Raised figures that a file has lost are found again by the order of the numbers: 1301 between 130 and 131 is 130¹."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from muvofiq.law.headings import Piece
from muvofiq.law.kind import Kind
from muvofiq.law.number import MULTIPLES, Number
from muvofiq.law.raised import Reading, cheapest, readings, spelled
from muvofiq.text.damage import Damage, Repair
from muvofiq.text.source import Remark
from muvofiq.text.superscripts import raise_figures

REMARKS = ("{count} numbers had lost their raised figures; the order of the units tells that 1301 means 130(1).",)

# How unlikely it is that one number follows another. An act may leave numbers out, but it does not go back.
BACK = 10.0
AGAIN_FROM_ONE = 3.0
LOST = 0.9  # that a number has lost its raised figures
LOST_AGAIN = 0.2  # that the next one has too
LEAPS = ((0, 0.0), (2, 0.5), (10, 1.0), (50, 2.0))  # numbers left out at most, and how unlikely that is
LARGE_LEAP = 4.0
WITHOUT_BASE = 1.5  # 130¹ without 130
FIGURES = re.compile(rf"\d+(?!\d|\s?(?:{MULTIPLES})\b)")
LETTERED = re.compile(r"[^\W\d_](?P<figures>\d{1,2})\W*$")  # «а1)»: figures behind a letter were raised


def restore_raised_figures(
    pieces: Sequence[Piece], refused: Collection[str] = ()
) -> tuple[list[Piece], tuple[Remark, ...], tuple[Repair, ...]]:
    """Give the numbers their raised figures back, but not those that a person refused, by the key of the repair.

    Reads: pieces. Writes: their numbers and labels, a remark with the count, and a repair for each label.
    """
    restored = [_with_raised_letter(piece, refused) for piece in pieces]
    count = 0
    for at in _rows(pieces):
        row = [pieces[index] for index in at]
        for index, reading in zip(at, _likeliest(row), strict=True):
            if reading and reading.is_restored and _may_be(reading.number, pieces[index], refused):
                label = _raised_label(pieces[index], reading.number)
                restored[index] = replace(pieces[index], number=reading.number, label=label)
                count += 1
    pairs = zip(pieces, restored, strict=True)
    repairs = tuple(_repair(piece, after.label) for piece, after in pairs if piece.label != after.label)
    return restored, (Remark(REMARKS[0], count),) if count else (), repairs


def _with_raised_letter(piece: Piece, refused: Collection[str]) -> Piece:
    """Show «а1)» as «а¹)»; its number has been read so before."""
    match = LETTERED.search(piece.label)
    if match is None or piece.number is None or piece.number.inserted != (int(match["figures"]),):
        return piece
    start, end = match.span("figures")
    label = f"{piece.label[:start]}{raise_figures(match['figures'])}{piece.label[end:]}"
    return piece if _repair(piece, label).key in refused else replace(piece, label=label)


def _raised_label(piece: Piece, number: Number) -> str:
    """Return the label of a piece with the figures raised that its number has lost."""
    printed = FIGURES.search(piece.label)
    if printed is None:
        return piece.label
    return f"{piece.label[: printed.start()]}{spelled(printed[0], number)}{piece.label[printed.end() :]}"


def _repair(piece: Piece, label: str) -> Repair:
    return Repair(piece.line, piece.label.rstrip(" .:"), label.rstrip(" .:"), Damage.RAISED)


def _may_be(number: Number, piece: Piece, refused: Collection[str]) -> bool:
    """Whether no person said that the number of this unit is another one, and none refused to read it so."""
    is_refused = _repair(piece, _raised_label(piece, number)).key in refused
    return not is_refused and (piece.decided is None or piece.decided.number in (None, number))


def _rows(pieces: Sequence[Piece]) -> Iterator[list[int]]:
    """Yield where units stand whose numbers should ascend: the articles of an act, the points of a part.

    A unit of which a person said that it is of another kind, or has a number that the printed one cannot mean, stands
    in none: its neighbours are read as if it were not there.
    """
    open_rows: dict[Kind, list[int]] = {}
    for index, piece in enumerate(pieces):
        if piece.begins is None:
            continue
        for kind in [kind for kind in open_rows if _begins_anew(kind, piece.begins)]:
            yield open_rows.pop(kind)
        if _is_as_printed(piece):
            open_rows.setdefault(piece.begins, []).append(index)
    yield from open_rows.values()


def _is_as_printed(piece: Piece) -> bool:
    """Whether a unit has a number that can be meant by what is printed before it."""
    if piece.number is None or piece.begins is not piece.kind:
        return False
    if piece.decided is None or piece.decided.number is None:
        return True
    printed = FIGURES.search(piece.label)
    is_printed = printed[0] == piece.number.stem if printed else bool(piece.label)
    return is_printed and piece.decided.number in {one.number for one in readings(piece.number)}


def _begins_anew(kind: Kind, after: Kind) -> bool:
    """Whether units of a kind are counted anew behind this one; articles and all above go on through the act."""
    counts_through = kind.depth <= Kind.ARTICLE.depth
    return after is Kind.ANNEX if counts_through else after.depth < kind.depth


def _likeliest(row: Sequence[Piece]) -> list[Reading | None]:
    """Return the likeliest reading of each number of a row; none of one that is not counted."""
    choices = [_choices(piece) for piece in row]
    found = iter(cheapest([one for one in choices if one], _cost))
    return [next(found) if one else None for one in choices]


def _choices(piece: Piece) -> list[Reading]:
    number = piece.number
    if number is None or number.order[0] <= 0:
        return []
    # A Roman number or an ordinal word loses no figures, and where units are inserted as 17 bis, none are raised.
    printed = FIGURES.search(piece.label)
    in_figures = not piece.label or (printed is not None and printed[0] == number.stem)
    return readings(number) if in_figures else [Reading(number)]


def _cost(_: int, former: Reading | None, reading: Reading) -> float:
    if former is None:
        return LOST * len(reading.number.inserted) if reading.is_restored else 0.0
    before, after = former.number, reading.number
    same_stem = before.stem == after.stem
    lost = (LOST_AGAIN if former.is_restored and same_stem else LOST) if reading.is_restored else 0.0
    if reading.is_restored and len(after.inserted) > 1 and before.inserted != after.inserted[:-1]:
        return lost + BACK  # 348¹¹-1 stands behind 348¹¹ and nowhere else
    if after.order <= before.order:
        return lost + (AGAIN_FROM_ONE if str(after) == "1" else BACK)
    if same_stem:
        follows = after.inserted[0] == (before.inserted[0] if before.inserted else 0) + 1
        return lost + (0.0 if follows else 1.0)
    return lost + leap(after.order[0] - before.order[0] - 1) + (WITHOUT_BASE if after.inserted else 0.0)


def leap(left_out: int) -> float:
    """Return how unlikely it is that so many numbers are left out."""
    return next((cost for most, cost in LEAPS if left_out <= most), LARGE_LEAP)
