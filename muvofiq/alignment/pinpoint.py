"""Inside an article, the smallest unit is sought that holds most of what speaks for the article."""

from collections.abc import Mapping

from muvofiq.alignment.signals import SHARES, Asking
from muvofiq.alignment.unit import Unit
from muvofiq.alignment.words import stems

MOST = 0.5  # of the evidence of a unit has to stand in one part of it, before the part is named instead
LENGTH = 0.3  # how far a long part is held back: by this power of its length; measured in docs/benchmarks.md


def evidence(asking: Asking) -> Mapping[str, float]:
    """Return the stems that speak for an answer, each with its weight.

    The rarer a stem in the laws, the more it tells. A stem of the wording or the search terms counts in full, one of
    a model article by the share of that article.
    """
    shares: dict[str, float] = {}
    for share, model in zip(SHARES, asking.models, strict=False):
        for stem in asking.stems(str(model)):
            shares[stem] = max(shares.get(stem, 0.0), share)
    shares |= dict.fromkeys((*asking.asked, *asking.terms), 1.0)
    shares |= dict.fromkeys(asking.pool.concepts.stems_of(asking.concepts, asking.pool.language), 1.0)
    return {stem: share * asking.pool.index.rarity(stem) for stem, share in shares.items()}


def pinpoint(unit: Unit, weights: Mapping[str, float]) -> str:
    """Return the id of the unit that answers: the article, or a part, point or definition inside it.

    From the article down, the part with the densest evidence is taken as long as it holds most of what the unit
    around it holds.
    """
    name, parts, held = unit.id, unit.parts, weight_of(unit.text, unit.language, weights)
    while parts and held:
        weighed = [(weight_of(part.text, unit.language, weights), part) for part in parts]
        weight, best = max(weighed, key=lambda one: one[0] / max(len(one[1].text), 1) ** LENGTH)
        if weight < MOST * held:
            break
        name, parts, held = best.id, best.parts, weight
    return name


def weight_of(text: str, language: str, weights: Mapping[str, float]) -> float:
    """Return the weight of the stems that stand in a text, each counted once."""
    return sum(weights.get(stem, 0.0) for stem in set(stems(text, language)))
