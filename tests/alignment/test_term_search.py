"""A term is found in any language, in any form, without Tajik letters, and with a slip of the pen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.alignment.term_search import Fit, find_terms
from muvofiq.standards.thesaurus import Concept, RegionalWord

CONCEPTS = (
    Concept("victim", {"en": ("victim",), "ru": ("жертва", "потерпевший"), "tg": ("ҷабрдида",)}),
    Concept("victim-of-storm", {"en": ("victim of a storm",), "ru": ("жертва бури",)}),
    Concept("guard", {"en": ("guard",)}, regional=(RegionalWord("дозорный", "ru", ("XA",)),)),
)


def found(text: str) -> list[tuple[str, str]]:
    return [(concept.id, fit.name) for concept, fit in find_terms(text, CONCEPTS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("victim", [("victim", "SAME"), ("victim-of-storm", "STEMS")]),
        ("  VICTIMS ", [("victim", "STEMS"), ("victim-of-storm", "STEMS")]),
        ("жертвами бури", [("victim-of-storm", "STEMS")]),
        ("чабрдида", [("victim", "SAME")]),
        ("ҷабрдидагон", [("victim", "STEMS")]),
        ("дозорного", [("guard", "STEMS")]),
        ("потерп", [("victim", "PART")]),
        ("victem", [("victim", "NEAR"), ("victim-of-storm", "NEAR")]),
        ("victim-of-storm", [("victim-of-storm", "SAME")]),
        ("harbour", []),
        ("", []),
        ("  ", []),
        ("«»", []),
    ],
)
def test_the_nearest_concepts_come_first(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_short_words_are_not_held_to_be_nearly_alike() -> None:
    assert find_terms("gat", [Concept("cat", {"en": ("cat",)})]) == []


@given(st.text(max_size=30))
def test_whatever_is_typed_is_answered_in_a_fixed_order(text: str) -> None:
    answer = find_terms(text, CONCEPTS)
    assert [fit for _, fit in answer] == sorted((fit for _, fit in answer), reverse=True)
    assert find_terms(text, reversed(CONCEPTS)) == answer


@given(
    st.sampled_from(CONCEPTS).flatmap(lambda one: st.sampled_from([w for ws in one.every_label.values() for w in ws]))
)
def test_every_word_finds_its_own_concept_first(word: str) -> None:
    assert find_terms(word, CONCEPTS)[0][1] is Fit.SAME
