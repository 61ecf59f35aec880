"""A saved web page becomes lines, one for each block of text that a reader sees."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html

from muvofiq.text.encoding import decode
from muvofiq.text.errors import WrongFormat
from muvofiq.text.html_blocks import Block, Cell, Draft, whole_lines
from muvofiq.text.html_sifting import sift
from muvofiq.text.html_survey import INVISIBLE, Survey, line_of, survey, visible
from muvofiq.text.source import LeftOut, Reason, Source, clean, fingerprint
from muvofiq.text.superscripts import raise_figures

BLOCK_NAMES = """
    address article aside blockquote body br caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6
    header hr html li main ol p pre section table tbody td tfoot th thead tr ul
"""
BLOCKS = frozenset(BLOCK_NAMES.split())
BREAKS = frozenset({"br", "hr"})
DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
RAISED_STYLE = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
RAISED_CLASS = re.compile(r"\.([\w-]+)\s*\{[^{}]*vertical-align\s*:\s*super", re.IGNORECASE)
RAISED_NAMES = frozenset({"superscript", "oj-super"})  # classes of EUR-Lex, whose pages leave their styles elsewhere


def read_html(data: bytes, name: str) -> Source:
    """Read HTML bytes; the line numbers are those of the page's source. Raises WrongFormat and those of `decode`."""
    declared = DECLARED.search(data[:4096])
    text, encoding = decode(data, name, declared.group(1).decode("ascii") if declared else None)
    page = _page(text, name)
    reader = _Reader(survey(page), _raised(page))
    lines, left_out = sift(whole_lines(reader.blocks(page)))
    gone = sorted((*reader.left_out, *left_out), key=lambda one: one.line)
    return Source(name, "html", fingerprint(data), lines, encoding, left_out=tuple(gone))


def _page(text: str, name: str) -> etree._Element:
    # huge_tree: without it the parser drops, and does not report, all that stands more than 255 elements deep.
    parser = html.HTMLParser(huge_tree=True)
    try:
        page = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise WrongFormat(name, expected="HTML", reason=f"No page could be made of it ({error})") from error
    if "ERR_RESOURCE_LIMIT" in {error.type_name for error in parser.error_log}:
        raise WrongFormat(name, expected="HTML", reason="Its elements lie inside each other without end")
    return page


def _raised(page: etree._Element) -> frozenset[str]:
    styles = "\n".join(style.text or "" for style in page.iter("style"))
    return RAISED_NAMES.union(RAISED_CLASS.findall(styles))


@dataclass(slots=True)
class _Table:
    """A table while it is read: its number in the page, and the row and cell that are open."""

    number: int
    is_data: bool
    around: Cell | None
    row: int = -1
    cell: int = -1


@dataclass(slots=True)
class _Reader:
    """The walk through a page, with all that is open at one place of it."""

    survey: Survey
    raised: frozenset[str]
    left_out: list[LeftOut] = field(default_factory=list)
    line: int = 1
    raising: int = 0
    linking: int = 0
    inside: int = 0
    draft: Draft | None = None
    styles: list[str] = field(default_factory=lambda: [""])
    tables: list[_Table] = field(default_factory=list)
    cells: list[Cell | None] = field(default_factory=lambda: [None])
    counted: int = 0
    numbers: dict[etree._Element, int] = field(default_factory=dict)

    def blocks(self, page: etree._Element) -> Iterator[Block]:
        """Yield the blocks of the page in order. Comments and scripts are not visible."""
        self.inside = int(self.survey.container is None)
        self.numbers = {mark: number for number, mark in enumerate(self.survey.marks)}
        notes = {note: self.numbers[mark] for mark, note in self.survey.marks.items()}
        walk = etree.iterwalk(page, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if element.tag in BLOCKS:
                yield from self._close(holds=event == "start" and element.tag not in BREAKS)
            if event == "start":
                self._start(element)
                text = element.text
                if element in notes:
                    self._open().note = notes[element]
                if self._leaves_out(element):
                    walk.skip_subtree()
                    text = None
            else:
                if event == "end":
                    self._end(element)
                text = element.tail
            if text:
                self._add(text)
        yield from self._close(holds=False)

    def _start(self, element: etree._Element) -> None:
        self.line = line_of(element, self.line)
        self.raising += self._is_raised(element)
        self.linking += _leads_elsewhere(element)
        self.inside += self._is_inside(element)
        if element.tag in BLOCKS:
            self.styles.append(" ".join(element.get("class", "").split()) or self.styles[-1])
        if element.tag == "table":
            self.tables.append(_Table(self.counted, element in self.survey.data_tables, self.cells[-1]))
            self.counted += 1
        elif element.tag == "tr" and self.tables:
            self.tables[-1].row, self.tables[-1].cell = self.tables[-1].row + 1, -1
        elif element.tag in ("td", "th"):
            self._start_cell()

    def _start_cell(self) -> None:
        if not self.tables:
            self.cells.append(self.cells[-1])
            return
        table = self.tables[-1]
        table.cell += 1
        self.cells.append(Cell(table.number, max(table.row, 0), table.cell, table.is_data, table.around))

    def _end(self, element: etree._Element) -> None:
        self.raising -= self._is_raised(element)
        self.linking -= _leads_elsewhere(element)
        self.inside -= self._is_inside(element)
        if element.tag in BLOCKS:
            self.styles.pop()
        if element.tag == "table":
            self.tables.pop()
        elif element.tag in ("td", "th"):
            self.cells.pop()

    def _leaves_out(self, element: etree._Element) -> bool:
        """Tell whether the words of an element are no words of the act; those that are seen are kept apart."""
        if element.tag in INVISIBLE:
            return True
        is_mark = element in self.numbers
        if not is_mark and element not in self.survey.navigation:
            return False
        if text := clean(visible(element)):
            if is_mark:
                self._open().cite(raise_figures("".join(text.split())), self.numbers[element])
            else:
                self.left_out.append(LeftOut(self.line, text, Reason.NAVIGATION))
        return True

    def _add(self, text: str) -> None:
        lines = text.count("\n")
        if self.draft or text.strip():
            draft = self.draft or self._open(self.line + text[: -len(text.lstrip()) or None].count("\n"))
            draft.add(raise_figures(text) if self.raising else text, is_link=bool(self.linking))
        self.line += lines

    def _open(self, line: int = 0) -> Draft:
        if self.draft is None:
            self.draft = Draft(line or self.line, self.styles[-1], self.cells[-1], self.inside > 0)
        return self.draft

    def _close(self, *, holds: bool) -> Iterator[Block]:
        if self.draft:
            block = self.draft.block(holds=holds)
            marks = (LeftOut(self.draft.line, mark, Reason.NOTE_MARK) for mark in self.draft.marks)
            self.left_out.extend(marks)
            if block.text:
                yield block
        self.draft = None

    def _is_inside(self, element: etree._Element) -> bool:
        return element is self.survey.container or (self.survey.container is not None and element.tag == "h1")

    def _is_raised(self, element: etree._Element) -> bool:
        """Tell whether the element is printed above the line: by its name, its style or one of the page's classes."""
        own = self.raised.intersection(element.get("class", "").split())
        return bool(element.tag == "sup" or own or RAISED_STYLE.search(element.get("style", "")))


def _leads_elsewhere(element: etree._Element) -> bool:
    return element.tag == "a" and not element.get("href", "#").startswith("#")
