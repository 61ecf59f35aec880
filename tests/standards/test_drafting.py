"""A unit becomes the draft of a requirement: with its place as citation, its points as elements, and its strength."""

import re
from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from muvofiq.law.number import Number
from muvofiq.standards import drafting
from muvofiq.standards.drafting import Drafted, code_of, draft, in_words_of, own_theme
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.thesaurus import LANGUAGES
from muvofiq.standards.vocabulary import Group, Stage, Strength
from tests.standards.convention import CONVENTION, RUSSIAN, opened
from tests.standards.real_instruments import instrument

ID = re.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*")


def terms(text: str, language: str) -> Mapping[str, tuple[str, ...]]:
    return {"en": ("guest",), "tg": ("меҳмон",)} if language == "en" and "guest" in text else {}


def drafted(text: str = CONVENTION) -> list[Drafted]:
    return list(draft(opened(text), "guests", terms))


def draft_at(place: str, text: str = CONVENTION) -> Requirement:
    return next(one.requirement for one in drafted(text) if one.obligation.pinpoint == place)


def test_a_paragraph_with_points_becomes_a_requirement_with_elements() -> None:
    requirement = draft_at("art. 3(1)")
    assert (requirement.id, requirement.theme, requirement.strength) == ("guests-3-1", "N", Strength.SHALL)
    assert requirement.title == {"en": "Duties of hosts (art. 3(1))"}
    assert [str(one) for one in requirement.citations] == ["guests art. 3(1)"]
    assert [one["en"] for one in requirement.elements] == [
        "without delay",
        "in a language that the guest understands",
        "in the case of children, in the presence of a guardian",
    ]
    assert requirement.statement["en"].startswith("Each State Party shall ensure")
    assert requirement.terms == {"en": ("guest",), "tg": ("меҳмон",)}


def test_groups_and_stages_are_proposed_by_words_and_else_are_everybody_and_everywhere() -> None:
    one, other = draft_at("art. 3(1)"), draft_at("art. 3(7)")
    assert {Group.CHILDREN, Group.TRAFFICKING_VICTIMS} <= set(one.groups)
    assert Stage.DETENTION in draft_at("art. 3(6)").stages
    assert (other.groups, other.stages) == ((Group.EVERYONE,), (Stage.CROSS_CUTTING,))


def test_a_paragraph_without_points_is_its_own_element() -> None:
    assert draft_at("art. 3(3)").elements == ({"en": "States Parties shall endeavour to keep passes open in winter"},)


def test_units_that_ask_nothing_are_drafted_too_and_say_so() -> None:
    assert draft_at("art. 2").strength is Strength.DEFINITION
    assert draft_at("art. 6(1)").strength is Strength.NO_ACTION


def test_a_text_in_another_language_says_that_its_english_is_missing() -> None:
    requirement = draft_at("art. 2(1)", RUSSIAN)
    assert requirement.statement["ru"] == "Каждое Государство-участник обеспечивает гостю чай."
    assert requirement.statement["en"].startswith("[ru] ")
    assert requirement.unconfirmed_languages == ("en",)


def test_a_language_in_which_requirements_are_not_written_stands_in_place_of_english() -> None:
    assert in_words_of("le thé", "fr") == {"en": "[fr] le thé"}


def test_the_theme_of_own_requirements_has_a_title_in_every_language() -> None:
    assert set(own_theme().title) == set(LANGUAGES)
    assert code_of(12) == "N012"


def test_two_articles_of_one_number_get_different_ids() -> None:
    again = CONVENTION.replace("Article 5\nMeetings", "Article 4\nMeetings")
    ids = [one.requirement.id for one in drafted(again)]
    assert len(ids) == len(set(ids))


def test_the_ids_of_an_instrument_with_a_long_name_stay_short_enough_and_different() -> None:
    ids = [one.requirement.id for one in draft(opened(CONVENTION), "x" * 80, terms)]
    assert max(map(len, ids)) <= 80
    assert len(set(ids)) == len(ids)
    assert ids[0].rpartition("x-")[2] == drafted()[0].requirement.id.removeprefix("guests-")


@given(st.lists(st.sampled_from(["1", "2", "2-1", "2bis", "а", "Ҷ", "iv", "12(3)"]), min_size=1, max_size=8))
def test_every_draft_reads_back_as_it_was_written_and_has_a_valid_id(numbers: list[str]) -> None:
    valid = [number for number in numbers if Number.parse(number)]
    text = "TREATY\n" + "\n".join(
        f"Article {one}\nTea\nEach Party shall serve tea: «{at}» % \\ # x." for at, one in enumerate(valid)
    )
    for one in draft(opened(f"{text}\nArticle 99\nLast\nEach Party shall rest."), "tea", terms):
        assert Requirement.parse(str(one.requirement)) == one.requirement
        assert ID.fullmatch(one.requirement.id)


@given(
    st.lists(st.sampled_from(["tea-1", "tea-1-x2", "tea-2"]), max_size=200),
    st.sets(st.sampled_from(["tea-1", "tea-1-x2", "tea-1-x3", "tea-2"])),
)
def test_names_that_are_the_same_or_taken_are_told_apart_however_many_there_are(
    names: list[str], taken: set[str]
) -> None:
    told = drafting._unlike(names, taken)
    assert len(told) == len(set(told)) == len(names)
    assert not taken & set(told)
    assert all(one.startswith(name) for one, name in zip(told, names, strict=True))


def test_a_whole_regulation_of_the_pact_becomes_drafts_that_read_back() -> None:
    for name in ("rbpr", "trafficking-protocol"):
        found = draft(instrument(name), name, terms)
        assert len(found) > 20
        assert all(Requirement.parse(str(one.requirement)) == one.requirement for one in found)
