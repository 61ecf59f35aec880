"""Words that the end of a printed row has divided become whole; hyphens that belong to a word stay."""

import re
from collections.abc import Iterable, Iterator, Sequence

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
HYPHENS = ("-", "\N{SOFT HYPHEN}", "\N{HYPHEN}", "\N{NON-BREAKING HYPHEN}")
RANGES = ("–", "—", *HYPHENS)
LAST = re.compile(r"[^\W\d_]+\Z")
FIRST = re.compile(r"[^\W\d_]+")
BEYOND = 3  # letters behind the hyphen that tell which word it is, whatever its ending
LONGEST = 60  # letters of a word that are looked at
OFTEN = 0.01  # the share of rows that end with a hyphen where a program has divided the words


class Hyphens:
    """Knows the words of a file, and so which hyphens at the ends of its rows divide a word."""

    def __init__(self, rows: Sequence[str]) -> None:
        inside = list(_whole_words(rows))
        self.words = {word.casefold() for row in inside for word in WORD.findall(row)}
        self.beginnings = set(_beginnings(self.words))
        joined = [word.rpartition("-") for word in self.words if "-" in word]
        self.parts = {start for start, _, _ in joined}, {end for _, _, end in joined}
        self.divides = sum(_could_divide(row) for row in rows) > OFTEN * len(rows)

    def between(self, before: str, after: str) -> tuple[str, str, str]:
        """Return the row before without a hyphen that divides a word, what joins it to the next row, and the hyphen.

        >>> Hyphens([]).between("Статья 21-", "ФЗ")
        ('Статья 21-', '', '')
        """
        if before.endswith(HYPHENS) and self._is_division(before[:-1], after, before[-1]):
            return before[:-1], "", before[-1]
        return before, "" if _belongs(before, after) else " ", ""

    def _is_division(self, before: str, after: str, hyphen: str) -> bool:
        """Tell whether the hyphen between two rows only divides a word."""
        last, first = LAST.search(before[-LONGEST:]), FIRST.match(after[:LONGEST])
        if not last or not first:
            return False
        start, end = last[0], first[0]
        is_capitals = len(start) > 1 and start.isupper()
        if end.isupper() != is_capitals or not (is_capitals or end.islower()):
            return False
        if hyphen == "\N{SOFT HYPHEN}":
            return True
        start, end = start.casefold(), end.casefold()
        if f"{start}-{end[:BEYOND]}" in self.beginnings:
            return False
        if start + end in self.words or start + end[:BEYOND] in self.beginnings:
            return True
        return self.divides and start not in self.parts[0] and end not in self.parts[1]


def _whole_words(rows: Sequence[str]) -> Iterator[str]:
    """Give rows without the pieces of words that a hyphen may divide."""
    was_divided = False
    for row in rows:
        words = row.split()
        is_divided = row.endswith(HYPHENS)
        yield " ".join(words[was_divided : len(words) - is_divided])
        was_divided = is_divided


def _belongs(before: str, after: str) -> bool:
    """Tell whether no blank stands between two rows: «9-» and «бандлари», «1990–» and «1995»."""
    if len(before) < 2 or not before.endswith(RANGES):
        return False
    if before.endswith(HYPHENS):
        return before[-2].isalnum() and after[0].isalnum()
    return before[-2].isdigit() and after[0].isdigit()


def _could_divide(row: str) -> bool:
    return row.endswith(HYPHENS) and len(row) > 1 and row[-2].isalpha()


def _beginnings(words: Iterable[str]) -> Iterable[str]:
    """Give each word and its beginnings of two letters and more."""
    for word in words:
        for length in range(2, min(len(word), LONGEST) + 1):
            yield word[:length]
