"""The text of a file as numbered lines, each of which remembers where it stood."""

from dataclasses import dataclass
from hashlib import sha256

# Signs that are not seen and that no Word or Excel file may hold become blanks; signs without width go.
UNSEEN_BLANKS = (*range(9), 11, 12, *range(14, 32), 0x7F, 0xA0, 0xFFFE, 0xFFFF)
WITHOUT_WIDTH = (0xAD, 0x200B, 0xFEFF)
CLEANING = dict.fromkeys(UNSEEN_BLANKS, " ") | dict.fromkeys(WITHOUT_WIDTH, "")


@dataclass(frozen=True, slots=True)
class Line:
    """One line or paragraph that is not blank.

    ``number`` counts from 1: the line of a text file or web page, the paragraph of a Word file.
    ``after_gap`` is true where a blank line, or the beginning of a paragraph, stands before it.
    """

    number: int
    text: str
    after_gap: bool = True


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

    @property
    def text(self) -> str:
        """All lines, one below the other."""
        return "\n".join(line.text for line in self.lines)


def clean(text: str) -> str:
    r"""Return a line with ordinary blanks for all unseen ones, and none at its ends.

    >>> clean(" Статья\u00a01 ")
    'Статья 1'
    """
    return text.translate(CLEANING).strip()


def fingerprint(data: bytes) -> str:
    """Return the sha256 of a file's bytes, in hexadecimal."""
    return sha256(data).hexdigest()
