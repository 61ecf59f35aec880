"""The blocks of a web page in reading order: labels stand before their words again, rows of tables are one line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from muvofiq.text.source import clean
from muvofiq.text.styles import role
from muvofiq.text.table import table_lines

LABEL = re.compile(r"[‘“«\"(]{0,2}[^\W_]{1,5}(?:[.-][^\W_]{1,4}){0,3}[.)]{1,2}|[-–—•·]")

DEEPEST = 8  # tables inside each other; a label and its words are no further apart


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a block in a table: the table, its row, the cell of the row; each counted from 0 in the page.

    ``is_data`` tells a table of data from one that only lays out the page; ``outer`` is the cell around the table.
    """

    table: int
    row: int
    cell: int
    is_data: bool
    outer: "Cell | None" = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Block:
    """What a reader of the page sees as one paragraph.

    ``holds`` is true where the block ended only because another began within the same element.
    ``cites`` and ``notes`` are the footnotes that it cites and is, by the number of their marks in the page.
    ``inset`` tells in how many items of lists it stands, whose labels have cells of their own.
    """

    line: int
    text: str
    style: str = ""
    cell: Cell | None = None
    holds: bool = False
    is_inside: bool = True
    is_link: bool = False
    cites: tuple[int, ...] = ()
    note: int | None = None
    inset: int = 0


@dataclass(slots=True)
class Draft:
    """A block while its words are gathered; the mark of a footnote is taken out of them."""

    line: int
    style: str
    cell: Cell | None
    is_inside: bool
    pieces: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    cites: list[int] = field(default_factory=list)
    note: int | None = None
    is_link: bool = True

    def add(self, text: str, *, is_link: bool) -> None:
        """Add words; the bracket behind the mark of a footnote goes with the mark."""
        if self.marks and not self.pieces[-1].strip() and self.marks[-1].startswith("("):
            stripped = text.lstrip()
            if not self.marks[-1].endswith(")") and stripped.startswith(")"):
                self.marks[-1] += ")"
                text = stripped[1:]
        self.pieces.append(text)
        self.is_link &= is_link or not text.strip()

    def cite(self, mark: str, number: int) -> None:
        """Take out the mark of a footnote, with the bracket before it."""
        before = self._last_words()
        if before.endswith("(") and not mark.startswith("("):
            self.pieces.append(before[:-1])
            before, mark = self._last_words(), f"({mark}"
        self.pieces += [before, " "]
        self.marks.append(mark)
        self.cites.append(number)

    def _last_words(self) -> str:
        """Take the last piece that is not blank off the pieces, and return it without blanks at its end."""
        while self.pieces:
            if words := self.pieces.pop().rstrip():
                return words
        return ""

    def block(self, *, holds: bool) -> Block:
        """Return the finished block."""
        text = " ".join("".join(self.pieces).split())
        if self.marks:
            text = re.sub(r" (?=[,;.:)])", "", text)
        return Block(
            self.line,
            clean(text),
            self.style,
            self.cell,
            holds,
            self.is_inside,
            self.is_link,
            tuple(self.cites),
            self.note,
        )


def whole_lines(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks as the lines of the law. Reads: blocks. Writes: blocks, with all their words."""
    yield from _labelled(_with_rows(blocks))


def _with_rows(blocks: Iterable[Block]) -> Iterator[Block]:
    for table, group in groupby(blocks, key=_data_table):
        blocks_of_table = list(group)
        yield from blocks_of_table if table < 0 else _rows(blocks_of_table)


def _data_table(block: Block) -> int:
    return block.cell.table if block.cell and block.cell.is_data else -1


def _labelled(blocks: Iterable[Block]) -> Iterator[Block]:
    """Join «(a)» that stands alone with the words that stand beside it, and count the items around each block."""
    label: Block | None = None
    items: set[Cell] = set()
    for one in blocks:
        block = replace(one, inset=one.inset + sum(cell in items for cell in _cells_around(one.cell)))
        if label and _stands_beside(label, block):
            items.update(_beside(label, block))
            label = replace(
                block,
                line=label.line,
                text=f"{label.text} {block.text}",
                cites=label.cites + block.cites,
                holds=block.holds,
                inset=label.inset,
                note=label.note if label.note is not None else block.note,
            )
            if not LABEL.fullmatch(block.text):
                yield label
                label = None
            continue
        if label:
            yield label
        label = block if LABEL.fullmatch(block.text) else None
        if not label:
            yield block
    if label:
        yield label


def _stands_beside(label: Block, block: Block) -> bool:
    if block.is_inside != label.is_inside or (block.note is not None and label.note is not None):
        return False
    if label.cell and block.cell and label.cell != block.cell:
        return any(_beside(label, block))
    return label.holds or role(label.style) == "label"


def _beside(label: Block, block: Block) -> Iterator[Cell]:
    """Yield the cell that stands beside that of a label, where the block lies in it."""
    own = label.cell
    if own is not None and own != block.cell:
        row = (own.table, own.row)
        yield from (cell for cell in _cells_around(block.cell) if (cell.table, cell.row) == row)


def _cells_around(cell: Cell | None) -> Iterator[Cell]:
    for _ in range(DEEPEST):
        if cell is None:
            return
        yield cell
        cell = cell.outer


def _rows(blocks: Sequence[Block]) -> Iterator[Block]:
    """Make one line of each row of a table of data; a cell without words is still a cell."""
    rows: list[list[list[Block]]] = []
    for _, row in groupby(blocks, key=lambda block: block.cell.row if block.cell else 0):
        cells = {number: list(cell) for number, cell in groupby(row, key=lambda one: one.cell.cell if one.cell else 0)}
        rows.append([cells.get(number, []) for number in range(max(cells) + 1)])
    texts = [[[block.text for block in cell] for cell in row] for row in rows]
    for line in table_lines(texts):
        parts = [rows[row][cell][paragraph] for row, cell, paragraph in line.places]
        cites = tuple(number for part in parts for number in part.cites)
        inset = int(line.places[0][1] > 0 and _is_item(texts[line.places[0][0]]))
        yield replace(parts[0], text=line.text, cites=cites, is_link=all(part.is_link for part in parts), inset=inset)


def _is_item(row: Sequence[Sequence[str]]) -> bool:
    """Whether the first cell of a row holds the label of an item and nothing else."""
    return len(row[0]) == 1 and bool(LABEL.fullmatch(row[0][0]))
