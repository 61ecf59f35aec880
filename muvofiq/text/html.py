"""A saved web page becomes lines, one for each block of text that a reader sees."""

import re
from collections.abc import Iterator

from lxml import etree, html

from muvofiq.text.encoding import decode
from muvofiq.text.errors import WrongFormat
from muvofiq.text.source import Line, Source, clean, fingerprint
from muvofiq.text.superscripts import raise_figures

UNSEEN = frozenset({"head", "script", "style", "noscript", "template", "nav", "button", "select", "svg", "iframe"})
BLOCK_NAMES = """
    address article aside blockquote body br caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6
    header hr html li main ol p pre section table tbody td tfoot th thead tr ul
"""
BLOCKS = frozenset(BLOCK_NAMES.split())
DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
RAISED_STYLE = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
RAISED_CLASS = re.compile(r"\.([\w-]+)\s*\{[^{}]*vertical-align\s*:\s*super", re.IGNORECASE)


def read_html(data: bytes, name: str) -> Source:
    """Read HTML bytes; the line numbers are those of the page's source. Raises WrongFormat and those of `decode`."""
    declared = DECLARED.search(data[:4096])
    text, encoding = decode(data, name, declared.group(1).decode("ascii") if declared else None)
    # huge_tree: without it the parser drops, and does not report, all that stands more than 255 elements deep.
    parser = html.HTMLParser(huge_tree=True)
    try:
        page = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise WrongFormat(name, expected="HTML", reason=f"No page could be made of it ({error})") from error
    if "ERR_RESOURCE_LIMIT" in {error.type_name for error in parser.error_log}:
        raise WrongFormat(name, expected="HTML", reason="Its elements lie inside each other without end")
    return Source(name, "html", fingerprint(data), tuple(_lines(page)), encoding)


def _lines(page: etree._Element) -> Iterator[Line]:
    pieces: list[str] = []
    number = 1
    for piece, at in _pieces(page):
        if piece is None:
            if line := clean(" ".join("".join(pieces).split())):
                yield Line(number, line)
            pieces = []
        elif pieces or piece.strip():
            number = number if pieces else at
            pieces.append(piece)


def _pieces(page: etree._Element) -> Iterator[tuple[str | None, int]]:
    """Yield the visible text in order; None marks the border of a block. Comments and scripts are not visible."""
    raised = frozenset(RAISED_CLASS.findall("\n".join(style.text or "" for style in page.iter("style"))))
    walk = etree.iterwalk(page, events=("start", "end", "comment", "pi"))
    line, raising = 1, 0
    for event, element in walk:
        if element.tag in BLOCKS:
            yield None, line
        if event == "start":
            line = element.sourceline or line
            raising += _is_raised(element, raised)
            text = element.text
            if element.tag in UNSEEN:
                walk.skip_subtree()
                text = None
        else:
            raising -= event == "end" and _is_raised(element, raised)
            text = element.tail
        if text:
            yield (raise_figures(text) if raising else text), line + text[: -len(text.lstrip()) or None].count("\n")
            line += text.count("\n")


def _is_raised(element: etree._Element, classes: frozenset[str]) -> bool:
    """Tell whether the element is printed above the line: by its name, its style or one of the page's own classes."""
    own = classes.intersection(element.get("class", "").split())
    return bool(element.tag == "sup" or own or RAISED_STYLE.search(element.get("style", "")))
