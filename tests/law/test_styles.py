"""The styles of a page decide what begins an article and what is its heading."""

import pytest

from muvofiq.law.build import build_law
from muvofiq.law.tree import Law
from muvofiq.text.html import read_html
from tests.law.small import law, outline


def page(*paragraphs: tuple[str, str]) -> Law:
    html = "".join(f'<p class="{style}">{text}</p>' for style, text in paragraphs)
    return build_law(read_html(f"<html><body>{html}</body></html>".encode(), "act.html"))


TITLE = [("oj-doc-ti", "DIRECTIVE (EU) 1/2019"), ("oj-doc-ti", "on the border"), ("oj-normal", "Whereas:")]


def test_headings_of_any_length_go_to_the_unit_above_them() -> None:
    one = page(
        *TITLE,
        ("oj-ti-section-1", "CHAPTER I"),
        ("oj-ti-section-2", "POSTS"),
        ("oj-ti-art", "Article 1"),
        ("oj-sti-art", "Guards, posts and all that is needed there."),
        ("oj-normal", "Guards serve."),
    )
    assert outline(one.provisions) == [
        "chapter 1: POSTS",
        "  article 1: Guards, posts and all that is needed there.",
        "    indent 1: Guards serve.",
    ]
    assert one.title == "DIRECTIVE (EU) 1/2019 on the border"
    assert one.head == ("DIRECTIVE (EU) 1/2019", "on the border", "Whereas:")


@pytest.mark.parametrize("words", ["Sole Article", "Article 1", "Artikel 1", "Final article 1"])
def test_a_number_is_one_whatever_its_words_are(words: str) -> None:
    one = page(("oj-ti-art", words), ("oj-normal", "Guards of the border shall serve."), ("oj-ti-art", "Article 2"))
    assert [line.split(":")[0] for line in outline(one.provisions)] == ["article 1", "  indent 1", "article 2"]


def test_where_styles_name_the_articles_no_other_line_begins_one() -> None:
    one = page(
        ("oj-ti-art", "Article 1"), ("oj-normal", "CHAPTER II"), ("oj-normal", "Article 9"), ("oj-ti-art", "Article 2")
    )
    assert outline(one.provisions) == ["article 1: ", "  indent 1: CHAPTER II", "  indent 2: Article 9", "article 2: "]


def test_a_footnote_between_number_and_heading_stays_with_its_unit() -> None:
    html = (
        '<p class="oj-ti-art">Article 1 <a id="c" href="#n">(1)</a></p><p class="oj-sti-art">Posts</p>'
        '<p class="oj-normal">Guards serve.</p><p class="oj-note"><a id="n" href="#c">(1)</a> Journal.</p>'
    )
    one = build_law(read_html(html.encode(), "act.html"))
    (article,) = one.provisions
    assert (article.heading, [note.text for note in article.notes]) == ("Posts", ["(1) Journal."])


def test_an_annex_takes_its_title_from_the_lines_marked_so() -> None:
    one = page(
        ("oj-ti-art", "Article 1"),
        ("oj-normal", "Guards serve."),
        ("oj-doc-ti", "ANNEX I"),
        ("oj-doc-ti", "LIST OF POSTS"),
        ("oj-normal", "The posts lie in the north and in the south of the republic, and nowhere else."),
    )
    assert outline(one.provisions)[2] == "annex 1: LIST OF POSTS"


def test_notes_of_an_editor_are_marked_by_their_style() -> None:
    html = '<div class="ACT_TEXT">Статья 1. Пост</div><div class="COMMENT">Изменена в 2019 году</div><div>Служба.</div>'
    (article,) = build_law(read_html(html.encode(), "act.html")).provisions
    assert [note.text for note in article.notes] == ["Изменена в 2019 году"]


@pytest.mark.parametrize(
    ("below", "heading"),
    [
        ("Guards\n1. They serve.", "Guards"),
        ("Guards\nThey serve.", "Guards"),
        ("Guards serve.\nThey rest.", ""),
        ("Guards are:\n(a) old.", ""),
        ("1. Guards\nThey serve.", ""),
        ("They serve\nArticle 2\nThey rest.", ""),
    ],
)
def test_without_styles_a_short_line_that_is_no_sentence_is_the_heading(below: str, heading: str) -> None:
    article = law(f"Article 1\n{below}").provisions[0]
    assert article.heading == heading


def test_a_russian_article_without_heading_takes_none_from_below() -> None:
    (article,) = law("Статья 1\nСлужба\nПост").provisions
    assert article.heading == ""
