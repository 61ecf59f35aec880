"""The automatic numbers of a Word file are counted and written as Word prints them: «Статья 17.», «1)», «а)»."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lxml import etree

from muvofiq.text.docx_package import W
from muvofiq.text.docx_styles import Place, Styles, is_on, value, whole

DEPTH = 9
BULLET = "–"
LONGEST = 255  # letters that Word itself allows in a number
LATIN = "abcdefghijklmnopqrstuvwxyz"
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LARGEST_ROMAN, LARGEST_REPEATED = 3999, 30
PLACEHOLDER = re.compile(r"%([1-9])")


def roman(number: int) -> str:
    """Return a number in small Roman figures.

    >>> roman(14)
    'xiv'
    """
    if not 0 < number <= LARGEST_ROMAN:
        return str(number)
    written = ""
    for size, sign in ROMAN:
        count, number = divmod(number, size)
        written += sign * count
    return written


def lettered(number: int, letters: str) -> str:
    """Return the letter of a number; behind the last letter they are doubled, as Word does.

    >>> lettered(3, RUSSIAN), lettered(27, LATIN)
    ('в', 'aa')
    """
    times, place = divmod(number - 1, len(letters))
    return letters[place] * (times + 1) if number > 0 and times < LARGEST_REPEATED else str(number)


FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerLetter": lambda number: lettered(number, LATIN),
    "upperLetter": lambda number: lettered(number, LATIN).upper(),
    "russianLower": lambda number: lettered(number, RUSSIAN),
    "russianUpper": lambda number: lettered(number, RUSSIAN).upper(),
    "numberInDash": lambda number: f"- {number} -",
    "none": lambda _: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. ``restarts_after`` is the level (from 1) behind which it begins anew, 0 for never."""

    restarts_after: int
    start: int = 1
    form: str = "decimal"
    text: str = ""
    behind: str = " "
    in_figures: bool = False


@dataclass(slots=True)
class _List:
    """One list of the file; several of its names may count together, each with levels that begin anew."""

    counted_with: str
    levels: tuple[Level, ...]
    begins_anew: dict[int, int] = field(default_factory=dict)  # the first number of a level, by its place
    by_style: dict[str, int] = field(default_factory=dict)


class Numbering:
    """Counts the numbered paragraphs of a file in their order; ``unusual`` counts numbers of a kind we do not know."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self.unusual = 0
        self._styles = styles
        self._counts: dict[str, list[int | None]] = {}
        self._begun: Counter[tuple[str, int]] = Counter()
        self._abstract = {} if root is None else _by_id(root, "abstractNum", "abstractNumId")
        self._named = {} if root is None else _by_id(root, "num", "numId")
        self._lists: dict[str, _List | None] = {}

    def next(self, paragraph: etree._Element) -> str:
        """Count a paragraph; return its number as it is printed before the text, or an empty string."""
        place = self._styles.place(paragraph)
        numbered = None if place is None else self._list(place.list_id)
        if place is None or numbered is None:
            return ""
        by_style = (numbered.by_style[style] for style in self._styles.line(place.style) if style in numbered.by_style)
        place = replace(place, level=next(by_style, place.level))
        if place.level >= DEPTH:
            return ""
        return self._written(numbered.levels, place.level, self._counted(place, numbered))

    def _counted(self, place: Place, numbered: _List) -> list[int | None]:
        counts = self._counts.setdefault(numbered.counted_with, [None] * DEPTH)
        level = numbered.levels[place.level]
        if place.level in numbered.begins_anew and not self._begun[place.list_id, place.level]:
            counts[place.level] = None
        self._begun[place.list_id, place.level] += 1
        for higher in range(place.level):
            if counts[higher] is None:  # a list that begins on a deeper level has begun on those above it too
                counts[higher] = numbered.levels[higher].start
        last = counts[place.level]
        counts[place.level] = level.start if last is None else last + 1
        for deeper in range(place.level + 1, DEPTH):
            if place.level < numbered.levels[deeper].restarts_after:
                counts[deeper] = None
        return counts

    def _written(self, levels: tuple[Level, ...], own: int, counts: list[int | None]) -> str:
        level = levels[own]
        if level.form == "bullet":
            return f"{BULLET} " if level.text.strip() else ""

        def number(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            shown, count = levels[place], counts[place]
            form = "decimal" if level.in_figures and shown.form != "none" else shown.form
            if form not in FORMS:
                self.unusual += 1
            return FORMS.get(form, str)(shown.start if count is None else count)

        written = PLACEHOLDER.sub(number, level.text)
        return written + level.behind if written.strip() else ""

    def _list(self, list_id: str) -> _List | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._resolved(list_id)
        return self._lists[list_id]

    def _resolved(self, list_id: str) -> _List | None:
        named = self._named.get(list_id)
        abstract = None if named is None else self._with_levels(value(named, "abstractNumId"))
        if named is None or abstract is None:
            return None
        elements = dict(_levels(abstract))
        begins_anew: dict[int, int] = {}
        for override in named.iterfind(f"{W}lvlOverride"):
            place = whole(override.get(f"{W}ilvl"), DEPTH)
            elements |= dict(_levels(override))
            if override.find(f"{W}startOverride") is not None:
                begins_anew[place] = whole(value(override, "startOverride"), 0)
        levels = [Level(restarts_after=place) for place in range(DEPTH)]
        for place, element in elements.items():
            level = _level(element, place)
            levels[place] = replace(level, start=begins_anew.get(place, level.start))
        by_style = {style: place for place, element in elements.items() if (style := value(element, "pStyle"))}
        return _List(abstract.get(f"{W}abstractNumId", ""), tuple(levels), begins_anew, by_style)

    def _with_levels(self, abstract_id: str | None) -> etree._Element | None:
        """Return the list with its levels; one that only names a style of lists is followed to the list behind it."""
        abstract = self._abstract.get(abstract_id or "")
        style = None if abstract is None else value(abstract, "numStyleLink")
        named = self._named.get(self._styles.list_of(style) or "") if style else None
        found = None if named is None else self._abstract.get(value(named, "abstractNumId") or "")
        return abstract if found is None else found


def _by_id(root: etree._Element, tag: str, attribute: str) -> dict[str, etree._Element]:
    return {element.get(W + attribute, ""): element for element in root.iterfind(W + tag)}


def _levels(abstract: etree._Element) -> list[tuple[int, etree._Element]]:
    levels = ((whole(level.get(f"{W}ilvl"), DEPTH), level) for level in abstract.iterfind(f"{W}lvl"))
    return [(place, level) for place, level in levels if place < DEPTH]


def _level(element: etree._Element, place: int) -> Level:
    forms = [form.get(f"{W}val", "") for form in element.iter(f"{W}numFmt")]  # the last one is for older programs
    behind = "" if value(element, "suff") == "nothing" else " "
    is_hidden = is_on(value(element, "rPr", "vanish") or "0") or is_on(_attribute(element, "lvlText", "null", "0"))
    return Level(
        restarts_after=min(whole(value(element, "lvlRestart"), place), place),
        start=whole(value(element, "start"), 0),
        form=forms[-1] if forms else "decimal",
        text="" if is_hidden else (value(element, "lvlText") or "")[:LONGEST],
        behind=behind,
        in_figures=is_on(value(element, "isLgl") or "0"),
    )


def _attribute(element: etree._Element, child: str, name: str, default: str) -> str:
    found = element.find(W + child)
    return default if found is None else found.get(W + name, default)
