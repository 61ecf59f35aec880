"""A traveller's journey is read strictly, station by station."""

import pytest

from muvofiq.assessment.traveller import Travellers
from muvofiq.standards.errors import CatalogueError, MissingKey, WrongChoice, WrongShape
from muvofiq.standards.vocabulary import Stage

JOURNEY = """\
edition: '2026-11-01'
invented: true
travellers:
  - id: girl
    name: {en: Lira, ru: Лира, tg: Лира}
    summary: {en: A girl., ru: Девочка., tg: Духтар.}
    stages:
      - stage: first contact
        heading: {en: Night, ru: Ночь, tg: Шаб}
        facts: [{en: Cold., ru: Холодно., tg: Хунук.}]
        questions: [{en: Who?, ru: Кто?, tg: Кӣ?}]
        requirements: [vul-definition]
"""


def test_a_station_has_its_stage_facts_questions_and_requirements() -> None:
    (girl,) = Travellers.parse(JOURNEY).travellers
    (station,) = girl.stations
    assert (girl.id, girl.name["ru"], station.stage) == ("girl", "Лира", Stage.FIRST_CONTACT)
    assert [one["en"] for one in (*station.facts, *station.questions)] == ["Cold.", "Who?"]
    assert station.requirements == ("vul-definition",)


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("stage: first contact", "stage: later", WrongChoice),
        ("invented: true", "invented: false", WrongShape),
        (", tg: Шаб", "", MissingKey),
        ("facts: [{en: Cold., ru: Холодно., tg: Хунук.}]", "facts: []", WrongShape),
    ],
)
def test_a_journey_with_a_fault_is_refused(old: str, new: str, error: type[CatalogueError]) -> None:
    assert old in JOURNEY
    with pytest.raises(error):
        Travellers.parse(JOURNEY.replace(old, new))
