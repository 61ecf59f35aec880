"""A Word file becomes lines, one for each paragraph, numbered and read as Word prints it."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from muvofiq.text.choices import NONE, Changes, Choices
from muvofiq.text.docx_changes import TEXT, left_out, number_of, number_paragraphs, pending, resolve
from muvofiq.text.docx_numbering import BULLET, Numbering
from muvofiq.text.docx_package import W, WordParts, read_parts
from muvofiq.text.docx_styles import Styles
from muvofiq.text.docx_words import NO_WORDS, NOTES, ends_hidden, words_of
from muvofiq.text.errors import PendingChanges, WrongFormat
from muvofiq.text.passage import Passage, lines_of, passages_of_table
from muvofiq.text.source import LeftOut, Line, Reason, Remark, Source, clean, fingerprint

INSERTED_FILES = (f"{W}altChunk", f"{W}subDoc")
WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo"))
PARAGRAPHS = (f"{W}p", f"{W}r")  # some programs write words where only paragraphs may stand
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
DIVIDERS = frozenset({"separator", "continuationSeparator", "continuationNotice"})

REMARKS = (
    "{count} paragraphs carry a kind of automatic number that was read as plain figures: check their numbers.",
    "{count} passages of hidden text were left out.",
    "{count} comments in the margin were left out.",
    "{count} files inserted into this one were not read: import them as files of their own.",
    "{count} charts, diagrams or embedded objects were not read: look for words in them.",
)


def read_docx(data: bytes, name: str, choices: Choices = NONE) -> Source:
    """Read DOCX bytes; the line numbers are those of the paragraphs.

    Raises WrongFormat, Locked, TooLarge, and PendingChanges where a person must choose how corrections are read.
    """
    parts = read_parts(data, name)
    styles = Styles(parts.styles)
    found = pending(parts.with_text(), styles)
    if choices.changes is Changes.ASK and (found.insertions or found.deletions or found.renumbered):
        counts = {"insertions": found.insertions, "deletions": found.deletions, "renumbered": found.renumbered}
        raise PendingChanges(name, authors=", ".join(found.authors), **counts)
    reader = _Reader(parts, styles, choices.changes)
    try:
        lines = tuple(reader.lines())
    except RecursionError as error:
        reason = "Its tables lie inside each other without end"
        raise WrongFormat(name, expected="Word", reason=reason) from error
    remarks = (*found.remarks(choices.changes), *reader.remarks())
    gone = sorted(reader.left_out, key=lambda one: one.line)
    return Source(name, "docx", fingerprint(data), lines, remarks=remarks, left_out=tuple(gone))


class _Reader:
    """The way through one file; it gathers what is left out."""

    def __init__(self, parts: WordParts, styles: Styles, changes: Changes) -> None:
        self.parts, self.styles, self.changes = parts, styles, changes
        self.numbering = Numbering(parts.numbering, self.styles)
        self.numbering_of_notes = Numbering(parts.numbering, self.styles)
        self.notes = {**_notes(parts.footnotes, "footnote"), **_notes(parts.endnotes, "endnote")}
        self.left_out: list[LeftOut] = []
        self.counts: Counter[str] = Counter()

    def lines(self) -> Iterator[Line]:
        """Yield the lines of the file, each with its footnotes behind it."""
        body = self.parts.body
        number_paragraphs(body)
        self._leave_running_heads()
        self._leave_comments()
        yield from lines_of(self._read(body, self.numbering))
        for note in list(self.notes):
            self.left_out += [LeftOut(one.number, one.text, Reason.HIDDEN) for one in self._note(note, 1)]
        for part in self.parts.with_text():
            self.left_out += [LeftOut(number, text, Reason.HIDDEN) for number, text in _texts(part)]

    def remarks(self) -> Iterator[Remark]:
        """Yield what the user should be told, once all lines have been read."""
        inserted = sum(1 for _ in self.parts.body.iter(*INSERTED_FILES))
        unusual = self.numbering.unusual + self.numbering_of_notes.unusual
        counts = (unusual, self.counts["hidden"], self.counts["comments"], inserted, self.parts.unread)
        for template, count in zip(REMARKS, counts, strict=True):
            if count:
                yield Remark(template, count)

    def _read(self, part: etree._Element, numbering: Numbering) -> list[Passage]:
        taken = resolve(part, self.changes)
        self.left_out.extend(left_out(taken, self.changes))
        reason = Reason.INSERTED if self.changes is Changes.ORIGINAL else Reason.DELETED
        for reference in (one for element in taken for one in element.iter(*NOTES)):
            note = NOTES[str(reference.tag)], reference.get(f"{W}id", "")
            self.left_out += [LeftOut(one.number, one.text, reason) for one in self._note(note, number_of(reference))]
        return self._passages(part, numbering)

    def _passages(self, container: etree._Element, numbering: Numbering) -> list[Passage]:
        passages: list[Passage] = []
        for child in container:
            if child.tag in PARAGRAPHS:
                passages += self._paragraph(child, numbering)
            elif child.tag == f"{W}tbl":
                passages += self._table(child, numbering)
            elif isinstance(child.tag, str) and child.tag not in NO_WORDS:
                passages += self._passages(child, numbering)
        return passages

    def _paragraph(self, paragraph: etree._Element, numbering: Numbering) -> list[Passage]:
        words = words_of(paragraph, self.styles)
        number, style = number_of(paragraph), self.styles.name(paragraph)
        for text, reason in ((words.hidden, Reason.HIDDEN), (words.marks, Reason.NOTE_MARK)):
            if kept := clean(text):
                self.left_out.append(LeftOut(number, kept, reason))
                self.counts["hidden"] += reason is Reason.HIDDEN
        is_counted = words.text.strip() or not ends_hidden(paragraph)
        printed = (numbering.next(paragraph) if is_counted else "") + words.text
        if not words.text.strip() and printed.strip() == BULLET:
            printed = ""
        notes = tuple(line for note in words.notes for line in self._note(note, number))
        *first, last = [kept for text in printed.split("\n") if (kept := clean(text))] or [""]
        passages = [Passage(text, number, style) for text in first]
        passages.append(Passage(last, number, style, notes))
        for box in words.boxes:
            passages += self._passages(box, numbering) if box.tag == f"{W}txbxContent" else self._alone(box, numbering)
        return passages

    def _alone(self, block: etree._Element, numbering: Numbering) -> list[Passage]:
        return (self._paragraph if block.tag == f"{W}p" else self._table)(block, numbering)

    def _table(self, table: etree._Element, numbering: Numbering) -> list[Passage]:
        rows = (
            [self._passages(cell, numbering) for cell in _children(row, f"{W}tc")] for row in _children(table, f"{W}tr")
        )
        return passages_of_table(list(rows))

    def _note(self, note: tuple[str, str], number: int) -> list[Line]:
        """Return the lines of a note; a note is told once."""
        element = self.notes.pop(note, None)
        passages = [] if element is None else self._read(element, self.numbering_of_notes)
        return list(lines_of(passages, note_to=number))

    def _leave_running_heads(self) -> None:
        for head in self.parts.running_heads:
            self.left_out += [LeftOut(1, text, Reason.RUNNING_HEAD) for _, text in _texts(head)]

    def _leave_comments(self) -> None:
        places = {one.get(f"{W}id"): number_of(one) for one in self.parts.body.iter(f"{W}commentReference")}
        for comment in () if self.parts.comments is None else self.parts.comments:
            self.counts["comments"] += 1
            line = places.get(comment.get(f"{W}id"), 1)
            self.left_out += [LeftOut(line, text, Reason.COMMENT) for _, text in _texts(comment)]


def _notes(part: etree._Element | None, kind: str) -> dict[tuple[str, str], etree._Element]:
    notes = () if part is None else part.iterfind(W + kind)
    return {(kind, note.get(f"{W}id", "")): note for note in notes if note.get(f"{W}type") not in DIVIDERS}


def _children(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from _children(child, tag)


def _texts(part: etree._Element) -> Iterator[tuple[int, str]]:
    """Yield the words of a part that nobody has read, with the number of the paragraph, paragraph by paragraph."""
    paragraphs: dict[etree._Element, list[str]] = {}
    for text in part.iter(*TEXT, DRAWN):
        if text.text:
            paragraphs.setdefault(next(text.iterancestors(f"{W}p"), part), []).append(text.text)
    for paragraph, texts in paragraphs.items():
        if kept := clean("".join(texts)):
            yield number_of(paragraph), kept
