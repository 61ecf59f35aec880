"""What tesseract saw on a page, word by word with its place, becomes rows in reading order, paragraph by paragraph."""

import csv
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import median

from muvofiq.text.pdf_columns import in_reading_order
from muvofiq.text.pdf_file import Sign
from muvofiq.text.pdf_frames import Place
from muvofiq.text.pdf_paragraphs import paragraphs, place
from muvofiq.text.pdf_rows import rows_of

FONT = 1.5  # the height of a font, in heights of its words
Word = dict[str, str]  # a row of the table that tesseract gives: a word and where it stands, in dots from the top


def rows_in_order(table: str) -> tuple[str, ...]:
    """Return the printed rows of a page, with an empty one between paragraphs; ``table`` is the TSV of tesseract."""
    read = csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    rows = rows_of(_signs([word for word in read if _is_word(word)]))
    if not rows:
        return ()
    found = [(row, Place(1, 0.0, block.column)) for block in in_reading_order(rows) for row in block.rows]
    numbered = [(number, row, where) for number, (row, where) in enumerate(found)]
    texts = [[row.text for row in paragraph] for paragraph in paragraphs(place(numbered))]
    return tuple(text for paragraph in texts for text in ("", *paragraph))[1:]


def _is_word(word: Word) -> bool:
    return word.get("level") == "5" and bool((word.get("text") or "").strip())


def _signs(words: Sequence[Word]) -> list[Sign]:
    """Return each word as one sign; the words of a line stand on one height, and all of a page have one size."""
    if not words:
        return []
    size = FONT * median(int(word["height"]) for word in words)
    lines: dict[tuple[str, ...], list[Word]] = defaultdict(list)
    for word in words:
        lines[word["block_num"], word["par_num"], word["line_num"]].append(word)
    return [sign for line in lines.values() for sign in _line(line, size)]


def _line(words: Sequence[Word], size: float) -> Iterator[Sign]:
    """Place words on their line: a quarter of them, at least, has no letter that hangs below it."""
    feet = sorted(int(word["top"]) + int(word["height"]) for word in words if word["text"][-1].isalnum())
    feet = feet or sorted(int(word["top"]) + int(word["height"]) for word in words)
    base = -float(feet[len(feet) // 4])
    for word in words:
        left = float(word["left"])
        yield Sign(f" {word['text'].strip()}", left, left + int(word["width"]), base, -math.inf, size, is_bold=False)
