"""The thesaurus finds its concepts in any inflection and names them in another language."""

from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.words import stems
from muvofiq.standards.thesaurus import Concept, RegionalWord
from tests.alignment.small import concepts


def test_a_concept_is_found_in_an_inflection_of_its_label() -> None:
    assert concepts().found_in("помощь жертвам торговли людьми", "ru") == {"victim", "trafficking"}


def test_the_words_of_a_label_must_stand_together_and_in_order() -> None:
    assert "trafficking" not in concepts().found_in("людьми ведётся торговля", "ru")


def test_synonyms_count_as_the_concept() -> None:
    assert concepts().found_in("потерпевшему", "ru") == {"victim"}


def test_a_question_is_searched_in_all_its_languages() -> None:
    assert concepts().of_question({"en": "an interpreter", "tg": "қурбониёни"}) == {"interpreter", "victim"}


def test_all_labels_of_a_concept_are_given_in_a_fixed_order() -> None:
    assert concepts().stems_of({"victim", "trafficking"}, "ru") == stems("торговля людьми жертва потерпевший", "ru")


def test_a_missing_word_falls_back_to_english() -> None:
    assert concepts().label("interpreter", "tg") == "interpreter"
    assert concepts().label("victim", "tg") == "қурбонӣ"


def test_an_unknown_language_finds_nothing() -> None:
    assert concepts().found_in("жертва", "kk") == set()


def test_a_regional_word_finds_its_concept_and_is_searched_too() -> None:
    returnee = Concept("returnee", {"ru": ("репатриант",)}, regional=(RegionalWord("кандас", "ru", ("KZ",)),))
    assert Concepts([returnee]).found_in("выдаётся кандасам", "ru") == {"returnee"}
    assert "кандас" in Concepts([returnee]).stems_of(["returnee"], "ru")
