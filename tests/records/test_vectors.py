"""The vectors of the model come back as they were kept, and may be forgotten at any time."""

import numpy as np
import pytest

from muvofiq.alignment.embedding import Vector, vectors_of
from muvofiq.records.models import StoredVector
from muvofiq.records.vectors import AT_ONCE, VectorTable
from tests.alignment.small import LetterModel
from tests.records.at_once import at_once

TABLE = VectorTable()


def vector(*values: float) -> Vector:
    return np.array(values, dtype=np.float32)


@pytest.mark.django_db
def test_a_vector_comes_back_to_the_last_bit() -> None:
    kept = {"a": vector(0.1, -1e-30, 3.5), "b": vector(np.pi, 0, -0.0)}
    TABLE.put("model/1", kept)
    found = TABLE.get("model/1", ["a", "b", "c", "a"])
    assert set(found) == {"a", "b"}
    assert all(found[key].dtype == np.float32 for key in found)
    assert all(found[key].tobytes() == kept[key].tobytes() for key in kept)


@pytest.mark.django_db
def test_models_are_kept_apart() -> None:
    TABLE.put("model/1", {"a": vector(1)})
    TABLE.put("model/2", {"a": vector(2)})
    assert TABLE.get("model/1", ["a"])["a"] == vector(1)
    assert TABLE.get("model/3", ["a"]) == {}


@pytest.mark.django_db
def test_what_is_kept_already_stays() -> None:
    TABLE.put("model/1", {"a": vector(1)})
    TABLE.put("model/1", {"a": vector(2), "b": vector(3)})
    assert (TABLE.get("model/1", "ab")["a"], StoredVector.objects.count()) == (vector(1), 2)


@pytest.mark.django_db
def test_nothing_asked_and_nothing_kept_is_fine() -> None:
    TABLE.put("model/1", {})
    assert TABLE.get("model/1", []) == {}


@pytest.mark.django_db
def test_more_keys_than_one_query_takes_are_found() -> None:
    many = {f"key-{at}": vector(at) for at in range(2 * AT_ONCE + 1)}
    TABLE.put("model/1", many)
    assert TABLE.get("model/1", many) == many


@pytest.mark.django_db
def test_the_table_may_be_emptied_at_any_time() -> None:
    model, texts = LetterModel(), ["Закон о границе", "Статья первая"]
    first = vectors_of("passage", texts, model, TABLE)
    StoredVector.objects.all().delete()
    assert np.array_equal(vectors_of("passage", texts, model, TABLE), first)
    assert len(model.seen) == 4
    assert np.array_equal(vectors_of("passage", texts, model, TABLE), first)
    assert len(model.seen) == 4


@pytest.mark.django_db(transaction=True)
def test_workers_that_keep_the_same_vectors_at_once_do_not_disturb_each_other() -> None:
    many = {f"key-{at}": vector(at) for at in range(200)}
    at_once(*[lambda: TABLE.put("model/1", many)] * 4)
    assert StoredVector.objects.count() == 200
