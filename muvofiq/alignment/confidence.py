"""How far the first candidate can be trusted, and how likely it is that none of the acts answers.

Both are logistic sums of a few measures of the ranking. Their weights lie in ``alignment/confidence.csv`` and were
learned from the gold sets (`make calibration`, docs/benchmarks.md): each measure counts by its distance from a usual
value, in units of its usual spread.
"""

import math
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from muvofiq.alignment.manner import Manner
from muvofiq.alignment.pinpoint import evidence
from muvofiq.alignment.ranking import Ranking
from muvofiq.tables import Row, table

LEAD = 5  # places below the first, down to which its lead is measured
BEGINNING = "beginning"  # the row of a sum that holds what it begins with
Measures = Mapping[str, float]


class About(StrEnum):
    """What a chance is about."""

    CONFIDENCE = "confidence"
    NOTHING = "nothing"


def confidence_of(ranking: Ranking) -> float:
    """Return the estimated chance, from 0 to 1, that the first candidate is right."""
    return chance(About.CONFIDENCE, ranking) if ranking.order else 0.0


def nothing_in(ranking: Ranking) -> float:
    """Return the estimated chance, from 0 to 1, that none of the units answers."""
    return chance(About.NOTHING, ranking) if ranking.order else 1.0


def chance(about: About, ranking: Ranking) -> float:
    """Return a chance by the measures of a ranking that has at least one candidate."""
    found = measures(ranking)
    rows = _rows(about, ranking.manner, "yes" if "nearness" in found else "no")
    total = sum(_term(row, found) for row in rows)
    return 1 / (1 + math.exp(-total))


def measures(ranking: Ranking) -> Measures:
    """Return the measures of a ranking that has at least one candidate.

    ``height``: the score of the first. ``lead``: its distance from the sixth. ``cover``: the share of the evidence,
    weighed by rarity, whose words stand in the first. ``kinds``: the share of the model articles whose kind of act is
    among the acts. ``nearness``: how near, on average over the model articles, or for the wording where there are
    none, the nearest unit comes in meaning (cosine); missing without a model.
    """
    order, total, asking = ranking.order, ranking.total, ranking.asking
    last = order[min(LEAD, len(order) - 1)]
    weights = evidence(asking)
    held = set(asking.pool.rows[order[0]])
    found = {
        "height": float(total[order[0]]),
        "lead": float(total[order[0]] - total[last]),
        "cover": sum(weight for stem, weight in weights.items() if stem in held) / (sum(weights.values()) or 1.0),
    }
    if asking.models:
        kinds = set(asking.pool.kinds)
        found["kinds"] = sum(model.act in kinds for model in asking.models) / len(asking.models)
    if asking.model_meanings:
        found["nearness"] = sum(float(row.max()) for row in asking.model_meanings) / len(asking.model_meanings)
    elif asking.nearness is not None:
        found["nearness"] = float(asking.nearness.max())
    return found


def _term(row: Row, found: Measures) -> float:
    weight = float(row["weight"])
    if row["measure"] == BEGINNING:
        return weight
    return weight * (found.get(row["measure"], float(row["usual"])) - float(row["usual"])) / float(row["spread"])


@cache
def _rows(about: About, manner: Manner, heard: str) -> tuple[Row, ...]:
    """Return the rows of one sum; there are two for each manner, with a model ("yes") and without ("no")."""
    return tuple(
        row
        for row in table("alignment/confidence.csv")
        if (row["about"], row["manner"], row["model"]) == (about, manner, heard)
    )
