"""A Word file of before 2007 becomes lines: LibreOffice makes a new Word file of it, which is then read."""

from dataclasses import replace

from muvofiq.text.choices import NONE, Choices
from muvofiq.text.docx import read_docx
from muvofiq.text.errors import Locked, WrongFormat
from muvofiq.text.libre_office import as_docx
from muvofiq.text.source import Source, fingerprint

# What lies in such a file is told by the names of its parts, which are written in two bytes a letter.
WORD, SEALED = "WordDocument", "EncryptedPackage"
OTHERS = {"Workbook": "an Excel table", "Book": "an Excel table", "PowerPoint Document": "a PowerPoint presentation"}
NAME_SIZE = 64
SECTOR = 512
BEGINNING = b"\xec\xa5"  # of the part that holds the words; eleven bytes on, one bit says whether it is locked
FLAGS, IS_LOCKED = 11, 1


def read_old_word(data: bytes, name: str, choices: Choices = NONE) -> Source:
    """Read the bytes of an old Word file.

    Raises Locked, WrongFormat, OldWordNeedsLibreOffice, OldWordNotOpened, and what `read_docx` raises.
    """
    if _holds(data, SEALED) or _is_locked(data):
        raise Locked(name)
    if not _holds(data, WORD):
        found = next((words for part, words in OTHERS.items() if _holds(data, part)), "no Word document")
        raise WrongFormat(name, expected="Word", reason=f"It is an old Office file, but holds {found}")
    source = read_docx(as_docx(data, name), name, choices)
    return replace(source, format="doc", sha256=fingerprint(data))


def _holds(data: bytes, part: str) -> bool:
    """Tell whether a part of this name lies in the file: a name fills its place up with zeros."""
    return part.encode("utf-16-le").ljust(NAME_SIZE, b"\0") in data


def _is_locked(data: bytes) -> bool:
    place = data.find(BEGINNING)
    while place >= 0:
        if place % SECTOR == 0 and place + FLAGS < len(data):
            return bool(data[place + FLAGS] & IS_LOCKED)
        place = data.find(BEGINNING, place + 1)
    return False
