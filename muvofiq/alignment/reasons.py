"""Why a unit stands where it stands: the words, concepts, model article and signals behind its place."""

from collections.abc import Collection

import numpy as np

from muvofiq.alignment.candidate import Candidate, Reason
from muvofiq.alignment.pinpoint import evidence, pinpoint
from muvofiq.alignment.ranking import Ranking
from muvofiq.alignment.signals import Asking, standardise
from muvofiq.alignment.words import stemmer, words
from muvofiq.standards.model_article import ModelArticle

SHOWN_WORDS = 8
BY_MEANING = ("model meaning", "meaning")  # of these the first that speaks gives the place by the embedding alone


def candidates(ranking: Ranking, top: int) -> list[Candidate]:
    """Return the best units with their reasons, each pointing at the smallest unit that answers."""
    weights = evidence(ranking.asking)
    units = ranking.asking.pool.units
    return [
        Candidate(
            unit=pinpoint(units[at], weights),
            rank=rank,
            score=round(float(ranking.total[at]), 4),
            reason=reason_of(ranking, at, weights.keys()),
            article=units[at].id,
        )
        for rank, at in enumerate(ranking.order[:top], 1)
    ]


def reason_of(ranking: Ranking, at: int, asked: Collection[str]) -> Reason:
    """Return why the unit at this place of the pool is proposed; ``asked`` are the stems that speak for an answer."""
    asking = ranking.asking
    places = (ranking.place_by(signal, at) for signal in BY_MEANING)
    model = nearest_model(asking, at)
    parts = {name: ranking.weights[name] * float(scores[at]) for name, scores in ranking.scores.items()}
    return Reason(
        words=_shared_words(asking, at, asked),
        concepts=_shared_concepts(asking, at),
        meaning_rank=next((place for place in places if place), None),
        model=model.heading if model else "",
        act=model.act if model and model.act == asking.pool.kinds[at] else "",
        form=model.form if model and model.form in asking.pool.forms_at(at) else "",
        signals={name: round(value, 3) for name, value in parts.items()},
    )


def nearest_model(asking: Asking, at: int) -> ModelArticle | None:
    """Return the model article that the unit resembles most, by words and meaning together."""
    heard = [rows for rows in (asking.model_words, asking.model_meanings) if len(rows) == len(asking.models)]
    if not asking.models or not heard:
        return None
    likeness = np.sum([[standardise(row)[at] for row in rows] for rows in heard], axis=0)
    return asking.models[int(np.argmax(likeness))]


def _shared_words(asking: Asking, at: int, asked: Collection[str]) -> tuple[str, ...]:
    """Return the printed words of the unit that the question asks for, the most telling first."""
    pool = asking.pool
    reduce = stemmer(pool.language)
    printed: dict[str, str] = {}
    for word in words(pool.units[at].whole):
        if (stem := reduce(word)) in asked:
            printed.setdefault(stem, word)
    telling = sorted(printed, key=lambda stem: (-pool.index.rarity(stem), stem))
    return tuple(printed[stem] for stem in telling[:SHOWN_WORDS])


def _shared_concepts(asking: Asking, at: int) -> tuple[str, ...]:
    pool = asking.pool
    shared = pool.concepts_at(at) & asking.concepts
    return tuple(sorted(pool.concepts.label(concept, pool.language) for concept in shared))
