"""A text file becomes lines."""

from muvofiq.text.encoding import decode
from muvofiq.text.source import Line, Source, clean, fingerprint


def read_plain(data: bytes, name: str) -> Source:
    """Read TXT bytes; the line numbers are those of the file. Raises the errors of `decode`."""
    text, encoding = decode(data, name)
    return Source(name, "text", fingerprint(data), tuple(_lines(text)), encoding)


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    gap = True
    for number, raw in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        kept = clean(raw)
        if kept:
            lines.append(Line(number, kept, gap))
        gap = not kept
    return lines
