"""A file is replaced whole or not at all."""

from pathlib import Path

import pytest

from muvofiq.cli.errors import CannotWrite
from muvofiq.cli.saving import save


def test_the_new_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    path.write_bytes(b"old")
    save(b"new", path)
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="Choose a folder that exists"):
        save(b"new", tmp_path / "nowhere" / "table.xlsx")


def test_what_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "table.xlsx"
    folder.mkdir()
    with pytest.raises(CannotWrite):
        save(b"new", folder)
    assert list(tmp_path.iterdir()) == [folder]
