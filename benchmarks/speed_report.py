"""The section of the page of figures that tells how fast laws are read and matched."""

from collections.abc import Iterator

from benchmarks.speed import matching, reading
from muvofiq.alignment.meaning import Meaning


def speed(meaning: Meaning | None, *, quick: bool) -> Iterator[str]:
    """Yield the tables of reading and of matching."""
    yield "## Reading a law\n"
    yield "Median of 5 runs after a warm-up. The expression finds article headings in plain text, and no more.\n"
    yield "| file | MB | pages | read to tree, s | MB/s | s for 100 pages | one regular expression, MB/s |"
    yield "|---|---|---|---|---|---|---|"
    for name, size, ours, plain in reading():
        rate, other = size / 1e6 / ours.median, size / 1e6 / plain.median
        pages = int(ours.note.split()[0]) if ours.note else 0
        each = f"{100 * ours.median / pages:.2f}" if pages else ""
        figures = f"{ours.median:.3f} | {rate:.1f} | {each} | {other:.0f}"
        yield f"| {name} | {size / 1e6:.2f} | {pages or ''} | {figures} |"
    yield "\n## Matching\n"
    yield "All vectors are known beforehand, except in the last row.\n"
    yield "| what | size | median s | least | greatest |"
    yield "|---|---|---|---|---|"
    for timing in matching(meaning, quick=quick):
        least, greatest = min(timing.seconds), max(timing.seconds)
        yield f"| {timing.what} | {timing.note} | {timing.median:.3f} | {least:.3f} | {greatest:.3f} |"
    yield ""
