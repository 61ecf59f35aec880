"""The text of a file as numbered lines, each of which remembers where it stood."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from unicodedata import normalize

from muvofiq.text.damage import Repair

# Signs that are not seen and that no Word or Excel file may hold become blanks; signs without width go.
UNSEEN_BLANKS = (*range(9), 11, 12, *range(14, 32), 0x7F, 0xA0, 0xFFFE, 0xFFFF)
WITHOUT_WIDTH = (0xAD, 0x200B, 0xFEFF)
CLEANING = dict.fromkeys(UNSEEN_BLANKS, " ") | dict.fromkeys(WITHOUT_WIDTH, "")


@dataclass(frozen=True, slots=True)
class Line:
    """One line or paragraph that is not blank.

    ``number`` counts from 1: the line of a text file, web page or PDF, the paragraph of a Word file.
    ``after_gap`` is true where a blank line, or the beginning of a paragraph, stands before it.
    ``style`` is the name that the file itself gives to such lines (the class in a page of EUR-Lex), or empty.
    ``is_note`` marks a footnote of the file, which stands directly behind the line that it belongs to.
    ``is_unproofed`` marks what a machine recognised in a picture and nobody has compared with it yet.
    ``inset`` tells in how many items of lists the line stands, where the file lays lists out as tables: a paragraph
    that is set in further than the number of an item belongs to that item.
    """

    number: int
    text: str
    after_gap: bool = True
    style: str = ""
    is_note: bool = False
    is_unproofed: bool = False
    inset: int = 0


class Reason(StrEnum):
    """Why something that stands in a file does not stand in the law."""

    RUNNING_HEAD = "running head"
    PAGE_NUMBER = "page number"
    HYPHEN = "hyphen at the end of a line"
    NOTE_MARK = "mark of a footnote"
    DELETED = "pending deletion, read as accepted"
    INSERTED = "pending insertion, read as original"
    NAVIGATION = "not part of the act on its page"
    MARKUP = "sign that marks the layout of the text"
    EDITOR_MARK = "mark of who consolidated the text"
    HIDDEN = "hidden in the file, not printed"
    COMMENT = "comment in the margin"
    PICTURE = "read from the picture of the page instead"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of a file that are no words of the law; ``line`` is where they stood."""

    line: int
    text: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a file that the reader could not take over, told as a template with its values."""

    template: str
    count: int

    def __str__(self) -> str:
        return self.template.format(count=self.count)


@dataclass(frozen=True, slots=True)
class Source:
    """A file that has been read: its name, its content hash and its lines in reading order."""

    name: str
    format: str
    sha256: str
    lines: tuple[Line, ...]
    encoding: str | None = None
    remarks: tuple[Remark, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    repairs: tuple[Repair, ...] = ()

    @property
    def text(self) -> str:
        """All lines, one below the other."""
        return "\n".join(line.text for line in self.lines)


def clean(text: str) -> str:
    r"""Return a line with ordinary blanks for all unseen ones, and none at its ends; a letter and its mark are one.

    >>> clean(" Статья\u00a01 ")
    'Статья 1'
    >>> len(clean("и\u0304")), len(clean("и\u0306"))
    (1, 1)
    """
    return normalize("NFC", text.translate(CLEANING)).strip()


def fingerprint(data: bytes) -> str:
    """Return the sha256 of a file's bytes, in hexadecimal."""
    return sha256(data).hexdigest()
