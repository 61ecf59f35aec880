"""An entry of the history cannot be changed or taken out of its middle without being noticed."""

from datetime import timedelta
from uuid import uuid4

import pytest

from muvofiq.records.chain import first_break, hash_of
from muvofiq.records.models import HistoryEntry, Mission
from tests.records.small import expert_in, history, mission_of, person, workbench

pytestmark = pytest.mark.django_db


@pytest.fixture
def mission() -> Mission:
    manager = workbench()
    mission = mission_of(manager)
    for _ in range(4):
        expert_in(mission, manager)
    return mission


def test_a_chain_as_it_was_written_has_no_break(mission: Mission) -> None:
    assert len(history(mission)) == 4
    assert first_break(history(mission)) is None
    assert first_break([]) is None


def test_the_hash_is_the_same_when_the_entry_comes_back_from_the_database(mission: Mission) -> None:
    for entry in history(mission):
        assert entry.hash == hash_of(entry)
        assert len(entry.hash) == 64


def test_each_entry_carries_the_hash_of_the_one_before(mission: Mission) -> None:
    entries = history(mission)
    assert [entry.previous_hash for entry in entries] == ["", *(entry.hash for entry in entries[:-1])]


@pytest.mark.parametrize("field", ["actor", "at", "verb", "subject", "change", "hash", "previous_hash", "sequence"])
def test_whatever_is_changed_in_an_entry_is_found(mission: Mission, field: str) -> None:
    second = history(mission)[1]
    values = {
        "actor": person(),
        "at": second.at + timedelta(microseconds=1),
        "verb": "plan",
        "subject": f"member {uuid4()}",
        "change": {"from": None, "to": "observer"},
        "hash": "0" * 64,
        "previous_hash": "0" * 64,
        "sequence": 99,
    }
    assert getattr(second, field) != values[field]
    HistoryEntry.objects.filter(pk=second.pk).update(**{field: values[field]})
    broken = first_break(history(mission))
    assert broken is not None
    assert broken.pk in {second.pk, history(mission)[1].pk}


@pytest.mark.parametrize("at", [0, 1, 2])
def test_an_entry_that_was_taken_out_is_missed(mission: Mission, at: int) -> None:
    entries = history(mission)
    entries[at].delete()
    assert first_break(history(mission)) == entries[at + 1]


def test_an_entry_moved_into_another_mission_is_found(mission: Mission) -> None:
    other = mission_of(workbench(), slug="other")
    moved = history(mission)[0]
    HistoryEntry.objects.filter(pk=moved.pk).update(mission=other)
    assert first_break(history(other)) == moved
    assert first_break(history(mission)) is not None


def test_an_entry_with_a_new_hash_breaks_the_one_behind_it(mission: Mission) -> None:
    entries = history(mission)
    entries[1].subject = "member nobody"
    entries[1].hash = hash_of(entries[1])
    entries[1].save()
    assert first_break(history(mission)) == entries[2]


def test_entries_in_another_order_are_no_chain(mission: Mission) -> None:
    first, second, *_ = history(mission)
    assert first_break([second, first]) == second
