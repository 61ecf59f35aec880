"""The requirements come read: the vectors of the library are those of its phrases, and are asked before any others."""

import numpy as np
import pytest

from muvofiq.alignment import e5
from muvofiq.alignment.embedding import key
from muvofiq.alignment.errors import ModelMissing
from muvofiq.alignment.meaning import Meaning
from muvofiq.alignment.question import question_of
from muvofiq.alignment.shipped import WithShipped, shipped, shipped_model
from muvofiq.alignment.vector_file import VectorFile
from muvofiq.standards.load import load_catalogue
from tests.alignment.small import LetterModel, Memory

LANGUAGES = ("en", "ru", "tg")
KNOWN, OWN, NEW = "жертва", "граница", "переводчик"
MAKE = "a requirement, its terms or a model article has changed: run `make vectors`"


def library() -> VectorFile:
    """Return a library that has read one text."""
    return VectorFile("letters/1", {key("query", KNOWN): LetterModel().embed("query", [KNOWN])[0]})


def test_what_the_library_knows_comes_from_it_and_the_rest_from_the_store() -> None:
    store = Memory()
    own = LetterModel().embed("query", [OWN])[0]
    store.put("letters/1", {key("query", OWN): own, key("query", KNOWN): own})
    keys = [key("query", text) for text in (KNOWN, OWN, NEW)]
    found = WithShipped(store, library).get("letters/1", iter(keys))
    assert list(found) == keys[:2]
    assert found[keys[0]] is not own
    assert found[keys[1]] is own


def test_the_library_says_nothing_for_another_model() -> None:
    assert WithShipped(Memory(), library).get("letters/2", [key("query", KNOWN)]) == {}


def test_what_is_new_is_kept_in_the_store() -> None:
    store, model = Memory(), LetterModel()
    Meaning(model.model, WithShipped(store, library), model).vectors("query", [KNOWN, NEW])
    assert model.seen == [("query", NEW)]
    assert set(store.kept) == {("letters/1", key("query", NEW))}


def test_a_copy_of_the_product_without_the_file_goes_on_with_the_store() -> None:
    store = Memory()
    store.put("letters/1", {"a": np.ones(1, dtype=np.float32)})
    assert set(WithShipped(store, lambda: None).get("letters/1", ["a", "b"])) == {"a"}


def test_the_library_is_read_only_when_something_is_asked_and_then_once() -> None:
    store = WithShipped(Memory())
    shipped.cache_clear()
    store.put("letters/1", {})
    assert shipped.cache_info().misses == 0
    store.get("letters/1", ["a"])
    store.get("letters/1", ["b"])
    assert shipped.cache_info().misses == 1


def test_every_phrase_of_the_catalogue_is_known_in_its_three_languages() -> None:
    questions = [question_of(requirement) for requirement in load_catalogue().requirements]
    phrases = {phrase for question in questions for language in LANGUAGES for phrase in question.phrases(language)}
    file = shipped()
    assert file is not None, MAKE
    assert {text for role, text in phrases if key(role, text) not in file.vectors} == set(), MAKE
    assert len(file.vectors) == len(phrases), f"the library knows phrases that nobody asks: {MAKE}"


def test_every_vector_of_the_library_has_unit_length() -> None:
    file = shipped()
    assert file is not None, MAKE
    rows = np.array(list(file.vectors.values()))
    assert rows.shape == (len(file.vectors), 384)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-6)


def test_the_library_was_read_by_the_model_of_the_product_and_says_what_it_says() -> None:
    try:
        model = e5.load()
    except ModelMissing as missing:
        pytest.skip(str(missing))
    assert shipped_model() == model.model, "the model has changed: run `make vectors`"
    question = question_of(load_catalogue().requirements[0])
    phrases = [phrase for language in LANGUAGES for phrase in question.phrases(language)][:4]
    shipped_ones = Meaning(model.model, WithShipped(Memory())).voices(phrases)
    assert all(model.embed(role, [text])[0] @ row > 0.995 for (role, text), row in shipped_ones.items())
