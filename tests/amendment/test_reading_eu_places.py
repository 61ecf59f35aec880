"""Places are read as acts of the Union name them, in English and French, large to small and small to large."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.amendment.place import Place
from muvofiq.amendment.reading_eu_around import WHOLE_ACT
from muvofiq.amendment.reading_eu_places import act_numbers, named_first, targets_of
from muvofiq.amendment.reading_eu_placing import Placing, Unclear
from tests.amendment.test_reading_eu import FERRIES, law

ENGLISH = {
    "Article 5": "art_5",
    "Articles 4, 5(2) and 7(1)": "art_4 art_5__para_2 art_7__para_1",
    "Articles 4 to 6 and 9a": "art_4 art_5 art_6 art_9a",
    "Article 7(1), (2) and (4)": "art_7__para_1 art_7__para_2 art_7__para_4",
    "points (a), (c) and (e) of Article 2": "art_2__point_a art_2__point_c art_2__point_e",
    "in Article 9(1), point (e)": "art_9__para_1__point_e",
    "in point (a) of paragraph 5 of Article 4, point (ii)": "art_4__para_5__point_a__subpara_ii",
    "Article 14(4)(b)(i)": "art_14__para_4__point_b__subpara_i",
    "the second sentence of the first subparagraph of Article 5(3)": "art_5__para_3__indent_1#s2",
    "the third paragraph of Article 4": "art_4__indent_3",
    "the title of Article 4": "art_4#heading",
    "the title": "act#heading",
    "the introductory wording of Article 5": "art_5__indent_1",
    "point (b) of Article 3(3) and point (b) of Article 1(2)": "art_3__para_3__point_b art_1__para_2__point_b",
    "paragraph 1 and point (a) of paragraph 2 of Article 5": "art_5__para_1 art_5__para_2__point_a",
    "Articles 1(2), point (c), and 3(3)": "art_1__para_2__point_c art_3__para_3",
    "points (a)(i), (a)(ii) and (a)(v) of paragraph 2": "para_2__point_a__subpara_i para_2__point_a__subpara_ii "
    "para_2__point_a__subpara_v",
    "points (a) and (c) of paragraph 1 and points (a) and (d) of paragraph 2": "para_1__point_a para_1__point_c "
    "para_2__point_a para_2__point_d",
    "in points (a) and (c) of paragraph 1, point (a) of paragraph 2": "para_1__point_a para_1__point_c para_2__point_a",
    "the second to fourth subparagraphs of Article 2(4)": "art_2__para_4__indent_2 art_2__para_4__indent_3 "
    "art_2__para_4__indent_4",
    "the first sentence of Article 5(1), second subparagraph": "art_5__para_1__indent_2#s1",
    "the text of Article 4": "art_4",
    "part A of Annex II": "annex_2__part_a",
    "Annex II": "annex_2",
    "Articles 5 and 6 and the Annex": "art_5 art_6 annex_1",
    "point 2 of Annex III": "annex_3__point_2",
    "paragraph 1, first subparagraph, point (b)": "para_1__point_b",
    "the Directive": "act",
}
FRENCH = {
    "l'article 1er": "art_1",
    "Article premier": "art_1",
    "à l’article 2, paragraphe 4": "art_2__para_4",
    "à l'article 5 bis, paragraphe 2 ter": "art_5bis__para_2ter",
    "l'article 2, paragraphe 4, l’article 4, paragraphe 3, et l’article 15": "art_2__para_4 art_4__para_3 art_15",
    "au paragraphe 5, le point a) ii)": "para_5__point_a__subpara_ii",
    "à l'article 7, paragraphe 2, le deuxième alinéa": "art_7__para_2__indent_2",
    "les points c) et d)": "point_c point_d",
    "les articles 4 à 6": "art_4 art_5 art_6",
    "l'article 3, la deuxième phrase": "art_3#s2",
    "les points a) et b) de l'article 1er, paragraphe 2,": "art_1__para_2__point_a art_1__para_2__point_b",
    "le titre de l'annexe II": "annex_2#heading",
    "la partie introductive": "indent_1",
}
CASES = [*(("en", *one) for one in ENGLISH.items()), *(("fr", *one) for one in FRENCH.items())]


def placed(phrase: str, language: str = "en", around: str = "act", subject: str = "") -> str:
    targets = targets_of(phrase, language)
    assert targets is not None
    placing = Placing(law(subject) if subject else None)
    return " ".join(map(str, placing.places(targets or targets_of("the Directive", "en") or (), [Place.parse(around)])))


@pytest.mark.parametrize(("language", "phrase", "places"), CASES)
def test_a_place_is_read_as_it_is_named(language: str, phrase: str, places: str) -> None:
    targets = targets_of(phrase, language)
    assert targets is not None
    found = Placing(None).places(targets, WHOLE_ACT) if targets else WHOLE_ACT
    assert " ".join(map(str, found)) == places


@pytest.mark.parametrize("phrase", ["the third deck", "point II.2.1", "Article", "the second", "paragraph blue"])
def test_what_names_no_place_is_not_guessed(phrase: str) -> None:
    assert targets_of(phrase, "en") is None


def test_a_place_lies_in_what_is_around_it() -> None:
    assert placed("point (b)", around="art_5__para_2") == "art_5__para_2__point_b"
    assert placed("point (i)", around="art_5__para_2__point_b") == "art_5__para_2__point_b__subpara_i"
    assert placed("Article 6", around="art_5__para_2") == "art_6"
    assert placed("the second subparagraph", around="art_5__para_2") == "art_5__para_2__indent_2"


def test_what_is_counted_from_the_end_is_counted_in_the_law() -> None:
    assert placed("the last sentence of Article 3(1)", subject=FERRIES) == "art_3__para_1#s3"
    assert placed("the penultimate paragraph of Article 4", subject=FERRIES) == "art_4__indent_2"
    with pytest.raises(Unclear):
        placed("the last sentence of Article 3(1)")
    with pytest.raises(Unclear):
        placed("the last sentence of Article 9", subject=FERRIES)


def test_items_with_a_dash_are_counted_among_themselves() -> None:
    assert placed("the second indent of Article 2", subject=FERRIES) == "art_2__indent_3"
    with pytest.raises(Unclear):
        placed("the ninth indent of Article 2", subject=FERRIES)


def test_places_in_several_acts_are_told_apart() -> None:
    targets = targets_of("Article 20 of Directive 2031/7/EU and Article 11 of Directive 2030/1/EU", "en")
    assert targets is not None
    assert [target.act for target in targets] == ["2031/7", "2030/1"]


def test_acts_are_known_by_their_number() -> None:
    assert act_numbers("Directive 93/1/EEC, Regulation (EU) No 12/2031 and page 12/13") == ("93/1", "12/2031")
    assert named_first("Modifications apportées à la directive 2031/7/UE", "fr") == "2031/7"


@given(st.lists(st.integers(1, 40), min_size=1, max_size=5, unique=True), st.integers(1, 9))
def test_a_list_of_articles_gives_each_of_them(numbers: list[int], paragraph: int) -> None:
    named = [f"{number}({paragraph})" for number in numbers]
    phrase = f"Articles {', '.join(named[:-1])} and {named[-1]}" if named[1:] else f"Article {named[0]}"
    assert placed(phrase).split() == [f"art_{number}__para_{paragraph}" for number in numbers]
