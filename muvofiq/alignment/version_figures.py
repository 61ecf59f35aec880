"""Two language versions must name the same figures: numbers of units, days, sums and shares that only one names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from muvofiq.alignment.versions import Twin
from muvofiq.law.cardinals import together
from muvofiq.law.cardinals import value_of as cardinal_of
from muvofiq.law.identity import dates_at
from muvofiq.law.number import SUPERSCRIPTS, Number
from muvofiq.law.ordinals import value_of
from muvofiq.law.tree import Law

RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
WORD = re.compile(r"[^\W\d_]+")
ROMAN = re.compile(r"(?<![\w.–-])[IVXLCІХ]{1,7}(?!\w)")
DAY = "%d.%m.%Y"
DATE = re.compile(r"(?P<day>\d\d)\.\d\d\.(?P<year>\d{4})")
BETWEEN = re.compile(r"\s|-")  # what parts the words of one number: «twenty-five»
LONGEST = 6  # words of one number


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures that only one of two texts names, each as often as it stands there more than in the other."""

    one: tuple[str, ...]
    other: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.one or self.other)


def differing_figures(one: str, other: str, languages: tuple[str, str] = ("", "")) -> Figures:
    """Return the figures in which two texts differ, the small ones first.

    8¹ and 8(1) are the same, 1 000 and 1000 too, XX and 20, a date in figures and one with the name of the month, and
    a figure that the other text says in words of its language. Where it is doubtful, nothing is told.

    >>> differing_figures("within 30 days and 5 hours", "дар 10 рӯз ва панҷ соат", ("en", "tg"))
    Figures(one=('30',), other=('10',))
    """
    counts = [Counter(figures(text)) for text in (one, other)]
    left = counts[0] - counts[1], counts[1] - counts[0]
    _match_dates(*left)
    _match_dates(*reversed(left))
    return Figures(
        _in_order(left[0].elements(), _spelled(other, languages[1])),
        _in_order(left[1].elements(), _spelled(one, languages[0])),
    )


def figures(text: str) -> list[str]:
    """Return the figures of a text in its order, in one spelling; raised ones stand apart from those before them.

    >>> figures("Статья XX, 12 мая 2010 года, 1 000,5")
    ['20', '12.05.2010', '1000.5']
    """
    plain = RAISED.sub(lambda raised: f" {raised[0].translate(SUPERSCRIPTS)} ", THOUSANDS.sub("", text))
    plain = ROMAN.sub(_arabic, plain)
    found, behind = [], 0
    for begin, end, day in dates_at(plain) if FIGURES.search(plain) else ():
        found += [*FIGURES.findall(plain[behind:begin]), day.strftime(DAY)]
        behind = end
    return [figure.replace(",", ".") for figure in (*found, *FIGURES.findall(plain[behind:]))]


def _arabic(roman: re.Match[str]) -> str:
    """Return a Roman number in figures; one letter alone may be a letter."""
    figure = Number.parse(roman[0]).stem
    return figure if len(roman[0]) > 1 and figure.isdecimal() else roman[0]


def _match_dates(left: Counter[str], other: Counter[str]) -> None:
    """Strike out the dates in one text whose day and year stand in the other, around a month that nobody knows."""
    for figure in list(left.elements()):
        date = DATE.fullmatch(figure)
        parts = Counter((str(int(date["day"])), date["year"])) if date else None
        if parts and parts <= other:
            left.subtract((figure,))
            other.subtract(parts)


def figures_apart(one: Law, other: Law, twins: Sequence[Twin]) -> dict[str, Figures]:
    """Return, by the eId in the first version, the twins whose own words name different figures.

    A figure that only stands elsewhere in the same article of the other version is no difference.
    """
    own, whole = zip(*map(_texts, (one, other)), strict=True)
    languages = one.language, other.language
    found: dict[str, Figures] = {}
    for twin in twins:
        if twin.one is None or twin.other is None:
            continue
        here = differing_figures(own[0][twin.one], own[1][twin.other], languages)
        if here:
            around = differing_figures(whole[0][twin.one], whole[1][twin.other], languages)
            found[twin.one] = Figures(
                tuple(one for one in here.one if one in around.one),
                tuple(one for one in here.other if one in around.other),
            )
    return {eid: differing for eid, differing in found.items() if differing}


def _texts(law: Law) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return for each unit its own words, and those of the whole article in which it stands."""
    articles = {id(unit) for _, unit, _ in law.articles()}
    own: dict[str, str] = {}
    article_of: dict[str, str] = {}
    gathered: dict[str, list[str]] = defaultdict(list)
    around_now = ""
    for address, unit, around in law.units():
        own[address.eid] = f"{unit.heading} {unit.text}"
        if id(unit) in articles or not any(id(above) in articles for above in around):
            around_now = address.eid
        article_of[address.eid] = around_now
        gathered[around_now].append(own[address.eid])
    return own, {eid: "\n".join(gathered[article]) for eid, article in article_of.items()}


def _in_order(left: Iterable[str], spelled: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted((one for one in left if one not in spelled), key=lambda figure: (len(figure), figure)))


def _spelled(text: str, language: str) -> frozenset[str]:
    """Return what the words of a text say as figures, be it «пять», «двадцать пять», «пятый» or one Roman letter."""
    words = [*WORD.finditer(text.lower())]
    values = {word: cardinal_of(word, language) for word in {found[0] for found in words}}
    said: set[int] = set()
    row: list[int] = []
    end = 0
    for found in words:
        value = values[found[0]]
        goes_on = value and row and BETWEEN.fullmatch(text, end, found.start())
        row = [*(row[1 - LONGEST :] if goes_on else ()), *([value] if value else ())]
        said.update(together(row[at:]) for at in range(len(row)) if row[at:] != [1])
        end = found.end() if value else end
    pairs = (f"{one[0]} {other[0]}" for one, other in pairwise(words))
    ordinals = (value for one in (*values, *pairs) if (value := value_of(one, language)))
    letters = (Number.parse(roman).stem for roman in ROMAN.findall(text))
    return frozenset((*map(str, said), *map(str, ordinals), *letters))
