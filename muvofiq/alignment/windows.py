"""A long text is read by the model in windows: its opening, then the rest in pieces that begin with its heading."""

import re
from collections.abc import Iterator

OPENING = 700  # characters that the model reads at once: the subject of an article stands at its beginning
HEADING = 200  # characters of the heading that stand before each further piece
PAUSE = re.compile(r"(?<=[.;:])\s+|\n")


def windows(heading: str, text: str) -> tuple[str, ...]:
    """Return the windows of a provision, which together hold every word of it.

    A further piece begins where a sentence or a paragraph does, so that it may repeat the end of the one before.

    >>> len(windows("Border", "The border is guarded.")), len(windows("Border", "The border is guarded. " * 40))
    (1, 2)
    """
    whole = f"{heading}\n{text}" if heading else text
    return (whole[:OPENING], *_further(heading, whole))


def _further(heading: str, whole: str) -> Iterator[str]:
    if len(whole) <= OPENING:
        return
    head = f"{heading[:HEADING]}\n" if heading else ""
    room = OPENING - len(head)
    starts = sorted({0, *(pause.end() for pause in PAUSE.finditer(whole)), len(whole)})
    at = max(place for place, start in enumerate(starts) if start <= OPENING)
    while at < len(starts) - 1:
        end = at + 1
        while end < len(starts) - 1 and starts[end + 1] - starts[at] <= room:
            end += 1
        yield from (head + piece for piece in _pieces(whole[starts[at] : starts[end]], room))
        at = end


def _pieces(stretch: str, room: int) -> Iterator[str]:
    """Cut a stretch that is too long, between words where it has any."""
    while stretch:
        cut = len(stretch) if len(stretch) <= room else (stretch.rfind(" ", 0, room) + 1 or room)
        if piece := stretch[:cut].strip():
            yield piece
        stretch = stretch[cut:]
