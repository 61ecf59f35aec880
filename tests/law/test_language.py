"""English and French laws call their articles alike, and are told apart by their small words."""

import pytest

from tests.law.small import law

ENGLISH = "Article 1\nSubject matter\nThe guards of the border shall serve.\nArticle 2\nThe posts are open."
FRENCH = "Article 1\nObjet\nLes gardes de la frontière sont au poste.\nArticle 2\nLe poste est ouvert."
RUSSIAN = "Статья 1. Цель\nСлужба.\nСтатья 2. Пост\nArticle 1 of the treaty."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (FRENCH, "fr"),
        (FRENCH.replace("Article 1", "Article premier"), "fr"),
        (FRENCH.replace("Article 1", "SECTION 1\nArticle 1er"), "fr"),
        (ENGLISH.replace("Article", "Section"), "en"),
        (RUSSIAN, "ru"),
    ],
)
def test_the_language_is_that_of_most_articles_and_of_the_small_words(text: str, language: str) -> None:
    assert law(text).language == language
