"""A text that stands beside a changed one in another language is marked as not revised."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.standards.requirement import Requirement, Words
from muvofiq.standards.revision import Part
from muvofiq.standards.unrevised import as_lines, from_lines, marked, said, unrevised
from muvofiq.standards.vocabulary import Group, Stage

OLD = Requirement(
    id="guests",
    code="N01",
    title={"en": "Guests", "ru": "Гости", "tg": "Меҳмонон"},
    statement={"en": "A guest is heard.", "ru": "Гостя выслушивают.", "tg": "Меҳмонро мешунаванд."},
    citations=(),
    groups=(Group.CHILDREN,),
    stages=(Stage.SCREENING,),
    elements=({"en": "heard at once", "ru": "сразу"}, {"en": "an interpreter is called", "ru": "переводчик"}),
    terms={},
)
FREE = {"en": "the guest pays nothing"}


def english(old: Words, text: str) -> Words:
    return {**old, "en": text}


def told(*editions: Requirement) -> list[tuple[Part, tuple[str, ...]]]:
    return [(one.part, one.languages) for one in unrevised(editions)]


def test_a_statement_reworded_in_english_leaves_the_others_behind() -> None:
    new = marked(OLD, replace(OLD, statement=english(OLD.statement, "A guest is heard within a day.")))
    assert new.unconfirmed_languages == ("ru", "tg")
    assert new.statement["ru"] == OLD.statement["ru"]
    assert told(OLD, new) == [(Part.STATEMENT, ("ru", "tg"))]


def test_what_is_revised_in_all_languages_is_not_marked() -> None:
    title = {"en": "Visitors", "ru": "Посетители", "tg": "Ташрифоварандагон"}
    assert marked(OLD, replace(OLD, title=title)).unconfirmed_languages == ()


def test_a_new_translation_marks_nothing() -> None:
    bare = replace(OLD, title={"en": "Guests"})
    assert marked(bare, OLD).unconfirmed_languages == ()


def test_whoever_catches_up_leaves_nobody_behind() -> None:
    changed = marked(OLD, replace(OLD, statement=english(OLD.statement, "A guest is heard within a day.")))
    caught = replace(
        changed,
        statement={**changed.statement, "ru": "Гостя выслушивают в течение дня."},
        unconfirmed_languages=("tg",),
    )
    assert marked(changed, caught).unconfirmed_languages == ("tg",)
    assert told(OLD, changed, caught) == [(Part.STATEMENT, ("tg",))]


def test_a_confirmed_russian_text_that_is_reworded_leaves_the_english_behind() -> None:
    new = marked(OLD, replace(OLD, title={**OLD.title, "ru": "Путники"}))
    assert new.unconfirmed_languages == ("en", "tg")
    assert told(OLD, new) == [(Part.TITLE, ("en", "tg"))]


def test_what_stays_unrevised_is_told_through_later_editions() -> None:
    second = marked(OLD, replace(OLD, title=english(OLD.title, "Visitors")))
    third = marked(second, replace(second, statement=english(OLD.statement, "A guest may speak.")))
    assert told(OLD, second, third) == [(Part.TITLE, ("ru", "tg")), (Part.STATEMENT, ("ru", "tg"))]
    assert told(OLD, second, third, replace(third, unconfirmed_languages=())) == []


def test_a_reworded_element_keeps_its_translation_with_a_mark() -> None:
    elements = from_lines(OLD.elements, ["heard within one hour at once", "an interpreter is called"], "en")
    new = marked(OLD, replace(OLD, elements=elements))
    assert new.elements[0]["ru"] == "сразу"
    assert new.unconfirmed_languages == ("ru",)
    assert [(one.part, one.words["en"]) for one in unrevised([OLD, new])] == [
        (Part.ELEMENT, "heard within one hour at once")
    ]


def test_an_exchanged_element_does_not_bear_the_translation_of_the_one_before() -> None:
    assert from_lines(OLD.elements, [FREE["en"], "an interpreter is called"], "en") == (FREE, OLD.elements[1])


def test_nor_does_it_when_a_file_left_it_there() -> None:
    new = marked(OLD, replace(OLD, elements=({**FREE, "ru": "сразу"}, OLD.elements[1])))
    assert new.elements == (FREE, OLD.elements[1])


def test_a_removed_element_takes_its_translation_with_it() -> None:
    assert from_lines(OLD.elements, ["an interpreter is called"], "en") == (OLD.elements[1],)


def test_elements_in_another_order_keep_their_own_translations() -> None:
    lines = [one["en"] for one in reversed(OLD.elements)]
    assert from_lines(OLD.elements, lines, "en") == OLD.elements[::-1]
    assert marked(OLD, replace(OLD, elements=OLD.elements[::-1])).unconfirmed_languages == ()


def test_untranslated_elements_are_shown_with_their_mark_and_translated_line_by_line() -> None:
    assert as_lines(OLD.elements, "tg") == ("heard at once [en]", "an interpreter is called [en]")
    tajik = from_lines(OLD.elements, ["фавран", "an interpreter is called [en]"], "tg")
    assert tajik == ({**OLD.elements[0], "tg": "фавран"}, OLD.elements[1])


def test_a_new_element_in_russian_asks_for_its_english() -> None:
    lines = [*as_lines(OLD.elements, "ru"), "бесплатно"]
    new = marked(OLD, replace(OLD, elements=from_lines(OLD.elements, lines, "ru")))
    assert new.elements[2] == {"en": "[ru] бесплатно", "ru": "бесплатно"}
    assert new.unconfirmed_languages == ("en",)


@pytest.mark.parametrize(("old", "english"), [("[ru] дом", "[ru] домик"), ("house", "house")])
def test_what_only_stood_for_a_translation_follows(old: str, english: str) -> None:
    assert said({"en": old, "ru": "дом"}, "домик", "ru") == {"en": english, "ru": "домик"}


TEXTS = st.text(alphabet="abcd ", min_size=1, max_size=12).map(lambda text: " ".join(text.split()) or "a")
WORDS = st.fixed_dictionaries({"en": TEXTS}, optional={"ru": TEXTS, "tg": TEXTS})
EDITIONS = st.builds(
    lambda title, statement, elements, doubted: replace(
        OLD, title=title, statement=statement, elements=tuple(elements), unconfirmed_languages=tuple(sorted(doubted))
    ),
    WORDS,
    WORDS,
    st.lists(WORDS, min_size=1, max_size=4),
    st.sets(st.sampled_from(["en", "ru", "tg"])),
)


@given(EDITIONS, EDITIONS)
def test_marking_twice_marks_no_more_and_takes_no_mark_away(old: Requirement, new: Requirement) -> None:
    once = marked(old, new)
    assert marked(old, once) == once
    assert set(new.unconfirmed_languages) <= set(once.unconfirmed_languages)
    assert [one["en"] for one in once.elements] == [one["en"] for one in new.elements]
    assert {each for one in unrevised([old, once]) for each in one.languages} <= set(once.unconfirmed_languages)


@given(st.lists(WORDS, min_size=1, max_size=5), st.sampled_from(["en", "ru", "tg"]))
def test_lines_that_are_saved_as_they_are_shown_change_nothing(elements: list[Words], language: str) -> None:
    assert from_lines(elements, as_lines(elements, language), language) == tuple(elements)
