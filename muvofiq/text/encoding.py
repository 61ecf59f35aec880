"""Bytes become letters: UTF-8 where it fits, else the old Cyrillic tables, else a clear refusal."""

import codecs
import re

from charset_normalizer import from_bytes

from muvofiq.text.errors import NotText, UnknownEncoding

MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
OLD_TABLES = ("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic", "cp1252")
# What a page may declare besides, by Python's names; all else (a translation table, an archive) is not believed.
DECLARABLE = frozenset({*OLD_TABLES, "koi8_u", "koi8_t", "kz1048", "ptcp154", "cp855", "iso8859_1", "iso8859_15"})
SAMPLE = 200_000
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
WORDS = re.compile(r"[А-Яа-яЁёA-Za-z]{2,}")


def decode(data: bytes, where: str, declared: str | None = None) -> tuple[str, str]:
    """Return the text and the name of the encoding.

    A byte order mark decides; then UTF-8; then the encoding that the file itself declares; then the most probable of
    the old tables. Raises NotText for binary content and UnknownEncoding where nothing gives words.
    """
    for mark, name in MARKS.items():
        if data.startswith(mark):
            return _strictly(data, name, where), name
    data = data.removesuffix(b"\x1a")  # the end mark of DOS
    if CONTROL.search(data):
        raise NotText(where)
    for name in filter(None, ("utf-8", _table(declared))):
        try:
            return data.decode(name), name
        except UnicodeDecodeError:
            continue
    return _guessed(data, where)


def _strictly(data: bytes, name: str, where: str) -> str:
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        raise UnknownEncoding(where, tried=name) from error
    if "\0" in text:
        raise NotText(where)
    return text


def _table(declared: str | None) -> str | None:
    """Return Python's name of the encoding that a page declares, if it is a table of letters known to us."""
    try:
        name = codecs.lookup(declared or "").name.replace("-", "_")
    except LookupError:
        return None
    return name if name in DECLARABLE else None


def _guessed(data: bytes, where: str) -> tuple[str, str]:
    best = from_bytes(data[:SAMPLE], cp_isolation=list(OLD_TABLES)).best()
    if best is None or not _readable(text := data.decode(best.encoding, errors="replace")):
        raise UnknownEncoding(where, tried=", ".join(OLD_TABLES))
    return text, best.encoding


def _readable(text: str) -> bool:
    """Tell whether most of the characters stand in words, and none was beyond the table."""
    in_words = sum(map(len, WORDS.findall(text)))
    return "\ufffd" not in text and in_words > 0.6 * len(re.sub(r"[\s\d]", "", text))
