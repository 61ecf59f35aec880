"""Words that the end of a printed row has divided become whole; hyphens that belong to a word stay."""

import re
from collections.abc import Iterable, Sequence

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
HYPHENS = ("-", "\N{SOFT HYPHEN}", "\N{HYPHEN}", "\N{NON-BREAKING HYPHEN}")
RANGES = ("–", "—", *HYPHENS)
LAST = re.compile(r"[^\W\d_]+\Z")
FIRST = re.compile(r"[^\W\d_]+")
BEYOND = 3  # letters behind the hyphen that tell which word it is, whatever its ending
SHORT = 3  # letters; shorter pieces are no words that a hyphen joins
OFTEN = 0.01  # the share of rows that end with a hyphen where a program has divided the words


class Hyphens:
    """Knows the words of a file, and so which hyphens at the ends of its rows divide a word."""

    def __init__(self, rows: Sequence[str]) -> None:
        inside = [row[: -len(row.split()[-1])] if row.endswith(HYPHENS) else row for row in rows]
        self.words = {word.casefold() for row in inside for word in WORD.findall(row)}
        self.beginnings = set(_beginnings(self.words))
        self.divides = sum(_could_divide(row) for row in rows) > OFTEN * len(rows)

    def join(self, before: str, after: str) -> tuple[str, str]:
        """Return two rows as one, and the hyphen that was taken away or nothing.

        >>> Hyphens([]).join("Статья 21-", "ФЗ")
        ('Статья 21-ФЗ', '')
        """
        if before.endswith(HYPHENS) and self._is_division(before[:-1], after, before[-1]):
            return before[:-1] + after, before[-1]
        if before.endswith(RANGES) and len(before) > 1 and _belongs(before, after):
            return before + after, ""
        return f"{before} {after}", ""

    def _is_division(self, before: str, after: str, hyphen: str) -> bool:
        """Tell whether the hyphen between two rows only divides a word."""
        last, first = LAST.search(before), FIRST.match(after)
        if not last or not first:
            return False
        start, end = last[0], first[0]
        if not (end.islower() or (start.isupper() and end.isupper() and len(start) > 1)):
            return False
        if hyphen == "\N{SOFT HYPHEN}":
            return True
        start, end = start.casefold(), end.casefold()
        if f"{start}-{end[:BEYOND]}" in self.beginnings:
            return False
        if start + end in self.words or start + end[:BEYOND] in self.beginnings:
            return True
        are_words = min(len(start), len(end)) >= SHORT and start in self.words and end in self.words
        return self.divides and not are_words


def _belongs(before: str, after: str) -> bool:
    """Tell whether a hyphen or dash stands between two rows without a blank: «9-» and «бандлари», «1990–» and «1995»."""
    if before.endswith(HYPHENS):
        return before[-2].isalnum() and after[0].isalnum()
    return before[-2].isdigit() and after[0].isdigit()


def _could_divide(row: str) -> bool:
    return row.endswith(HYPHENS) and len(row) > 1 and row[-2].isalpha()


def _beginnings(words: Iterable[str]) -> Iterable[str]:
    """Give each word and its beginnings of two letters and more."""
    for word in words:
        for length in range(2, len(word) + 1):
            yield word[:length]
