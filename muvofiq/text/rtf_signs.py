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
HEADER_LIMIT = 2_000_000  # bytes in which the tables of the beginning stand
FONT = re.compile(r"\\f(\d{1,5})((?:\\[a-z]{1,32}-?\d{0,10} ?)*+)")
STYLE = re.compile(r"\{\\s(\d{1,5})(?=[\\ ])(?:\\[a-z]{1,32}-?\d{0,10} ?)*+ ?([A-Za-z][^{}\\;]{0,100});\}")
AUTHOR = re.compile(r"\{((?:[^{}\\;]|\\u-?\d{1,5}|\\'[0-9a-fA-F]{2}){1,500}+);\}")


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


@dataclass(frozen=True, slots=True)
class Header:
    """What the beginning of a file says of its fonts (their tables of letters), styles and authors."""

    encoding: str
    fonts: dict[int, str]
    default_font: int
    styles: dict[int, str]
    authors: tuple[str, ...]


def header_of(data: bytes) -> Header:
    """Read the tables at the beginning of a file."""
    text = data[:HEADER_LIMIT].decode("latin-1")
    page, font = re.search(r"\\ansicpg(\d{1,5})", text), re.search(r"\\deff(\d{1,5})", text)
    other = re.match(r"\s*\{\\rtf\d*\s*\\(mac|pca|pc)\b", text)
    encoding = HEADERS[other[1]] if other else code_page(int(page[1])) if page else WESTERN
    fonts = {
        int(number): CODE_PAGES[int(charset[1])]
        for number, words in FONT.findall(_group(text, "fonttbl"))
        if (charset := re.search(r"\\fcharset(\d{1,3})", words)) and int(charset[1]) in CODE_PAGES
    }
    styles = {int(number): "-".join(name.lower().split()) for number, name in STYLE.findall(_group(text, "stylesheet"))}
    styles.pop(0, None)  # the usual one
    authors = (_name(name, encoding) for name in AUTHOR.findall(_group(text, "revtbl")))
    return Header(encoding, fonts, int(font[1]) if font else 0, styles, tuple(dict.fromkeys(authors)))


def letter(number: int) -> str:
    """Return the letter of a number; half of a pair, as some files write rare letters, cannot be told."""
    code = number % 0x10000 if number < 0 else number
    return chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd"


def _name(text: str, encoding: str) -> str:
    """Return the name of an author; behind each letter told by its number stands one for older programs."""
    name, skip = "", 0
    for token in tokens(text.encode("latin-1")):
        name += decoded(token.letters[skip:], encoding) if token.letters else letter(token.number or 0)
        skip = 0 if token.letters else 1
    return name.strip()


def _group(text: str, word: str) -> str:
    """Return the group that begins with a control word, as far as it is closed."""
    start = text.find(f"\\{word}")
    depth = 1
    for brace in re.finditer(r"[{}]", text[start:] if start >= 0 else ""):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return text[start : start + brace.start()]
    return ""
