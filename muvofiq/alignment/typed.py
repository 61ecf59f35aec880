"""What a person types into a search is taken apart: words, phrases in quotation marks, units that are cited."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from muvofiq.alignment.unit import Unit
from muvofiq.law.citation_reading import Mention, Reading, Sought
from muvofiq.law.citation_words import Words, words_of
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.reference import Reference, Step
from muvofiq.tables import table

QUOTED = re.compile(r"«([^«»]+)»|“([^“”]+)”|„([^„“”]+)[“”]|\"([^\"]+)\"")
MARKS = re.compile(r"[«»“”„\"]")
FIGURES = re.compile(r"\d[\w()¹²³⁴⁵⁶⁷⁸⁹⁰.-]*")
# «Section 5» and «ст. 5» both mean the units that lawyers cite first, whatever the act calls them.
FIRST = frozenset({Kind.ARTICLE, Kind.PARAGRAPH})


@dataclass(frozen=True, slots=True)
class Cited:
    """A unit as it was cited: its steps, largest first, and the words around them, which may name its act.

    ``is_bare`` tells that a figure stands behind other words, without «ст.»: it is a unit only if these name an act.
    """

    steps: tuple[Sought, ...]
    around: str = ""
    is_bare: bool = False

    def reached_in(self, unit: Unit) -> tuple[str, int] | None:
        """Return the address of the deepest unit that the steps reach in this one, and how many steps that took.

        None where already the first step leads elsewhere.
        """
        own = Reference.parse(unit.id).steps
        above = [step for step in self.steps if step.kind.is_heading and step.kind not in FIRST]
        below = [step for step in self.steps if step not in above]
        if not own or not below or not _fits(below[0], own[-1]) or not _lies_in(above, own):
            return None
        name, parts, taken = unit.id, unit.parts, 1
        for step in below[1:]:
            inside = next((part for part in parts if _is(step, Reference.parse(part.id).steps[-1])), None)
            if inside is None:
                break
            name, parts, taken = inside.id, inside.parts, taken + 1
        return name, taken


@dataclass(frozen=True, slots=True)
class Typed:
    """The text as it was typed, the phrases that must stand in a unit as they are, and the units that are cited."""

    text: str
    phrases: tuple[str, ...] = ()
    cited: tuple[Cited, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Typed":
        """Take apart what was typed, whatever it is.

        >>> Typed.parse("переводчик «за счёт государства»").phrases
        ('за счёт государства',)
        >>> [str(step.number) for step in Typed.parse("ст. 14 ч. 2").cited[0].steps]
        ['14', '2']
        """
        typed = " ".join(text.split())
        quoted = ("".join(filter(None, found.groups())).strip() for found in QUOTED.finditer(typed))
        unquoted = " ".join(QUOTED.sub(" ", typed).split())
        return cls(typed, tuple(dict.fromkeys(filter(None, quoted))), tuple(dict.fromkeys(_cited(unquoted))))

    def __str__(self) -> str:
        return self.text

    @property
    def words(self) -> str:
        """The text without quotation marks, as the question is asked."""
        return " ".join(MARKS.sub(" ", self.text).split())

    @property
    def is_citation(self) -> bool:
        """Whether nothing but units are cited, so that there is nothing to read by meaning."""
        return bool(self.cited) and not self.phrases and not any(one.around for one in self.cited)


def _cited(text: str) -> Iterator[Cited]:
    """Yield the units cited in a text, in the words of any language, and the bare number at its end."""
    readings = [list(Reading(text, words).mentions()) for words in _languages()]
    mentions = max(readings, key=_steps_in, default=[])
    if _steps_in(mentions):
        around = _around(text, mentions)
        yield from (Cited(one.path, around) for one in mentions if _has_number(one))
        return
    *others, last = text.split() or [""]
    number = _number(last.rstrip(".,;"))
    if number:
        names = (one.act.title for reading in readings for one in reading if one.act)
        around = " ".join(dict.fromkeys(filter(None, names))) or " ".join(others)
        yield Cited((Sought(Kind.ARTICLE, number),), around, is_bare=bool(others))


@cache
def _languages() -> tuple[Words, ...]:
    languages = dict.fromkeys(row["language"] for row in table("languages/citations.csv"))
    return tuple(words for language in languages if (words := words_of(language)))


def _steps_in(mentions: list[Mention]) -> int:
    return sum(len(one.path) for one in mentions if _has_number(one))


def _has_number(mention: Mention) -> bool:
    return bool(mention.path) and all(step.number for step in mention.path)


def _around(text: str, mentions: list[Mention]) -> str:
    """Return the words that are no step of a citation, with the full names of acts that are written short."""
    titles = [one.act.title for one in mentions if one.act]
    left = list(text)
    for one in mentions:
        if _has_number(one):
            left[one.start : one.end] = " " * (one.end - one.start)
    return " ".join(" ".join(("".join(left), *titles)).split()).strip(" .,;:")


def _number(text: str) -> Number | None:
    try:
        return Number.parse(text) if FIGURES.fullmatch(text) else None
    except ValueError:
        return None


def _fits(sought: Sought, own: Step) -> bool:
    """Tell whether a unit that lawyers cite first is the one sought."""
    return (sought.kind in FIRST or sought.kind is own.kind) and _is_number(sought, own)


def _is(sought: Sought, own: Step) -> bool:
    return (sought.kind is own.kind or sought.is_bracketed) and _is_number(sought, own)


def _is_number(sought: Sought, own: Step) -> bool:
    if sought.number and sought.until:
        return sought.number.order <= own.number.order <= sought.until.order
    return sought.number == own.number


def _lies_in(above: list[Sought], own: tuple[Step, ...]) -> bool:
    return all(any(_is(step, one) for one in own) for step in above)
