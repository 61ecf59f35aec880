"""The missions that are written down in the library, with the law files that they name."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

import yaml

LIBRARY = files("muvofiq.library")


def mission_files() -> Iterator[Mapping[str, Any]]:
    """Yield the missions in the order of their names; the newest stands first on the page."""
    for file in sorted(LIBRARY.joinpath("missions").iterdir(), key=lambda one: one.name):
        if file.name.endswith(".yaml"):
            yield yaml.safe_load(file.read_text(encoding="utf-8"))


def exercises() -> list[Mapping[str, Any]]:
    """Return those that have a key: a facilitator may open them as often as there are groups."""
    return [one for one in mission_files() if one["mission"].get("exercise")]


def law_files(written: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the law files of a mission by their names: an exercise has its own, the others take the samples."""
    exercise = written["mission"].get("exercise")
    folder = LIBRARY.joinpath(exercise, "laws") if exercise else LIBRARY.joinpath("samples")
    return {one["file"]: folder.joinpath(one["file"]).read_bytes() for one in written.get("editions") or ()}
