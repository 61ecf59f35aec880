"""A wording that loses what the law in force has is told what it loses, and one that only adds is told nothing."""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.amendment.regression import Loss, Sort, losses
from muvofiq.amendment.regression_units import units_of
from muvofiq.amendment.regression_words import TABLE, Where, patterns
from muvofiq.amendment.wording import wording_of
from muvofiq.law.opening import open_laws
from muvofiq.tables import table
from tests.paths import RUSSIAN, TAJIK, real

PAIRS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parents[1] / "samples" / "losses.yaml").read_text("utf-8"))
REAL = ("structure/ru_family/source.html", "tajik/documents/emo.tg.txt")
WORDS = "Начальник заставы извещает консула в течение 24 часов."


def articles(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the wording and the language of each article in force."""
    for law in open_laws(path.read_bytes(), path.name):
        yield from ((wording_of(unit), law.language) for _, unit, _ in law.articles() if not unit.repealed)


SAMPLES = [*articles(RUSSIAN), *articles(TAJIK)]


def told(pair: dict[str, Any]) -> Counter[str]:
    """Return the keys of what is lost; that of an element without the mark of its words."""
    found = losses(pair["current"], pair["proposed"], pair["language"], answered=pair.get("answered", {}))
    return Counter(" ".join(one.key.split()[:2]) if one.sort is Sort.ELEMENT else one.key for one in found)


def loss(current: str, proposed: str, **answered: list[str]) -> Loss:
    (only,) = losses(current, proposed, "ru", answered=answered)
    return only


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["name"])
def test_a_pair_loses_what_a_person_sees_it_lose(pair: dict[str, Any]) -> None:
    assert told(pair) == Counter(pair["lost"])


def test_the_pairs_hold_losses_of_each_sort_and_wordings_that_lose_nothing() -> None:
    assert {one["language"] for one in PAIRS} == {"ru", "tg", "en"}
    assert {key.split()[0] for one in PAIRS for key in one["lost"]} == set(Sort)
    assert sum(not one["lost"] for one in PAIRS) >= len(PAIRS) / 3


def test_nothing_is_lost_where_nothing_changes() -> None:
    assert [losses(wording, wording, language) for wording, language in SAMPLES] == [()] * len(SAMPLES)


@given(st.sampled_from(SAMPLES), st.randoms(use_true_random=False))
def test_lines_in_another_order_are_no_loss_of_words(article: tuple[str, str], chance: random.Random) -> None:
    wording, language = article
    heading, *lines = wording.splitlines()
    answered = {str(at): [line] for at, line in enumerate(lines)}
    chance.shuffle(lines)
    moved = "\n".join((heading, *lines))
    assert [one for one in losses(wording, moved, language, answered=answered) if one.sort is Sort.ELEMENT] == []


@given(st.sampled_from(SAMPLES), st.randoms(use_true_random=False))
def test_an_added_line_is_no_loss(article: tuple[str, str], chance: random.Random) -> None:
    wording, language = article
    lines = wording.splitlines()
    lines.insert(chance.randrange(1, len(lines) + 1), chance.choice(["Xyz abc.", "– xyz;"]))
    answered = {str(at): [line] for at, line in enumerate(wording.splitlines())}
    assert losses(wording, "\n".join(lines), language, answered=answered) == ()


@given(st.sampled_from(SAMPLES), st.randoms(use_true_random=False))
def test_a_line_that_goes_is_a_loss(article: tuple[str, str], chance: random.Random) -> None:
    assert lost_line(*article, chance) in (None, True)


def lost_line(wording: str, language: str, chance: random.Random) -> bool | None:
    """Take a line below the heading away and return whether that is told; None where the article has one line."""
    lines = wording.splitlines()
    if len(lines) < 3:
        return None
    del lines[chance.randrange(1, len(lines))]
    found = losses(wording, "\n".join(lines), language)
    return sum(one.sort is Sort.UNIT for one in found) == 1


@given(st.sampled_from(SAMPLES), st.randoms(use_true_random=False))
def test_of_words_that_answer_one_that_goes_is_a_loss_and_one_that_comes_is_none(
    article: tuple[str, str], chance: random.Random
) -> None:
    wording, language = article
    lines = wording.splitlines()
    at = chance.randrange(1, len(lines))
    words = lines[at].split(" ")
    place = chance.randrange(len(words))
    answer = {"a": [lines[at]]}
    lines[at] = " ".join((*words[: place + 1], "xyz", *words[place + 1 :]))
    told = {one.sort for one in losses(wording, "\n".join(lines), language, answered=answer)}
    assert told <= {Sort.TIME_LIMIT, Sort.AUTHORITY}  # which a word in the middle of their names undoes
    lines[at] = " ".join((*words[:place], *words[place + 1 :]))
    found = [one for one in losses(wording, "\n".join(lines), language, answered=answer) if one.sort is Sort.ELEMENT]
    assert bool(found) == any(letter.isalnum() for letter in words[place])


@pytest.mark.parametrize("name", REAL)
def test_on_real_law_unchanged_words_lose_nothing_and_each_line_that_goes_is_told(name: str) -> None:
    chance = random.Random(7)  # noqa: S311
    wordings = [*articles(real(f"gold/{name}"))][:80]
    assert [one for one in wordings if losses(one[0], one[0], one[1])] == []
    assert False not in [lost_line(*one, chance) for one in wordings]


def test_a_key_stays_the_same_at_each_look_and_whatever_else_is_changed() -> None:
    both = "1. Суд извещается в течение 24 часов.\n2. Копия вручается человеку."
    once = {one.key for one in losses(both, "1. Палата не извещается.", "ru", answered={"a": ["Копия вручается"]})}
    again = {one.key for one in losses(both, "1. Извещается консул.", "ru", answered={"a": ["Копия  вручается"]})}
    assert once & again == {"time_limit at most 24 hour", "authority court", "unit para_2", *elements(once)}


def elements(keys: set[str]) -> set[str]:
    return {key for key in keys if key.startswith(Sort.ELEMENT)}


def test_a_reason_given_for_three_days_does_not_cover_thirty() -> None:
    longer, much_longer = (loss(WORDS, WORDS.replace("24 часов", instead)) for instead in ("3 дней", "30 дней"))
    assert longer.key != much_longer.key
    assert (longer.what, longer.instead) == ("at most 24 hour", "at most 3 day")


def test_a_loss_tells_the_words_in_force_and_what_stands_instead() -> None:
    current, proposed = "1. Врача зовут всегда.", "1. Врача зовут всегда, кроме воскресенья. Он осматривает."
    found = loss(current, proposed, health=["Врача зовут всегда"])
    assert (found.sort, found.what, found.words) == (Sort.ELEMENT, "health", "Врача зовут всегда")
    assert found.instead == "Врача зовут всегда, кроме воскресенья."


def test_a_sentence_that_says_to_whom_a_part_does_not_apply_is_told_as_what_stands_instead() -> None:
    current = "1. Врача зовут всегда.\n2. Он осматривает."
    found = loss(current, f"{current}\n3. Часть 1 настоящей статьи не применяется ночью.", health=["Врача зовут"])
    assert (found.words, found.instead) == ("Врача зовут", "Часть 1 настоящей статьи не применяется ночью.")


def test_a_condition_before_a_list_is_told_as_what_stands_instead() -> None:
    found = loss("1. Дают:\n– воду;\n– еду.", "1. При наличии запасов дают:\n– воду;\n– еду.", food=["еду"])
    assert found.instead == "При наличии запасов дают:"


def test_a_permission_is_told_instead_of_a_prohibition() -> None:
    found = loss("5. Детей нельзя задерживать.", "5. Детей можно задерживать.")
    assert (found.sort, found.what, found.key) == (Sort.UNIT, "5.", "unit para_5 permitted")
    assert (found.words, found.instead) == ("Детей нельзя задерживать.", "Детей можно задерживать.")


def test_a_time_limit_with_a_new_exception_tells_its_sentence() -> None:
    found = loss(WORDS, WORDS.replace(".", ", кроме выходных."))
    assert (found.what, found.instead) == ("at most 24 hour", WORDS.replace(".", ", кроме выходных."))


def test_every_row_of_the_table_is_of_a_known_sort_and_each_language_has_all_that_it_needs() -> None:
    rows = table(TABLE)
    assert {row["where"] for row in rows} == set(Where)
    needed = set(Where) - {Where.ORDER}
    assert {row["language"] for row in rows if all(patterns(one, row["language"]) for one in needed)} == {
        row["language"] for row in rows
    }


def test_an_agency_of_the_mission_is_known_by_its_own_name() -> None:
    agencies = [({"ru": "Палата миграции", "en": "Migration Chamber"}, {"ru": "ПМ"})]
    current, proposed = "1. Решает Палата миграции.", "1. Решает Палата торговли."
    (found,) = losses(current, proposed, "ru", agencies=agencies)
    assert (found.key, found.words) == ("authority Migration Chamber", "Палата миграции")
    assert losses(current, "1. В Палате миграции решают.", "ru", agencies=agencies) == ()


def test_the_same_limit_lost_twice_has_two_keys() -> None:
    current = "Ответ даётся в течение 5 дней. Копия шлётся в течение 5 дней."
    keys = [one.key for one in losses(current, "Ответ даётся. Копия шлётся.", "ru")]
    assert keys == ["time_limit at most 5 day", "time_limit at most 5 day 2"]


def test_a_language_without_tables_is_looked_at_by_its_words() -> None:
    found = losses("Nenda pole.\nRudi haraka.", "Nenda pole.", "sw", answered={"a": ["Rudi haraka"]})
    assert [one.sort for one in found] == [Sort.ELEMENT, Sort.UNIT]


def test_units_are_known_by_their_place() -> None:
    wording = "Статья 5. Срок\nОбщее правило.\n1. Ответ:\n1) письменно;\nа) по почте;\n2) устно.\n1. Ещё раз."
    assert [one.eid for one in units_of(wording, "ru")] == [
        "indent_1", "para_1", "para_1__point_1", "para_1__point_1__subpara_а", "para_1__point_2", "para_1_2",
    ]  # fmt: skip
