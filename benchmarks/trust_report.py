"""The section of the page of figures that tells how far the product's own doubts can be trusted."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np

from benchmarks.calibration import PENALTY, SAMPLE, Grouping, Observation, by_act, by_query, cross_validated
from benchmarks.logistic import FOLDS, Numbers, auroc, auroc_error, base_rate, brier
from benchmarks.measured import Measured, nothing, trust
from muvofiq.alignment.confidence import About
from muvofiq.alignment.manner import Manner

LEAST = 0.75  # the AUROC of "nothing here" that was asked for
MODES = ((True, "with the model"), (False, "without the model"))
GROUPINGS: tuple[tuple[Grouping, str], ...] = ((by_query, "queries"), (by_act, "acts"))
STEPS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
INTRODUCTION = f"""**Confidence** is the product's estimate that its first candidate is right; of requirements_kz also
those queries count to which nothing answers. It is judged by the Brier score (mean squared error, 0 is best) beside
that of one who always says the mean of the whole pool. **Shipped**: the sums of `library/alignment/confidence.csv`,
which have seen at most {SAMPLE} queries of each set. **Cross-validated**: learned anew without the fold that is judged
({FOLDS} folds over queries or over acts, penalty {PENALTY:g}), on the same queries.
"""


def trusted(found: Mapping[str, Measured], observations: Sequence[Observation]) -> Iterator[str]:
    """Yield the tables of confidence and of "nothing here"."""
    yield "## How far its doubts can be trusted\n"
    yield INTRODUCTION
    chances, right = (np.concatenate(each) for each in zip(*map(trust, found.values()), strict=True))
    yield "| chances | queries | right | Brier | constant base rate | AUROC |"
    yield "|---|---|---|---|---|---|"
    yield _row(f"shipped, all {len(found)} sets pooled", chances, right)
    for has_model, words in _modes(observations):
        for grouping, over in GROUPINGS:
            label = f"cross-validated over {over}, pooled, {words}"
            yield _row(label, *_pooled(observations, grouping, has_model=has_model))
    for manner, rows in _by_manner(observations, has_model=True).items():
        yield _row(f"asked as *{manner}*, over queries", *cross_validated(About.CONFIDENCE, rows, by_query))
    yield ""
    yield from _steps(chances, right)
    yield from _nothing(found, observations)


def _nothing(found: Mapping[str, Measured], observations: Sequence[Observation]) -> Iterator[str]:
    yield "### Nothing in these acts\n"
    yield f"Asked for is an AUROC of at least {LEAST} on requirements_kz, where nothing answers if none has grade 2.\n"
    yield "| chances | queries | nothing answers | Brier | constant base rate | AUROC |"
    yield "|---|---|---|---|---|---|"
    for name, measured in found.items():
        said, truth = nothing(measured)
        if len(truth):
            yield _row(f"shipped, {name}", said, truth)
    for has_model, words in _modes(observations):
        for manner, rows in _by_manner(observations, has_model=has_model).items():
            if any(one.is_nothing is not None for one in rows):
                for grouping, over in GROUPINGS:
                    label = f"cross-validated over {over}, {words}, asked as *{manner}*"
                    yield _row(label, *cross_validated(About.NOTHING, rows, grouping))
    yield ""


def _modes(observations: Sequence[Observation]) -> list[tuple[bool, str]]:
    """Return with the model and without, as far as anything was observed so."""
    observed = {one.has_model for one in observations}
    return [mode for mode in MODES if mode[0] in observed]


def _steps(chances: Numbers, right: Numbers) -> Iterator[str]:
    """Yield how often the first candidate was right, by what was said."""
    yield "| the shipped confidence says | queries | mean of what is said | right |"
    yield "|---|---|---|---|"
    for low, high in pairwise(STEPS):
        own = (chances >= low) & ((chances < high) | (high == STEPS[-1]))
        if own.any():
            yield f"| {low:.1f} to {high:.1f} | {own.sum()} | {chances[own].mean():.2f} | {right[own].mean():.2f} |"
    yield ""


def _pooled(observations: Sequence[Observation], grouping: Grouping, *, has_model: bool) -> tuple[Numbers, Numbers]:
    groups = _by_manner(observations, has_model=has_model).values()
    pairs = [cross_validated(About.CONFIDENCE, rows, grouping) for rows in groups]
    return np.concatenate([said for said, _ in pairs]), np.concatenate([truth for _, truth in pairs])


def _by_manner(observations: Sequence[Observation], *, has_model: bool) -> dict[Manner, list[Observation]]:
    own = [one for one in observations if one.has_model is has_model]
    return {manner: rows for manner in Manner if (rows := [one for one in own if one.manner is manner])}


def _row(label: str, said: Numbers, truth: Numbers) -> str:
    cells = f"{len(truth)} | {truth.mean():.3f} | {brier(said, truth):.4f} | {base_rate(truth):.4f}"
    return f"| {label} | {cells} | {auroc(said, truth):.3f} ± {auroc_error(said, truth, 200):.3f} |"
