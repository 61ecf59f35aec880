"""A requirement is asked in the words of the law's language."""

from muvofiq.alignment.question import Question, question_of
from muvofiq.alignment.unit import OPENING
from muvofiq.standards.requirement import Requirement
from tests.standards.small import REQUIREMENT


def test_search_terms_are_the_wording_and_english_is_title_and_statement() -> None:
    question = question_of(Requirement.parse(REQUIREMENT))
    assert question.wording == {
        "ru": "бесплатная юридическая помощь",
        "en": "Legal aid for victims. Victims must get free legal aid.",
    }


def test_elements_and_english_terms_are_searched_for_concepts_only() -> None:
    question = question_of(Requirement.parse(REQUIREMENT))
    assert "aid is free" in question.around["en"]
    assert "aid is free" not in question.wording["en"]


def test_a_missing_language_falls_back_to_the_first_there_is() -> None:
    assert Question("q", {"ru": "граница", "en": "border"}).opening("tg") == "граница"
    assert Question("q", {}).opening("tg") == ""


def test_the_model_reads_no_more_than_the_beginning() -> None:
    assert len(Question("q", {"ru": "а" * 2000}).opening("ru")) == OPENING
