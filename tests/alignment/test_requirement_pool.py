"""The requirements are searched in every language in which they are written, and by meaning as questions."""

import numpy as np
import pytest

from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.embedding import vectors_of
from muvofiq.alignment.meaning import Meaning
from muvofiq.alignment.pool import Pool
from muvofiq.alignment.question import asked_phrase, question_of
from muvofiq.alignment.requirement_pool import read_requirements, requirement_pools, texts_in
from muvofiq.alignment.search import Asked, search_pools
from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.load import load_catalogue
from muvofiq.standards.requirement import Requirement
from tests.alignment.small import LetterModel, Memory
from tests.standards.small import REQUIREMENT

INTERPRETER = "screening-interpretation"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def thesaurus(catalogue: Catalogue) -> Concepts:
    return Concepts(catalogue.thesaurus.concepts)


@pytest.fixture
def pools(catalogue: Catalogue, thesaurus: Concepts) -> list[Pool]:
    return requirement_pools(catalogue.requirements, thesaurus)


def test_there_is_one_pool_for_each_language_with_every_requirement(catalogue: Catalogue, pools: list[Pool]) -> None:
    assert {pool.language for pool in pools} == {"en", "ru", "tg"}
    assert all([unit.id for unit in pool.units] == [one.id for one in catalogue.requirements] for pool in pools)


def test_a_requirement_is_found_by_its_code_its_words_and_its_elements(
    catalogue: Catalogue, thesaurus: Concepts, pools: list[Pool]
) -> None:
    wanted = catalogue.requirement(INTERPRETER)
    element = wanted.elements[0]
    for text in (wanted.code, wanted.title["ru"], wanted.statement["tg"], f"«{element['en']}»"):
        asked = Asked.parse(text, "", pools, thesaurus)
        assert search_pools(asked, pools)[0].article == INTERPRETER, text


def test_a_requirement_that_lacks_the_language_is_found_in_another(catalogue: Catalogue, thesaurus: Concepts) -> None:
    english = Requirement.parse(REQUIREMENT)
    assert set(english.title) & set(english.statement) == {"en"}
    pools = requirement_pools([english, catalogue.requirement(INTERPRETER)], thesaurus)
    assert texts_in(pools, "ru") == {f"{english.id}.en", f"{INTERPRETER}.ru"}
    assert texts_in(pools, "kk") == {f"{english.id}.en", *(f"{INTERPRETER}.{one}" for one in ("en", "ru", "tg"))}


def test_they_are_near_in_meaning_as_the_model_has_read_their_questions(
    catalogue: Catalogue, thesaurus: Concepts
) -> None:
    requirements = catalogue.requirements[:4]
    pools, store = requirement_pools(requirements, thesaurus), Memory()
    asked = [asked_phrase(question_of(one).wording["ru"])[1] for one in requirements]
    read = vectors_of("query", asked, LetterModel(), store)
    read_requirements(pools, requirements, Meaning(LetterModel.model, store))
    by_language = {pool.language: pool.openings for pool in pools}
    assert by_language["ru"] is not None
    assert np.array_equal(by_language["ru"], read)
    assert by_language["en"] is by_language["tg"] is None, "nobody has read these"
