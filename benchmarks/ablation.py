"""Shows what each signal is worth: the product without it, or with one that does not count so far."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from benchmarks.alignment import AlignmentSet
from benchmarks.gold import Query
from benchmarks.paired import FIGURES, Comparison, Gold, Numbers, compare, per_query, standard_errors
from benchmarks.systems import DEPTH, Reply, System, product, without
from muvofiq.alignment.manner import Manner, manner_of, weights
from muvofiq.alignment.meaning import Voices
from muvofiq.alignment.pool import Pool
from muvofiq.alignment.ranking import rank
from muvofiq.alignment.signals import SIGNALS, Asking
from muvofiq.tables import table

SETS = (
    "requirements_kz",
    "requirements_norms",
    "transposition",
    "obliqa",
    "twins/tajik_laws_tgk-rus",
    "twins/tajik_laws_rus-tgk",
    "correlation/en-fr_art",
    "twins/treaties_nl-en",
)
PARTS = {"correlation/en-fr_art": "hard"}  # elsewhere all queries
BY_MODEL = ("meaning", "term meaning", "likeness", "windows", "model meaning")  # what the model has a say in
TRIED = 0.3  # the weight with which a signal is tried that has none
SHOWN = ("hit@1", "hit@10", "MRR", "recall@10")
JUDGED = FIGURES.index("MRR")  # by which a variant is compared: it feels every place
WHOLE = "muvofiq"
INTRODUCTION = f"""Each signal of a set's manner of asking is silenced in turn; a signal that weighs nothing is given
{TRIED} in turn. **Difference** and **p** are those of MRR to the whole product (permutation test, two-sided). One test
in twenty falls below 0.05 by chance alone.
"""


@dataclass(frozen=True)
class Variant:
    """A way of ranking with its figures, query by query."""

    label: str
    rows: Numbers

    @cached_property
    def cells(self) -> str:
        """The figures with their standard errors, as cells of a table."""
        means, errors = self.rows.mean(axis=0), standard_errors(self.rows)
        return " | ".join(f"{means[at]:.3f} ± {errors[at]:.3f}" for at in map(FIGURES.index, SHOWN))

    def against(self, other: "Variant") -> Comparison:
        """Compare with another variant over the same queries, by MRR."""
        return compare(self.rows[:, JUDGED], other.rows[:, JUDGED])


def ablations(found: Mapping[str, tuple[AlignmentSet, Gold]]) -> Iterator[str]:
    """Yield a table for each set that was made ready, with the answers to those queries that count."""
    yield "## What each signal is worth\n"
    yield INTRODUCTION
    for name, (ready, gold) in found.items():
        yield from _table(name, ready, gold)


def variants(ready: AlignmentSet) -> Iterator[tuple[str, System]]:
    """Yield the ways of ranking that are compared for a set, the whole product first."""
    manner = manner_in(ready)
    yield WHOLE, product
    for signal in weights(manner):
        yield f"without {signal}", without(signal)
    yield "without the model", without(*BY_MODEL)
    for signal in unweighed(manner):
        label = f"with {signal} ({TRIED})"
        yield (f"{label}: has nothing to say" if is_silent(ready, signal) else label), weighed(manner, signal)


def manner_in(ready: AlignmentSet) -> Manner:
    """Return the manner in which the queries of a set are asked, which is the same for all of them."""
    query = ready.queries[0]
    pool = ready.pools(query)[0]
    return manner_of(query.question, pool.language, is_standard=pool.is_standard)


def unweighed(manner: Manner) -> list[str]:
    """Return the signals that the table names for a manner without giving them a weight."""
    rows = (row for row in table("alignment/weights.csv") if row["manner"] == manner)
    return [row["signal"] for row in rows if not float(row["weight"])]


def weighed(manner: Manner, signal: str, weight: float = TRIED) -> System:
    """Return the product with one more signal."""
    tried = {**weights(manner), signal: weight}

    def with_one_more(query: Query, pool: Pool, voices: Voices) -> Reply:
        return Reply(rank(query.question, pool, voices, weighed=tried).best(DEPTH))

    return with_one_more


def is_silent(ready: AlignmentSet, signal: str) -> bool:
    """Whether a signal has nothing to go by in any query of a set."""
    asked = ((query, pool) for query in ready.queries for pool in ready.pools(query))
    return all(
        SIGNALS[signal](Asking(query.question, pool, ready.voices(pool.language))) is None for query, pool in asked
    )


def run(ready: AlignmentSet, system: System, gold: Gold) -> Numbers:
    """Return the figures of a system for each query that has an answer, and is asked in this set."""
    rankings = {line["query"]: line["ranked"] for line in ready.run(system)}
    return per_query({query: units for query, units in gold.items() if query in rankings}, rankings)


def rows_of(variants: Iterable[Variant]) -> Iterator[str]:
    """Yield the table of variants, each compared with the first."""
    yield f"| variant | {' | '.join(SHOWN)} | difference | p |"
    yield "|---" * (len(SHOWN) + 3) + "|"
    first: Variant | None = None
    for variant in variants:
        compared = " | " if first is None else str(variant.against(first))
        first = first or variant
        yield f"| {variant.label} | {variant.cells} | {compared} |"
    yield ""


def _table(name: str, ready: AlignmentSet, gold: Gold) -> Iterator[str]:
    made = [Variant(label, run(ready, system, gold)) for label, system in variants(ready)]
    part = ", hard part" if name in PARTS else ""
    yield f"### {name}{part}, {len(made[0].rows)} queries asked in the manner *{manner_in(ready)}*\n"
    yield from rows_of(made)
