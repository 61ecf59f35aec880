"""Two texts of two languages are likened by what can be seen without knowing the languages."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.alignment.version_likeness import kinship, likeness

RUSSIAN = ("Прокурор извещается в течение 24 часов.", "Депортация допускается.", "Опекун назначается за 5 дней.")
TAJIK = (
    "Прокурор дар давоми 24 соат огоҳ мешавад.",
    "Депортатсия иҷозат дода мешавад.",
    "Васӣ дар 5 рӯз таъин мешавад.",
)


def test_shared_words_and_figures_make_texts_akin_and_rare_ones_more() -> None:
    akin = kinship(RUSSIAN, TAJIK)
    assert (akin.argmax(axis=1) == np.arange(3))[:2].all()
    everywhere = kinship(("закон судей 70", "закон 80"), ("закон 70", "закон 80"))
    assert everywhere[0, 0] > everywhere[0, 1] > 0


def test_texts_that_share_nothing_are_not_akin() -> None:
    assert kinship(("alpha beta",), ("гамма дельта",)).tolist() == [[0.0]]
    assert kinship((), ("a",)).shape == (0, 1)


def test_likeness_falls_with_the_difference_in_length_freed_of_what_a_language_needs_more() -> None:
    short, long = "о" * 100, "о" * 300
    twice = [text * 2 for text in (short, long, short)]
    alike = likeness((short, long, short), twice, None)
    assert alike[0, 0] > alike[0, 1]
    assert alike[1, 1] > alike[1, 0]


def test_of_a_text_that_was_not_read_the_meaning_says_nothing() -> None:
    rows = np.eye(3, dtype=np.float32)
    unread = rows.copy()
    unread[1] = 0
    plain, read = ((likeness(RUSSIAN, TAJIK, (one, rows))) for one in (np.zeros_like(rows), unread))
    assert np.allclose(plain[1], read[1])
    assert read[0, 0] > plain[0, 0]
    assert read[0, 1] < plain[0, 1]


@given(st.lists(st.text(max_size=30), max_size=5), st.lists(st.text(max_size=30), max_size=5))
def test_likeness_is_a_number_for_every_pair_of_texts(one: list[str], other: list[str]) -> None:
    alike = likeness(one, other, None)
    assert alike.shape == (len(one), len(other))
    assert np.isfinite(alike).all()
    assert np.allclose(kinship(one, other), kinship(other, one).T)
