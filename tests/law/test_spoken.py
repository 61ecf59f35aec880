"""The small words of a text tell its language."""

import pytest

from muvofiq.law.spoken import count_words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Служба и суд в срок, не позднее мая", "ru"),
        ("Хадамот ва суд дар муҳлати барои кӯдакон", "tg"),
        ("Қызмет және сот бойынша тәртіп", "kk"),
        ("Xizmat hamda sud toʻgʻrisidagi tartib uchun", "uz"),
        ("Кызмат жана сот боюнча тартип үчүн", "ky"),
    ],
)
def test_most_small_words_are_of_its_own_language(text: str, language: str) -> None:
    assert count_words(text).most_common(1)[0][0] == language


def test_a_text_without_small_words_tells_nothing() -> None:
    assert not count_words("12 | 15").total()
