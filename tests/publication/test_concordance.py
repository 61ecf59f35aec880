"""Requirement and provision stand side by side."""

from muvofiq.publication.concordance import count_articles
from tests.publication.small import STATE, table


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
