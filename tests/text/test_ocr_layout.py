"""The words that tesseract saw come into the order in which they are read."""

from muvofiq.text.ocr_layout import rows_in_order

NUMBERS = ("level", "page_num", "block_num", "par_num", "line_num", "word_num")
COLUMNS = (*NUMBERS, "left", "top", "width", "height", "conf", "text")


def table(*words: tuple[int, int, int, int, str]) -> str:
    """Return the table of words: number of block and line, place from the left and the top, letters 20 dots wide."""
    rows = (
        [5, 1, block, 1, line, at, left, top, 20 * len(text), 30, 90, text]
        for at, (block, line, left, top, text) in enumerate(words)
    )
    return "\n".join("\t".join(map(str, row)) for row in (COLUMNS, *rows))


def test_a_number_that_stands_apart_comes_before_its_row() -> None:
    words = [(1, 1, 100, 200, "1."), (2, 1, 160, 100, "ЗАКОН"), (3, 1, 160, 200, "Граница"), (3, 1, 320, 200, "есть")]
    assert rows_in_order(table(*words)) == ("ЗАКОН", "", "1. Граница есть")


def test_the_left_column_is_read_before_the_right_one() -> None:
    sides = ((1, 100, "л" * 20), (2, 700, "п" * 20))
    words = [(block, at, left, 100 + 50 * at, word) for at in range(5) for block, left, word in sides]
    assert [row for row in rows_in_order(table(*words)) if row] == ["л" * 20] * 5 + ["п" * 20] * 5


def test_a_gap_parts_paragraphs() -> None:
    words = [(1, at, 100, 100 + 50 * at + 60 * (at > 2), "слово" * 6) for at in range(5)]
    assert rows_in_order(table(*words)) == (*["слово" * 6] * 3, "", *["слово" * 6] * 2)


def test_a_page_without_words_has_no_rows() -> None:
    assert rows_in_order(table()) == ()
    assert rows_in_order("") == ()
