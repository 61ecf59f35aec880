"""The signs of Rich Text Format: groups, control words with their number, and letters in the tables of old fonts."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

# A control word, letters by their code, another sign behind a backslash, a brace, or letters as they are.
TOKEN = re.compile(r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|((?:\\'[0-9a-fA-F]{2})+)|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)")
CODE_PAGES = {
    2: "cp1252", 77: "mac_roman", 89: "mac_latin2", 84: "mac_cyrillic", 128: "cp932", 129: "cp949", 134: "cp936",
    136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
HEADERS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
WESTERN = "cp1252"


@dataclass(frozen=True, slots=True)
class Token:
    """One sign of the file: exactly one of ``word``, ``sign``, ``brace`` and ``letters`` is not empty.

    ``letters`` holds one character for each byte; `decoded` makes the letters of a language of it.
    """

    word: str = ""
    number: int | None = None
    sign: str = ""
    brace: str = ""
    letters: str = ""


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the signs of a file. The bytes of pictures, which may look like any sign, are passed over."""
    text, place = data.decode("latin-1"), 0
    while place < len(text):
        match = TOKEN.match(text, place)
        if match is None:
            place += 1
            continue
        place = match.end()
        word, number, codes, sign, brace, letters = match.groups()
        if word == "bin":
            place += max(int(number or 0), 0)
        elif codes:
            yield Token(letters=bytes.fromhex(codes.replace("\\'", "")).decode("latin-1"))
        else:
            value = None if number is None else int(number)
            yield Token(word or "", value, sign or "", brace or "", letters or "")


def decoded(letters: str, encoding: str) -> str:
    """Return the letters that bytes mean in a table of letters."""
    return letters if letters.isascii() else letters.encode("latin-1").decode(encoding, errors="replace")


def code_page(number: int | None) -> str:
    """Return the name of a table of letters by the number that Windows gives it; the western one if it is unknown."""
    name = "utf-8" if number == 65001 else f"cp{number}"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return WESTERN
