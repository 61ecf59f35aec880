"""Where an act has no articles, lawyers cite its sections."""

from tests.law.small import law, outline


def test_sections_of_an_act_without_articles_are_cited_first() -> None:
    text = "Chapter I. Posts\nSection 1. Terms\nA post is a place.\nSection 2. Guards\nGuards serve."
    assert outline(law(text).provisions) == [
        "chapter 1: Posts",
        "  article 1: Terms",
        "    indent 1: A post is a place.",
        "  article 2: Guards",
        "    indent 1: Guards serve.",
    ]


def test_sections_that_gather_articles_stay_above_them() -> None:
    text = "CHAPTER I\nPOSTS\nSection 1\nNorth\nArticle 1\nA place.\nSECTION 2\nSouth\nArticle 2\nGuards serve."
    assert outline(law(text).provisions) == [
        "chapter 1: POSTS",
        "  paragraph 1: North",
        "    article 1: ",
        "      indent 1: A place.",
        "  paragraph 2: South",
        "    article 2: ",
        "      indent 1: Guards serve.",
    ]
