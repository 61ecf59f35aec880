"""A Word file is an archive; its parts are unpacked within limits and parsed so that they can fetch nothing."""

import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from muvofiq.text.errors import Locked, TooLarge, WrongFormat

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
UNCHOSEN = f"{MC}Unchosen"  # our own mark on another way to show a thing that has other words
UNREAD = re.compile(r"(charts/chart(?:ex)?\d*\.xml|diagrams/data\d*\.xml|embeddings/[^/]+)$")
UNPACKED_LIMIT = 100_000_000
CHUNK = 1_000_000
# Word can also save in the names of the ISO standard ("Strict Open XML"); they mean the same.
STRICT = {b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode()}
NOT_WORD = "It is an archive, but holds no Word document"
NO_ARCHIVE = "A Word file is a ZIP archive, and this is none, or it is broken or cut off"
# All that zipfile and lxml raise for archives that are damaged or made by another program; RuntimeError also stands
# for elements that lie in each other without end.
DAMAGES = (
    AttributeError, EOFError, LookupError, OSError, RuntimeError, ValueError,
    struct.error, zipfile.BadZipFile, zlib.error, etree.LxmlError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WordParts:
    """The parts of a Word file that hold text or say how it is numbered; None for what the file does not have.

    ``unread`` counts its charts, diagrams and embedded objects.
    """

    body: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None
    footnotes: etree._Element | None
    endnotes: etree._Element | None
    comments: etree._Element | None
    running_heads: tuple[etree._Element, ...]
    unread: int

    def with_text(self) -> tuple[etree._Element, ...]:
        """Return the parts in which corrections may be pending."""
        parts = (self.body, self.footnotes, self.endnotes)
        return tuple(part for part in parts if part is not None)


def read_parts(data: bytes, name: str) -> WordParts:
    """Unpack and parse a Word file. Raises WrongFormat, Locked, TooLarge."""
    archive = _archive(data, name)
    try:
        return _Package(archive, name).parts()
    except DAMAGES as error:
        raise WrongFormat(name, expected="Word", reason=NOT_WORD) from error


def _archive(data: bytes, name: str) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except DAMAGES as error:
        raise WrongFormat(name, expected="Word", reason=NO_ARCHIVE) from error
    unpacked = sum(part.file_size for part in archive.infolist())
    if unpacked > UNPACKED_LIMIT:
        raise TooLarge(name, size_mb=unpacked // 1_000_000, limit_mb=UNPACKED_LIMIT // 1_000_000)
    if any(part.flag_bits & 1 for part in archive.infolist()):
        raise Locked(name)
    return archive


class _Package:
    """The archive, and how much of it has been unpacked: what it says of its own sizes is not believed."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self.archive, self.name = archive, name
        self.names = {f"/{part.lstrip('/')}".casefold(): part for part in archive.namelist()}
        self.unpacked = 0

    def parts(self) -> WordParts:
        main = next(self._related("/", "officeDocument"), None)
        if main is None:
            raise ValueError("the archive names no document")
        document = self._parsed(main)
        body = document.find(f"{W}body")
        if document.tag != f"{W}document" or body is None:
            raise ValueError("the archive holds another kind of document")
        heads = [*self._related(main, "header"), *self._related(main, "footer")]
        heads += [path for path in self._beside(main, r"(?:header|footer)\d*") if path not in map(str.casefold, heads)]
        return WordParts(
            body,
            self._first(main, "styles"),
            self._first(main, "numbering"),
            self._first(main, "footnotes"),
            self._first(main, "endnotes"),
            self._first(main, "comments"),
            tuple(self._parsed(head) for head in heads),
            self._unread(),
        )

    def _first(self, main: str, kind: str) -> etree._Element | None:
        path = next(self._related(main, kind), None) or next(self._beside(main, kind), None)
        return None if path is None else self._parsed(path)

    def _beside(self, main: str, kind: str) -> Iterator[str]:
        """Yield the parts that lie where those of a kind usually lie, though the document may not refer to them."""
        name = re.compile(f"{re.escape(posixpath.dirname(main).casefold())}/{kind}\\.xml")
        return (path for path in self.names if name.fullmatch(path))

    def _unread(self) -> int:
        """Count charts, diagrams and embedded objects; the table behind a chart belongs to it."""
        unread = [path for path in self.names if UNREAD.search(path)]
        behind = {one.casefold() for path in unread if "/charts/" in path for one in self._related(path, "package")}
        return len(set(unread) - behind)

    def _related(self, path: str, kind: str) -> Iterator[str]:
        """Yield the parts of one kind to which a part refers, in the order in which it names them."""
        folder, file = posixpath.split(path)
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        if relations.casefold() not in self.names:
            return
        for relation in self._parsed(relations):
            if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join(folder, relation.get("Target", "")))
                if target.casefold() in self.names:
                    yield target

    def _parsed(self, path: str) -> etree._Element:
        data = self._unpacked(self.names[path.casefold()])
        for strict, usual in STRICT.items():
            data = data.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        root = etree.fromstring(data, parser)
        if root.getroottree().docinfo.internalDTD is not None:
            reason = "One of its parts declares abbreviations of its own (a DTD), which no Word program writes"
            raise WrongFormat(self.name, expected="Word", reason=reason)
        _choose(root)
        return root

    def _unpacked(self, name: str) -> bytes:
        data = bytearray()
        with self.archive.open(name) as part:
            while chunk := part.read(CHUNK):
                data += chunk
                self.unpacked += len(chunk)
                if self.unpacked > UNPACKED_LIMIT:
                    limit = UNPACKED_LIMIT // 1_000_000
                    raise TooLarge(self.name, size_mb=self.unpacked // 1_000_000, limit_mb=limit)
        return bytes(data)


def _choose(root: etree._Element) -> None:
    """Keep the first of several ways to show the same thing that has words; the others are for older programs.

    One with other words is only marked: these words are left out by name.
    """
    for alternatives in list(root.iter(f"{MC}AlternateContent")):
        with_words = [one for one in alternatives if next(one.iter(f"{W}p", f"{W}t"), None) is not None]
        for one in list(alternatives) if with_words else ():
            if one is with_words[0]:
                continue
            if _words(one) in _words(with_words[0]):
                alternatives.remove(one)
            else:
                one.tag = UNCHOSEN


def _words(element: etree._Element) -> str:
    return "".join("".join(text.text or "" for text in element.iter(f"{W}t")).split())
