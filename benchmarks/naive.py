"""What a user would take instead of the product: one line of a pattern for each language, over the plain text."""

import re
from pathlib import Path

from benchmarks.lost import independent
from benchmarks.structure import Article
from benchmarks.tajik import Unit

NUMBER = r"(\d+(?:[-.]\d+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?)"
PATTERNS = (
    rf"^\s*Статья\s+{NUMBER}\.?\s*(.*)$",
    rf"^\s*Моддаи\s+{NUMBER}\.?\s*(.*)$",
    rf"^\s*{NUMBER}-(?:бап|модда|modda|берене)\b\.?\s*(.*)$",
    r"^\s*(?i:Article)\s+(\d+(?:[ \xa0](?:bis|ter))?|premier)\.?\s*(.*)$",
)
HEADINGS = tuple(re.compile(pattern, re.MULTILINE) for pattern in PATTERNS)
UNITS = (
    ("chapter", re.compile(rf"(?:Глава|Боби)\s+{NUMBER}\.?\s*(.*)$")),
    *(("article", heading) for heading in HEADINGS[:3]),
    ("part", re.compile(rf"{NUMBER}\.\s+(.*)$")),
    ("point", re.compile(rf"{NUMBER}\)\s*(.*)$")),
    ("subpoint", re.compile(r"([а-яё])\)\s*(.*)$")),
)
PART = re.compile(r"^\s*\d+(?:-\d+)?\.\s", re.MULTILINE)


def naive(path: Path) -> list[Article]:
    """Return what the pattern that finds most finds in a file; parts are lines that begin with figure and full stop."""
    text = independent(path.read_bytes())
    found = max(([*heading.finditer(text)] for heading in HEADINGS), key=len)
    ends = [*(match.start() for match in found[1:]), len(text)]
    return [
        {
            "num": "1" if match[1] == "premier" else match[1],
            "heading": match[2],
            "parts": len(PART.findall(text, match.end(), end)) or None,
        }
        for match, end in zip(found, ends, strict=True)
    ]


def naive_units(path: Path) -> list[Unit]:
    """Return each line that begins as a unit does: its word or the form of its number says the kind."""
    lines = independent(path.read_bytes()).splitlines()
    found = ((kind, pattern.match(line.strip())) for line in lines for kind, pattern in UNITS)
    return [{"kind": kind, "num": match[1], "heading": match[2]} for kind, match in found if match]
