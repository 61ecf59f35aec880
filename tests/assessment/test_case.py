"""A case is read strictly, station by station, and a station stands as the worst of its answers."""

import pytest

from muvofiq.assessment.case import Case, Standing, standing_of, together
from muvofiq.assessment.verdict import Verdict
from muvofiq.standards.errors import CatalogueError, MissingKey, WrongChoice, WrongShape
from muvofiq.standards.vocabulary import Stage

JOURNEY = """\
edition: '2026-11-01'
invented: true
unconfirmed: [tg]
id: girl
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
    girl = Case.parse(JOURNEY)
    (station,) = girl.stations
    assert (girl.id, girl.name["ru"], girl.unconfirmed_languages) == ("girl", "Лира", ("tg",))
    assert station.stage is Stage.FIRST_CONTACT
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
def test_a_case_with_a_fault_is_refused(old: str, new: str, error: type[CatalogueError]) -> None:
    assert old in JOURNEY
    with pytest.raises(error):
        Case.parse(JOURNEY.replace(old, new))


def test_every_verdict_is_drawn_and_only_a_full_answer_is_met() -> None:
    drawn = {verdict: standing_of(verdict) for verdict in Verdict}
    assert {one for one, standing in drawn.items() if standing is Standing.MET} == {Verdict.FULL, Verdict.PROTECTS_MORE}
    for verdict in (Verdict.NOT_ASSESSED, Verdict.NOT_AVAILABLE, Verdict.ELSEWHERE):
        assert drawn[verdict] is Standing.OPEN, verdict
    assert drawn[Verdict.NOT_FOUND] is drawn[Verdict.PARTIAL] is drawn[Verdict.CONTRADICTS] is Standing.GAP


@pytest.mark.parametrize(
    ("answers", "station"),
    [
        ((Standing.MET, Standing.MET), Standing.MET),
        ((Standing.MET, Standing.OPEN, Standing.GAP), Standing.GAP),
        ((Standing.MET, Standing.OPEN), Standing.OPEN),
        ((Standing.MET, Standing.ASIDE), Standing.MET),
        ((Standing.ASIDE,), Standing.ASIDE),
        ((), Standing.OPEN),
    ],
)
def test_a_station_stands_as_the_worst_of_its_answers(answers: tuple[Standing, ...], station: Standing) -> None:
    assert together(answers) is station
