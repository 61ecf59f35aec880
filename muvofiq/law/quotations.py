"""What stands in quotation marks is told from what an act says itself: new wording, words to be replaced."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from muvofiq.law.grammar import Grammar

OPENING, CLOSING, STRAIGHT = "«“„", "»”", '"'
LETTER = re.compile(r"[«\"“„][^\W_][⁰¹²³⁴⁵⁶⁷⁸⁹\d]{0,2}[»\"”“]")  # «а», "а1": the number of a subpoint, no quotation


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Return where the outermost quotations of a text begin and end; one that is not closed goes on to its end.

    >>> quoted_spans('в подпункте "а" слова "до «моста»" исключить')
    [(22, 34)]
    """
    plain = LETTER.sub(lambda letter: " " * len(letter[0]), text)
    spans: list[tuple[int, int]] = []
    depth, start, is_straight = 0, 0, False
    for at, sign in enumerate(plain):
        was_open = depth > 0 or is_straight
        if sign == STRAIGHT and not depth:
            is_straight = not is_straight
        elif not is_straight:
            depth = max(depth + (sign in OPENING) - (sign in CLOSING), 0)
        is_open = depth > 0 or is_straight
        if is_open and not was_open:
            start = at
        elif was_open and not is_open:
            spans.append((start, at + 1))
    return [*spans, (start, len(text))] if depth or is_straight else spans


@dataclass(slots=True)
class Wording:
    """Follows the paragraphs of an amending act in the order of print and tells which of them are new wording.

    New wording begins in quotation marks below a line that ends with a colon, and ends where they are closed.
    """

    grammar: Grammar
    is_open: bool = False
    before: str = ""
    straight: int = 0
    depth: int = 0

    def holds(self, text: str) -> bool:
        """Whether the next paragraph stands in new wording."""
        opens, closes = self.grammar.mark("quotation-opens"), self.grammar.mark("quotation-closes")
        if not self.is_open and self.before.endswith(":") and opens.match(text):
            self.is_open, self.straight, self.depth = True, 0, 0
        was_open = self.is_open
        if was_open:
            self.straight += text.count(STRAIGHT)
            self.depth += _count(text, OPENING) - _count(text, CLOSING)
            self.is_open = not (closes.search(text) and self.straight % 2 == 0 and self.depth <= 0)
        self.before = text
        return was_open


def is_within(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a place of a text lies in one of its quotations."""
    return any(start <= at < end for start, end in spans)


def _count(text: str, signs: str) -> int:
    return sum(map(text.count, signs))
