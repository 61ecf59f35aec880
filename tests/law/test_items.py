"""Lists in brackets get their places from what stands around them."""

import pytest

from tests.law.small import law, outline

ROMANS = "Article 1\n1. It concerns:\n"


@pytest.mark.parametrize(
    ("items", "kinds"),
    [
        (["(a) x;", "(b) y:", "(i) z;", "(ii) z."], ["point a", "point b", "subpoint i", "subpoint ii"]),
        (["(g) x;", "(h) y;", "(i) z;", "(j) z."], ["point g", "point h", "point i", "point j"]),
        (["(h) y:", "(i) z;", "(ii) z;", "(i) w."], ["point h", "subpoint i", "subpoint ii", "point i"]),
        (["(i) x;", "(ii) y;", "(iii) z."], ["point i", "point ii", "point iii"]),
        (
            ["(a) x:", "(i) y;", "(iv) y;", "(v) y;", "(b) z."],
            ["point a", "subpoint i", "subpoint iv", "subpoint v", "point b"],
        ),
        (["(u) x;", "(v) y;", "(w) z;", "(x) z."], ["point u", "point v", "point w", "point x"]),
        (["(1) x:", "(a) y:", "(i) z;", "(2) x."], ["point 1", "subpoint a", "indent i", "point 2"]),
        (["a) x;", "b) y:", "i) z;", "ii) z."], ["point a", "point b", "subpoint i", "subpoint ii"]),
        (["1) x:", "a) y;", "2) z."], ["point 1", "subpoint a", "point 2"]),
        (["(a) x;", "(aa) y;", "(b) z."], ["point a", "point aa", "point b"]),
        (["5) x;", "5(1)) y;", "6) z."], ["point 5", "point 5(1)", "point 6"]),
    ],
)
def test_letters_figures_and_roman_numbers_are_told_by_what_stands_before(items: list[str], kinds: list[str]) -> None:
    found = outline(law(ROMANS + "\n".join(items)).provisions)
    assert [line.split(":")[0].strip() for line in found if not line.strip().startswith(("article", "part"))] == kinds


def test_figures_in_brackets_directly_below_the_heading_of_an_article_are_its_parts() -> None:
    text = "Section 1. Terms\n(1) In this Law:\n1) post: a place;\n2) guard: man.\n(2) All serve.\nSection 2\n(1) All."
    assert outline(law(text).provisions) == [
        "article 1: Terms",
        "  part 1: In this Law:",
        "    point 1: post: a place;",
        "    point 2: guard: man.",
        "  part 2: All serve.",
        "article 2: ",
        "  part 1: All.",
    ]


def test_figures_in_brackets_below_a_text_are_points() -> None:
    text = "Article 1\nTerms\nIn this Law:\n(1) post means a place;\n(2) guard means a man."
    assert [line.strip()[:7] for line in outline(law(text).provisions)] == ["article", "indent ", "point 1", "point 2"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Article 5\n1. (a) posts;\n(b) guards.",
            ["article 5: ", "  part 1: ", "    point a: posts;", "    point b: guards."],
        ),
        ("Section 5.—(1) Posts.\n(2) Guards.", ["article 5: ", "  part 1: Posts.", "  part 2: Guards."]),
    ],
)
def test_two_numbers_on_one_line_are_two_units(text: str, expected: list[str]) -> None:
    assert outline(law(text).provisions) == expected


def test_recitals_before_the_first_article_are_no_units() -> None:
    one = law("DIRECTIVE\nWhereas:\n(1) The border is guarded.\n(2) Posts are few.\nArticle 1\nGuards serve.")
    assert one.head == ("DIRECTIVE", "Whereas:", "(1) The border is guarded.", "(2) Posts are few.")
    assert outline(one.provisions) == ["article 1: ", "  indent 1: Guards serve."]


def test_languages_that_name_each_way_of_numbering_are_not_touched() -> None:
    text = "Статья 1. Цель\n1) пост;\nа) старый;\n2) стража."
    found = [line.strip().split(":")[0] for line in outline(law(text).provisions)]
    assert found == ["article 1", "point 1", "subpoint а", "point 2"]


def test_french_numbers_of_units_added_later_end_in_latin_words() -> None:
    text = "LOI\nCHAPITRE PREMIER\nObjet\nArticle 1er\n1. La loi est:\na) le garde;\na bis) le poste.\n1 bis. Le pas."
    assert outline(law(text + "\nArticle 2 ter\nLe poste.").provisions) == [
        "chapter 1: Objet",
        "  article 1: ",
        "    part 1: La loi est:",
        "      point a: le garde;",
        "      point abis: le poste.",
        "    part 1bis: Le pas.",
        "  article 2ter: ",
        "    indent 1: Le poste.",
    ]
