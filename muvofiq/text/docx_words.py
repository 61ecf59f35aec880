"""The words of one paragraph of a Word file: what is printed, what is hidden, and the notes it refers to."""

import re
from dataclasses import dataclass, field

from lxml import etree

from muvofiq.text.docx_package import UNCHOSEN, M, W
from muvofiq.text.docx_styles import Styles, is_on, value, whole
from muvofiq.text.superscripts import raise_figures

LETTERS = frozenset({f"{W}t", f"{W}delText", f"{M}t"})
SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
NO_WORDS = frozenset(
    W + name
    for name in ("pPr", "rPr", "instrText", "delInstrText", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr")
) | {UNCHOSEN}
# What stands in a text box, or wrongly inside a paragraph, is read behind the paragraph.
OUTSIDE = frozenset({f"{W}txbxContent", f"{W}p", f"{W}tbl"})
NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
# Signs of the fonts Symbol and Wingdings, by the last two figures of their code; any other is shown as a box.
SYMBOLS = {0x2D: "–", 0x6E: "■", 0x6F: "□", 0xA7: "▪", 0xA8: "□", 0xB0: "°", 0xB7: "•", 0xD8: "➢", 0xFC: "✓", 0xFE: "☑"}
UNKNOWN_SYMBOL = "□"
PRIVATE = range(0xF000, 0xF100)
LIFTED = 6  # half points by which old files lift a figure instead of naming it raised
LIFTED_FIGURES = re.compile(r"[\d(),]{1,5}")


@dataclass(slots=True)
class Words:
    """What a paragraph holds. ``text`` is printed, with its line breaks; ``notes`` are (footnote or endnote, id)."""

    text: str = ""
    hidden: str = ""
    marks: str = ""
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


class _Walk:
    """The walk through one paragraph, with what is open at one place of it."""

    def __init__(self, paragraph: etree._Element, styles: Styles) -> None:
        self.styles, self.style = styles, styles.style(paragraph)
        self.printed: list[str] = []
        self.hidden: list[str] = []
        self.marks: list[str] = []
        self.words = Words()
        self.is_raised = self.is_hidden = self.is_mark = False
        self.fields: list[bool] = []  # of each open field, whether its instruction is still being told
        self.instructions = 0

    def through(self, element: etree._Element) -> None:
        for child in element:
            if child.tag in NO_WORDS or not isinstance(child.tag, str):
                continue
            if child.tag == f"{W}r":
                self._run(child)
            elif child.tag in OUTSIDE:
                self.words.boxes.append(child)
            elif child.tag == f"{M}f":
                self._fraction(child)
            elif child.tag == f"{M}sup":
                self._raised(child)
            elif not self._sign(child):
                self.through(child)

    def _run(self, run: etree._Element) -> None:
        before = self.is_raised, self.is_hidden
        look = self.styles.look(run, self.style)
        self.is_raised = look.get(f"{W}vertAlign") == "superscript" or _is_lifted(run, look)
        self.is_hidden = is_on(look.get(f"{W}vanish", "0"))
        self.through(run)
        (self.is_raised, self.is_hidden), self.is_mark = before, False

    def _sign(self, element: etree._Element) -> bool:
        """Take over what an element without words below it stands for; False if it is none of these."""
        tag = element.tag
        if tag in LETTERS:
            self._add(element.text or "")
            element.text = None  # what still has its words in the end was read by nobody
        elif tag in SIGNS:
            self._add(SIGNS[tag])
        elif tag == f"{W}sym":
            self._add(_symbol(element.get(f"{W}char", "")))
        elif tag in NOTES:
            self.words.notes.append((NOTES[tag], element.get(f"{W}id", "")))
            self.is_mark = is_on(element.get(f"{W}customMarkFollows", "0"))
        elif tag == f"{W}fldChar":
            self._field(element.get(f"{W}fldCharType", ""))
        else:
            return False
        return True

    def _field(self, step: str) -> None:
        if step == "begin":
            self.fields.append(True)
            self.instructions += 1
        elif self.fields:
            self.instructions -= self.fields[-1]
            self.fields[-1] = False
            if step == "end":
                self.fields.pop()

    def _add(self, text: str) -> None:
        if self.is_mark:
            self.marks.append(text)
        elif self.is_hidden or self.instructions:
            self.hidden.append(text)
        else:
            self.printed.append(raise_figures(text) if self.is_raised else text)

    def _fraction(self, element: etree._Element) -> None:
        for place, child in enumerate(element.iterfind("*")):
            if place == len(element) - 1:
                self._add("/")
            self.through(child)

    def _raised(self, element: etree._Element) -> None:
        before, self.is_raised = self.is_raised, True
        self.through(element)
        self.is_raised = before


def words_of(paragraph: etree._Element, styles: Styles) -> Words:
    """Return what a paragraph holds, once its corrections have been resolved.

    A field that is never closed ends with its paragraph: else one broken field would hide the rest of the law.
    """
    walk = _Walk(paragraph, styles)
    walk.through(paragraph)
    words = walk.words
    words.text, words.hidden, words.marks = ("".join(one) for one in (walk.printed, walk.hidden, walk.marks))
    return words


def ends_hidden(paragraph: etree._Element) -> bool:
    """Tell whether the end of a paragraph is hidden; such a paragraph is not counted if nothing of it is printed."""
    return is_on(value(paragraph, "pPr", "rPr", "vanish") or "0")


def _is_lifted(run: etree._Element, look: dict[str, str]) -> bool:
    lifted = whole(look.get(f"{W}position"), 0) >= LIFTED
    return lifted and bool(LIFTED_FIGURES.fullmatch("".join(text.text or "" for text in run.iterfind(f"{W}t"))))


def _symbol(code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return UNKNOWN_SYMBOL
    if number in PRIVATE:
        return SYMBOLS.get(number - PRIVATE.start, UNKNOWN_SYMBOL)
    return chr(number) if 0x20 <= number < 0xD800 or 0xE000 <= number < 0xFFFE else UNKNOWN_SYMBOL
