"""Each damaged row of the Tajik set is repaired as in a user's file: within the law in which it stands.

A row that stands in no law of the folder (words of other files, lines damaged for the test) is a file of its own.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from muvofiq.text.repair import repair_letters
from muvofiq.text.source import Line, Source

WORD = re.compile(r"\w+")


def repaired(folder: Path, *, alone: bool = False) -> dict[str, str]:
    """Return the repaired text of each row of ``repair.jsonl`` by its id; only ``id`` and ``damaged`` are opened.

    With ``alone`` no row knows the law in which it stands.
    """
    laws = [] if alone else sorted((folder / "documents").glob("*.tg.txt"))
    lines = [pair for law in laws for pair in _before_and_after(law.read_text(encoding="utf-8"))]
    rows = map(json.loads, filter(None, (folder / "repair.jsonl").read_text(encoding="utf-8").splitlines()))
    return {row["id"]: _repaired(row["damaged"], lines) for row in rows}


def _before_and_after(text: str) -> list[tuple[str, str]]:
    file = _file(text)
    return [(old.text, new.text) for old, new in zip(file.lines, repair_letters(file).lines, strict=True)]


def _repaired(text: str, lines: Iterable[tuple[str, str]]) -> str:
    """Return a row as it stands in the repaired line of a law, else repaired alone."""
    whole = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)")
    for old, new in lines:
        if place := whole.search(old):
            return _excerpt(text, new, len(WORD.findall(old[: place.start()])))
    return repair_letters(_file(text)).text


def _excerpt(text: str, line: str, skipped: int) -> str:
    """Return as many words of a line as a text has, after those ``skipped``, with what stands around the text."""
    mine, theirs = list(WORD.finditer(text)), list(WORD.finditer(line))[skipped:]
    words = line[theirs[0].start() : theirs[len(mine) - 1].end()]
    return text[: mine[0].start()] + words + text[mine[-1].end() :]


def _file(text: str) -> Source:
    lines = tuple(Line(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip())
    return Source("law.txt", "text", "", lines)
