"""The words inside the paragraphs of a foreign Akoma Ntoso document, with its notes and deletions taken out of them."""

from dataclasses import dataclass, field
from functools import cache

from lxml import etree

from muvofiq.law.tree import Note
from muvofiq.tables import Row, table
from muvofiq.text.source import LeftOut, Reason, clean
from muvofiq.text.superscripts import raise_figures
from muvofiq.text.table import rows_to_lines

Element = etree._Element
BREAKS = frozenset({"br"})
NO_BREAKS = frozenset({"number", "heading"})  # inside a paragraph they begin a quoted unit, but end no line
QUOTES = ("startQuote", "endQuote")
BORDER = "\n"


@cache
def element_rows() -> dict[str, Row]:
    """Return what each element of the standard is, by its name in small letters."""
    return {row["element"]: row for row in table("akoma_ntoso.csv")}


def name_of(element: Element) -> str:
    """Return the name of an element in small letters, whatever the version of the standard; entities have none."""
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def role_of(element: Element) -> str:
    """Return what an element is: unit, container, words, number ...; empty for what stands within words."""
    row = element_rows().get(name_of(element))
    return row["role"] if row else ""


@dataclass(slots=True)
class Words:
    """What is read of the words of one or more elements: lines, and what was taken out of them."""

    notes: list[Note] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def lines(self, element: Element) -> list[str]:
        """Return the lines of an element: one for each paragraph in it, none of them blank."""
        if role_of(element) == "table":
            return self._table(element)
        pieces: list[str] = []
        self._gather(element, pieces, raising=False)
        lines = (clean(" ".join(line.split())) for line in "".join(pieces).split(BORDER))
        return [line for line in lines if line]

    def one_line(self, element: Element) -> str:
        """Return all words of an element in one line."""
        return " ".join(self.lines(element))

    def _gather(self, element: Element, pieces: list[str], *, raising: bool) -> None:
        pieces.append(_words(element.text, raising=raising))
        for child in element:
            if not self._is_taken_out(child):
                self._gather_child(child, pieces, raising=raising)
            pieces.append(_words(child.tail, raising=raising))

    def _gather_child(self, child: Element, pieces: list[str], *, raising: bool) -> None:
        if role_of(child) == "table":
            pieces.extend(BORDER + line for line in self._table(child))
            pieces.append(BORDER)
            return
        is_block = bool(role_of(child)) or name_of(child) in BREAKS
        before, after = (child.get(quote) or "" for quote in QUOTES)
        pieces.append(BORDER if is_block and role_of(child) not in NO_BREAKS else " " if is_block else "")
        pieces.append(before)
        self._gather(child, pieces, raising=raising or name_of(child) == "sup")
        pieces.append(after)
        pieces.append(BORDER if is_block and role_of(child) not in NO_BREAKS else " " if is_block else "")

    def _is_taken_out(self, element: Element) -> bool:
        """Take out notes, deleted words and the marks of notes; tell whether the element was one of them."""
        name, line = name_of(element), element.sourceline or 1
        if not name:
            return True
        if role_of(element) == "note":
            marker = element.get("marker") or ""
            if text := Words().one_line_with_notes(element):
                self.notes.append(Note(f"{marker} {text}".strip(), line))
            return True
        if name not in ("del", "noteref"):
            return role_of(element) == "unseen"
        if text := clean(" ".join("".join(element.itertext()).split())):
            reason = Reason.DELETED if name == "del" else Reason.NOTE_MARK
            self.left_out.append(LeftOut(line, text, reason))
        return True

    def one_line_with_notes(self, element: Element) -> str:
        """Return all words of a note in one line, notes and deletions within it included."""
        return clean(" ".join("".join(element.itertext()).split()))

    def _table(self, element: Element) -> list[str]:
        rows = [
            [self._cell(cell) for cell in row if name_of(cell) in ("td", "th")]
            for row in element.iter()
            if name_of(row) == "tr" and _table_of(row) is element
        ]
        captions = [child for child in element if name_of(child) == "caption"]
        return [*(line for caption in captions for line in self.lines(caption)), *rows_to_lines(rows)]

    def _cell(self, cell: Element) -> list[str]:
        pieces: list[str] = []
        self._gather(cell, pieces, raising=False)
        lines = (clean(" ".join(line.split())) for line in "".join(pieces).split(BORDER))
        return [line for line in lines if line]


def _words(text: str | None, *, raising: bool) -> str:
    """Return words in which only blanks part them: a broken line of the file is no line of the law."""
    if not text:
        return ""
    plain = text.replace(BORDER, " ")
    return raise_figures(plain) if raising else plain


def _table_of(row: Element) -> Element | None:
    return next((one for one in row.iterancestors() if role_of(one) == "table"), None)
