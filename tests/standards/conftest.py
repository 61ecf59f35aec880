"""What the tests of the standards share: the packaged catalogue, and the source it was made from."""

import os
from pathlib import Path

import pytest

from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.load import load_catalogue

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session")
def source() -> Path:
    """The folder with the words from which the catalogue was made; not everybody has it."""
    shared = Path(os.environ.get("MUVOFIQ_SHARED", REPOSITORY.parent / "shared"))
    folder = shared / "domain"
    if not folder.is_dir():
        pytest.skip(f"the source of the catalogue is not here ({folder}); MUVOFIQ_SHARED may name its place")
    return folder
