"""The words inside the paragraphs of a foreign Akoma Ntoso document, with its notes and deletions taken out of them."""

import re
from dataclasses import dataclass, field
from functools import cache

from lxml import etree

from muvofiq.law.tree import Note
from muvofiq.tables import Row, table
from muvofiq.text.source import LeftOut, Reason, clean
from muvofiq.text.superscripts import raise_figures
from muvofiq.text.table import rows_to_lines

BREAKS = frozenset({"br", "tr", "td", "th", "caption"})
TABLE_PARTS = frozenset({"thead", "tbody", "tfoot"})
QUOTES = ("startQuote", "endQuote")
BORDER = "\n"
# Signs that no XML may hold: what stands beside them, a number or a mark of quotation, stays in the line next to it.
BEHIND, OPENING, CLOSING = "\0", "\1", "\2"
BESIDE_BEHIND = re.compile(r"\x00\s*+")
WITHIN_QUOTES = re.compile(r"\x01\s*+|(?<!\s)\s*+\x02")


@cache
def element_rows() -> dict[str, Row]:
    """Return what each element of the standard is, by its name in small letters."""
    return {row["element"]: row for row in table("akoma_ntoso.csv")}


def name_of(element: etree._Element) -> str:
    """Return the name of an element in small letters, whatever the version of the standard; entities have none."""
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def line_of(element: etree._Element) -> int:
    """Return the line of the file on which an element begins, counted from 1."""
    line = element.sourceline
    return line if isinstance(line, int) else 1


def all_text(element: etree._Element) -> str:
    """Return all that stands in an element, whatever it is marked as."""
    return "".join(text if isinstance(text, str) else "" for text in element.itertext())


def role_of(element: etree._Element) -> str:
    """Return what an element is: unit, container, words, number ...; empty for what stands within words."""
    row = element_rows().get(name_of(element))
    return row["role"] if row else ""


@dataclass(slots=True)
class Words:
    """What is read of the words of one or more elements: lines, and what was taken out of them."""

    notes: list[Note] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def lines(self, element: etree._Element) -> list[str]:
        """Return the lines of an element: one for each paragraph in it, none of them blank."""
        pieces: list[str] = []
        if role_of(element) == "table":
            self._gather_table(element, pieces)
        else:
            self._gather(element, pieces, raising=False)
        text = WITHIN_QUOTES.sub("", BESIDE_BEHIND.sub(" ", "".join(pieces)))
        lines = (clean(" ".join(line.split())) for line in text.split(BORDER))
        return [line for line in lines if line]

    def _gather(self, element: etree._Element, pieces: list[str], *, raising: bool) -> None:
        pieces.append(_words(element.text, raising=raising))
        for child in element:
            if not self._is_taken_out(child):
                self._gather_child(child, pieces, raising=raising)
            pieces.append(_words(child.tail, raising=raising))

    def _gather_child(self, child: etree._Element, pieces: list[str], *, raising: bool) -> None:
        role, (opening, closing) = role_of(child), (child.get(quote) for quote in QUOTES)
        border = BORDER if role or name_of(child) in BREAKS else ""
        pieces.append(border)
        pieces.append(f"{opening}{OPENING}" if opening else "")
        if role == "table":
            self._gather_table(child, pieces)
        else:
            self._gather(child, pieces, raising=raising or name_of(child) == "sup")
        pieces.append(f"{CLOSING}{closing}" if closing else "")
        pieces.append(BEHIND if role == "number" else border)

    def _gather_table(self, element: etree._Element, pieces: list[str]) -> None:
        """Gather one line for each row; what stands in a table where no words may stand is no row."""
        parts = [part for part in element if name_of(part) in TABLE_PARTS]
        rows = [row for part in (element, *parts) for row in part if name_of(row) == "tr"]
        cells = [[cell for cell in row if name_of(cell) in ("td", "th")] for row in rows]
        counted = len(parts) + len(rows) + sum(map(len, cells))
        inside = [*element, *(one for part in (*parts, *rows) for one in part)]
        loose = [element.text, *(one.text for one in (*parts, *rows)), *(one.tail for one in inside)]
        others = [one for one in inside if name_of(one) == "caption" and one.getparent() is element]
        if counted + len(others) != len(inside) or any(text and not text.isspace() for text in loose):
            self._gather(element, pieces, raising=False)
            return
        captions = [line for caption in others for line in self.lines(caption)]
        pieces.extend(
            BORDER + line for line in (*captions, *rows_to_lines([list(map(self.lines, row)) for row in cells]))
        )

    def _is_taken_out(self, element: etree._Element) -> bool:
        """Take out notes, deleted words and the marks of notes; tell whether the element was one of them."""
        name, line = name_of(element), line_of(element)
        if not name:
            return True
        if role_of(element) == "note":
            marker = element.get("marker") or ""
            if text := Words().one_line_with_notes(element):
                self.notes.append(Note(f"{marker} {text}".strip(), line))
            return True
        if name not in ("del", "noteref"):
            return role_of(element) == "unseen"
        if text := clean(" ".join(all_text(element).split())):
            reason = Reason.DELETED if name == "del" else Reason.NOTE_MARK
            self.left_out.append(LeftOut(line, text, reason))
        return True

    def one_line_with_notes(self, element: etree._Element) -> str:
        """Return all words of a note in one line, notes and deletions within it included."""
        return clean(" ".join(all_text(element).split()))


def _words(text: str | None, *, raising: bool) -> str:
    """Return words in which only blanks part them: a broken line of the file is no line of the law."""
    if not text:
        return ""
    plain = text.replace(BORDER, " ")
    return raise_figures(plain) if raising else plain
