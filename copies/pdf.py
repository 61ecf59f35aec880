"""Prints an act in two columns with running heads, page numbers and hyphens, as gazettes do."""

import re
from collections.abc import Sequence

import typst

from copies.figures import RAISED_RUN, lowered

PAGE = """#set document(title: "{title}", date: none)
#set page(paper: "a5", margin: (x: 14mm, y: 18mm), columns: 2, numbering: "1",
  header: align(center, text(size: 7pt)[{header}]))
#set text(font: "Libertinus Serif", size: 10pt, lang: "{language}", hyphenate: true)
#set par(justify: true, spacing: 0.65em, first-line-indent: (amount: 1.2em, all: true))
"""
SPECIAL = re.compile(r"([\\#$*_`<>@\[\]~=+/-])")


def printed(lines: Sequence[str], header: str, language: str) -> bytes:
    """Return the PDF of an act; the same act gives the same bytes at every hour."""
    head = PAGE.format(title=_plain(lines[0]), header=_plain(header), language=language)
    text = "\n\n".join(_plain(line) for line in lines if line.strip())
    pdf: bytes = typst.compile((head + text).encode(), ignore_system_fonts=True)
    return pdf


def _plain(text: str) -> str:
    """Return a text in which typst sees no command; a number at the beginning is no list."""
    escaped = RAISED_RUN.sub(lambda match: f"#super[{lowered(match[0])}]", SPECIAL.sub(r"\\\1", text))
    return re.sub(r"^(\d+)\.", r"\1\\.", escaped)
