"""Compares what another program sees in a file with what the law tree holds: is every sign still there?"""

import io
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
from lxml import etree, html

from muvofiq.law.tree import Law

WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
UNSEEN = ("script", "style", "head", "template")
BETWEEN_CELLS = "|"  # what readers put between the cells of a row
SHOWN = 3  # lines that are quoted where something is missing


@dataclass(frozen=True, slots=True)
class Loss:
    """What is missing in the tree or was added to it: how many signs, which most of all, and the first lines."""

    signs: int
    missing: int
    added: int
    which: str
    lines: tuple[str, ...]


def loss(seen: str, laws: Sequence[Law]) -> Loss:
    """Return how the words seen in a file and the laws read from it differ, sign by sign and whatever the order.

    What was put right counts as it stood in the file: each repair is on record.
    """
    tree = [bare(text) for law in laws for text in texts(law)]
    before, after = Counter(bare(seen)), Counter("".join(tree))
    for repair in (one for law in laws for one in law.repairs):
        after.update(bare(repair.before))
        after.subtract(bare(repair.after))
    missing, added = before - after, after - before
    del added[BETWEEN_CELLS]
    most = [f"{sign}×{count}" for sign, count in missing.most_common(5)]
    most += [f"+{sign}×{count}" for sign, count in added.most_common(5)]
    lines = _first_lines(seen, "".join(tree)) if missing else ()
    return Loss(before.total(), missing.total(), added.total(), " ".join(most), lines)


def texts(law: Law) -> Iterator[str]:
    """Yield all words that a tree holds: the law's own, notes, and what was left out with its reason."""
    yield from (*law.head, *law.tail)
    yield from (note.text for note in law.notes)
    yield from (one.text for one in law.left_out)
    for _, unit, _ in law.units():
        yield from (unit.label, unit.heading, unit.text)
        yield from (note.text for note in unit.notes)


def bare(text: str) -> str:
    """Return the signs that are seen: without blanks, raised figures as figures, letters joined in print parted."""
    flat = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in flat if not sign.isspace() and unicodedata.category(sign)[0] != "C")


def independent(data: bytes) -> str:
    """Return the text of a file as a plain program sees it: pdfium, lxml, or the bytes themselves."""
    if data.startswith(b"%PDF"):
        return "\n".join(_pages(data))
    if data.startswith(b"PK"):
        return "\n".join(_parts(data))
    start = data[:4096].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith(b"<?xml") and b"<html" not in start:
        return "\n".join(map(str, etree.fromstring(data).itertext("*")))
    if start.startswith((b"<!doctype", b"<html", b"<?xml", b"<meta", b"<head", b"<body", b"<div", b"<p")):
        return "\n".join(_words(html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))))
    return data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")


def _pages(data: bytes) -> Iterator[str]:
    document = pdfium.PdfDocument(data)
    for number in range(len(document)):
        yield document[number].get_textpage().get_text_range()


def _parts(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            if name.startswith("word/") and name.endswith(".xml"):
                root = etree.fromstring(archive.read(name))
                yield from (element.text or "" for element in root.iter(f"{WORDS}t", f"{WORDS}delText"))


def _words(element: html.HtmlElement) -> Iterator[str]:
    """Yield the words of an element and of those below it, without what no browser shows."""
    if isinstance(element.tag, str) and element.tag not in UNSEEN:
        if element.text:
            yield element.text
        for child in element:
            yield from _words(child)
            if child.tail:
                yield child.tail


def _first_lines(seen: str, tree: str) -> tuple[str, ...]:
    found = []
    for line in seen.splitlines():
        if (words := bare(line)) and words not in tree:
            found.append(line.strip()[:120])
            if len(found) == SHOWN:
                break
    return tuple(found)
