"""What an amending act quotes is no unit of it."""

import pytest

from tests.law.small import law, outline

BEFORE = "Article 1\nThe Border Act is amended as follows:\n"
AFTER = "\nArticle 2\nThis Act enters into force."


def articles(text: str) -> list[str]:
    return [str(unit.number) for _, unit, _ in law(text).articles()]


@pytest.mark.parametrize(
    "quoted",
    [
        "‘Article 8b\n1. Guards serve.\n2. Guards rest.’;",
        "“Article 8\nGuards’ posts\n(a) serve;\n(b) rest.”",
        '"Article 8\nGuards serve at the "old" post.\nArticle 9\nGuards rest."',
        "«Article 8\nGuards serve.\nArticle 9\nGuards rest.».",
        "‘CHAPTER IIa\nArticle 8a\nGuards serve.’; and",
    ],
)
def test_quoted_articles_and_parts_are_words_of_the_article_that_quotes_them(quoted: str) -> None:
    text = BEFORE + quoted + AFTER
    assert articles(text) == ["1", "2"]
    printed = "\n".join(paragraph for unit in law(text).provisions for paragraph in unit.paragraphs())
    assert printed.split() == text.split()


def test_a_quotation_that_is_never_closed_changes_nothing() -> None:
    assert articles(f"{BEFORE}‘Guards serve.{AFTER}") == ["1", "2"]


def test_a_quotation_whose_end_is_lost_ends_before_the_next_article_of_the_act() -> None:
    text = f"{BEFORE}‘Article 8\nGuards serve.{AFTER}\nIt adds:\n‘Article 9\nGuards rest.’"
    assert articles(text) == ["1", "2"]


def test_a_quotation_that_nothing_announces_is_none() -> None:
    assert articles("Article 1\nGuards serve.\n‘Old’ guards\nArticle 2\nGuards ‘rest’") == ["1", "2"]


def test_a_term_in_quotation_marks_keeps_its_number() -> None:
    text = "Article 1\nThe following terms are used:\n(1) ‘post’ means a place;\n(2) ‘guard’ means a man."
    assert outline(law(text).provisions)[2:] == [
        "  point 1: ‘post’ means a place;",
        "  point 2: ‘guard’ means a man.",
    ]
