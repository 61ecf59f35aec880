"""Bytes become letters: UTF-8 where it fits, else the old Cyrillic tables, else a clear refusal."""

import re

from charset_normalizer import from_bytes

from muvofiq.text.errors import NotText, UnknownEncoding

MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
OLD_TABLES = ("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic", "cp1252")
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
    if CONTROL.search(data):
        raise NotText(where)
    for name in filter(None, ("utf-8", declared)):
        try:
            return data.decode(name), name
        except (UnicodeDecodeError, LookupError):
            continue
    return _guessed(data, where)


def _strictly(data: bytes, name: str, where: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise UnknownEncoding(where, tried=name) from error


def _guessed(data: bytes, where: str) -> tuple[str, str]:
    best = from_bytes(data[:SAMPLE], cp_isolation=list(OLD_TABLES)).best()
    if best is None or not _readable(text := data.decode(best.encoding, errors="replace")):
        raise UnknownEncoding(where, tried=", ".join(OLD_TABLES))
    return text, best.encoding


def _readable(text: str) -> bool:
    """Tell whether most of the characters stand in words, and none was beyond the table."""
    in_words = sum(map(len, WORDS.findall(text)))
    return "\ufffd" not in text and in_words > 0.6 * len(re.sub(r"[\s\d]", "", text))
