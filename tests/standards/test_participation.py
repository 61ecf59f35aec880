"""A state may tell in a file of its own which treaties bind it."""

from datetime import date
from pathlib import Path

import pytest

from muvofiq.standards.errors import CatalogueError, UnknownInstrument, UnknownKey
from muvofiq.standards.force import Force, force_of
from muvofiq.standards.load import load_catalogue
from tests.standards.small import FILES

STATE = """\
state: XA
title: {en: Nowhere}
invented: true
participation:
  tip-protocol: {act: ratification, date: 2007-05-14}
"""
DAY = date(2024, 1, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {**FILES, "participation/nowhere.yaml": STATE}.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_a_named_treaty_binds_from_its_day_on(folder: Path) -> None:
    protocol = load_catalogue(folder).instruments["tip-protocol"]
    assert protocol.binds("XA", DAY)
    assert not protocol.binds("XA", date(2007, 5, 13))


def test_the_participation_of_other_states_stays_as_it_was(folder: Path) -> None:
    with_state = load_catalogue(folder).instruments["tip-protocol"]
    (folder / "participation/nowhere.yaml").unlink()
    (folder / "participation").rmdir()
    without = load_catalogue(folder).instruments["tip-protocol"]
    assert {state: one for state, one in with_state.participation.items() if state != "XA"} == without.participation


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [("tip-protocol", "tip-protocoll", UnknownInstrument), ("invented", "fictional", UnknownKey)],
)
def test_a_slip_is_refused(folder: Path, old: str, new: str, error: type[CatalogueError]) -> None:
    file = folder / "participation/nowhere.yaml"
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(error):
        load_catalogue(folder)


def test_the_training_country_is_bound_by_the_treaties_of_its_file_and_by_no_other() -> None:
    instruments = load_catalogue().instruments
    forces = {name: force_of(instruments[name], "XO", DAY) for name in instruments}
    bound = {name for name, one in forces.items() if one is Force.BINDING_TREATY}
    assert {"crc", "cat", "iccpr", "refugee-1951", "tip-protocol", "som-protocol"} <= bound
    assert forces["crpd"] is Force.NOT_BINDING
    assert forces["coe-197"] is Force.COE_BENCHMARK
    assert forces["dir-2008-115"] is Force.EU_BENCHMARK
