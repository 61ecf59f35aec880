from collections import Counter
from itertools import chain

from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.model_article import ModelArticle, model_articles
from muvofiq.standards.thesaurus import LANGUAGES
from muvofiq.tables import table

ROW = {
    "requirement": "thb-legal-aid",
    "place": "2",
    "language": "en",
    "act": "legal_aid",
    "form": "right",
    "chapter": "Guarantees",
    "heading": "Help free of charge",
    "text": "The state pays the advocate of a victim.",
}


def every_article() -> list[ModelArticle]:
    return list(chain.from_iterable(model_articles().values()))


def signs(article: ModelArticle) -> str:
    return " ".join((article.requirement, str(article.place), article.language))


def outlines(requirement: str) -> dict[str, list[tuple[int, str, str]]]:
    """The place, act and form of each model article of a requirement, by language and in the order of the library."""
    found: dict[str, list[tuple[int, str, str]]] = {}
    for one in model_articles()[requirement]:
        found.setdefault(one.language, []).append((one.place, one.act, one.form))
    return found


def test_a_row_of_the_table_becomes_a_model_article_with_its_place_as_a_number() -> None:
    article = ModelArticle.from_row(ROW)
    assert (article.place, article.language, article.act, article.form) == (2, "en", "legal_aid", "right")


def test_a_model_article_reads_as_its_heading_and_its_text_below() -> None:
    assert str(ModelArticle.from_row(ROW)) == "Help free of charge\nThe state pays the advocate of a victim."


def test_the_requirements_of_the_catalogue_and_no_others_have_model_articles(catalogue: Catalogue) -> None:
    assert set(model_articles()) == {requirement.id for requirement in catalogue.requirements}


def test_every_requirement_has_three_or_four_model_articles_in_each_language_the_likeliest_first() -> None:
    expected = ([1, 2, 3], [1, 2, 3, 4])
    wrong = [
        f"{requirement} {language}"
        for requirement in model_articles()
        for language in LANGUAGES
        if [place for place, _, _ in outlines(requirement).get(language, [])] not in expected
    ]
    assert wrong == []


def test_the_languages_agree_on_the_places_acts_and_forms_of_the_model_articles() -> None:
    wrong = []
    for requirement in model_articles():
        found = outlines(requirement)
        if set(found) != set(LANGUAGES) or any(one != found["en"] for one in found.values()):
            wrong.append(requirement)
    assert wrong == []


def test_every_model_article_stands_in_a_known_kind_of_act_or_in_another() -> None:
    known = {row["kind"] for row in table("languages/act-kinds.csv")} | {"other"}
    assert [signs(one) for one in every_article() if one.act not in known] == []


def test_every_model_article_has_a_known_legal_form() -> None:
    known = {row["form"] for row in table("languages/legal-forms.csv")}
    assert [signs(one) for one in every_article() if one.form not in known] == []


def test_no_model_article_lacks_its_chapter_heading_or_text() -> None:
    lacking = [
        signs(one)
        for one in every_article()
        if not all(words.strip() for words in (one.chapter, one.heading, one.text))
    ]
    assert lacking == []


def test_the_tajik_model_articles_hold_no_letters_foreign_to_tajik() -> None:
    tajik = next(row["letters"] for row in table("languages/alphabets.csv") if row["language"] == "tg")
    foreign = {
        (signs(one), letter)
        for one in every_article()
        if one.language == "tg"
        for letter in f"{one.chapter}{one.heading}{one.text}".lower()
        if letter.isalpha() and letter not in tajik
    }
    assert foreign == set()


def test_no_text_of_a_model_article_stands_twice() -> None:
    counted = Counter(one.text for one in every_article())
    assert [text for text, times in counted.items() if times > 1] == []
