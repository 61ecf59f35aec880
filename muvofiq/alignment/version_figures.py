"""Two language versions must name the same figures: numbers of units, days, sums and shares that only one names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from muvofiq.alignment.versions import Twin
from muvofiq.law.number import SUPERSCRIPTS
from muvofiq.law.ordinals import value_of
from muvofiq.law.tree import Law
from muvofiq.tables import table

RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures that only one of two texts names, each as often as it stands there more than in the other."""

    one: tuple[str, ...]
    other: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.one or self.other)


def differing_figures(one: str, other: str, languages: tuple[str, str] = ("", "")) -> Figures:
    """Return the figures in which two texts differ, the small ones first.

    8¹ and 8(1) are the same, 1 000 and 1000 too, and a figure that the other text says in words of its language.

    >>> differing_figures("within 30 days and 5 hours", "дар 10 рӯз ва панҷ соат", ("en", "tg"))
    Figures(one=('30',), other=('10',))
    """
    counts = [Counter(figures(text)) for text in (one, other)]
    return Figures(
        _in_order((counts[0] - counts[1]).elements(), _spelled(other, languages[1])),
        _in_order((counts[1] - counts[0]).elements(), _spelled(one, languages[0])),
    )


def figures(text: str) -> list[str]:
    """Return the figures of a text in its order, in one spelling; raised ones stand apart from those before them."""
    plain = RAISED.sub(lambda raised: f" {raised[0].translate(SUPERSCRIPTS)} ", THOUSANDS.sub("", text))
    return [figure.replace(",", ".") for figure in FIGURES.findall(plain)]


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
    """Return what the words of a text say as figures, be it «пять» or «пятый»."""
    words = set(WORD.findall(text.lower()))
    cardinals = (value for value, pattern in _cardinals(language) if any(map(pattern.fullmatch, words)))
    ordinals = (str(value) for word in words if (value := value_of(word, language)))
    return frozenset((*cardinals, *ordinals))


@cache
def _cardinals(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = (row for row in table("languages/cardinals.csv") if row["language"] == language)
    return tuple((row["value"], re.compile(row["pattern"])) for row in rows)
