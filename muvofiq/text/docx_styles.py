"""The styles of a Word file say how its paragraphs are numbered, and what is raised or hidden."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from muvofiq.text.docx_package import W

LOOKS = ("vertAlign", "vanish")
OFF = frozenset({"0", "false", "off"})
LONGEST_LINE = 50  # styles that are based on each other; Word allows eleven
LARGEST = 9  # figures of a number that we believe


@dataclass(frozen=True, slots=True)
class Place:
    """The list and the level (from 0) of a numbered paragraph, and the style that numbers it, if one does."""

    list_id: str
    level: int
    style: str = ""


class Styles:
    """The styles of one file; a property that a style does not have comes from the style it is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        styles = () if root is None else tuple(root.iter(f"{W}style"))
        self._styles = {style.get(f"{W}styleId", ""): style for style in styles}
        self._known: dict[tuple[str, ...], str | None] = {}
        self._looks: dict[tuple[str, str], dict[str, str]] = {}
        self._default = next(
            (
                style.get(f"{W}styleId", "")
                for style in styles
                if style.get(f"{W}type") == "paragraph" and is_on(style.get(f"{W}default", "0"))
            ),
            "",
        )

    def style(self, paragraph: etree._Element) -> str:
        """Return the style of a paragraph, which is the usual one if it names none."""
        return value(paragraph, "pPr", "pStyle") or self._default

    def name(self, paragraph: etree._Element) -> str:
        """Return the name of a paragraph's style such as ``heading-1``, or an empty string for the usual one."""
        style = self._styles.get(own := value(paragraph, "pPr", "pStyle") or "")
        return "-".join(((None if style is None else value(style, "name")) or own).lower().split())

    def place(self, paragraph: etree._Element) -> Place | None:
        """Return the list in which a paragraph is numbered by itself or by its style; None if it is not numbered."""
        style = self.style(paragraph)
        list_id = value(paragraph, "pPr", "numPr", "numId")
        level = value(paragraph, "pPr", "numPr", "ilvl")
        numbering = ""
        if list_id is None:
            list_id = self.list_of(style)
            if level is None:
                numbering = style
                level = self._inherited(style, "pPr", "numPr", "ilvl")
        return None if list_id in {None, "0"} else Place(list_id or "", whole(level, 0), numbering)

    def list_of(self, style: str) -> str | None:
        """Return the list in which a style numbers, if it does."""
        return self._inherited(style, "pPr", "numPr", "numId")

    def line(self, name: str) -> Iterator[str]:
        """Yield a style, the one it is based on, and so on."""
        seen: set[str] = set()
        while name in self._styles and name not in seen and len(seen) < LONGEST_LINE:
            seen.add(name)
            yield name
            name = value(self._styles[name], "basedOn") or ""

    def look(self, run: etree._Element, style: str) -> dict[str, str]:
        """Return how letters are printed: by themselves, else by their style, else by that of their paragraph."""
        properties = run.find(f"{W}rPr")
        own = {} if properties is None else {str(one.tag): one.get(f"{W}val", "1") for one in properties}
        of_letters = own.get(f"{W}rStyle", "")
        if (of_letters, style) not in self._looks:
            found = ((name, self._inherited(one, "rPr", name)) for one in (style, of_letters) for name in LOOKS)
            self._looks[of_letters, style] = {W + name: value for name, value in found if value is not None}
        return {**self._looks[of_letters, style], **own}

    def _inherited(self, style: str, *path: str) -> str | None:
        if (style, *path) not in self._known:
            values = (value(self._styles[one], *path) for one in self.line(style))
            self._known[style, *path] = next((found for found in values if found is not None), None)
        return self._known[style, *path]


def value(element: etree._Element, *path: str) -> str | None:
    """Return the value of a property below an element, such as that of ``pPr/pStyle``; None if there is none.

    A property without a value is a switch that is on.
    """
    found: etree._Element | None = element
    for step in path:
        found = None if found is None else found.find(W + step)
    return None if found is None else found.get(f"{W}val", "1")


def is_on(text: str) -> bool:
    """Tell whether a switch of a Word file is on."""
    return text.lower() not in OFF


def whole(text: str | None, default: int) -> int:
    """Return a number of a Word file; the default where none stands or nobody would believe it."""
    is_number = text is not None and text.isascii() and text.isdecimal() and len(text) <= LARGEST
    return int(text or "") if is_number else default
