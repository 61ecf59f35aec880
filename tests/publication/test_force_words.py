"""Every force has its word in each language of the table."""

import pytest

from muvofiq.publication.phrases import languages, phrases
from muvofiq.standards.force import Force


@pytest.mark.parametrize("language", languages("concordance"))
def test_every_force_has_its_word(language: str) -> None:
    assert all(phrases("concordance", language)(f"force {one}") for one in Force)
