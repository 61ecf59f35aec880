"""Asks the plain systems in other words, so that it can be seen where the product's gain comes from."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import numpy as np

from benchmarks.ablation import WHOLE, Variant, rows_of, run
from benchmarks.gold import Query
from benchmarks.measured import ReadySet
from benchmarks.paired import Gold
from benchmarks.systems import DEPTH, SYSTEMS, Reply, product
from muvofiq.alignment.meaning import Voices
from muvofiq.alignment.pool import Pool
from muvofiq.alignment.question import Question, model_phrase

SETS = ("requirements_kz", "requirements_norms")
PLAIN = ("BM25", "embeddings", "RRF")
INTRODUCTION = """The product asks a requirement with model articles, which say how a law of the region would word the
answer. Here the plain systems are asked with the same words: what they gain by them is the gain of the wording, what
the product has beyond is that of ranking. Asked by the model articles, the texts of all of them are joined; the
embedding reads the first 700 characters. **Difference** and **p** are those of MRR to the product.
"""


def by_terms(question: Question, language: str) -> str:
    """Return the search terms alone."""
    return question.looked_for(language)


def by_statement(question: Question, language: str) -> str:
    """Return title and statement."""
    return question.asked(language)


def by_both(question: Question, language: str) -> str:
    """Return title, statement and search terms."""
    return f"{question.asked(language)}\n{question.looked_for(language)}"


def by_models(question: Question, language: str) -> str:
    """Return all model articles joined; where there are none, title and statement."""
    return "\n".join(map(str, question.models_for(language))) or question.asked(language)


WORDINGS: Mapping[str, Callable[[Question, str], str]] = {
    "search terms": by_terms,
    "title and statement": by_statement,
    "title, statement and terms": by_both,
    "model articles": by_models,
}


def mean_of_models(query: Query, pool: Pool, voices: Voices) -> Reply:
    """Rank by the mean of the vectors of the model articles, and by nothing else."""
    phrases = (model_phrase(model) for model in query.question.models_for(pool.language))
    known = [voice for phrase in phrases if (voice := voices.get(phrase)) is not None]
    if pool.openings is None or not known:
        return Reply([])
    order = np.argsort(-(pool.openings @ np.mean(known, axis=0)), kind="stable")[:DEPTH].tolist()
    return Reply([pool.units[at].id for at in order])


def wordings(found: Mapping[str, tuple[ReadySet, Gold]]) -> Iterator[str]:
    """Yield a table for each set of requirements that was made ready."""
    yield "## Where the gain comes from\n"
    yield INTRODUCTION
    for name, (ready, gold) in found.items():
        yield f"### In what words the plain systems are asked: {name}\n"
        yield from rows_of(variants(ready, gold))


def variants(ready: ReadySet, gold: Gold) -> Iterator[Variant]:
    """Yield the product, and each plain system asked in each wording."""
    yield Variant(WHOLE, run(ready, product, gold))
    language = ready.units[0].language
    for words, text in WORDINGS.items():
        asked = [replace(query, plain={language: text(query.question, language)}) for query in ready.queries]
        again = ready.asking(asked)
        for system in PLAIN:
            yield Variant(f"{system}, asked by {words}", run(again, SYSTEMS[system], gold))
    yield Variant("embeddings, mean over the model articles", run(ready, mean_of_models, gold))
