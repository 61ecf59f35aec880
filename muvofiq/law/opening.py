"""A file of any kind is opened as the law or the laws that it holds."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from muvofiq.law.akoma_ntoso import is_akoma_ntoso, open_akoma_ntoso
from muvofiq.law.bilingual import split_languages
from muvofiq.law.build import build_law
from muvofiq.law.correcting import refuse_unknown_lines
from muvofiq.law.review import NOTHING, Review
from muvofiq.law.tree import Law
from muvofiq.text.choices import NONE, Choices
from muvofiq.text.errors import EmptyFile
from muvofiq.text.ocr import read_recognised, scanned_pages
from muvofiq.text.read import LIMIT, read_bytes
from muvofiq.text.source import Source, fingerprint


def open_laws(data: bytes, name: str, choices: Choices = NONE, review: Review = NOTHING) -> tuple[Law, ...]:
    """Return the law of a file; two of them where it holds the act in two languages.

    The hash of each is that of the file. Raises the errors of reading, NotAkomaNtoso and NoArticles.
    """
    if len(data) <= LIMIT and is_akoma_ntoso(data):
        return (replace(open_akoma_ntoso(data, name), sha256=fingerprint(data)),)
    return laws_of(read_bytes(data, name, choices), review)


def is_scan(data: bytes, name: str) -> bool:
    """Tell whether a file is a PDF some of whose pages are pictures; raises the errors of opening a PDF."""
    return len(data) <= LIMIT and data[:1024].lstrip().startswith(b"%PDF") and bool(scanned_pages(data, name))


def open_recognised(data: bytes, name: str, pages: Mapping[int, Sequence[str]]) -> tuple[Law, ...]:
    """Return the laws of a scan whose ``pages`` (from 1) have been recognised; raises EmptyFile and NoArticles."""
    return laws_of(recognised_source(data, name, pages))


def recognised_source(data: bytes, name: str, pages: Mapping[int, Sequence[str]]) -> Source:
    """Return the lines of a scan whose ``pages`` (from 1) have been recognised; raises EmptyFile."""
    source = read_recognised(data, name, pages)
    if not any(character.isalnum() for character in source.text):
        raise EmptyFile(name, size=len(data))
    return source


def laws_of(source: Source, review: Review = NOTHING) -> tuple[Law, ...]:
    """Return the law of a file that has been read, or one for each of its languages.

    Raises NoArticles, and NoSuchLine where a correction belongs to no line of the file.
    """
    refuse_unknown_lines(source, review.corrections)
    laws = tuple(build_law(one, review) for one in split_languages(source))
    return laws if len(laws) == 1 else tuple(map(_named_by_language, laws))


def _named_by_language(law: Law) -> Law:
    """Return the law under a name that ends in its language, so that no address means two units."""
    ending = f"-{law.language.lower()}"
    return law if law.name.endswith(ending) else replace(law, name=f"{law.name}{ending}")
