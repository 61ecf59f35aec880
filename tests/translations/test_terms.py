"""The translated requirements speak in the words of the thesaurus."""

import dataclasses

import pytest

from muvofiq.standards.load import load_catalogue
from muvofiq.standards.thesaurus import Concept, Thesaurus
from translations.terms import (
    Deviation,
    concepts_in,
    deviations,
    english_labels,
    idle,
    main,
    read_waivers,
    says,
    unwaived,
)

CATALOGUE = load_catalogue()
VICTIM = Concept("victim", {"en": ("victim",), "ru": ("жертва", "потерпевший"), "tg": ("қурбонӣ", "ҷабрдида")})
TRAFFICKED = Concept("trafficked", {"en": ("victim of trafficking",), "ru": ("жертва торговли людьми",)})
CUSTODY = Concept("custody", {"en": ("custody",), "ru": ("стража",)})
CARE = Concept("care", {"en": ("custody",), "ru": ("опека",)})


def found(text: str) -> list[list[str]]:
    labels = english_labels([VICTIM, TRAFFICKED, CUSTODY, CARE])
    return [[concept.id for concept in namesakes] for namesakes in concepts_in(text, labels)]


def test_the_longest_word_counts_and_the_plural_is_the_same_word() -> None:
    assert found("Victims of trafficking") == [["trafficked"]]
    assert found("Other victims; the victim") == [["victim"]]
    assert found("Victimless") == []


def test_concepts_that_share_an_english_word_are_asked_together() -> None:
    assert found("custody of the child") == [["custody", "care"]]


@pytest.mark.parametrize(
    ("text", "is_said"),
    [("помощь жертвам", True), ("Потерпевшими признаются", True), ("помощь людям", False), ("жерновой", False)],
)
def test_a_word_counts_in_any_inflection(text: str, *, is_said: bool) -> None:
    assert says(text, VICTIM, "ru") is is_said


def test_all_words_of_a_label_must_stand_in_the_text_in_any_order() -> None:
    assert says("торговлей людьми создаются жертвы", TRAFFICKED, "ru")
    assert not says("жертвы торговли", TRAFFICKED, "ru")


def test_a_language_without_a_word_for_the_concept_cannot_miss_it() -> None:
    assert says("чизи дигар", TRAFFICKED, "tg")


def test_another_word_than_the_thesaurus_has_is_a_deviation_with_its_place() -> None:
    first = CATALOGUE.requirement("thb-nonpunishment")
    told = dataclasses.replace(first, title={"en": "Non-punishment of victims", "ru": "Ненаказание страдальцев"})
    catalogue = dataclasses.replace(CATALOGUE, requirements=(told,), thesaurus=Thesaurus((VICTIM,)))
    assert list(deviations(catalogue, ["ru"])) == [Deviation(first.id, "title", "victim", "ru")]


def test_a_waiver_names_what_it_waives_and_is_idle_when_nothing_deviates() -> None:
    one = Deviation("thb-consent", "title", "victim", "ru")
    reasons = {Deviation("*", "*", "victim", "ru"): "a reason"}
    assert unwaived([one], reasons) == []
    assert unwaived([one], {Deviation("thb-consent", "statement", "victim", "ru"): "a reason"}) == [one]
    assert idle([one], reasons) == []
    assert idle([], reasons) == list(reasons)


def test_every_waiver_has_a_reason_and_names_what_exists() -> None:
    for waiver, reason in read_waivers().items():
        assert len(reason) > 10, waiver
        assert waiver.concept in CATALOGUE.thesaurus
        assert waiver.requirement == "*" or CATALOGUE.requirement(waiver.requirement)


def test_no_requirement_deviates_from_the_thesaurus_unless_it_is_waived_by_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main() == 0, capsys.readouterr().out
