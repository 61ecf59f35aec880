"""The pages of a PDF become the lines of a Source, one for each paragraph."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from muvofiq.text.pdf_columns import in_reading_order
from muvofiq.text.pdf_frames import Place
from muvofiq.text.pdf_hyphens import Hyphens
from muvofiq.text.pdf_margins import Page, margins_of
from muvofiq.text.pdf_notes import Footnote, cites, footnotes_of, size_of_text
from muvofiq.text.pdf_paragraphs import Paragraph, paragraphs, place
from muvofiq.text.pdf_rows import Row
from muvofiq.text.source import LeftOut, Line, Reason, clean


def compose(pages: Sequence[Page]) -> tuple[tuple[Line, ...], tuple[LeftOut, ...]]:
    """Return the lines of a file in reading order, and what was left out of them; both count its printed rows."""
    composer = _Composer()
    rows = list(composer.rows(pages))
    composer.hyphens = Hyphens([row.text for _, row, _ in rows])
    lines = [line for paragraph in paragraphs(place(rows)) for line in composer.lines(paragraph)]
    return tuple(lines), tuple(sorted(composer.left_out, key=lambda left_out: left_out.line))


@dataclass(slots=True)
class _Composer:
    """Counts the rows, and keeps what was left out and which footnotes a row cites."""

    count: int = 0
    left_out: list[LeftOut] = field(default_factory=list)
    notes: dict[int, list[tuple[int, Footnote]]] = field(default_factory=dict)
    hyphens: Hyphens = field(default_factory=lambda: Hyphens(()))

    def rows(self, pages: Sequence[Page]) -> Iterator[tuple[int, Row, Place]]:
        """Give the rows of the law in reading order, with their numbers."""
        usual = size_of_text(row for page in pages for row in page.rows)
        for page, margins in zip(pages, _margins(pages), strict=True):
            kept = [at for at in range(len(page.rows)) if at not in margins]
            first, last = (kept[0], kept[-1]) if kept else (len(page.rows), len(page.rows))
            self._leave_out(page, {at: why for at, why in margins.items() if at < first})
            for block in in_reading_order([page.rows[at] for at in kept]):
                where = Place(page.number, page.height, block.column, page.is_recognised, page.reading)
                yield from self._block(block.rows, where, usual)
            self._leave_out(page, {at: why for at, why in margins.items() if at > last})

    def _block(self, rows: Sequence[Row], where: Place, usual: float) -> Iterator[tuple[int, Row, Place]]:
        end, notes = footnotes_of(rows, usual)
        start = self.count + 1
        for number, row in enumerate(rows[:end], start):
            yield number, row, where
        self.count += end
        for note in notes:
            self.notes.setdefault(start + note.cited_by, []).append((self.count + 1, note))
            self.count += len(note.rows)

    def _leave_out(self, page: Page, margins: dict[int, Reason]) -> None:
        for at in sorted(margins):
            self.count += 1
            self.left_out.append(LeftOut(self.count, clean(page.rows[at].text), margins[at]))

    def lines(self, paragraph: Paragraph) -> Iterator[Line]:
        """Give the line of a paragraph, and behind it the footnotes that it cites."""
        text = self._joined((row.number, self._without_marks(row.number, row.text)) for row in paragraph)
        is_unproofed = any(row.place.is_recognised for row in paragraph)
        if kept := clean(text):
            yield Line(paragraph[0].number, kept, is_unproofed=is_unproofed)
        for row in paragraph:
            for number, note in self.notes.get(row.number, ()):
                yield self._note(number, note, is_unproofed=is_unproofed)

    def _note(self, number: int, note: Footnote, *, is_unproofed: bool) -> Line:
        self.left_out.append(LeftOut(number, note.mark, Reason.NOTE_MARK))
        first, *others = (row.text for row in note.rows)
        text = self._joined(enumerate((first.removeprefix(note.mark).lstrip(), *others), number))
        return Line(number, clean(text), is_note=True, is_unproofed=is_unproofed)

    def _without_marks(self, number: int, text: str) -> str:
        for _, note in self.notes.get(number, ()):
            text = cites(note.mark).sub("", text, count=1)
            self.left_out.append(LeftOut(number, note.mark, Reason.NOTE_MARK))
        return text

    def _joined(self, rows: Iterable[tuple[int, str]]) -> str:
        """Join rows, each with its number, to one text."""
        pieces: list[str] = []
        last = 0
        for number, text in rows:
            if pieces:
                pieces[-1], glue, hyphen = self.hyphens.between(pieces[-1], text)
                pieces.append(glue)
                if hyphen:
                    self.left_out.append(LeftOut(last, hyphen, Reason.HYPHEN))
            pieces.append(text)
            last = number
        return "".join(pieces)


def _margins(pages: Sequence[Page]) -> list[dict[int, Reason]]:
    """Look for running heads among the printed and the recognised pages apart: their rows are measured differently."""
    found: list[dict[int, Reason]] = [{} for _ in pages]
    for is_recognised in (False, True):
        places = [at for at, page in enumerate(pages) if page.is_recognised == is_recognised]
        for at, margins in zip(places, margins_of([pages[at] for at in places]), strict=True):
            found[at] = margins
    return found
