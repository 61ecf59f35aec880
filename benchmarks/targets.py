"""The targets that were set for finding provisions, and whether the product meets them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from benchmarks.measured import OURS, Measured

HEAD = "| set | figure | target | best known | muvofiq | target is | best plain system here | difference | p |"
INTRODUCTION = """A target counts as **met** when value plus one standard error reaches it. *Best known*
is the plain system from which the target was set; *here* is the best of BM25, embeddings and RRF in this run, with the
difference of the product to it and a permutation test over the queries (10,000 draws, two-sided). The product ranks
with the shipped weights; what weights learned without the acts in question reach, stands further below.
"""
PARTS = {"all": "", "hard": ", hard part", "gold_all": ", all cited", "gold_loose": ", loose gold"}
CHANCE = 0.05  # below which a difference counts as more than chance


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked of one figure of one set; ``least`` is None where no plain system may be better."""

    set: str
    figure: str
    least: float | None = None
    known: float | None = None
    part: str = "all"


TARGETS = (
    Target("requirements_kz", "hit@1", 0.45, 0.226),
    Target("requirements_kz", "hit@10", 0.80, 0.472),
    Target("requirements_kz", "recall@10", 0.40, 0.181, "gold_all"),
    Target("requirements_norms", "hit@1", 0.65, 0.500),
    Target("requirements_norms", "hit@10", 0.88, 0.757),
    Target("correlation/en-en_art", "hit@1", 0.96, 0.944, "hard"),
    Target("correlation/en-fr_art", "hit@1", 0.85, 0.738, "hard"),
    Target("correlation/fr-en_art", "hit@1", 0.85, 0.762, "hard"),
    Target("transposition", "hit@1", 0.55, 0.444),
    Target("transposition", "recall@10", 0.72, 0.657),
    Target("obliqa", "recall@10", 0.79, 0.767),
    Target("obliqa", "MAP@10", 0.64, 0.618),
    Target("questions_kz", "hit@10", 0.40, 0.204),
    Target("twins/tajik_laws_tgk-rus", "hit@1", 0.85, 0.607),
    Target("twins/tajik_laws_rus-tgk", "hit@1", 0.85, 0.696),
    Target("twins/treaties_en-nl", "hit@1", 0.97, 0.928),
)


def targets(found: Mapping[str, Measured]) -> Iterator[str]:
    """Yield the table of targets for the sets that were measured, and what the floor asks of all of them."""
    rows = [(target, found[target.set]) for target in (*TARGETS, *_others(found)) if target.set in found]
    yield "## Targets\n"
    yield INTRODUCTION
    yield HEAD
    yield "|---" * (HEAD.count("|") - 1) + "|"
    yield from (_row(target, measured) for target, measured in rows)
    yield ""
    yield from every_set(found)


def is_met(value: float, error: float, least: float) -> bool:
    """Whether a value counts as reaching what is asked: with one standard error added."""
    return value + error >= least


def every_set(found: Mapping[str, Measured]) -> Iterator[str]:
    """Yield how the product stands beside the best plain system of every set, and where it stands below."""
    yield "### Beside the best plain system, every set\n"
    yield "| set | queries | figure | muvofiq | best plain system | difference | p |"
    yield "|---|---|---|---|---|---|---|"
    below = []
    for name, measured in found.items():
        for figure in ("hit@1", "hit@10"):
            value, error = measured.value(OURS, figure)
            baseline = measured.best_baseline(figure)
            compared = measured.against_best(figure)
            count = len(measured.parts["all"])
            theirs = f"{baseline} {measured.value(baseline, figure)[0]:.3f}"
            yield f"| {name} | {count} | {figure} | {value:.3f} ± {error:.3f} | {theirs} | {compared} |"
            if compared.difference < 0:
                is_more = "more than chance" if compared.p < CHANCE else "not more than chance"
                below.append(f"{name} {figure} ({compared.difference:+.3f}, {is_more})")
    yield ""
    yield f"Below the best plain system: {'; '.join(below) or 'nowhere'}.\n"


def _others(found: Mapping[str, Measured]) -> Iterator[Target]:
    """Yield the twins without a target of their own: there no plain system may be better."""
    own = {target.set for target in TARGETS}
    yield from (Target(name, "hit@1") for name in found if name.startswith("twins/") and name not in own)


def _row(target: Target, measured: Measured) -> str:
    value, error = measured.value(OURS, target.figure, target.part)
    baseline = measured.best_baseline(target.figure, target.part)
    theirs = measured.value(baseline, target.figure, target.part)[0]
    least = theirs if target.least is None else target.least
    cells = (
        f"{target.set}{PARTS[target.part]}",
        target.figure,
        f"{least:.2f}" if target.least is not None else "no plain system better",
        f"{target.known:.3f}" if target.known is not None else "",
        f"{value:.3f} ± {error:.3f}",
        "met" if is_met(value, error, least) else "**missed**",
        f"{baseline} {theirs:.3f}",
        str(measured.against_best(target.figure, target.part)),
    )
    return f"| {' | '.join(cells)} |"
