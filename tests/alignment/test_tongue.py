"""The language of a few typed words is told by their letters, and by whose laws have them."""

import pytest

from muvofiq.alignment.pool import Pool
from muvofiq.alignment.tongue import language_of
from muvofiq.alignment.unit import Unit
from tests.alignment.small import concepts, units

TAJIK = Unit("act~art_1", "act", "tg", "Сарҳад", "Сарҳад бо назорат ва нозирон муҳофизат мешавад.")
ENGLISH = Unit("deed~art_1", "deed", "en", "Border", "The border is guarded.")


@pytest.fixture(scope="module")
def pools() -> list[Pool]:
    return [Pool(units(), concepts()), Pool([TAJIK], concepts()), Pool([ENGLISH], concepts())]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("охрана границы", "ru"),
        ("назорати сарҳад", "tg"),  # by a letter that Russian lacks
        ("нозирон", "tg"),  # by a law that has the word
        ("савдои одамон", "tg"),  # by the thesaurus
        ("и в соответствии", "ru"),  # by its small words
        ("guarded border", "en"),
        ("the victim of", "en"),
        ("сарҳад 14", "tg"),
    ],
)
def test_the_language_is_told(pools: list[Pool], text: str, language: str) -> None:
    assert language_of(text, pools, concepts()) == language


def test_where_nothing_tells_the_usual_language_is_taken_if_it_has_the_letters(pools: list[Pool]) -> None:
    assert language_of("128", pools, concepts(), "tg") == "tg"
    assert language_of("абракадабра", pools, concepts(), "tg") == "tg"
    assert language_of("абракадабра", pools, concepts(), "en") == "ru"
    assert language_of("", [], concepts(), "en") == "en"


def test_letters_of_two_alphabets_do_not_fail(pools: list[Pool]) -> None:
    assert language_of("guarded граница", pools, concepts()) in {"ru", "en"}
    assert language_of("漢字", pools, concepts(), "ru") == "ru"
