"""A table becomes lines: the rows of a real table, the plain text of one that only lays out a page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from muvofiq.tables import table

Rows = Sequence[Sequence[Sequence[str]]]  # rows, their cells, the paragraphs of each cell
BETWEEN = " | "
LABEL = re.compile(r"(?:\d{1,4}|[(«\"]{0,2}[^\W_]{1,5}(?:[.\-][^\W_]{1,4}){0,4}[»\"]?[.)]{1,2})|[-–—•·*]")
# The number with which a paragraph begins, behind one word at most: «Статья 1», "1-modda", "(2)".
NUMBER = re.compile(r"\W{0,3}(?:[^\W\d_]{1,20}\s{1,3})?(\d{1,6})")
WORD = re.compile(r"[^\W\d_]+")
RUNNING_TEXT = 20  # words that each of two columns holds at least, and how much longer one may be
LONGER = 2.5
SPOKEN = 0.08  # share of the function words of a language in running text; a third of it in another language
LARGEST_DOUBT = 0.2  # share of rows that may be filled on one side alone, and of numbers without their twin


@dataclass(frozen=True, slots=True)
class TableLine:
    """One line of a table; ``places`` are the row, cell and paragraph of all that stands in it, in its order."""

    text: str
    places: tuple[tuple[int, int, int], ...]


def rows_to_lines(rows: Rows) -> list[str]:
    """Return the lines of a table: rows of cells, each of which holds its paragraphs.

    >>> rows_to_lines([[["Сбор"], ["Сумма"]], [["Виза"], ["50", "сомони"]]])
    ['Сбор | Сумма', 'Виза | 50 сомони']
    >>> rows_to_lines([[["1)"], ["паспорт;", "виза;"]]])
    ['1) паспорт;', 'виза;']
    """
    return [line.text for line in table_lines(rows)]


def table_lines(rows: Rows) -> list[TableLine]:
    """Return the lines of a table, each with the places of its paragraphs. No paragraph is lost or told twice."""
    if _is_in_two_languages(rows):
        columns = range(max(len(row) for row in rows))
        return [line for column in columns for row in range(len(rows)) for line in _plain(rows, row, {column})]
    is_layout = _only_lays_out(rows)
    return [line for row in range(len(rows)) for line in _row(rows, row, is_layout=is_layout)]


def _row(rows: Rows, row: int, *, is_layout: bool) -> Iterator[TableLine]:
    filled = [cell for cell, paragraphs in enumerate(rows[row]) if _is_filled(paragraphs)]
    if len(filled) <= 1:
        yield from _plain(rows, row, set(filled))
    elif is_layout:
        label, *rest = _plain(rows, row, set(filled))
        yield TableLine(f"{label.text} {rest[0].text}", label.places + rest[0].places)
        yield from rest[1:]
    else:
        cells = [" ".join(one for one in paragraphs if one.strip()) for paragraphs in rows[row][: filled[-1] + 1]]
        places = (place for line in _plain(rows, row, set(filled)) for place in line.places)
        yield TableLine(BETWEEN.join(cells).lstrip(), tuple(places))


def _plain(rows: Rows, row: int, cells: set[int]) -> Iterator[TableLine]:
    for cell, paragraphs in enumerate(rows[row]):
        for place, text in enumerate(paragraphs):
            if cell in cells and text.strip():
                yield TableLine(text, ((row, cell, place),))


def _is_filled(paragraphs: Sequence[str]) -> bool:
    return any(text.strip() for text in paragraphs)


def _filled(row: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[text.strip() for text in cell if text.strip()] for cell in row if _is_filled(cell)]


def _only_lays_out(rows: Rows) -> bool:
    """Tell whether each row holds one thing, or a mark such as "(a)" and what it marks."""
    wide = [cells for row in rows if len(cells := _filled(row)) > 1]
    return all(len(cells) == 2 and len(cells[0]) == 1 and LABEL.fullmatch(cells[0][0]) for cells in wide)


def _is_in_two_languages(rows: Rows) -> bool:
    """Tell whether a law stands beside its translation: the same numbers in two columns of running text."""
    used = sorted({column for row in rows for column, cell in enumerate(row) if _is_filled(cell)})
    if len(used) != 2:
        return False
    pairs = [[_cell(row, column) for column in used] for row in rows]
    alone = sum(1 for pair in pairs if _is_filled(pair[0]) != _is_filled(pair[1]))
    if alone > LARGEST_DOUBT * len(rows):
        return False
    left, right = ([text for pair in pairs for text in pair[side]] for side in (0, 1))
    return _have_the_same_numbers(left, right) and _differ_in_language(left, right)


def _cell(row: Sequence[Sequence[str]], column: int) -> Sequence[str]:
    return row[column] if column < len(row) else ()


def _have_the_same_numbers(left: Sequence[str], right: Sequence[str]) -> bool:
    here, there = (Counter(_numbers(column)) for column in (left, right))
    return here.total() > 0 and (here - there).total() + (there - here).total() <= LARGEST_DOUBT * here.total()


def _numbers(column: Sequence[str]) -> list[str]:
    return [match[1] for text in column if (match := NUMBER.match(text))]


def _differ_in_language(left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether one column speaks a language that we know and the other does not speak it."""
    here, there = (Counter(word for text in column for word in WORD.findall(text.lower())) for column in (left, right))
    shorter, longer = sorted((here.total(), there.total()))
    if shorter < RUNNING_TEXT or longer > LONGER * shorter:
        return False
    shares = (
        sorted(sum(words[word] for word in spoken) / words.total() for words in (here, there))
        for spoken in _function_words()
    )
    return any(high >= SPOKEN and low <= high / 3 for low, high in shares)


@cache
def _function_words() -> tuple[frozenset[str], ...]:
    """Return the function words of each language of the table."""
    rows = table("languages/function-words.csv")
    languages = dict.fromkeys(row["language"] for row in rows)
    return tuple(frozenset(row["word"] for row in rows if row["language"] == language) for language in languages)
