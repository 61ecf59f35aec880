"""The cases of the walk-through: deep, fictional, in three languages, on requirements that there are."""

import re
from collections import Counter
from importlib.resources import files

import pytest

from muvofiq.assessment.case import Case, cases
from muvofiq.standards.load import load_catalogue
from muvofiq.standards.vocabulary import Stage

NO_COUNTRY = re.compile(
    r"Таджик|Тоҷик|Казах|Кыргыз|Киргиз|Узбек|Ӯзбек|Туркмен|Афган|Росси|Латви|Португал|Душанбе|Olmira|Ольмир"
    r"|Tajik|Kazakh|Kyrgyz|Uzbek|Turkmen|Afghan|Russia|Latvia|Portug"
)
DEEP = ("girl-without-papers", "family-from-the-river", "young-man-back-from-work", "citizen-coming-home")


def test_four_deep_cases_and_one_more_in_their_order() -> None:
    assert tuple(one.id for one in cases()) == (*DEEP, "woman-in-the-lorry")
    for one in cases()[:4]:
        assert len(one.stations) >= 6, one.id
        assert len({station.stage for station in one.stations}) >= 5, one.id
        assert len({name for station in one.stations for name in station.requirements}) >= 20, one.id


def test_together_they_pass_every_stage() -> None:
    assert {station.stage for one in cases() for station in one.stations} == set(Stage)


@pytest.mark.parametrize("case", cases(), ids=lambda one: one.id)
def test_a_station_asks_what_the_catalogue_has(case: Case) -> None:
    catalogue = load_catalogue()
    for station in case.stations:
        assert all(catalogue.requirement(name) for name in station.requirements)
        assert len(station.facts) >= 2
        assert len(station.questions) >= 2
        assert 3 <= len(station.requirements) <= 6


@pytest.mark.parametrize("case", cases(), ids=lambda one: one.id)
def test_no_country_is_named_and_no_answer_given_away(case: Case) -> None:
    folder = files("muvofiq.library").joinpath("cases")
    (file,) = [one for one in folder.iterdir() if one.name[2:] == f"{case.id}.yaml"]
    text = file.read_text("utf-8").partition("edition:")[2]
    assert text
    assert not NO_COUNTRY.search(text)
    assert not re.search(r"art_\d|стать[яеи] \d|моддаи \d|article \d", text)


@pytest.mark.parametrize("case", cases(), ids=lambda one: one.id)
def test_every_language_says_it_in_its_own_letters(case: Case) -> None:
    texts = [case.name, case.summary]
    texts += [one for station in case.stations for one in (station.heading, *station.facts, *station.questions)]
    for one in texts:
        assert not re.search("[а-яА-Я]", one["en"]), one
        assert not re.search("[a-zA-Z]", one["ru"] + one["tg"]), one
        assert one["ru"] != one["tg"] or one is case.name, one
    assert "tg" in case.unconfirmed_languages


def test_no_station_stands_twice() -> None:
    headings = Counter(station.heading["en"] for one in cases() for station in one.stations)
    assert max(headings.values()) == 1
