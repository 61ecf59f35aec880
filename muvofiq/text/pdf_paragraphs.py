"""Printed rows become paragraphs again, told by their indents, gaps, lengths and fonts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from muvofiq.text.pdf_frames import EVEN, INDENT, Frame, Place, frames_of
from muvofiq.text.pdf_hyphens import HYPHENS
from muvofiq.text.pdf_labels import begins_unit, begins_with_dash, begins_with_label, ends_sentence
from muvofiq.text.pdf_rows import Row

NEIGHBOURS = 5  # rows before and after among which the usual distance of rows is found
GAP = 1.25  # times the usual distance of rows
SMALLEST = 0.8  # heights of the font; rows nearer than this overlap
WIDE_GAP = 1.8
LARGEST = 2.5  # heights of the font; no usual distance is larger
RECOGNISED_STEP = 1.2  # heights of the font; the distance at which recognised rows are laid out
OTHER_SIZE = 0.08  # the share by which another font is larger or smaller
ROOM = 1.2  # times the next word; so much room means that the row could have gone on
LONGEST_NOTE = 60  # rows
FILLED = 1.0  # points; a row that ends so near to the edge is seldom the last of its paragraph
DASHES = ("–", "—")  # between what is forbidden and what it entails, each in a paragraph of its own
NUMBER_SIGN = "№"  # at the end of a row its number stands on the next one, as in «(Закон от 05.06.2020 г. № | 131)»
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
        for (_, one, here), (_, other, there) in pairwise(rows)
    ]
    frames = frames_of([(row, where) for _, row, where in rows])
    placed = []
    for at, (number, row, where) in enumerate(rows):
        near = distances[max(at - NEIGHBOURS, 0) : at + NEIGHBOURS + 1]
        usual = min((distance for distance in near if distance > SMALLEST), default=LARGEST)
        gap = distances[at] / (RECOGNISED_STEP if where.is_recognised else min(usual, LARGEST))
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
    if row.place.is_recognised and row.place == last.place:
        return row.gap > GAP  # where the page was recognised, its paragraphs were parted
    if _is_apart(row, last):
        return True
    if _is_parted(row, last):
        return False
    if _is_new_unit(row, paragraph):
        return True
    if _goes_on(row, paragraph) or _is_in_brackets(row, paragraph):
        return False
    is_other = row.gap > GAP or row.row.is_bold != last.row.is_bold
    return is_other or _had_room(row, last) or _is_set_off(row, paragraph)


def _is_apart(row: Placed, last: Placed) -> bool:
    """Tell whether two rows have nothing to do with one another: other print, another direction, a wide gap."""
    is_other_size = abs(row.row.size - last.row.size) > OTHER_SIZE * last.row.size
    return is_other_size or row.place.reading != last.place.reading or row.gap > WIDE_GAP


def _is_parted(row: Placed, last: Placed) -> bool:
    """Tell whether the end of a row parts a word from its rest, or the sign of a number from the number."""
    is_hyphenated = last.text.endswith(HYPHENS) and last.text[-2:-1].isalnum()
    return is_hyphenated or (last.text.endswith(NUMBER_SIGN) and row.text[0].isdecimal())


def _is_new_unit(row: Placed, paragraph: Paragraph) -> bool:
    """Tell whether a numbered unit begins; in a text with indents its number is indented as well."""
    has_ended = ends_sentence(paragraph[-1].text)
    if begins_unit(row.text) and (has_ended or begins_unit(paragraph[0].text)):
        return True
    if begins_with_dash(row.text) and not has_ended and not paragraph[-1].text.endswith(","):
        return False
    has_place = not row.frame.is_indented or row.frame.indents(row.row)
    return begins_with_label(row.text) and (has_place or has_ended)


def _goes_on(row: Placed, paragraph: Paragraph) -> bool:
    """Tell whether a full row, or the heading of a unit, is followed by the rest of its sentence."""
    last = paragraph[-1]
    if not row.text[0].islower() or ends_sentence(last.text) or begins_with_label(row.text):
        return False
    if row.frame.indents(row.row) and (_is_closed_note(paragraph) or last.text.endswith(DASHES)):
        return False
    is_full = last.row.right - last.frame.left > VERY_SHORT * (last.frame.right - last.frame.left)
    is_heading = begins_unit(paragraph[0].text) and last.text[-1].isalpha() and row.row.is_bold == last.row.is_bold
    return is_full or is_heading


def _is_closed_note(paragraph: Paragraph) -> bool:
    return paragraph[0].text.startswith("(") and paragraph[-1].text.endswith(")")


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
    if last.frame.is_justified and room > EVEN * last.row.size and not last.frame.centres(last.row):
        return True
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
    is_filled = last.frame.right - last.row.right < FILLED
    if row.place == last.place or row.frame.is_indented or is_filled:
        return False
    return ends_sentence(last.text) and not row.text[0].islower()
