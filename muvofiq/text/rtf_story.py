"""The document of an RTF file, or a note, running head, comment or text box in it, while it is read."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from muvofiq.text.passage import Passage, passages_of_table
from muvofiq.text.source import Line, clean


@dataclass(slots=True)
class _Table:
    """What has been read of a table, its open row and its open cell."""

    rows: list[list[list[Passage]]] = field(default_factory=list)
    cells: list[list[Passage]] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)


@dataclass(slots=True)
class Story:
    """The paragraphs of one story; ``tables`` lie inside each other, and the first holds what stands in no table."""

    kind: str = "document"
    number: str = ""
    pieces: list[str] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    boxes: list[Passage] = field(default_factory=list)
    tables: list[_Table] = field(default_factory=lambda: [_Table()])

    def end_paragraph(self, level: int, number: int, style: str) -> None:
        """Put what has been gathered at its level: 0 outside of tables, 1 in a table, 2 in a table inside it."""
        words = "".join(self.pieces)
        if words.strip() or any(sign.isalnum() for sign in self.number):  # a bullet alone is no line
            words = self.number + words
        texts = [kept for text in words.split("\n") if (kept := clean(text))]
        self.number = ""
        if not texts and not self.notes and not self.boxes:
            return
        *first, last = texts or [""]
        passages = [Passage(text, number, style) for text in first]
        passages += [Passage(last, number, style, tuple(self.notes)), *self.boxes]
        self._reach(level)
        self.tables[level].passages += passages
        self.pieces, self.notes, self.boxes = [], [], []

    def end_cell(self, level: int) -> None:
        """End a cell of the table at a level."""
        self._reach(level)
        table = self.tables[level]
        table.cells.append(table.passages)
        table.passages = []

    def end_row(self, level: int) -> None:
        """End a row of the table at a level; words behind its last cell are a cell of their own."""
        self._reach(level)
        table = self.tables[level]
        if table.passages:
            self.end_cell(level)
        table.rows.append(table.cells)
        table.cells = []

    def finish(self) -> list[Passage]:
        """End all tables, and return all that has been read."""
        self._reach(0)
        return self.tables[0].passages

    def _reach(self, level: int) -> None:
        while len(self.tables) > level + 1:
            table = self.tables.pop()
            last = [*table.cells, table.passages] if table.cells or table.passages else []
            rows: Iterable[list[list[Passage]]] = [*table.rows, *([last] if last else [])]
            self.tables[-1].passages += passages_of_table(list(rows))
        while len(self.tables) <= level:
            self.tables.append(_Table())
