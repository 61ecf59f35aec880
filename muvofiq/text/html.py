"""A saved web page becomes lines, one for each block of text that a reader sees."""

import re
from collections.abc import Iterator

from lxml import etree, html

from muvofiq.text.encoding import decode
from muvofiq.text.errors import WrongFormat
from muvofiq.text.source import Line, Source, fingerprint
from muvofiq.text.superscripts import raise_figures

UNSEEN = frozenset({"head", "script", "style", "noscript", "template", "nav", "button", "select", "svg", "iframe"})
BLOCK_NAMES = """
    address article aside blockquote body br caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6
    header hr html li main ol p pre section table tbody td tfoot th thead tr ul
"""
BLOCKS = frozenset(BLOCK_NAMES.split())
DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)


def read_html(data: bytes, name: str) -> Source:
    """Read HTML bytes; the line numbers are those of the page's source. Raises WrongFormat and those of `decode`."""
    declared = DECLARED.search(data[:4096])
    text, encoding = decode(data, name, declared.group(1).decode("ascii") if declared else None)
    try:
        page = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except (etree.ParserError, ValueError) as error:
        raise WrongFormat(name, expected="HTML", reason=f"No page could be made of it ({error})") from error
    return Source(name, "html", fingerprint(data), tuple(_lines(page)), encoding)


def _lines(page: etree._Element) -> Iterator[Line]:
    pieces: list[str] = []
    number = 1
    for piece, at in _pieces(page):
        if piece is not None:
            if not pieces:
                number = at
            pieces.append(piece)
        elif pieces:
            line = " ".join("".join(pieces).split())
            pieces = []
            if line:
                yield Line(number, line)


def _pieces(element: etree._Element) -> Iterator[tuple[str | None, int]]:
    """Yield the visible text in order; None marks the border of a block. Comments and scripts are not visible."""
    line = element.sourceline
    at = line if isinstance(line, int) else 1
    if isinstance(element.tag, str) and element.tag not in UNSEEN:
        is_block = element.tag in BLOCKS
        if is_block:
            yield None, at
        if element.text:
            yield (raise_figures(element.text) if element.tag == "sup" else element.text), at
        for child in element:
            yield from _pieces(child)
        if is_block:
            yield None, at
    if element.tail:
        yield element.tail, at
