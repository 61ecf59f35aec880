"""The workshop exercise: a law book that reads cleanly, a key that stands on its words, cases that meet it."""

import re
from collections import Counter
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
import yaml

from muvofiq.assessment.answer_key import AnswerKey, KeyAnswer
from muvofiq.assessment.case import cases
from muvofiq.assessment.exercise import Exercise
from muvofiq.assessment.verdict import Verdict
from muvofiq.law.akoma_ntoso import read, write
from muvofiq.law.citation_acts import OnFile
from muvofiq.law.citations import Open, citations, resolve
from muvofiq.law.kind import Kind
from muvofiq.law.tree import Law, Provision
from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.load import load_catalogue

EXERCISE = Exercise.named("workshop")
STATE = "XO"
IN_THREE_LANGUAGES = ("trafficking", "readmission")
ACTS = ("administrative", "border", "criminal", "foreigners", "readmission", "refugees", "trafficking")
NATIONAL = set(ACTS) - {"readmission"}
DISCLAIMER = {"ru": "вымышленн", "tg": "хаёлӣ", "en": "fictional"}
NO_COUNTRY = re.compile(
    r"Таджикистан|Тоҷикистон|Казахстан|Қазақстан|Кыргызстан|Киргиз|Узбекистан|Туркмен|Росси[яйи]|Латви|Португал|Душанбе"
)


@cache
def key() -> AnswerKey:
    return EXERCISE.key()


@cache
def book(language: str = "ru") -> dict[str, Law]:
    return EXERCISE.laws(language)


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def unit(answer: KeyAnswer, at: int) -> Provision | None:
    reference = answer.provisions[at]
    units = {address.eid: unit for address, unit, _ in book()[reference.act].units()}
    return units.get(reference.eid)


# --- the law book ------------------------------------------------------------------------------------------------


def test_the_book_has_seven_acts_of_about_eighty_articles() -> None:
    assert tuple(book()) == ACTS
    in_force = [unit for law in book().values() for _, unit, _ in law.articles() if not unit.repealed]
    assert 75 <= len(in_force) <= 95
    for language in ("tg", "en"):
        assert set(book(language)) == set(IN_THREE_LANGUAGES)


@pytest.mark.parametrize("language", ["ru", "tg", "en"])
def test_every_act_reads_without_a_remark_and_says_that_it_is_invented(language: str) -> None:
    for name, law in book(language).items():
        assert law.language == language
        assert law.remarks == (), name
        assert any(DISCLAIMER[language] in line for line in law.head), name


@pytest.mark.parametrize("language", ["ru", "tg", "en"])
def test_no_real_country_is_named(language: str) -> None:
    for name, law in book(language).items():
        assert not NO_COUNTRY.search(write(law)), name


def test_every_act_is_drafted_as_such_laws_are() -> None:
    for name in NATIONAL:
        law = book()[name]
        units = [unit for _, unit, _ in law.units()]
        assert any(unit.repealed for unit in units), f"{name}: nothing repealed"
        assert any(unit.notes for unit in units), f"{name}: no editor's note"
    inserted = {f"{name}~{address.eid}" for name, law in book().items() for address, _, _ in law.articles()}
    assert {"border~art_7-1", "border~art_12-1", "refugees~art_6-1", "criminal~art_302-1"} <= inserted
    kinds = Counter(unit.kind for law in book().values() for _, unit, _ in law.units())
    assert {Kind.DIVISION, Kind.SECTION, Kind.CHAPTER, Kind.PART, Kind.POINT, Kind.NOTE} <= set(kinds)


NOT_IN_THE_BOOK = {
    "О персональных данных",
    "О регистрации актов гражданского состояния",
    "О бесплатной юридической помощи",
    "О государственной защите участников уголовного судопроизводства",
    "Кодекса об административном судопроизводстве",
}


def test_every_citation_leads_to_a_unit_of_the_book_or_to_an_act_that_is_left_out_on_purpose() -> None:
    elsewhere = set()
    for name, law in book().items():
        others = [OnFile.of(other) for key, other in book().items() if key != name]
        for one in resolve(law, citations(law), others):
            assert one.open in {None, Open.OTHER_ACT}, one
            if one.open:
                elsewhere.add(next((act for act in NOT_IN_THE_BOOK if act in one.act), one.act))
    assert elsewhere == NOT_IN_THE_BOOK


@pytest.mark.parametrize("language", ["tg", "en"])
@pytest.mark.parametrize("name", IN_THREE_LANGUAGES)
def test_the_language_versions_have_the_same_units(name: str, language: str) -> None:
    def shape(law: Law) -> list[tuple[object, ...]]:
        return [
            (unit.kind, _number(unit), unit.repealed, len(unit.notes), unit.text.count("\n"))
            for _, unit, _ in law.units()
        ]

    assert shape(book(language)[name]) == shape(book()[name])


def _number(unit: Provision) -> str:
    """Return the number; of a letter, its place in its own alphabet."""
    text = str(unit.number)
    for alphabet in ("абвгдежзиклмн", "abcdefghijklm"):
        if text in alphabet:
            return f"letter {alphabet.index(text)}"
    return text


@pytest.mark.parametrize("language", ["ru", "tg", "en"])
def test_every_act_comes_back_from_akoma_ntoso(language: str) -> None:
    for law in book(language).values():
        assert read(write(law)) == law


# --- the key -----------------------------------------------------------------------------------------------------


def test_the_key_answers_sixty_requirements_of_five_themes() -> None:
    names = key().requirement_ids
    assert len(names) == len(set(names)) == 60
    themes = Counter(catalogue().requirement(name).theme for name in names)
    assert set(themes) == set("ABCDE")
    assert sum(name.startswith("rdm-") for name in names) >= 5


def test_every_kind_of_gap_occurs() -> None:
    counts = Counter(answer.verdict for answer in key().answers)
    of_others = {Verdict.DIFFERS, Verdict.NOT_AVAILABLE, Verdict.NO_DATA}  # not of a book whose every text is on file
    kinds = set(Verdict) - of_others - {Verdict.NOT_APPLICABLE, Verdict.NOT_ASSESSED}
    assert set(counts) == kinds
    assert min(counts.values()) >= 3


@pytest.mark.parametrize("answer", key().answers, ids=lambda one: one.requirement)
def test_an_answer_stands_on_units_in_force(answer: KeyAnswer) -> None:
    for at, reference in enumerate(answer.provisions):
        found = unit(answer, at)
        assert found is not None, str(reference)
        assert not found.repealed, str(reference)
    assert len(set(answer.provisions)) == len(answer.provisions)


@pytest.mark.parametrize("answer", key().answers, ids=lambda one: one.requirement)
def test_verdict_elements_and_provisions_agree(answer: KeyAnswer) -> None:
    elements = len(catalogue().requirement(answer.requirement).elements)
    covered = set(answer.covered)
    assert covered <= set(range(1, elements + 1))
    assert list(answer.covered) == sorted(covered)
    acts = {reference.act for reference in answer.provisions}
    rules = {
        Verdict.FULL: len(covered) == elements and bool(acts & NATIONAL),
        Verdict.PARTIAL: len(covered) < elements and bool(acts),
        Verdict.NOT_FOUND: not covered and not acts,
        Verdict.CONTRADICTS: len(covered) < elements and bool(acts) and answer.norm is not None,
        Verdict.PROTECTS_MORE: len(covered) == elements and bool(acts),
        Verdict.RESTRICTS_MORE: bool(acts),
        Verdict.ELSEWHERE: not covered and bool(acts) and answer.another_act is not None,
        Verdict.ONLY_TREATY: bool(covered) and acts == {"readmission"},
    }
    assert rules[answer.verdict]
    assert (answer.norm is not None) == (answer.verdict is Verdict.CONTRADICTS)
    assert (answer.another_act is not None) == (answer.verdict is Verdict.ELSEWHERE)


def test_what_contradicts_contradicts_a_norm_that_binds_the_country() -> None:
    for answer in key().answers:
        if answer.norm:
            requirement = catalogue().requirement(answer.requirement)
            assert answer.norm.instrument in {one.instrument for one in requirement.citations}
            assert catalogue().instruments[answer.norm.instrument].binds(STATE, date(2026, 11, 1))


def test_an_act_to_look_in_is_named_in_the_law_and_not_on_file() -> None:
    for answer in key().answers:
        if answer.another_act:
            name = answer.another_act["ru"]
            core = re.search(r"«(.+?)»", name)
            words = core[1] if core else name.removeprefix("Кодекс ")
            provision = unit(answer, 0)
            assert provision
            assert words in provision.words, answer.requirement
            assert not any(words in law.title for law in book().values())


def test_the_reasons_are_written_in_three_languages_without_machine_words() -> None:
    for answer in key().answers:
        for language, text in answer.why.items():
            assert 20 <= len(text) <= 420, f"{answer.requirement} {language}"
            if language != "en":
                assert not re.search(r"(?<!\d\()[A-Za-z]", text), f"{answer.requirement} {language}"
    assert "tg" in key().unconfirmed_languages


# --- the cases and the mission -----------------------------------------------------------------------------------


def test_every_case_meets_requirements_of_the_key() -> None:
    for one in cases():
        named = {name for station in one.stations for name in station.requirements}
        assert len(named & set(key().requirement_ids)) >= 8, one.id


def test_the_mission_has_the_acts_of_the_book_and_no_verdict() -> None:
    written: dict[str, Any] = yaml.safe_load(
        files("muvofiq.library").joinpath("missions", "workshop.yaml").read_text("utf-8")
    )
    assert {act["key"] for act in written["acts"]} == set(ACTS)
    named = {one["file"] for one in written["editions"]}
    assert named == {one.name for one in EXERCISE.folder.joinpath("laws").iterdir()}
    assert all(one["file"].split(".")[0] == one["act"] for one in written["editions"])
    assert not {"findings", "answers", "recommendations"} & set(written)
    assert written["mission"]["state"] == STATE
