"""Each damaged row of the Tajik set is repaired as in a user's file: within the law in which it stands.

A row that stands in no law of the folder (words of other files, lines damaged for the test) is a file of its own.
"""

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from muvofiq.text.damage import Repair
from muvofiq.text.repair import repair_letters
from muvofiq.text.source import Line, Source

LawLine = tuple[str, str, Sequence[Repair]]  # as found, as repaired, and what was done
Span = tuple[int, int, str]  # where a word began and ended, and what stands there now


def repaired(folder: Path, *, alone: bool = False) -> dict[str, str]:
    """Return the repaired text of each row of ``repair.jsonl`` by its id; only ``id`` and ``damaged`` are opened.

    With ``alone`` no row knows the law in which it stands.
    """
    laws = [] if alone else sorted((folder / "documents").glob("*.tg.txt"))
    lines = [line for law in laws for line in _law_lines(law.read_text(encoding="utf-8"))]
    rows = map(json.loads, filter(None, (folder / "repair.jsonl").read_text(encoding="utf-8").splitlines()))
    return {row["id"]: _repaired(row["damaged"], lines) for row in rows}


def _law_lines(text: str) -> list[LawLine]:
    file = _file(text)
    repaired = repair_letters(file)
    return [
        (old.text, new.text, [one for one in repaired.repairs if one.line == old.number])
        for old, new in zip(file.lines, repaired.lines, strict=True)
    ]


def _repaired(text: str, lines: Iterable[LawLine]) -> str:
    """Return a row as it stands in the repaired line of a law, else repaired alone."""
    whole = _whole(text)
    for line in lines:
        place = whole.search(line[0])
        excerpt = _excerpt(line, *place.span()) if place else None
        if excerpt is not None:
            return excerpt
    return repair_letters(_file(text)).text


def _excerpt(line: LawLine, start: int, end: int) -> str | None:
    """Return what stands in a repaired line where the text from ``start`` to ``end`` stood; None if that is unclear."""
    found, repaired, repairs = line
    shown = next((one.after for one in repairs if one.damage.is_font), found)
    spans = _spans(shown, [one for one in repairs if not one.damage.is_font])
    is_clear = len(shown) == len(found) and _with_repairs(shown, spans, 0, len(shown)) == repaired
    cuts_word = any(first < edge < last for first, last, _ in spans for edge in (start, end))
    return _with_repairs(shown, spans, start, end) if is_clear and not cuts_word else None


def _spans(shown: str, repairs: Iterable[Repair]) -> list[Span]:
    """Return where each word stood that was repaired; nothing from the first on that is not there."""
    spans, at = list[Span](), 0
    for one in repairs:
        place = _whole(one.before).search(shown, at)
        if place is None:
            break
        spans.append((place.start(), place.end(), one.after))
        at = place.end()
    return spans


def _with_repairs(text: str, spans: Iterable[Span], start: int, end: int) -> str:
    """Return the text from ``start`` to ``end`` with the repairs that lie in it."""
    parts, at = [], start
    for first, last, after in spans:
        if start <= first and last <= end:
            parts += [text[at:first], after]
            at = last
    return "".join([*parts, text[at:end]])


def _whole(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(text)}(?!\w)")


def _file(text: str) -> Source:
    lines = tuple(Line(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip())
    return Source("law.txt", "text", "", lines)
