"""Running heads and feet, and the numbers of the pages, are told from the words of the law."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from statistics import median

from muvofiq.tables import table
from muvofiq.text.pdf_labels import is_heading
from muvofiq.text.pdf_rows import Row
from muvofiq.text.source import Reason

DEPTH = 3  # rows of a running head, or of a foot
PAGES = 3  # what is repeated on fewer pages may be law
APART = 4  # a head stands on every fourth page at least, from its first page to its last
SAME_PLACE = 3.0  # points
GAP = 1.3  # times the usual distance of rows; a head is so far from the text at least, or has another size
SMALLEST = 0.8  # heights of the font; rows nearer than this overlap
FAR = 2.0  # heights of the font; the usual distance where a page has too few rows to tell
OTHER_SIZE = 0.05
FIGURES = re.compile(r"\d+")
NUMBER_ALONE = re.compile(r"[\W_]*\d{1,4}[\W_]*(?:\d{1,4}[\W_]*)?")
NUMBER = re.compile(r"\d|\b[IVXLCІХ]+\b")
UNIT_ALONE = re.compile(r"([^\W\d_]+)\W{0,2}\s\d+(?:\W[\W\d]*)?|\d+\W{0,2}\s?([^\W\d_]+)\W*")  # «Article 5», «5-модда»


@dataclass(frozen=True, slots=True)
class Page:
    """The rows of a page in one direction of reading, from its top; ``number`` counts from 1, ``height`` in points.

    ``reading`` counts the directions of a page from 0; the fullest comes first.
    """

    number: int
    height: float
    rows: tuple[Row, ...]
    is_recognised: bool = False
    reading: int = 0


@dataclass(frozen=True, slots=True)
class _Outer:
    """The outermost row of a page, and how far from the edge of the page it stands; pages and rows by their index."""

    page: int
    index: int
    number: int
    text: str
    place: float
    is_set_off: bool
    is_small: bool


def margins_of(pages: Sequence[Page]) -> list[dict[int, Reason]]:
    """Return for each page which of its rows (by their index) are no words of the law, and why."""
    found: list[dict[int, Reason]] = [{} for _ in pages]
    for is_top in (True, False):
        for _ in range(DEPTH):
            outer = list(_outermost(pages, found, is_top=is_top))
            repeated = _repeated(outer, pages)
            for row in outer:
                if row.page in repeated:
                    found[row.page][row.index] = repeated[row.page]
            if not repeated:
                break
        for page, margins in zip(pages, found, strict=True):
            _give_back(page, margins, is_top=is_top)
    return found


def _give_back(page: Page, margins: dict[int, Reason], *, is_top: bool) -> None:
    """Take rows that may go on with a sentence, and are not set off from the text, for text again."""
    inwards = range(len(page.rows)) if is_top else range(len(page.rows) - 1, -1, -1)
    for at in reversed(list(takewhile(margins.__contains__, inwards))):
        inner = at + 1 if is_top else at - 1
        if not page.rows[at].text[0].islower() or not 0 <= inner < len(page.rows) or _is_set_off(page, at, inner):
            break
        del margins[at]


def _is_set_off(page: Page, at: int, inner: int) -> bool:
    if not 0 <= inner < len(page.rows):
        return True
    row, other = page.rows[at], page.rows[inner]
    distances = [one.base - two.base for one, two in pairwise(page.rows)]
    distances = [distance for distance in distances if distance > SMALLEST * other.size]
    is_other_size = abs(row.size - other.size) > OTHER_SIZE * other.size
    usual = median(distances) if len(distances) > 1 else FAR * other.size
    return is_other_size or abs(row.base - other.base) > GAP * usual


def _is_small(page: Page, at: int, inner: int) -> bool:
    """Tell whether a row is printed smaller than the text beside it, as only heads and feet are."""
    return 0 <= inner < len(page.rows) and page.rows[at].size < (1 - OTHER_SIZE) * page.rows[inner].size


def _outermost(pages: Sequence[Page], found: list[dict[int, Reason]], *, is_top: bool) -> Iterator[_Outer]:
    """Give the uppermost or lowest row of each page that is not known as a head or foot yet."""
    for at, page in enumerate(pages):
        left = [index for index in range(len(page.rows)) if index not in found[at]]
        if left:
            index = left[0 if is_top else -1]
            row = page.rows[index]
            place = page.height - row.base if is_top else row.base
            inner = index + 1 if is_top else index - 1
            is_set_off, is_small = _is_set_off(page, index, inner), _is_small(page, index, inner)
            yield _Outer(at, index, page.number, row.text, place, is_set_off, is_small)


def _repeated(outer: Sequence[_Outer], pages: Sequence[Page]) -> dict[int, Reason]:
    """Return the pages (by their index) whose outermost row is repeated on others, with its reason."""
    found: dict[int, Reason] = {}
    groups = [group for group in _groups(outer, exact=True) if _is_near(group, pages) and _may_be_head(group)]
    groups += [group for group in _groups(outer, exact=False) if _counts_pages(group, pages)]
    known = {row.page for group in groups for row in group}
    others = [row for row in outer if row.page not in known]
    for group in groups:
        if _stands_outside(group, others, len(outer)):
            found |= {row.page: _reason(row.text) for row in group}
    return found


def _groups(outer: Sequence[_Outer], *, exact: bool) -> Iterator[list[_Outer]]:
    """Give the rows that stand at the same place with the same words (and, if ``exact``, the same figures)."""
    alike: dict[str, list[_Outer]] = defaultdict(list)
    for row in outer:
        alike[row.text if exact else FIGURES.sub("#", row.text)].append(row)
    for rows in alike.values():
        rows.sort(key=lambda row: row.place)
        group: list[_Outer] = []
        for row in rows:
            if group and row.place - group[0].place > SAME_PLACE:
                yield sorted(group, key=lambda row: row.number)
                group = []
            group.append(row)
        yield sorted(group, key=lambda row: row.number)


def _is_near(group: Sequence[_Outer], pages: Sequence[Page]) -> bool:
    """Tell whether the same words stand on enough pages, not far apart; of two pages on both, in small print."""
    is_short = len({page.number for page in pages}) == 2 and all(row.is_small for row in group)
    return len(group) >= (2 if is_short else PAGES) and group[-1].number - group[0].number < APART * len(group)


def _may_be_head(group: Sequence[_Outer]) -> bool:
    """Tell whether the same words are no mere number of a list, nor a heading that stands next to its text."""
    text = group[0].text
    if NUMBER_ALONE.fullmatch(text):
        return False
    return not is_heading(text) or (bool(NUMBER.search(text)) and all(row.is_set_off for row in group))


def _counts_pages(group: Sequence[_Outer], pages: Sequence[Page]) -> bool:
    """Tell whether the figures of the rows grow with the pages, or stay the same, and are no numbers of units."""
    text = group[0].text
    is_page_number = _is_page_number(text)
    is_unit = UNIT_ALONE.fullmatch(text) or NUMBER_ALONE.fullmatch(text) or is_heading(text)
    if not FIGURES.search(text) or (is_unit and not is_page_number):
        return False
    enough = 2 if is_page_number and len({page.number for page in pages}) == 2 else PAGES
    if len(group) < enough or group[-1].number - group[0].number >= APART * len(group):
        return False
    figures = [[int(figure) for figure in FIGURES.findall(row.text)] for row in group]
    columns = list(zip(*figures, strict=True))
    grow = [len({figure - row.number for figure, row in zip(column, group, strict=True)}) == 1 for column in columns]
    stay = [len(set(column)) == 1 for column in columns]
    return any(grow) and all(one or other for one, other in zip(grow, stay, strict=True))


def _stands_outside(group: Sequence[_Outer], others: Sequence[_Outer], count: int) -> bool:
    """Tell whether the rows stand where no other page has its text, or stand on most pages."""
    at_same_place = [row for row in others if row.place <= group[-1].place + SAME_PLACE]
    return not at_same_place or len(group) > count / 2


def _reason(text: str) -> Reason:
    return Reason.PAGE_NUMBER if _is_page_number(text) else Reason.RUNNING_HEAD


def _is_page_number(text: str) -> bool:
    if NUMBER_ALONE.fullmatch(text):
        return not text.rstrip().endswith((".", ")")) or text.lstrip().startswith("(")
    unit = UNIT_ALONE.fullmatch(text)
    words = {row["word"] for row in table("languages/page-words.csv")}
    return unit is not None and (unit[1] or unit[2]).casefold() in words
