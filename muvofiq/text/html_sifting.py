"""Of the blocks of a page, those of the act become lines; footnotes stand behind the lines that cite them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from muvofiq.text.html_blocks import Block
from muvofiq.text.source import LeftOut, Line, Reason
from muvofiq.text.styles import portal_of, role

REASONS = {
    "running-head": Reason.RUNNING_HEAD,
    "navigation": Reason.NAVIGATION,
    "mark": Reason.EDITOR_MARK,
}
# The marks by which EUR-Lex tells in a consolidated text which act a passage comes from: «►M1», «▼B», «◄».
EDITOR_MARK = re.compile(r"\s*(?:[►▼]\s?[A-Z]{1,2}\d{0,3}+|◄)\s*")
MARK_OF_NOTE = re.compile(r"^\(\s(\S{1,5})\s\)")
LABELLED_MARK = re.compile(r"[►▼]\s?[A-Z]{1,2}\d{0,3}+")
LINKS = 3  # fewer links in a row may be the title of the act or what amends it
SHORT = 40  # characters of a link in a menu, on the average


def sift(blocks: Iterable[Block]) -> tuple[tuple[Line, ...], tuple[LeftOut, ...]]:
    """Return the lines of the act and what was left out of them. Every word is in one of the two."""
    lines: list[Block] = []
    left_out: list[LeftOut] = []
    page = list(blocks)
    portals = {portal_of(block.style) for block in page if role(block.style) in ("number", "title")}
    for block in page:
        # A name such as «reference» says something only in the pages of the portal that uses it so.
        known = role(block.style) if portal_of(block.style) in portals else ""
        is_of_act = block.is_inside or block.note is not None
        reason = REASONS.get(known) if is_of_act else Reason.NAVIGATION
        if reason:
            left_out.append(LeftOut(block.line, block.text, reason))
        else:
            lines.append(block)
    before, after = _edges(lines)
    edges = (*lines[:before], *lines[after:])
    left_out.extend(LeftOut(block.line, block.text, Reason.NAVIGATION) for block in edges)
    lines = lines[before:after]
    if any(LABELLED_MARK.search(block.text) for block in lines):
        lines = [one for block in lines for one in _without_marks(block, left_out)]
    return tuple(_line(block) for block in _with_footnotes(lines)), tuple(left_out)


def _line(block: Block) -> Line:
    is_note = block.note is not None or role(block.style) == "note"
    text = MARK_OF_NOTE.sub(r"(\1)", block.text) if is_note else block.text
    return Line(block.line, text, style=block.style, is_note=is_note, inset=block.inset)


def _edges(blocks: Sequence[Block]) -> tuple[int, int]:
    """Return where the act begins and ends between lists of links to other pages."""
    before = _links(blocks)
    after = len(blocks) - _links(blocks[before:][::-1])
    return before, after


def _links(blocks: Sequence[Block]) -> int:
    """Count the blocks of a menu with which a page begins: several short links, and nothing else."""
    count = next((at for at, block in enumerate(blocks) if not block.is_link), len(blocks))
    menu = blocks[:count]
    is_menu = LINKS <= count < len(blocks) and sum(len(block.text) for block in menu) <= SHORT * count
    return count if is_menu and not any(role(block.style) for block in menu) else 0


def _without_marks(block: Block, left_out: list[LeftOut]) -> Iterator[Block]:
    if role(block.style) in ("arrow", "title"):
        yield block  # here the mark is explained
        return
    found = [mark[0].strip() for mark in EDITOR_MARK.finditer(block.text)]
    left_out.extend(LeftOut(block.line, mark, Reason.EDITOR_MARK) for mark in found)
    text = re.sub(r" (?=[,;.:)])", "", EDITOR_MARK.sub(" ", block.text)).strip() if found else block.text
    if text:
        yield replace(block, text=text)


def _with_footnotes(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, each footnote behind the one that cites it."""
    notes: dict[int, list[Block]] = {}
    cited = {number for block in blocks for number in block.cites if block.note is None}
    rest: list[Block] = []
    last: int | None = None
    for block in blocks:
        if block.note is not None and block.note in cited:
            last = block.note
            notes[last] = [block]
        elif last is not None and role(block.style) == "note":
            notes[last].append(replace(block, note=last))
        else:
            last = None
            rest.append(block)
    for block in rest:
        yield block
        for number in block.cites:
            yield from notes.pop(number, [])
    for note in notes.values():
        yield from note
