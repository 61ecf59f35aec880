"""Holds the engine against the key of the workshop exercise: it sets no weight and has no target."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from benchmarks.gold import Query
from benchmarks.logistic import Numbers, auroc, auroc_error, base_rate, brier
from benchmarks.systems import SYSTEMS, Reply
from benchmarks.wording import WORDINGS
from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.embedding import Progress
from muvofiq.alignment.match import make_pools
from muvofiq.alignment.meaning import Meaning
from muvofiq.alignment.question import asked_phrase, question_of
from muvofiq.alignment.ranking import SILENT
from muvofiq.alignment.unit import units_of
from muvofiq.assessment.exercise import Exercise
from muvofiq.law.kind import Kind
from muvofiq.law.reference import Reference
from muvofiq.standards.load import load_catalogue

LANGUAGE = "ru"  # in which the law book is whole
NEEDS_MODEL = ("embeddings", "RRF")
WORDINGS_ASKED = ("search terms", "title, statement and terms")
INTRODUCTION = """The key of the fictional law book (seven acts, Russian) was written by reading, before any system was
run, and no weight was set by it. Counted are articles, whatever part of them the key names. Law book and catalogue
come from one house and share their words, so that words alone go far here. One thing was learned from it: it showed
that "nothing here" was said too often in a small law book, whereupon the height of the first candidate was left out
of the measures, as thinned copies of requirements_kz confirmed.
"""
HEAD = "| system | asked | hit@1 | hit@3 | hit@5 | MRR | recall@5 |"


@dataclass(frozen=True, slots=True)
class Figures:
    """How well a system finds the articles that the key names; ``asked`` counts the answers that name any."""

    asked: int
    hit_1: float
    hit_3: float
    hit_5: float
    mrr: float
    recall_5: float

    def __str__(self) -> str:
        values = (self.hit_1, self.hit_3, self.hit_5, self.mrr, self.recall_5)
        return " | ".join((str(self.asked), *(f"{value:.3f}" for value in values)))


def figures(answers: Mapping[str, Sequence[str]], found: Mapping[str, Sequence[str]]) -> Figures:
    """Compare rankings with the articles of the key, both by requirement; answers without an article do not count.

    A hit is any article of the key among the first; recall is the share of its articles among the first five.

    >>> str(figures({"a": ["border~art_2"], "b": []}, {"a": ["border~art_1", "border~art_2"]}))
    '1 | 0.000 | 1.000 | 1.000 | 0.500 | 1.000'
    """
    asked = {name: list(dict.fromkeys(articles)) for name, articles in answers.items() if articles}
    places = {
        name: next((at for at, one in enumerate(found.get(name, ()), 1) if one in articles), 0)
        for name, articles in asked.items()
    }

    def share(values: Iterator[float]) -> float:
        return sum(values) / len(asked) if asked else 0.0

    def hits(depth: int) -> float:
        return share(float(0 < place <= depth) for place in places.values())

    recalls = (len({*articles} & {*list(found.get(name, ()))[:5]}) / len(articles) for name, articles in asked.items())
    reciprocal = (1 / place if place else 0.0 for place in places.values())
    return Figures(len(asked), hits(1), hits(3), hits(5), share(reciprocal), share(recalls))


def articles_of_key(exercise: Exercise) -> dict[str, list[str]]:
    """Return the articles that the key names for each requirement, as ``act~eId``."""
    return {
        answer.requirement: [str(Reference(one.act, one.steps[: _depth(one)])) for one in answer.provisions]
        for answer in exercise.key().answers
    }


def measure(
    exercise: Exercise, meaning: Meaning | None, progress: Progress | None = None, *, words: str = WORDINGS_ASKED[0]
) -> Iterator[tuple[str, Figures]]:
    """Yield the figures of each system that can run; without a model the product ranks by words and thesaurus.

    ``words`` tells by which wording the plain systems are asked.
    """
    answers = articles_of_key(exercise)
    for name, replies in run(exercise, meaning, progress, words=words).items():
        yield name, figures(answers, {question: reply.ranked for question, reply in replies.items()})


def run(
    exercise: Exercise, meaning: Meaning | None, progress: Progress | None = None, *, words: str = WORDINGS_ASKED[0]
) -> dict[str, dict[str, Reply]]:
    """Return what each system that can run replies to each requirement of the key, with the acts called as in it."""
    laws, catalogue = exercise.laws(LANGUAGE), load_catalogue()
    names = {law.name: act for act, law in laws.items()}
    units = [unit for law in laws.values() for unit in units_of(law)]
    (pool,) = make_pools(units, Concepts(catalogue.thesaurus.concepts), meaning, progress)
    questions = [question_of(catalogue.requirement(name)) for name in articles_of_key(exercise)]
    queries = [Query(one, {LANGUAGE: WORDINGS[words](one, LANGUAGE)}, None) for one in questions]
    phrases = [phrase for question in questions for phrase in question.phrases(LANGUAGE)]
    typed = [asked_phrase(query.typed(LANGUAGE)) for query in queries]
    voices = meaning.voices([*phrases, *typed], progress) if meaning else SILENT
    return {
        name: {query.question.id: _renamed(system(query, pool, voices), names) for query in queries}
        for name, system in SYSTEMS.items()
        if meaning or name not in NEEDS_MODEL
    }


def doubts(exercise: Exercise, meaning: Meaning | None) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Return the product's confidence and whether it was right, then its chance of nothing and whether nothing is.

    Right is a first candidate that the key names; nothing is where the key names no provision.
    """
    answers, replies = articles_of_key(exercise), run(exercise, meaning)["muvofiq"]
    rows = [
        (reply.confidence, bool(reply.ranked) and reply.ranked[0] in answers[name], reply.nothing, not answers[name])
        for name, reply in replies.items()
    ]
    confidence, right, nothing, empty = np.array(rows, dtype=np.float64).T
    return confidence, right, nothing, empty


def report(meaning: Meaning | None, progress: Progress | None = None) -> Iterator[str]:
    """Yield the section of the page of figures."""
    yield "## The workshop exercise\n"
    yield INTRODUCTION
    yield HEAD
    yield "|---" * (HEAD.count("|") - 1) + "|"
    exercise = Exercise.named("workshop")
    for words in WORDINGS_ASKED:
        for name, row in measure(exercise, meaning, progress, words=words):
            if name != "muvofiq":
                yield f"| {name}, asked by {words} | {row} |"
            elif words == WORDINGS_ASKED[0]:
                yield f"| {name} | {row} |"
    if meaning:
        row = dict(measure(exercise, None))["muvofiq"]
        yield f"| muvofiq without the model | {row} |"
    yield ""
    confidence, right, nothing, empty = doubts(exercise, meaning)
    scores = f"Brier score {brier(confidence, right):.3f}, constant base rate {base_rate(right):.3f}"
    yield f"The confidence of muvofiq: {scores};"
    yield f'"nothing here": AUROC {auroc(nothing, empty):.2f} ± {auroc_error(nothing, empty):.2f} over {len(empty)}'
    yield f"requirements, of which the key gives nothing to {int(empty.sum())}.\n"


def _depth(reference: Reference) -> int:
    """Return how many steps lead down to the article; a code's parts stand above it."""
    return next((at for at, step in enumerate(reference.steps, 1) if step.kind is Kind.ARTICLE), 1)


def _renamed(reply: Reply, names: Mapping[str, str]) -> Reply:
    """Return a reply with the acts called as the key calls them."""
    references = (Reference.parse(one) for one in reply.ranked)
    return replace(reply, ranked=[str(Reference(names[one.act], one.steps)) for one in references])
