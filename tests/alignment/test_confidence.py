"""It is told how far the first proposal can be trusted, and how likely none of the acts answers."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.alignment import confidence
from muvofiq.alignment.confidence import BEGINNING, LEAD, About, chance, confidence_of, measures, nothing_in
from muvofiq.alignment.manner import Manner
from muvofiq.alignment.question import Question
from muvofiq.alignment.unit import Unit
from muvofiq.tables import Row, table
from tests.alignment.small import article, laws, model, questions, ranked, units

ROWS = table("alignment/confidence.csv")
COLUMNS = {"about", "manner", "model", "measure", "usual", "spread", "weight"}
MEASURES = {"height", "lead", "cover", "kinds", "nearness"}
SUMS = {(about, manner, heard) for about, manner, heard in product(About, Manner, ("yes", "no"))}
ASKED = Question("vot", {"ru": "жертва торговли людьми"})
SEA = Question("sea", {"ru": "морское судно"})
MODELLED = Question(
    "q", {"ru": "жертва"}, models=(model("", "Жертва.", act="border"), model("", "Язык.", act="family"))
)
BORDER = [article(str(at), "", text, title="О границе") for at, text in enumerate(("Жертве помогают.", "Язык."), 1)]


@pytest.fixture
def learned(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Row]]:
    """A table to be filled, in the place of that of the library."""
    rows: list[Row] = []
    monkeypatch.setattr(confidence, "table", lambda _: rows)
    confidence._rows.cache_clear()
    yield rows
    confidence._rows.cache_clear()


def row(measure: str, weight: float, *, usual: str = "", spread: str = "", about: str = "confidence") -> Row:
    return {
        "about": about,
        "manner": "text",
        "model": "no",
        "measure": measure,
        "usual": usual,
        "spread": spread,
        "weight": str(weight),
    }


def test_where_nothing_is_proposed_nothing_is_certain() -> None:
    assert (confidence_of(ranked(SEA, units())), nothing_in(ranked(SEA, units()))) == (0.0, 1.0)


@given(question=questions(), among=laws(), is_read=st.booleans())
def test_chances_lie_between_0_and_1(question: Question, among: list[Unit], *, is_read: bool) -> None:
    ranking = ranked(question, among, is_read=is_read)
    assert 0 <= confidence_of(ranking) <= 1
    assert 0 <= nothing_in(ranking) <= 1


def test_a_sum_without_weights_knows_neither_way(learned: Sequence[Row]) -> None:
    assert learned == []
    assert chance(About.CONFIDENCE, ranked(ASKED, units())) == 0.5


def test_a_measure_counts_by_its_distance_from_the_usual(learned: list[Row]) -> None:
    cover = measures(ranked(ASKED, units()))["cover"]
    learned += [row(BEGINNING, 1), row("cover", 2, usual=str(cover - 0.5), spread="0.25")]
    assert chance(About.CONFIDENCE, ranked(ASKED, units())) == pytest.approx(1 / (1 + 2.718281828**-5))


def test_a_measure_that_is_missing_counts_as_usual(learned: list[Row]) -> None:
    learned += [row(BEGINNING, 0), row("kinds", 9, usual="0.7", spread="0.1")]
    assert chance(About.CONFIDENCE, ranked(ASKED, units())) == 0.5


def test_confidence_and_nothing_have_sums_of_their_own(learned: list[Row]) -> None:
    learned += [row(BEGINNING, 2), row(BEGINNING, -2, about="nothing")]
    ranking = ranked(ASKED, units())
    assert confidence_of(ranking) > 0.8
    assert nothing_in(ranking) < 0.2


def test_with_and_without_a_model_there_are_sums_of_their_own(learned: list[Row]) -> None:
    learned.append(row(BEGINNING, 2))
    assert confidence_of(ranked(ASKED, units(), is_read=True)) == 0.5


def test_height_is_the_score_of_the_first_and_lead_its_distance_from_the_sixth() -> None:
    among = [article(str(at), "", "жертва " * (9 - at) + "граница " * at) for at in range(8)]
    ranking = ranked(ASKED, among)
    found, places = measures(ranking), ranking.order
    assert len(places) > LEAD + 1
    assert found["height"] == ranking.total[places[0]]
    assert found["lead"] == pytest.approx(ranking.total[places[0]] - ranking.total[places[LEAD]])


def test_of_fewer_than_six_the_last_counts() -> None:
    ranking = ranked(ASKED, units())
    assert measures(ranking)["lead"] == pytest.approx(ranking.total[1] - ranking.total[2])
    assert measures(ranked(Question("l", {"ru": "переводчик"}), units()))["lead"] == 0


def test_cover_is_the_share_of_the_evidence_that_stands_in_the_first() -> None:
    assert measures(ranked(Question("q", {"ru": "представитель назначается"}), units()))["cover"] == pytest.approx(1)
    assert measures(ranked(Question("q", {"ru": "представитель переводчик"}), units()))["cover"] == pytest.approx(0.5)


def test_kinds_is_the_share_of_model_articles_whose_kind_of_act_is_at_hand() -> None:
    assert measures(ranked(MODELLED, BORDER))["kinds"] == 0.5
    assert measures(ranked(MODELLED, units()))["kinds"] == 0
    assert "kinds" not in measures(ranked(ASKED, units()))


def test_nearness_is_known_with_a_model_alone() -> None:
    assert "nearness" not in measures(ranked(ASKED, units()))
    assert "nearness" not in measures(ranked(MODELLED, BORDER))


def test_nearness_is_that_of_the_wording_or_the_average_of_the_model_articles() -> None:
    twin = Question("q", {"ru": BORDER[0].text})
    assert measures(ranked(twin, BORDER, is_read=True))["nearness"] == pytest.approx(1)
    models = tuple(model("", unit.text) for unit in BORDER)
    read = measures(ranked(Question("q", {"ru": "граница"}, models=models), BORDER, is_read=True))
    assert 0.9 < read["nearness"] <= 1.000001


@given(question=questions(), among=laws(), is_read=st.booleans())
def test_measures_are_known_and_shares_lie_between_0_and_1(
    question: Question, among: list[Unit], *, is_read: bool
) -> None:
    ranking = ranked(question, among, is_read=is_read)
    if ranking.order:
        found = measures(ranking)
        assert found.keys() <= MEASURES
        assert all(-1e-9 <= found.get(name, 0) <= 1 + 1e-6 for name in ("cover", "kinds"))
        assert found["lead"] >= 0


def test_every_measure_says_what_it_measures() -> None:
    assert measures.__doc__
    assert all(f"``{name}``" in measures.__doc__ for name in MEASURES)


def test_the_table_is_well_formed() -> None:
    assert {*ROWS[0]} == COLUMNS
    assert {row["measure"] for row in ROWS} <= MEASURES | {BEGINNING}
    assert max(Counter((row["about"], row["manner"], row["model"], row["measure"]) for row in ROWS).values()) == 1
    for one in ROWS:
        assert one["measure"] == BEGINNING or (float(one["spread"]) > 0 and math.isfinite(float(one["usual"])))
        assert abs(float(one["weight"])) < 100


def test_every_manner_has_its_sums_with_a_model_and_without() -> None:
    begun = {(row["about"], row["manner"], row["model"]) for row in ROWS if row["measure"] == BEGINNING}
    assert begun == SUMS
    assert {(row["about"], row["manner"], row["model"]) for row in ROWS if row["measure"] != BEGINNING} == SUMS


def test_without_a_model_no_sum_counts_on_nearness() -> None:
    assert [row for row in ROWS if row["model"] == "no" and row["measure"] == "nearness"] == []
