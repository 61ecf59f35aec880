"""Printed rows become paragraphs again, told by their indents, gaps, lengths and fonts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from muvofiq.text.pdf_frames import INDENT, Frame, Place, frames_of
from muvofiq.text.pdf_labels import begins_unit, begins_with_label, ends_sentence
from muvofiq.text.pdf_rows import Row

NEIGHBOURS = 5  # rows before and after among which the usual distance of rows is found
GAP = 1.25  # times the usual distance of rows
SMALLEST = 0.8  # heights of the font; rows nearer than this overlap
WIDE_GAP = 1.8
OTHER_SIZE = 0.08  # the share by which another font is larger or smaller
ROOM = 1.2  # times the next word; so much room means that the row could have gone on
LONGEST_NOTE = 60  # rows
VERY_SHORT = 0.75  # of the width of a column


@dataclass(frozen=True, slots=True)
class Placed:
    """A row in reading order: its number from 1 in the file, where it stands, and the frame of its column."""

    number: int
    row: Row
    place: Place
    frame: Frame
    gap: float

    @property
    def text(self) -> str:
        """The words of the row."""
        return self.row.text


Paragraph = list[Placed]


def place(rows: Sequence[tuple[int, Row, Place]]) -> list[Placed]:
    """Measure rows in reading order; ``gap`` is the distance to the row above in usual distances, 0 at a page's top."""
    distances = [0.0] + [
        (one.base - other.base) / other.size if here == there else 0.0
        for (_, one, here), (_, other, there) in zip(rows, rows[1:], strict=False)
    ]
    frames = frames_of([(row, where) for _, row, where in rows])
    placed = []
    for at, (number, row, where) in enumerate(rows):
        near = distances[max(at - NEIGHBOURS, 0) : at + NEIGHBOURS + 1]
        usual = min((distance for distance in near if distance > SMALLEST), default=0.0)
        gap = distances[at] / usual if usual else 0.0
        placed.append(Placed(number, row, where, frames[at], gap))
    return placed


def paragraphs(rows: Sequence[Placed]) -> Iterator[Paragraph]:
    """Give the rows of each paragraph."""
    paragraph: Paragraph = []
    for row in rows:
        if paragraph and _begins(row, paragraph):
            yield paragraph
            paragraph = []
        paragraph.append(row)
    if paragraph:
        yield paragraph


def _begins(row: Placed, paragraph: Paragraph) -> bool:
    """Tell whether a row begins a paragraph; the first rule that knows an answer gives it."""
    last = paragraph[-1]
    if abs(row.row.size - last.row.size) > OTHER_SIZE * last.row.size or row.gap > WIDE_GAP or row.gap < 0:
        return True
    if _is_new_unit(row, last):
        return True
    if _goes_on(row, last) or _is_in_brackets(row, paragraph):
        return False
    if row.gap > GAP or row.row.is_bold != last.row.is_bold or _had_room(row, last):
        return True
    return _is_set_off(row, paragraph)


def _is_new_unit(row: Placed, last: Placed) -> bool:
    """Tell whether a numbered unit begins; in a text with indents its number is indented as well."""
    if begins_unit(row.text) and ends_sentence(last.text):
        return True
    has_place = not row.frame.is_indented or row.frame.indents(row.row)
    return begins_with_label(row.text) and (has_place or ends_sentence(last.text))


def _goes_on(row: Placed, last: Placed) -> bool:
    """Tell whether a full row is followed by the rest of its sentence."""
    is_full = last.row.right - last.frame.left > VERY_SHORT * (last.frame.right - last.frame.left)
    return is_full and row.text[0].islower() and not ends_sentence(last.text) and not begins_with_label(row.text)


def _is_in_brackets(row: Placed, paragraph: Paragraph) -> bool:
    """Tell whether a row goes on with a note of the editor, whose bracket is still open."""
    if row.gap > GAP or len(paragraph) > LONGEST_NOTE or not paragraph[0].text.startswith("("):
        return False
    text = "".join(placed.text for placed in paragraph)
    return text.count("(") > text.count(")")


def _had_room(row: Placed, last: Placed) -> bool:
    """Tell whether the first word of a row would have stood on the row above, had that paragraph gone on."""
    room = last.frame.right - last.row.right
    if last.frame.centres(last.row):
        room += last.row.left - last.frame.left
    word = row.text.split(" ", 1)[0]
    width = (row.row.right - row.row.left) * len(word) / len(row.text)
    return room > ROOM * width + row.row.size


def _is_set_off(row: Placed, paragraph: Paragraph) -> bool:
    """Tell whether a row begins a paragraph by where it begins, compared with the row above."""
    last = paragraph[-1]
    step = (row.row.left - row.frame.left) - (last.row.left - last.frame.left)
    indent = INDENT * row.row.size
    is_first = len(paragraph) == 1
    if row.frame.centres(row.row):
        return last.frame.centres(last.row) is False
    if step > indent:
        return not (is_first and begins_with_label(last.text))
    if step < -indent:
        return not is_first
    if row.frame.indents(row.row):
        return row.frame.is_indented and (is_first or ends_sentence(last.text))
    is_across_pages = row.place != last.place
    return is_across_pages and not row.frame.is_indented and ends_sentence(last.text) and not row.text[0].islower()
