"""What becomes one line of a word processor's file, with the notes that stand behind it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from muvofiq.text.source import Line
from muvofiq.text.table import table_lines


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or a row of a table. ``text`` may be empty where only notes stand."""

    text: str
    number: int
    style: str = ""
    notes: tuple[Line, ...] = ()


def passages_of_table(rows: Sequence[Sequence[Sequence[Passage]]]) -> list[Passage]:
    """Return what a table of rows, cells and passages gives; its notes follow the row they belong to."""
    passages = []
    for line in table_lines([[[one.text for one in cell] for cell in row] for row in rows]):
        joined = [rows[row][cell][place] for row, cell, place in line.places]
        notes = tuple(note for one in joined for note in one.notes)
        passages.append(Passage(line.text, joined[0].number, joined[0].style, notes))
    without_words = [one for row in rows for cell in row for one in cell if not one.text and one.notes]
    return passages + without_words


def lines_of(passages: Iterable[Passage], note_to: int | None = None) -> Iterator[Line]:
    """Yield the lines, each with its notes behind it; ``note_to`` is the line whose footnote all of them are."""
    for passage in passages:
        if passage.text:
            number = passage.number if note_to is None else note_to
            yield Line(number, passage.text, style=passage.style, is_note=note_to is not None)
        yield from passage.notes
