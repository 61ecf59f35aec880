"""A note that stands in several paragraphs is one note again, and takes no words of the law along."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from muvofiq.law.headings import Piece, recognise
from muvofiq.law.long_notes import gather_long_notes
from muvofiq.law.paragraph import Paragraph
from tests.law.small import RU, law


def gathered(*texts: str) -> list[Piece]:
    paragraphs = [Paragraph(number, text) for number, text in enumerate(texts, start=1)]
    return list(gather_long_notes(recognise(paragraphs, RU)))


def shown(pieces: Sequence[Piece]) -> list[tuple[int, str, bool]]:
    return [(piece.line, piece.text, piece.is_note) for piece in pieces]


def test_a_note_that_ends_with_a_colon_goes_on() -> None:
    pieces = gathered(
        "Сноска. По всему тексту:",
        "слова «граница» исключены;",
        "слово «сбор» исключено Законом РВ от 02.01.2019 № 5.",
        "Текст.",
    )
    assert shown(pieces) == [
        (
            1,
            "Сноска. По всему тексту: слова «граница» исключены; слово «сбор» исключено Законом РВ от 02.01.2019 № 5.",
            True,
        ),
        (4, "Текст.", False),
    ]


def test_a_bracket_goes_on_until_it_is_closed() -> None:
    pieces = gathered(
        "(В редакции законов РВ от 29 апреля 1997 года № 29,", "№ 76, 2 декабря 1998 года № 148)", "Текст."
    )
    assert [piece.is_note for piece in pieces] == [True, False]
    assert pieces[0].text.endswith("№ 148)")


def test_a_bracket_that_is_never_closed_takes_nothing_along() -> None:
    pieces = gathered(
        "(В редакции закона РВ от 29 апреля 1997 года № 29", "Граница есть линия 5.", "сбор не взимается 6."
    )
    assert [piece.is_note for piece in pieces] == [True, False, False]


def test_a_bracket_at_the_end_of_its_last_paragraph_stays_in_the_note() -> None:
    (note,) = gathered("Сноска. По всему тексту:", "слово «сбор» исключено (Закон РВ от 02.01.2019 № 5)")
    assert note.text.endswith("исключено (Закон РВ от 02.01.2019 № 5)")


def test_a_note_ends_where_a_unit_begins() -> None:
    assert [piece.is_note for piece in gathered("Сноска. По всему тексту:", "Статья 5. Сбор")] == [True, False]


def test_the_words_of_the_law_begin_with_a_capital_or_a_number() -> None:
    assert [piece.is_note for piece in gathered("Сноска. Статья 5 исключена:", "Сбор не взимается.")] == [True, False]


def test_a_long_note_is_no_part_of_the_head() -> None:
    note = "Сноска. По всему тексту:\nслово «сбор» исключено Законом РВ от 02.01.2019 № 5."
    act = law(f"О границе\n{note}\nСтатья 1. Сбор\nТекст.")
    assert act.head == ("О границе",)
    assert len(act.notes) == 1


PARAGRAPHS = [
    "Сноска. По тексту:",
    "слова;",
    "слова",
    "(В редакции закона РВ от 1.1.99,",
    "№ 5)",
    "Статья 5. Сбор",
    "Текст.",
    "1) п",
]


@given(st.lists(st.sampled_from(PARAGRAPHS), max_size=12))
def test_nothing_is_lost_and_nothing_changes_its_place(texts: list[str]) -> None:
    paragraphs = [Paragraph(number, text) for number, text in enumerate(texts, start=1)]
    before = list(recognise(paragraphs, RU))
    after = list(gather_long_notes(before))
    assert " ".join(piece.text for piece in after) == " ".join(piece.text for piece in before)
    assert [piece.kind for piece in after if piece.kind] == [piece.kind for piece in before if piece.kind]
