"""With the model every text gets its vector; without it, those that somebody has read already."""

import numpy as np
import pytest

from muvofiq.alignment.candidate import Candidate, Found, Reason
from muvofiq.alignment.embedding import BATCH, key, vectors_of
from muvofiq.alignment.meaning import Meaning, model_behind
from muvofiq.alignment.question import Phrase
from tests.alignment.small import LetterModel, Memory

ASKED: Phrase = ("query", "Помощь жертвам")
SHOWN: Phrase = ("passage", "Жертвам оказывается помощь")


@pytest.fixture
def read() -> Memory:
    """A store in which somebody has read two texts of a law and what is asked."""
    store = Memory()
    vectors_of("passage", ["граница", "жертва"], LetterModel(), store)
    vectors_of("query", [ASKED[1]], LetterModel(), store)
    return store


def test_with_the_model_every_text_gets_its_vector_and_is_read_once(read: Memory) -> None:
    model = LetterModel()
    meaning = Meaning(model.model, read, model)
    rows = meaning.vectors("passage", ["граница", "переводчик", "граница"])
    assert rows is not None
    assert np.array_equal(rows, LetterModel().embed("passage", ["граница", "переводчик", "граница"]))
    assert model.seen == [("passage", "переводчик")]


def test_without_the_model_texts_that_were_read_count(read: Memory) -> None:
    rows = Meaning("letters/1", read).vectors("passage", ["жертва", "граница", "жертва"])
    assert rows is not None
    assert rows.dtype == np.float32
    assert np.array_equal(rows, LetterModel().embed("passage", ["жертва", "граница", "жертва"]))


def test_without_the_model_one_unread_text_leaves_them_all_without_vectors(read: Memory) -> None:
    assert Meaning("letters/1", read).vectors("passage", ["граница", "переводчик"]) is None


def test_what_another_model_has_read_does_not_count(read: Memory) -> None:
    assert Meaning("letters/2", read).vectors("passage", ["граница"]) is None
    assert Meaning("letters/2", read).voices([ASKED]) == {}


def test_what_was_read_in_another_role_does_not_count(read: Memory) -> None:
    assert Meaning("letters/1", read).vectors("query", ["граница"]) is None


def test_with_the_model_every_phrase_gets_its_voice_in_its_role() -> None:
    model = LetterModel()
    twin: Phrase = ("passage", ASKED[1])
    voices = Meaning(model.model, Memory(), model).voices([ASKED, SHOWN, twin, ASKED])
    assert set(voices) == {ASKED, SHOWN, twin}
    assert sorted(model.seen) == sorted([ASKED, SHOWN, twin])
    assert np.array_equal(voices[SHOWN], LetterModel().embed("passage", [SHOWN[1]])[0])


def test_without_the_model_unread_phrases_are_left_out(read: Memory) -> None:
    voices = Meaning("letters/1", read).voices([ASKED, SHOWN])
    assert set(voices) == {ASKED}
    assert np.array_equal(voices[ASKED], read.kept["letters/1", key(*ASKED)])


def test_no_phrases_have_no_voices_and_nothing_is_told() -> None:
    heard: list[object] = []
    model = LetterModel()
    assert Meaning(model.model, Memory(), model).voices([], lambda *told: heard.append(told)) == {}
    assert heard == []


def test_reading_phrases_is_told_as_reading_the_requirements_whatever_their_role() -> None:
    heard: list[tuple[str, int, int]] = []
    model = LetterModel()
    many: list[Phrase] = [("passage", f"образец {at}") for at in range(BATCH + 1)]
    Meaning(model.model, Memory(), model).voices([ASKED, *many], lambda *told: heard.append(told))
    assert {stage for stage, *_ in heard} == {"Embedding the requirements"}
    assert heard[-1][1:] == (BATCH + 1, BATCH + 1)


def found(*meaning_ranks: int | None) -> Found:
    ranked = enumerate(meaning_ranks, 1)
    return Found(tuple(Candidate("law~art_1", place, 0.5, Reason(meaning_rank=rank)) for place, rank in ranked))


def test_a_model_stands_behind_rankings_in_which_it_had_a_say() -> None:
    meaning = Meaning("letters/1", Memory())
    assert model_behind({"a": found(None), "b": found(None, 3)}, meaning) == "letters/1"
    assert model_behind({"a": found(None), "b": found()}, meaning) is None
    assert model_behind({}, None) is None


def test_without_its_model_elsewhere_no_text_leaves_and_what_was_read_counts(read: Memory) -> None:
    class Remote(LetterModel):
        host = "models.example"

    model = Remote()
    meaning = Meaning(model.model, read, model)
    assert (meaning.host, meaning.here.host) == ("models.example", "")
    assert meaning.here.vectors("passage", ["граница"]) is not None
    assert meaning.here.vectors("passage", ["переводчик"]) is None
    assert model.seen == []


def test_a_model_on_this_computer_is_the_same_here(read: Memory) -> None:
    meaning = Meaning("letters/1", read, LetterModel())
    assert meaning.here is meaning
    assert Meaning("letters/1", read).host == ""
