"""What changes between two editions of a requirement, and whether a verdict still stands."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.standards.citation import Citation, Practice
from muvofiq.standards.requirement import Requirement, Signature, Words
from muvofiq.standards.revision import Effect, How, Part, compare, pair_elements
from muvofiq.standards.vocabulary import Group, Stage, Strength

OLD = Requirement(
    id="aid",
    code="A01",
    title={"en": "Aid", "ru": "Помощь"},
    statement={"en": "Aid is due at the border.", "ru": "Помощь положена на границе."},
    citations=tuple(map(Citation.parse, ("dir-2013-32 art. 24", "crc art. 3 (verify)", "crc art. 22"))),
    groups=(Group.CHILDREN,),
    stages=(Stage.SCREENING,),
    elements=({"en": "aid is free", "ru": "бесплатно"}, {"en": "a named body gives it"}, {"en": "within one day"}),
    terms={"en": ("aid",), "ru": ("помощь",)},
)
HEIRS = {"dir-2013-32": "reg-2024-1348", "dir-2005-85": "dir-2013-32"}
KEPT, AGAIN = Effect.KEPT, Effect.LOOK_AGAIN


def citing(*citations: str) -> Requirement:
    return replace(OLD, citations=tuple(map(Citation.parse, citations)))


def told(new: Requirement, old: Requirement = OLD) -> list[tuple[str, str, str]]:
    return [(one.part.value, one.how.value, one.effect.value) for one in compare(old, new, HEIRS).changes]


def test_an_edition_that_reads_the_same_changes_nothing() -> None:
    assert compare(OLD, OLD).changes == ()
    assert compare(OLD, OLD).effect is KEPT


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (replace(OLD, title={**OLD.title, "en": "Aid at the border"}), [("title", "reworded", "kept")]),
        (replace(OLD, title={**OLD.title, "tg": "Кӯмак"}), [("title", "translated", "kept")]),
        (replace(OLD, statement={**OLD.statement, "ru": "Иначе."}), [("statement", "translated", "kept")]),
        (
            replace(OLD, terms={"en": ("help",), "ru": ("помощь",)}),
            [("term", "removed", "kept"), ("term", "added", "kept")],
        ),
        (replace(OLD, practice=(Practice("Free in one state."),)), [("practice", "added", "kept")]),
        (replace(OLD, signed=Signature("A. Lawyer", date(2026, 3, 1), ("en",))), [("signature", "added", "kept")]),
        (replace(OLD, unconfirmed_languages=("tg",)), [("statement", "doubted", "kept")]),
        (replace(OLD, code="A02"), [("code", "reworded", "kept")]),
        (replace(OLD, elements=OLD.elements[::-1]), [("element", "moved", "kept")]),
        (citing("dir-2013-32 art. 24", "crc art. 3", "crc art. 22"), [("citation", "confirmed", "kept")]),
        (citing("crc art. 22", "dir-2013-32 art. 24", "crc art. 3 (verify)"), [("citation", "moved", "kept")]),
    ],
)
def test_what_no_verdict_rests_on_leaves_it_standing(new: Requirement, expected: list[tuple[str, str, str]]) -> None:
    assert told(new) == expected
    assert compare(OLD, new).effect is KEPT
    assert compare(OLD, new).reasons == ()


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (replace(OLD, statement={**OLD.statement, "en": "Aid is due."}), ("statement", "reworded")),
        (replace(OLD, elements=(*OLD.elements, {"en": "an interpreter"})), ("element", "added")),
        (replace(OLD, elements=OLD.elements[:2]), ("element", "removed")),
        (replace(OLD, elements=({"en": "aid is free for all"}, *OLD.elements[1:])), ("element", "reworded")),
        (replace(OLD, strength=Strength.SHALL), ("strength", "added")),
        (replace(OLD, groups=(Group.CHILDREN, Group.ASYLUM)), ("group", "added")),
        (replace(OLD, stages=(Stage.RETURN,)), ("stage", "removed")),
        (citing("dir-2013-32 art. 24", "crc art. 3 (verify)"), ("citation", "removed")),
        (citing("dir-2013-32 art. 24", "crc art. 3 (verify)", "crc art. 22", "cat art. 3"), ("citation", "added")),
        (citing("dir-2013-32 art. 24", "crc art. 3 (verify)", "crc art. 37"), ("citation", "reworded")),
        (citing("dir-2013-32 art. 24 (model)", "crc art. 3 (verify)", "crc art. 22"), ("citation", "reworded")),
    ],
)
def test_what_a_verdict_rests_on_asks_for_another_look(new: Requirement, expected: tuple[str, str]) -> None:
    assert (*expected, "look_again") in told(new)
    assert compare(OLD, new).effect is AGAIN


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["dir-2013-32 art. 24"], ["reg-2024-1348 art. 20"]),
        (["dir-2005-85 art. 17"], ["reg-2024-1348 art. 20"]),
        (["dir-2013-32 art. 24", "reg-2024-1348 art. 20"], ["reg-2024-1348 art. 20"]),
    ],
)
def test_a_citation_that_gives_way_to_its_successor_is_told_as_such(old: list[str], new: list[str]) -> None:
    (change,) = compare(citing(*old), citing(*new), HEIRS).changes
    assert (change.part, change.how, change.effect) == (Part.CITATION, How.SUCCEEDED, AGAIN)
    assert (change.old["en"], change.new["en"]) == (old[0], new[0])


def test_without_knowing_the_successor_one_went_and_one_came() -> None:
    changes = compare(citing("dir-2013-32 art. 24"), citing("reg-2024-1348 art. 20")).changes
    assert [one.how for one in changes] == [How.REMOVED, How.ADDED]


def test_successors_that_run_in_a_circle_end() -> None:
    changes = compare(citing("a"), citing("c"), {"a": "b", "b": "a"}).changes
    assert [one.how for one in changes] == [How.REMOVED, How.ADDED]


def test_an_element_keeps_its_place_in_the_tale_though_another_came_before_it() -> None:
    new = replace(OLD, elements=({"en": "an interpreter"}, *OLD.elements))
    assert told(new) == [("element", "added", "look_again")]
    both = replace(OLD, elements=({"en": "aid is free of charge", "ru": "бесплатно"}, *OLD.elements[1:]))
    (change,) = compare(OLD, both).changes
    assert (change.old["en"], change.new["en"], change.languages) == ("aid is free", "aid is free of charge", ("en",))


words = st.dictionaries(st.sampled_from(["ru", "tg"]), st.text("абв ", min_size=1, max_size=12), max_size=1).flatmap(
    lambda others: st.text("abc de", min_size=1, max_size=12).map(lambda text: {"en": text, **others})
)


@given(st.lists(words, max_size=5), st.lists(words, max_size=5))
def test_every_element_of_both_editions_is_told_of_once(old: list[Words], new: list[Words]) -> None:
    pairs = pair_elements(old, new)
    assert sorted(ours for ours, _ in pairs if ours is not None) == list(range(len(old)))
    assert sorted(theirs for _, theirs in pairs if theirs is not None) == list(range(len(new)))
    assert (None, None) not in pairs


@given(st.lists(words, max_size=4), st.lists(words, max_size=4), words, words)
def test_whatever_differs_in_what_is_asked_is_told(
    old: list[Words], new: list[Words], statement: Words, other: Words
) -> None:
    first = replace(OLD, statement=statement, elements=tuple(old))
    second = replace(OLD, statement=other, elements=tuple(new))
    revision = compare(first, second)
    assert (first == second) == (revision.changes == ())
    asked = [(one.statement["en"], sorted(element["en"] for element in one.elements)) for one in (first, second)]
    assert (asked[0] == asked[1]) == (revision.effect is KEPT)
