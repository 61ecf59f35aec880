"""Corrections that are pending in a Word file are counted, and then read as a person chose: original or accepted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from muvofiq.text.choices import Changes
from muvofiq.text.docx_package import M, W
from muvofiq.text.docx_styles import Styles
from muvofiq.text.source import LeftOut, Reason, Remark, clean

INSERTED = (f"{W}ins", f"{W}moveTo", f"{W}cellIns")
DELETED = (f"{W}del", f"{W}moveFrom", f"{W}cellDel")
PROPERTIES = frozenset(W + name for name in ("rPr", "trPr", "tcPr", "numPr"))  # there a correction is only marked
ROW, CELL, PARAGRAPH, RUN, ABOUT = f"{W}tr", f"{W}tc", f"{W}p", f"{W}r", f"{W}pPr"
TEXT = (f"{W}t", f"{W}delText", f"{M}t")
STAYS = frozenset({f"{W}rPr", f"{W}sectPr"})  # what belongs to a paragraph whatever its numbering was before
NUMBER = "number"  # our own mark on each paragraph: which one of the file it is

REMARKS = (
    "{count} pending insertions were read as accepted.",
    "{count} pending deletions were read as accepted.",
    "{count} pending insertions were left out, as in the original.",
    "{count} pending deletions were taken back, as in the original.",
)


@dataclass(frozen=True, slots=True)
class Pending:
    """How many corrections are pending in a file, and who made them."""

    insertions: int
    deletions: int
    renumbered: int
    authors: tuple[str, ...]

    def remarks(self, changes: Changes) -> Iterator[Remark]:
        """Yield how they were read."""
        templates = REMARKS[2:] if changes is Changes.ORIGINAL else REMARKS[:2]
        for template, count in zip(templates, (self.insertions, self.deletions), strict=True):
            if count:
                yield Remark(template, count)


def pending(roots: Iterable[etree._Element], styles: Styles) -> Pending:
    """Count the corrections that are pending in the parts of a file."""
    counts: Counter[str] = Counter()
    authors = set()
    for root in roots:
        for element in root.iter(*INSERTED, *DELETED, f"{W}pPrChange"):
            if kind := _kind(element, styles):
                counts[kind] += 1
                authors.add(element.get(f"{W}author") or "?")
    return Pending(counts["insertion"], counts["deletion"], counts["number"], tuple(sorted(authors)))


def _kind(change: etree._Element, styles: Styles) -> str:
    """Return what a correction counts as; empty for one of the look alone, or one that another one counts for."""
    parent = change.getparent()
    if change.tag == f"{W}pPrChange":
        return "number" if _renumbers(change, styles) else ""
    if parent is not None and parent.tag == f"{W}numPr":
        about = parent.getparent()
        return "number" if about is not None and about.find(f"{W}pPrChange") is None else ""
    return "" if not _counts(change) else "insertion" if change.tag in INSERTED else "deletion"


def _counts(change: etree._Element) -> bool:
    """Tell whether a correction is one of its own; that of the end of a paragraph only if it has no other."""
    parent = change.getparent()
    if parent is None or parent.tag not in PROPERTIES:
        return True
    about = parent.getparent()
    if parent.tag != f"{W}rPr" or about is None or about.tag != ABOUT:
        return parent.tag in {f"{W}trPr", f"{W}tcPr"}
    paragraph = about.getparent()
    return paragraph is not None and not any(other is not change for other in paragraph.iter(change.tag))


def _renumbers(change: etree._Element, styles: Styles) -> bool:
    about = change.getparent()
    paragraph = None if about is None else about.getparent()
    return paragraph is not None and styles.place(paragraph) != styles.place(change)


def resolve(root: etree._Element, changes: Changes) -> list[etree._Element]:
    """Leave in a part only what the chosen reading holds; return what was taken out of it, in its order."""
    is_original = changes is Changes.ORIGINAL
    unwanted, wanted = (INSERTED, DELETED) if is_original else (DELETED, INSERTED)
    taken = [*_unwanted_cells(root, unwanted), *_unwanted_words(root, unwanted)]
    for element in [one for one in root.iter(*wanted) if not _is_mark(one)]:
        _unwrap(element)
    if is_original:
        _take_back_properties(root)
    _join(root, unwanted)
    return taken


def left_out(taken: Sequence[etree._Element], changes: Changes) -> Iterator[LeftOut]:
    """Yield the words of what `resolve` took out, one entry for each paragraph."""
    reason = Reason.INSERTED if changes is Changes.ORIGINAL else Reason.DELETED
    for element in taken:
        paragraphs: dict[int, list[str]] = {}
        for text in element.iter(*TEXT):
            paragraphs.setdefault(number_of(text), []).append(text.text or "")
        for number, texts in paragraphs.items():
            if kept := clean("".join(texts)):
                yield LeftOut(number, kept, reason)


def number_paragraphs(root: etree._Element) -> None:
    """Mark each paragraph with its number in the file, counted from 1, before anything is taken out."""
    for number, paragraph in enumerate(root.iter(PARAGRAPH), 1):
        paragraph.set(NUMBER, str(number))


def number_of(element: etree._Element) -> int:
    """Return the number of the paragraph in which an element stands; 1 for what stands in none."""
    while (mark := element.get(NUMBER)) is None:
        parent = element.getparent()
        if parent is None:
            return 1
        element = parent
    return int(mark)


def _is_mark(change: etree._Element) -> bool:
    parent = change.getparent()
    return parent is not None and parent.tag in PROPERTIES


def _unwanted_cells(root: etree._Element, unwanted: tuple[str, ...]) -> Iterator[etree._Element]:
    for tag, about in ((ROW, "trPr"), (CELL, "tcPr")):
        for element in list(root.iter(tag)):
            properties = element.find(W + about)
            if properties is not None and any(one.tag in unwanted for one in properties):
                yield _taken(element)


def _unwanted_words(root: etree._Element, unwanted: tuple[str, ...]) -> Iterator[etree._Element]:
    for element in [one for one in root.iter(*unwanted) if not _is_mark(one)]:
        if not any(outer.tag in unwanted for outer in element.iterancestors()):
            yield _taken(element)


def _taken(element: etree._Element) -> etree._Element:
    """Take an element out of its part. What is taken still knows the number of its paragraph."""
    number = number_of(element)
    _remove(element)
    if element.tag not in {ROW, CELL}:
        element.set(NUMBER, str(number))
    return element


def _unwrap(element: etree._Element) -> None:
    for child in list(element):
        element.addprevious(child)
    _remove(element)


def _take_back_properties(root: etree._Element) -> None:
    """Give paragraphs the style and numbering, and letters the place above the line, that they had before."""
    for tag, owner in (("pPr", PARAGRAPH), ("rPr", RUN)):
        for change in list(root.iter(f"{W}{tag}Change")):
            now, before = change.getparent(), change.find(W + tag)
            if now is None or before is None or (above := now.getparent()) is None or above.tag != owner:
                continue
            for child in [one for one in now if one.tag not in STAYS]:
                now.remove(child)
            now[:0] = list(before)
    for numbering in list(root.iter(f"{W}numPr")):
        if numbering.find(f"{W}ins") is not None and (parent := numbering.getparent()) is not None:
            parent.remove(numbering)


def _join(root: etree._Element, unwanted: tuple[str, ...]) -> None:
    """Join paragraphs whose end is not wanted with the next one, whose style and numbering the whole then has."""
    joined: set[etree._Element] = set()
    for paragraph in list(root.iter(PARAGRAPH)):
        if paragraph in joined or not _has_unwanted_end(paragraph, unwanted):
            continue
        together = [paragraph]
        while _has_unwanted_end(together[-1], unwanted) and (following := _next(together[-1])) is not None:
            together.append(following)
        joined.update(together)
        _move_words(together)
        last = together[-1]
        if _has_unwanted_end(last, unwanted) and next(last.iter(RUN), None) is None:
            _remove(last)


def _has_unwanted_end(paragraph: etree._Element, unwanted: tuple[str, ...]) -> bool:
    frame = paragraph.find(f"{ABOUT}/{W}framePr")
    if frame is not None and frame.get(f"{W}dropCap", "none") != "none":
        return True  # the large first letter of a paragraph, which is a paragraph of its own in the file
    mark = paragraph.find(f"{ABOUT}/{W}rPr")
    return mark is not None and any(one.tag in unwanted for one in mark)


def _next(paragraph: etree._Element) -> etree._Element | None:
    """Return the paragraph directly behind one; marks of comments and bookmarks may stand between."""
    following = paragraph.getnext()
    while following is not None and following.tag != PARAGRAPH:
        if len(following):
            return None
        following = following.getnext()
    return following


def _move_words(paragraphs: Sequence[etree._Element]) -> None:
    *joined, last = paragraphs
    words = [child for one in joined for child in one if child.tag != ABOUT]
    if words:
        last.set(NUMBER, str(number_of(words[0])))
    place = 0 if last.find(ABOUT) is None else 1
    last[place:place] = words
    for one in joined:
        _remove(one)


def _remove(element: etree._Element) -> None:
    if (parent := element.getparent()) is not None:
        parent.remove(element)
