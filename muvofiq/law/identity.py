"""An act is recognised as lawyers recognise it: by its title, its number and the day on which it was signed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Prefix

from muvofiq.law.number import LOOK_ALIKES
from muvofiq.law.tree import Law
from muvofiq.tables import table

# The number behind its sign: 1096, 197-ФЗ, 110-VIII, ЗРУ-633, XIV; in Uzbek before it: OʻRQ-118-son.
NUMBER = r"\s*(?P<number>(?:[^\W\d]+-)?(?:\w*\d\w*|[IVXLCІХ]+\b)(?:[-–/](?!son|сон)\w+)*)"
# {month} is any name of a month in the language table; between it and the year a word may stand: «26 июли соли 2014».
DATES = (
    r"(?<!\d)(?P<day>\d{1,2})(?:-?\w{2,3}\b)?\W{1,3}(?P<month>{month})\b\W{1,2}(?:\w{2,5}\W)?(?P<year>\d{4})(?!\d)",
    r"\b(?P<month>{month})\W{1,2}(?P<day>\d{1,2})(?:\w\w)?\W{1,2}(?P<year>\d{4})(?!\d)",
    r"(?<![\d.])(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})(?!\d)",
    r"(?<![\d.])(?P<day>\d\d)\.(?P<month>\d\d)\.(?P<year>\d\d)(?![\d.])",
    r"(?<![\d.])(?P<day>\d)\.(?P<month>\d\d)\.(?P<year>\d\d)(?=\s?[гс]\b)",
    r"(?<!\d)(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
    # The Kazakh, Uzbek and Kyrgyz order: «2004.12.20», «2005 жылғы 1 қаңтардан», «2019-yil 20-martdagi».
    r"(?<![\d.])(?P<year>\d{4})\.(?P<month>\d\d)\.(?P<day>\d\d)(?![\d.])",
    r"(?<!\d)(?P<year>\d{4})\W?[^\W\d]{1,8}\W{1,2}(?P<day>\d{1,2})\W(?P<month>{month})[^\W\d]{0,8}\b(?!\W{1,3}\d{4})",
)
# «Вестник, 2014 г., № 3, ст. 41; 2019 г., № 1, ст. 9»: behind a year without a day stands the number of a gazette.
GAZETTE = r"\b\d{4}\W{0,2}\w{0,4}\W{0,3}(?:{number})[^)\n]*"
# Spellings of one word differ in these letters; words of one title differ in their endings, never in their beginnings.
FOLDED = str.maketrans("ёғӣқӯҳҷ", "егикухч")
SAME_WORD = 85  # of 100
STEM, ENDING = 5, 3  # letters that forms of one word share at least, and letters of an ending at most
INFLECTED = 95.0
# Three words of four are enough, two of three are not: «Criminal Code» is no «Criminal Procedure Code».
ALIKE = 0.82
# What each sign of identity is worth. A later date may be that of an amending act, which an edition names as well.
TITLE, BY_NUMBER, BY_FIRST_DATE, BY_LATER_DATE = 0.6, 0.15, 0.25, 0.1


@dataclass(frozen=True, slots=True)
class Identity:
    """What an act says of itself. Numbers and dates of the signature stand first, then those of the head, as printed.

    The head of an amended act also names the amending acts, so all but the first are only candidates.
    """

    title: str
    numbers: tuple[str, ...]
    dates: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Registered:
    """An act in a register: its titles in all languages, its number, and the day on which it was signed."""

    key: str
    titles: tuple[str, ...]
    number: str
    adopted: date | None


@dataclass(frozen=True, slots=True)
class Match:
    """An act of the register that this may be. ``reasons`` are some of title, number and date; the best score is 1."""

    key: str
    score: float
    reasons: tuple[str, ...]


def identity_of(law: Law) -> Identity:
    """Return title, numbers and dates of an act, read from its signature and its head."""
    texts = (*law.tail, *law.head)
    numbers = (number for text in texts for number in numbers_in(text))
    dates = (day for text in texts for day in dates_in(text))
    return Identity(law.title, tuple(dict.fromkeys(numbers)), tuple(dict.fromkeys(dates)))


def numbers_in(text: str) -> tuple[str, ...]:
    """Return the numbers of acts in a text, without those of gazettes.

    >>> numbers_in("от 26 июля 2014 года, № 1096 (Вестник, 2014 г., № 3, ст. 41; № 7, ст. 9)")
    ('1096',)
    """
    for pattern in _date_patterns():
        text = pattern.sub("\n", text)
    return tuple(match["number"] for match in number_pattern().finditer(_gazette_pattern().sub("", text)))


def dates_in(text: str) -> tuple[date, ...]:
    """Return the dates in a text, in the order of print; a day that no calendar has is no date.

    >>> dates_in("аз 26 июли соли 2014, 02.01.2019")
    (datetime.date(2014, 7, 26), datetime.date(2019, 1, 2))
    """
    return tuple(dict.fromkeys(day for _, _, day in dates_at(text)))


def dates_at(text: str) -> Iterator[tuple[int, int, date]]:
    """Yield each date in the order of print: where it begins, the place behind it, and the day.

    Of two readings that overlap, the one that begins first holds: «30 декабря 2014 года 5 января 2015 года».
    """
    found = ((match.start(), -match.end(), day) for match in _date_matches(text) if (day := _day(match)))
    free = 0
    for start, end, day in sorted(found):
        if start >= free:
            free = -end
            yield start, free, day


def recognise(identity: Identity, register: Sequence[Registered]) -> tuple[Match, ...]:
    """Return the acts of the register that this one may be, the likeliest first, equals in the register's order.

    A like title is enough, and so are number and date together; where there is neither, nothing is returned.
    """
    title = telling_words(identity.title)
    matches = (_match(identity, title, act) for act in register)
    return tuple(sorted((match for match in matches if match), key=lambda match: -match.score))


def telling_words(title: str) -> tuple[str, ...]:
    """Return the words by which a title differs from others, in one spelling, without law, state and prepositions.

    >>> telling_words("ЗАКОН РЕСПУБЛИКИ ТАДЖИКИСТАН «О беженцах»")
    ('беженцах',)
    """
    plain = _generic_pattern().sub(" ", _plain(title))
    return tuple(word for word in plain.split() if len(word) > 1 and word not in _function_words())


def _match(identity: Identity, title: Sequence[str], act: Registered) -> Match | None:
    likeness = max((_likeness(title, telling_words(one)) for one in act.titles), default=0.0)
    same_number = bool(act.number) and _spelled(act.number) in map(_spelled, identity.numbers)
    same_date = act.adopted is not None and act.adopted in identity.dates
    if likeness < ALIKE and not (same_number and same_date):
        return None
    by_date = BY_FIRST_DATE if act.adopted in identity.dates[:1] else BY_LATER_DATE
    score = TITLE * likeness + BY_NUMBER * same_number + by_date * same_date
    said = {"title": likeness >= ALIKE, "number": same_number, "date": same_date}
    return Match(act.key, round(score, 3), tuple(reason for reason, holds in said.items() if holds))


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return which share of the words of two titles is common to both, from 0 to 1."""
    left = list(other)
    common = 0.0
    for word in one:
        candidates = {at: choice for at, choice in enumerate(left) if choice[0] == word[0]}
        if best := process.extractOne(word, candidates, scorer=_kinship, score_cutoff=SAME_WORD):
            common += best[1] / 100
            del left[best[2]]
    return 2 * common / (len(one) + len(other)) if one and other else 0.0


def _kinship(one: str, other: str, *, score_cutoff: float | None = None) -> float:
    """Return from 0 to 100 how like two words are; forms of one word are hardly less like than equal ones.

    «уголовный» and «уголовного» share so much of their beginning that only the ending is another.
    """
    shared = Prefix.similarity(one, other)
    is_inflected = shared >= STEM and max(len(one), len(other)) - shared <= ENDING
    return max(INFLECTED * is_inflected, fuzz.ratio(one, other, score_cutoff=score_cutoff))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold().translate(FOLDED)))


def _spelled(number: str) -> str:
    """Return a number in one spelling: Roman figures may be typed in Cyrillic letters."""
    return number.lstrip("№ ").upper().translate(LOOK_ALIKES).replace("–", "-")


def _date_matches(text: str) -> Iterator[re.Match[str]]:
    return (match for pattern in _date_patterns() for match in pattern.finditer(text))


def _day(match: re.Match[str]) -> date | None:
    year, month = match["year"], match["month"]
    try:
        return date(_full_year(year), _months().get(month.casefold()) or int(month), int(match["day"]))
    except ValueError:
        return None


def _full_year(year: str) -> int:
    """Return 1996 for 96, and 2012 for 12."""
    return int(year) if len(year) > 2 else int(year) + (2000 if int(year) < 50 else 1900)


@cache
def _months() -> dict[str, int]:
    return {form: int(row["month"]) for row in table("languages/months.csv") for form in row["forms"].split()}


@cache
def _date_patterns() -> tuple[re.Pattern[str], ...]:
    months = "|".join(sorted(_months(), key=len, reverse=True))
    return tuple(re.compile(pattern.replace("{month}", months), re.IGNORECASE) for pattern in DATES)


@cache
def number_pattern() -> re.Pattern[str]:
    """Return the pattern of the number of an act, as group ``number``, behind its sign in any language."""
    return re.compile(f"(?:{_marks('number')}){NUMBER}")


@cache
def _gazette_pattern() -> re.Pattern[str]:
    return re.compile(GAZETTE.replace("{number}", _marks("number")))


@cache
def _generic_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_marks('generic')})\b".translate(FOLDED))


@cache
def _function_words() -> frozenset[str]:
    return frozenset(_plain(row["word"]) for row in table("languages/function-words.csv"))


def _marks(name: str) -> str:
    """Return the pattern of a mark in any language: a register holds the titles of an act in all of them."""
    return "|".join(row["pattern"] for row in table("languages/titles.csv") if row["mark"] == name)
