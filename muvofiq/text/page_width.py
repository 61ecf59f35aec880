"""Whether the width of a page has broken the lines of a text."""

from collections.abc import Sequence
from itertools import pairwise

from muvofiq.text.source import Line

WIDEST = 120  # signs; a text with a line for each paragraph has longer ones
FULL = 0.7  # of the width: a line that goes on in the next is nearly full
NEARLY_ALL, MOST = 0.8, 0.7
ENDS = (".", ";", ":", "!", "?")


def is_broken_by_width(lines: Sequence[Line]) -> bool:
    """Tell whether the lines without a gap before them go on in the midst of a sentence, where a page was full."""
    width = max((len(line.text) for line in lines), default=0)
    before = [last.text for last, line in pairwise(lines) if not line.after_gap]
    if width > WIDEST or len(before) < 2 or len(before) == len(lines) - 1:
        return False
    full = sum(len(text) >= FULL * width for text in before)
    unfinished = sum(not text.endswith(ENDS) for text in before)
    return full >= NEARLY_ALL * len(before) and unfinished >= MOST * len(before)
