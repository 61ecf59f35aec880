"""A PDF file becomes lines."""

import pypdfium2

from muvofiq.text.choices import NONE, Choices
from muvofiq.text.source import Line, Source, clean, fingerprint


def read_pdf(data: bytes, name: str, choices: Choices = NONE) -> Source:
    """Read the bytes of such a file."""
    lines: list[Line] = []
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            for raw in page.get_textpage().get_text_bounded().splitlines():
                if kept := clean(raw):
                    lines.append(Line(len(lines) + 1, kept, after_gap=False))
    return Source(name, "PDF", fingerprint(data), tuple(lines))
