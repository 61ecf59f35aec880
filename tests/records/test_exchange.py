"""The catalogue of a mission leaves as one bundle, and comes back into the same or another mission unchanged."""

from datetime import date

import pytest

from muvofiq.publication.catalogue_xlsx import write_catalogue
from muvofiq.records.actions.relate import relate
from muvofiq.records.errors import CodesUsedUp, NotOnFile
from muvofiq.records.queries.exchange import (
    Which,
    bundle_of,
    catalogue_on_file,
    exchange_page,
    free_codes,
    received_keyed,
)
from muvofiq.records.queries.received import Fate
from muvofiq.records.queries.released import released
from muvofiq.records.queries.requirements import newest_editions
from muvofiq.standards.bundle import Bundle
from tests.records.receiving import received, shown, taken
from tests.records.small import IDS, Desk, desk, expert_in, mission_of, refused, scope_in
from tests.standards.test_bundle import OURS

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 28)


def test_the_scope_leaves_with_all_that_it_names(at: Desk) -> None:
    bundle = bundle_of(at.mission, Which.SCOPE)
    assert [one.id for one in bundle.requirements] == list(IDS)
    named = {citation.instrument for one in bundle.requirements for citation in one.citations}
    assert named <= {one.id for one in bundle.instruments}
    assert {one.id for one in bundle.themes} == {one.theme for one in bundle.requirements}
    assert Bundle.parse(str(bundle)) == bundle


@pytest.mark.parametrize("which", list(Which))
def test_what_left_and_comes_back_changes_nothing(at: Desk, which: Which) -> None:
    taken(at.expert, received(at.expert, at.mission))
    bundle = bundle_of(at.mission, which)
    for data, name in ((str(bundle).encode(), "back.yaml"), (write_catalogue(bundle, "tg", DAY), "back.xlsx")):
        back = shown(received(at.expert, at.mission, data, name))
        assert len(back.requirements) == len(bundle.requirements)
        assert set(back.fates) == {Fate.SAME}
        assert back.taken == 0


def test_own_requirements_travel_to_another_mission_and_on(at: Desk) -> None:
    taken(at.expert, received(at.expert, at.mission))
    other = mission_of(at.manager, slug="other")
    expert = expert_in(other, at.manager)
    bundle = bundle_of(at.mission, Which.OWN)
    taken(expert, received(expert, other, str(bundle)))
    assert bundle_of(other, Which.OWN) == bundle
    assert bundle.requirements == Bundle.parse(OURS).requirements
    assert bundle.instruments == Bundle.parse(OURS).instruments
    assert str(bundle_of(other, Which.OWN)) == str(bundle)


@pytest.mark.parametrize("which", [Which.SCOPE, Which.CATALOGUE])
def test_a_pair_that_the_mission_relates_otherwise_than_the_product_leaves_once(at: Desk, which: Which) -> None:
    theirs = next(one for one in released().relations if {one.first, one.second} <= set(newest_editions(at.mission)))
    scope_in(at.mission, at.expert, ids=[theirs.first, theirs.second])
    words = {"en": "A reason of our own."}
    relate(at.expert, at.mission, theirs.first, theirs.second, kind=theirs.kind, common=theirs.common, reason=words)
    bundle = bundle_of(at.mission, which)
    assert [one.reason for one in bundle.relations if {one.first, one.second} == {theirs.first, theirs.second}] == [
        words
    ]
    for data, name in ((str(bundle).encode(), "back.yaml"), (write_catalogue(bundle, "ru", DAY), "back.xlsx")):
        assert set(shown(received(at.expert, at.mission, data, name)).fates) == {Fate.SAME}


def test_the_title_of_a_theme_stays_as_it_is_here(at: Desk) -> None:
    assert shown(received(at.expert, at.mission)).themes == ("N",)
    taken(at.expert, received(at.expert, at.mission))
    assert shown(received(at.expert, at.mission, str(bundle_of(at.mission, Which.OWN)))).themes == ()


def test_the_catalogue_on_file_counts_the_own_after_the_released(at: Desk) -> None:
    taken(at.expert, received(at.expert, at.mission))
    counts = exchange_page(at.mission).counts
    assert (counts[Which.SCOPE], counts[Which.OWN], counts[Which.CATALOGUE]) == (4, 1, 4)
    assert len(catalogue_on_file(at.mission).requirements) == 5


def test_the_next_code_is_one_that_nobody_has() -> None:
    assert next(free_codes({"N001"}, "N", "x")) == "N002"
    assert next(free_codes({"A01", "A02", "A04"}, "A", "x")) == "A03"
    with pytest.raises(CodesUsedUp):
        next(free_codes({f"N{number:03}" for number in range(1, 1000)}, "N", "x"))


def test_a_file_of_another_mission_is_not_found(at: Desk) -> None:
    other = desk(slug="other")
    table = received(other.expert, other.mission)
    with refused(NotOnFile):
        received_keyed(at.mission, table.pk)
