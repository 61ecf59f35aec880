"""A Markdown file becomes lines; the signs by which it marks headings, links and stress are left out and told."""

import re
from collections.abc import Iterator
from dataclasses import replace

from muvofiq.text.plain import read_plain
from muvofiq.text.source import LeftOut, Line, Reason, Source

HEADING = re.compile(rb"^[ ]{0,3}#{1,6}\s*[^\s#]", re.MULTILINE)
TAG = re.compile(rb"<(?:html|body|p|div|table|td|span|font|br|h[1-6])[\s/>]", re.IGNORECASE)
FEWEST = 3  # headings; one number sign alone may stand in any text
LONG = 200  # characters: a file with such lines breaks none of its paragraphs
MARKS = re.compile(
    r"^(?P<heading>\#{1,6})\s*"
    r"|\[(?P<words>[^\[\]]*)\]\((?P<place>[^()\s]*)\)"
    r"|(?P<stress>(?<=\S)\*{1,3}+|\*{1,3}+(?=\S))"
    r"|\\(?P<escaped>[\\.()*_\#\[\]-])"
    r"|^(?P<tag><[^<>]*>)$"
)


def is_markdown(data: bytes) -> bool:
    """Tell whether a file marks its headings with number signs and holds no page."""
    return not TAG.search(data) and sum(1 for _ in zip(HEADING.finditer(data), range(FEWEST), strict=False)) == FEWEST


def read_markdown(data: bytes, name: str) -> Source:
    """Read Markdown bytes; a heading has the style h1 to h6. Raises the errors of `decode`."""
    source = read_plain(data, name)
    is_long = any(len(line.text) > LONG for line in source.lines)
    lines: list[Line] = []
    left_out: list[LeftOut] = []
    for line in source.lines:
        text = MARKS.sub(_words, line.text).strip()
        if marks := "".join(_marks(line.text)):
            left_out.append(LeftOut(line.number, marks, Reason.MARKUP))
        if text:
            gap, style = line.after_gap or is_long, _style(line.text)
            lines.append(replace(line, text=text, after_gap=gap, style=style))
    return replace(source, format="markdown", lines=tuple(lines), left_out=tuple(left_out))


def _words(match: re.Match[str]) -> str:
    return match["words"] or match["escaped"] or ""


def _marks(text: str) -> Iterator[str]:
    """Yield what `_words` leaves out of a line."""
    for match in MARKS.finditer(text):
        if match["place"] is not None:
            yield f"[]({match['place']})"
        else:
            yield "\\" if match["escaped"] else match[0].strip()


def _style(text: str) -> str:
    heading = MARKS.match(text)
    return f"h{len(heading['heading'])}" if heading and heading["heading"] else ""
