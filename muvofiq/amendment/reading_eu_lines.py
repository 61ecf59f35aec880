"""The paragraphs of a European amending act: what it orders, and below that the new wording in quotation marks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from muvofiq.law.kind import Kind
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law, Provision
from muvofiq.tables import table

PAIRS = {"‘": "’", "“": "”", "«": "»", "„": "“", "'": "'", '"': '"'}
LONGEST = 400  # paragraphs; a quotation that is not closed within them was never one
NOTE_MARK = r"(?:\s*\(\s*\*{0,3}\s*[\d¹²³⁴⁵⁶⁷⁸⁹⁰]{0,3}\s*\))?"  # (*1): the number of a footnote to the new wording
ENDS = "|".join(row["pattern"] for row in table("formulae/eu.csv") if row["operation"] == "{ends}")
TAIL = re.compile(rf"{NOTE_MARK}\s*[.;,:]*\s*(?:{ENDS})?\s*$")
FOOTNOTE = re.compile(r"[‘“«\"']?\(\s*\*{1,3}\s*[\d¹²³⁴⁵⁶⁷⁸⁹⁰]{0,3}\s*\)|_{3,}|-{3,}|—{3,}")
MARKED = re.compile(r"\s*\(\*{1,3}\s*[\d¹²³⁴⁵⁶⁷⁸⁹⁰]{0,3}\)")
LABEL = re.compile(
    r"(?P<label>\(?(?P<item>\d{1,3}(?:[a-z]{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?|[a-z]{1,2}|[ivx]{1,6})\)"
    r"|(?P<figures>\d{1,3}(?:\.\d{1,3})*[⁰¹²³⁴⁵⁶⁷⁸⁹]*)\."
    r"|(?P<dash>[—–-]))(?:\s*\|)?\s+"
)
BARE = re.compile(r"(?:[‘“«\"']?(?:[—–-]|\(?\w{1,4}\)|\d{1,3}(?:[a-z]{1,2}|\s\w{3,8})?\.))")
CELL = re.compile(rf"^(?P<label>{BARE.pattern})\s\|\s")
ANNOUNCES = re.compile(r":\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the act and the unit in which it stands. ``is_border``: a new article or annex begins.

    ``inset`` tells in how many items of lists it was printed.
    """

    where: Reference
    text: str
    is_border: bool = False
    inset: int = 0


@dataclass(frozen=True, slots=True)
class Order:
    """What the act says itself, without the number of the item, and the new wording that follows it."""

    where: Reference
    text: str
    label: str = ""
    wording: tuple[str, ...] = ()
    tail: str = ""
    """What stands behind the closing quotation mark."""
    is_border: bool = False

    @property
    def words(self) -> str:
        """The order as printed, with its wording."""
        return "\n".join(filter(None, (f"{self.label} {self.text}".strip(), *self.wording)))


def lines_of(act: Law) -> Iterator[Line]:
    """Yield the paragraphs of an act in the order of print; labels and headings stand before the text."""
    for where, unit, _ in act.units():
        is_border = unit.kind.depth <= Kind.ARTICLE.depth
        parts = _split(unit) if is_border else [" ".join(filter(None, (unit.label, unit.heading, unit.text)))]
        yield from (Line(where, part, is_border and at == 0, unit.inset) for at, part in enumerate(filter(None, parts)))


def _split(unit: Provision) -> list[str]:
    """Return number, heading and text of an article or annex as lines of their own."""
    return [unit.label, unit.heading, unit.text]


def orders_of(lines: Sequence[Line], announces: re.Pattern[str], *, is_exact: bool = False) -> Iterator[Order]:
    """Yield what the act orders, each with the new wording below it; ``announces`` are the words that do so.

    In a printed act footnotes and the borders of cells are no part of the wording, unless it ``is_exact``.
    """
    at = 0
    while at < len(lines):
        line = lines[at]
        text, inside = _parted(line.text)
        if inside:
            rest = [Line(line.where, inside, inset=line.inset), *lines[at + 1 :]]
            end = _end(rest, line, announces)
            yield _order(line, text, rest[:end], is_exact=is_exact)
            at += end
        elif ANNOUNCES.search(line.text) and at + 1 < len(lines) and _opens(lines[at + 1].text):
            end = _end(lines[at + 1 :], line, announces)
            yield _order(line, line.text, lines[at + 1 : at + 1 + end], is_exact=is_exact)
            at += 1 + end
        else:
            yield _order(line, line.text, [], is_exact=is_exact)
            at += 1


def _order(line: Line, text: str, quotation: Sequence[Line], *, is_exact: bool) -> Order:
    match = None if line.is_border else LABEL.match(text)
    label = match["label"] if match else ""
    wording, tail = _unquoted(quotation, is_exact=is_exact) if quotation else ((), "")
    return Order(line.where, text[match.end() :] if match else text, label, wording, tail, line.is_border)


def _opens(text: str) -> bool:
    return text[:1] in PAIRS


def _parted(text: str) -> tuple[str, str]:
    """Part a paragraph that announces new wording and begins it on the same line."""
    match = re.search(r":\s*(?=[‘“«\"]\s*\S)", text)
    if not match:
        return text, ""
    own = next((span for span in quoted(text) if span[0] == match.end()), None)
    is_whole = own is not None and not TAIL.match(text, own[1])  # words that the order goes on behind
    return (text, "") if is_whole else (text[: match.end()].rstrip(), text[match.end() :])


def _end(lines: Sequence[Line], order: Line, announces: re.Pattern[str]) -> int:
    """Return how many lines the wording has that begins with the first, below the order that announces it.

    Footnotes are printed elsewhere, and with them the closing sign may be lost: then it ends before the next article of
    the act, or before the next item that announces new wording.
    """
    opening = lines[0].text[0]
    depth, candidate = 0, 0
    for at, line in enumerate(lines[:LONGEST]):
        if at and (_is_next_article(order, line) or _announces(lines, at, opening, announces)):
            return candidate or at
        depth += _depth(line.text, opening)
        if _closes(line.text, PAIRS[opening], is_first=at == 0):
            if depth <= 0 or (PAIRS[opening] == opening and depth % 2 == 0):
                return at + 1
            is_followed = at + 1 == len(lines) or lines[at + 1].is_border or bool(LABEL.match(lines[at + 1].text))
            candidate = candidate or (at + 1 if is_followed else 0)
    return candidate or 1


def _is_next_article(order: Line, line: Line) -> bool:
    """Whether the act goes on here: with the article that follows the one in which the wording began."""
    own, next_one = (next((s for s in one.where.steps if s.kind is Kind.ARTICLE), None) for one in (order, line))
    return bool(
        line.is_border
        and own
        and next_one
        and own.number.stem.isdecimal()
        and str(next_one.number) == str(int(own.number.stem) + 1)
    )


def _announces(lines: Sequence[Line], at: int, opening: str, announces: re.Pattern[str]) -> bool:
    """Whether an item of the act announces the next new wording here, or is the head of such an item."""
    text = lines[at].text
    is_item = LABEL.match(text) and ANNOUNCES.search(text) and announces.search(text)
    if not is_item or at + 1 == len(lines):
        return False
    return lines[at + 1].text[:1] == opening or _announces(lines, at + 1, opening, announces)


def _closes(text: str, closing: str, *, is_first: bool) -> bool:
    at = text.rfind(closing)
    return at >= int(is_first) and bool(TAIL.match(text, at + 1))


def _depth(text: str, opening: str) -> int:
    """Return by how much more quotations open in a text than close; signs that do both are only counted."""
    if PAIRS[opening] == opening:
        return len(re.findall(rf"(?<!\w){opening}|{opening}(?!\w)", text))
    return text.count(opening) - sum(_is_closing(text, found.start()) for found in re.finditer(PAIRS[opening], text))


def _is_closing(text: str, at: int) -> bool:
    """Whether the sign closes a quotation: within a word and behind a plural it is an apostrophe."""
    behind, before = text[at + 1 : at + 2], text[at - 1 : at]
    if text[at] not in "’'" or not behind:
        return True
    return not behind.isalnum() and not (before == "s" and re.match(r"\s[a-z]", text[at + 1 : at + 3]))


def _is_end(text: str, at: int, opening: str) -> bool:
    """Whether the sign closes a quotation within a line: «the States’ lists’» closes where no further one would."""
    if _is_closing(text, at) or text[at + 1 : at + 2].isalnum():
        return _is_closing(text, at)
    rest = text[at + 1 :].split(opening, maxsplit=1)[0]
    return not re.search(rf"{text[at]}(?!\w)", rest)


def quoted(text: str) -> list[tuple[int, int]]:
    """Return where the outermost quotations of a text begin and end.

    >>> text = "the words ‘trader’s name’ are replaced by ‘name’"
    >>> [text[start:end] for start, end in quoted(text)]
    ['‘trader’s name’', '‘name’']
    """
    spans, at = [], 0
    while at < len(text):
        if text[at] in PAIRS and not text[at - 1 : at].isalnum() and (end := _closing(text, at)):
            spans.append((at, end))
            at = end
        else:
            at += 1
    return spans


def _closing(text: str, start: int) -> int:
    """Return where the quotation ends that begins here; 0 where it is not closed."""
    opening, closing = text[start], PAIRS[text[start]]
    depth = 1
    for at in range(start + 1, len(text)):
        if text[at] == closing and _is_end(text, at, opening):
            depth -= 1
        elif text[at] == opening:
            depth += 1
        if not depth:
            return at + 1
    return 0


def _unquoted(lines: Sequence[Line], *, is_exact: bool) -> tuple[tuple[str, ...], str]:
    """Return new wording without quotation marks and footnotes, and what stands behind it.

    A label that stands alone on its line is joined with what follows it.
    """
    kept = [line for at, line in enumerate(lines) if at == 0 or is_exact or not FOOTNOTE.match(line.text)]
    own = [line.text for line in kept]
    closing, tail = PAIRS[own[0][0]], ""
    own[0] = own[0][1:].lstrip()
    at = own[-1].rfind(closing)
    if at >= 0 and TAIL.match(own[-1], at + 1):
        own[-1], tail = own[-1][:at], own[-1][at + 1 :].strip()
    if is_exact:
        return tuple(own), tail
    insets = [line.inset for line in kept]
    return tuple(_set_in(list(_joined(zip(map(_plain, own), insets, strict=True))))), tail


def _plain(line: str) -> str:
    return CELL.sub(r"\g<label> ", MARKED.sub("", line)).strip()


def _joined(lines: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    label: tuple[str, int] | None = None
    for text, inset in lines:
        if BARE.fullmatch(text):
            yield from [label] if label else []
            label = text, inset
        elif text:
            yield (f"{label[0]} {text}", label[1]) if label else (text, inset)
            label = None
    if label:
        yield label


def _set_in(lines: Sequence[tuple[str, int]]) -> Iterator[str]:
    """Yield the lines of a wording, set in by tabs if one without a number belongs to an item above it."""
    first = lines[0][1] if lines else 0
    is_shown = any(inset > first and not LABEL.match(f"{text} ") for text, inset in lines)
    yield from ("\t" * max(inset - first, 0) * is_shown + text for text, inset in lines)
