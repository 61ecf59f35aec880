"""All requirements meet all laws, with the model and without it, in one language and in two."""

import pytest
import yaml

from muvofiq.alignment.candidate import Candidate, Reason
from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.match import Meaning, in_turn, match
from muvofiq.alignment.question import Question, question_of
from muvofiq.alignment.unit import Unit, units_of
from muvofiq.law.build import build_law
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law
from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.load import load_catalogue
from muvofiq.text.read import read_file
from tests.alignment.small import LetterModel, Memory, concepts, units
from tests.paths import ROOT, RUSSIAN, TAJIK, real

ANSWERS = ROOT / "tests" / "samples" / "border_law_answers.yaml"
# Of 32 answered requirements: what words and thesaurus reach on our sample law, with a little room for honest change.
FIRST_FIVE = 0.75


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def sample() -> Law:
    return build_law(read_file(RUSSIAN))


def _proposed(catalogue: Catalogue, laws: list[Law], meaning: Meaning | None = None) -> dict[str, list[Candidate]]:
    questions = [question_of(requirement) for requirement in catalogue.requirements]
    among = [unit for law in laws for unit in units_of(law)]
    return match(questions, among, Concepts(catalogue.thesaurus.concepts), meaning=meaning)


def test_every_requirement_is_asked_and_gets_at_most_five_articles(catalogue: Catalogue, sample: Law) -> None:
    found = _proposed(catalogue, [sample])
    assert list(found) == [requirement.id for requirement in catalogue.requirements]
    assert all(len(candidates) <= 5 for candidates in found.values())
    assert [one.rank for one in found["screening-interpretation"]] == [1, 2, 3, 4, 5]


def test_the_articles_that_a_lawyer_would_cite_are_among_the_first_five(catalogue: Catalogue, sample: Law) -> None:
    found = _proposed(catalogue, [sample])
    hits = []
    for answer in yaml.safe_load(ANSWERS.read_text("utf-8")):
        if answer["articles"]:
            numbers = {str(Reference.parse(one.unit).steps[-1].number) for one in found[answer["requirement"]]}
            hits.append(bool(numbers & set(answer["articles"])))
    assert sum(hits) >= FIRST_FIVE * len(hits), f"{sum(hits)} of {len(hits)}"


def test_a_repealed_article_is_never_proposed(catalogue: Catalogue, sample: Law) -> None:
    proposed = {one.unit for candidates in _proposed(catalogue, [sample]).values() for one in candidates}
    assert not any(unit.endswith("~art_20") for unit in proposed)


def test_the_same_input_gives_the_same_answer(catalogue: Catalogue, sample: Law) -> None:
    assert _proposed(catalogue, [sample]) == _proposed(catalogue, [sample])


def test_a_model_adds_the_place_by_meaning(catalogue: Catalogue, sample: Law) -> None:
    found = _proposed(catalogue, [sample], Meaning(LetterModel(), Memory()))
    assert all(one.reason.meaning_rank for candidates in found.values() for one in candidates)


def test_laws_in_two_languages_take_turns(catalogue: Catalogue, sample: Law) -> None:
    found = _proposed(catalogue, [sample, build_law(read_file(TAJIK))])
    acts = [Reference.parse(one.unit).act for one in found["screening-interpretation"]]
    assert acts[:2] in (["border-law-ru", "border-law-tg"], ["border-law-tg", "border-law-ru"])


def test_places_are_counted_anew_after_taking_turns() -> None:
    found = match(
        [Question("q", {"ru": "помощь жертве", "en": "a victim gets help"})], [*units(), *_english()], concepts()
    )
    assert [(one.unit.split("~")[0], one.rank) for one in found["q"][:3]] in (
        [("law", 1), ("act", 2), ("law", 3)],
        [("act", 1), ("law", 2), ("law", 3)],
    )


def test_of_two_first_places_the_higher_score_comes_first() -> None:
    nothing = Reason((), (), None)
    rows = [[Candidate("a", 1, 0.5, nothing), Candidate("b", 2, 0.4, nothing)], [Candidate("c", 1, 0.9, nothing)]]
    assert [(one.unit, one.rank) for one in in_turn(rows)] == [("c", 1), ("a", 2), ("b", 3)]
    assert in_turn([]) == []


def test_progress_reaches_the_last_requirement() -> None:
    heard: list[tuple[str, int, int]] = []
    questions = [Question("a", {"ru": "жертва"}), Question("b", {"ru": "язык"})]
    match(questions, units(), concepts(), progress=lambda *told: heard.append(told))
    assert heard[-1] == ("Matching", 2, 2)


def test_no_articles_give_no_candidates() -> None:
    assert match([Question("a", {"ru": "жертва"})], [], concepts()) == {"a": []}


@pytest.mark.parametrize(
    ("name", "language"),
    [("gold/structure/kz_criminal_code_ru/source.txt", "ru"), ("gold/tajik/documents/jam.tg.txt", "tg")],
)
def test_real_laws_are_matched_with_every_requirement(catalogue: Catalogue, name: str, language: str) -> None:
    law = build_law(read_file(real(name)))
    found = _proposed(catalogue, [law])
    assert law.language == language
    assert len(found) == len(catalogue.requirements)
    assert sum(map(bool, found.values())) > 100


def _english() -> list[Unit]:
    texts = ("A victim of trafficking in persons gets help.", "The border is guarded.")
    return [Unit(f"act~art_{number}", "act", "en", "", text) for number, text in enumerate(texts, 1)]
