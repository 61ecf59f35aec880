"""Tells which numbers of an act a word processor would count by itself, and which were typed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LEVELS = (  # form of the number, and how a word processor counts: the format and the text around it
    (re.compile(r"(?P<number>\d+)\. (?P<text>.+)"), "decimal", "%1."),
    (re.compile(r"(?P<number>\d+)\) (?P<text>.+)"), "decimal", "%2)"),
    (re.compile(r"(?P<number>[а-я])\) (?P<text>.+)"), "russianLower", "%3)"),
)
LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"  # those that Word counts in its list of Russian letters
ARTICLE = re.compile(r"(Статья|Моддаи?|Article) \d")
HEADING = re.compile(r"(Статья|Модда|Article|Глава|Боби|Chapter|РАЗДЕЛ|ФАСЛИ) ?\d|(РАЗДЕЛ|ФАСЛИ) [IVX]")


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph. ``level`` is its place in an automatic list (0 to 2), None where the number is typed.

    ``article`` counts the articles up to here, since each has a list of its own.
    """

    text: str
    level: int | None = None
    article: int = 0

    @property
    def is_heading(self) -> bool:
        """Whether the paragraph is the heading of a unit."""
        return HEADING.match(self.text) is not None


def items(lines: Iterable[str]) -> Iterator[Item]:
    """Yield the paragraphs of an act; a number is automatic where it is the next one of its list."""
    article, counts = 0, [0, 0, 0]
    for line in lines:
        if ARTICLE.match(line):
            article, counts = article + 1, [0, 0, 0]
        yield _item(line, article, counts)


def _item(line: str, article: int, counts: list[int]) -> Item:
    for level, (form, _, _) in enumerate(LEVELS):
        match = form.fullmatch(line)
        if match and article and _place(match["number"]) == counts[level] + 1:
            counts[level:] = [counts[level] + 1, *[0] * (2 - level)]
            return Item(match["text"], level, article)
    return Item(line, None, article)


def _place(number: str) -> int:
    return int(number) if number.isdigit() else LETTERS.find(number) + 1
