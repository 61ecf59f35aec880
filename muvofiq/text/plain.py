"""A text file becomes lines."""

from dataclasses import replace

from muvofiq.text.encoding import decode
from muvofiq.text.page_width import is_broken_by_width
from muvofiq.text.source import Line, Source, clean, fingerprint


def read_plain(data: bytes, name: str) -> Source:
    """Read TXT bytes; the line numbers are those of the file. Raises the errors of `decode`."""
    text, encoding = decode(data, name)
    return Source(name, "text", fingerprint(data), tuple(_lines(text)), encoding)


def _lines(text: str) -> list[Line]:
    """Return the lines; where a page width has broken them, an indented line begins a paragraph."""
    lines: list[Line] = []
    indents: list[int] = []
    gap = True
    for number, raw in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        kept = clean(raw)
        if kept:
            lines.append(Line(number, kept, gap))
            indents.append(len(raw) - len(raw.lstrip()))
        gap = not kept
    margin = min(indents, default=0)
    indented = [
        replace(line, after_gap=line.after_gap or indent > margin) for line, indent in zip(lines, indents, strict=True)
    ]
    return indented if is_broken_by_width(indented) else lines
