"""Each text is embedded once, whatever happens in between."""

from collections.abc import Sequence

import numpy as np
import pytest

from muvofiq.alignment.embedding import BATCH, Role, Vectors, key, vectors_of
from tests.alignment.small import LetterModel, Memory


def test_each_text_gets_its_row_in_the_order_asked() -> None:
    texts = ["граница и контроль", "жертва", "граница и контроль"]
    rows = vectors_of("passage", texts, LetterModel(), Memory())
    assert rows.shape == (3, 64)
    assert np.array_equal(rows[0], rows[2])
    assert np.array_equal(rows[1], LetterModel().embed("passage", ["жертва"])[0])


def test_equal_texts_are_embedded_once() -> None:
    model = LetterModel()
    vectors_of("passage", ["а", "б", "а"], model, Memory())
    assert sorted(model.seen) == [("passage", "а"), ("passage", "б")]


def test_what_the_store_knows_is_not_embedded_again() -> None:
    model, store = LetterModel(), Memory()
    vectors_of("passage", ["а", "б"], model, store)
    vectors_of("passage", ["б", "в"], model, store)
    assert [text for _, text in model.seen] == ["а", "б", "в"]


def test_a_question_and_a_passage_of_one_text_are_two_vectors() -> None:
    assert key("query", "а") != key("passage", "а")


def test_vectors_of_two_models_are_never_mixed() -> None:
    store, other = Memory(), LetterModel()
    other.model = "letters/2"
    vectors_of("passage", ["а"], LetterModel(), store)
    vectors_of("passage", ["а"], other, store)
    assert len(other.seen) == 1


class Failing(LetterModel):
    """Breaks down at the second batch."""

    def embed(self, role: Role, texts: Sequence[str]) -> Vectors:
        """Fail once something has been embedded."""
        if self.seen:
            raise KeyboardInterrupt
        return super().embed(role, texts)


def test_an_interrupted_run_keeps_its_finished_batches() -> None:
    texts = [f"текст {number:04}" for number in range(BATCH + 10)]
    store, second = Memory(), LetterModel()
    with pytest.raises(KeyboardInterrupt):
        vectors_of("passage", texts, Failing(), store)
    vectors_of("passage", texts, second, store)
    assert len(second.seen) == 10


def test_progress_is_told_from_nothing_to_all() -> None:
    heard: list[tuple[str, int, int]] = []
    texts = [str(number) for number in range(BATCH + 1)]
    vectors_of("query", texts, LetterModel(), Memory(), lambda *told: heard.append(told))
    assert [(done, total) for _, done, total in heard] == [(0, BATCH + 1), (BATCH, BATCH + 1), (BATCH + 1, BATCH + 1)]


def test_no_texts_give_no_rows() -> None:
    assert len(vectors_of("query", [], LetterModel(), Memory())) == 0
