"""Requirement and provision stand side by side."""

from dataclasses import replace

import pytest

from muvofiq.alignment.candidate import Candidate, Reason
from muvofiq.publication.concordance import cited_units, concordance, count_articles
from muvofiq.standards.load import load_catalogue
from tests.law.small import law
from tests.publication.small import STATE, TODAY, table

ACT = """\
О заставах
Глава 1. Начала
Статья 1. Цель
1. Застава открыта:
1) днём;
Глава 2. Стража
Статья 2
1. Стража бодрствует.
Приложение 1
Правила
1. Пароль меняется.
"""
DECREE = """\
ПОСТАНОВЛЕНИЕ
О заставах
1. Утвердить:
1) правила;
2. Опубликовать.
"""


def headings(text: str) -> dict[str, str]:
    return {address.eid: cited.heading for address, cited in cited_units([law(text)]).items()}


def test_each_candidate_is_a_row_and_a_requirement_without_any_is_a_row_too() -> None:
    rows = table().rows
    assert [(row.requirement.code, row.answer.citation if row.answer else None) for row in rows] == [
        ("A06", "ст. 2"),
        ("A06", "ст. 1"),
        ("A07", None),
    ]
    assert [row.opens for row in rows] == [True, False, True]


def test_an_answer_holds_the_act_the_unit_and_all_its_words() -> None:
    answer = table().rows[0].answer
    assert answer is not None
    assert answer.act == "ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ О помощи"
    assert answer.heading == "Язык"
    assert answer.text.count("Переводчик номер") == 89


def test_an_answer_may_be_a_part_of_an_article_and_stands_under_the_heading_of_the_article() -> None:
    made, catalogue = table(), load_catalogue()
    few = replace(catalogue, requirements=catalogue.requirements[5:6])
    part = Candidate("aid~art_2__para_7", 1, 2.5, Reason(), "aid~art_2")
    answer = concordance(few, made.acts, {few.requirements[0].id: [part]}, made_on=TODAY).rows[0].answer
    assert answer is not None
    assert (answer.unit, answer.citation, answer.heading) == ("aid~art_2__para_7", "ст. 2 ч. 7", "Язык")
    assert answer.text == "Переводчик номер 7 предоставляется бесплатно и без очереди."


@pytest.mark.parametrize(
    ("eid", "heading"),
    [
        ("chp_1", "Начала"),
        ("art_1", "Цель"),
        ("art_1__para_1", "Цель"),
        ("art_1__para_1__point_1", "Цель"),
        ("chp_2", "Стража"),
        ("art_2", ""),
        ("art_2__para_1", ""),
        ("annex_1", "Правила"),
    ],
)
def test_a_unit_stands_under_its_own_heading_or_that_of_its_article(eid: str, heading: str) -> None:
    assert headings(ACT)[eid] == heading


def test_the_points_of_a_decree_stand_under_no_heading() -> None:
    assert headings(DECREE) == {"point_1": "", "point_1__subpara_1": "", "point_2": ""}


def test_the_force_is_computed_for_a_named_state_and_day_only() -> None:
    assert table().rows[0].force == ()
    assert table(for_state=STATE).rows[0].force != ()


def test_every_cited_instrument_is_at_hand() -> None:
    small = table()
    cited = {citation.instrument for one in small.requirements for citation in one.citations}
    assert {instrument.id for instrument in small.instruments} == cited


def test_requirements_are_counted_once_and_repealed_articles_apart() -> None:
    small = table()
    assert len(small.requirements) == 2
    assert (count_articles(small.acts[0], repealed=False), count_articles(small.acts[0], repealed=True)) == (2, 1)
