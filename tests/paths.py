"""Where the tests find our sample laws, and the real laws beside the checkout."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "muvofiq" / "library" / "samples"
LAW_BOOK = ROOT / "muvofiq" / "library" / "workshop" / "laws"
RUSSIAN = SAMPLES / "border_law.ru.txt"
TAJIK = SAMPLES / "border_law.tg.txt"
SHARED = Path(os.environ.get("MUVOFIQ_SHARED", ROOT.parent / "shared"))


def real(name: str) -> Path:
    """Return a file or folder of the shared material, or skip the test where it is missing."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"real law is not part of the project; set MUVOFIQ_SHARED to the folder that holds {name}")
    return path
