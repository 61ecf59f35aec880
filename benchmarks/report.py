"""Measures everything and writes the page of figures, each with the place where it was measured."""

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from benchmarks import ablation, learning, wording
from benchmarks.ablation import ablations
from benchmarks.alignment_report import alignment
from benchmarks.amendments_report import amendments
from benchmarks.calibration import observe_all, sample
from benchmarks.every_file import every_file
from benchmarks.gold import scorer
from benchmarks.inside import SET as INSIDE
from benchmarks.inside import inside
from benchmarks.learning import learned
from benchmarks.longer import growth
from benchmarks.measured import ROOT, Measured, ReadySet, measure, sets
from benchmarks.obligations import obligations_section
from benchmarks.paired import Gold
from benchmarks.round_trip import round_trip_section
from benchmarks.saving_report import kept_savings, saving
from benchmarks.scale import kept, scale
from benchmarks.speed_report import speed
from benchmarks.structure_report import stress, structure
from benchmarks.tajik_report import tajik
from benchmarks.targets import targets
from benchmarks.trust_report import trusted
from benchmarks.versions import versions_section
from benchmarks.word_diff import word_diff_section
from benchmarks.wording import wordings
from benchmarks.workshop import report as workshop
from muvofiq import __version__
from muvofiq.alignment.embedding import Progress
from muvofiq.alignment.meaning import Meaning
from muvofiq.cli.meaning import find_meaning

SAMPLE = 500  # queries of a set at most, where many variants are run over it
QUICK = ("requirements_kz", "twins/tajik_laws_rus-tgk", "twins/tajik_laws_tgk-rus")
HEAD = """# Benchmarks

Written by `make bench`; do not edit by hand.
Measured {day} on {place}; Muvofiq {version}; model {model}. Public part of the gold sets.

- **muvofiq**: what `muvofiq match` does. **BM25**: bm25s with defaults, Snowball stems, no stop words, over heading and
  text, in the workshop also over the headings of the chapters.
  **embeddings**: cosine of the question and the first 700 characters of heading and text.
  **RRF**: the two fused, k = 60. BM25 finds nothing where query and law have different languages.
- ± is the standard error (bootstrap over the queries). What is a requirement of our catalogue, the plain systems are
  asked in the catalogue's search terms of the law's language (in English: title and statement); the product is asked
  with all that the library says of the requirement, model articles above all.
- The **model articles** say how a law of the region would word a requirement. They were written from general
  knowledge, by people who had not seen the answers. Most of the gain on requirements_kz comes from them:
  *Where the gain comes from* asks the plain systems with the same words.
- The **weights** of the signals were set with the answers of requirements_kz, requirements_norms, correlation,
  transposition, obliqa and the twins in view: the figures on these sets are flattered. How far, shows *Weights
  learned without the acts on which they are judged*. Nothing was tuned on single items, and the key of the workshop
  set no weight.
"""


def write_report(out: Path, *, quick: bool, progress: Progress) -> None:
    """Measure the public sets and write the page. Interrupted, it goes on where it was: vectors are kept by content."""
    meaning = find_meaning()
    lines = [*page(QUICK if quick else sets(), meaning, progress, quick=quick)]
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"written: {out}")


def page(names: Sequence[str], meaning: Meaning | None, progress: Progress, *, quick: bool) -> Iterator[str]:
    """Yield the lines of the page; the quick look leaves out what asks long or opens every file."""
    ready = {name: ReadySet(ROOT / name, meaning, progress) for name in names}
    found = {name: measure(name, one, ROOT) for name, one in ready.items()}
    yield HEAD.format(place=place(), day=day(), version=__version__, model=meaning.model if meaning else "none")
    yield from targets(found)
    yield from trusted(found, observe_all(names, meaning, progress, ROOT))
    yield from wordings(_answered(ready, found, wording.SETS))
    if not quick:
        yield from ablations(_answered(ready, found, ablation.SETS))
        yield from learned(_answered(ready, found, learning.SETS))
    if INSIDE in ready:
        yield from inside(ready[INSIDE])
    yield from workshop(meaning, progress)
    yield from alignment(found)
    yield from _law(quick=quick)
    yield from tajik()
    yield from amendments(scorer())
    yield from versions_section(meaning)
    yield from obligations_section()
    if not quick:
        yield from word_diff_section()
        yield from round_trip_section()
    yield from speed(meaning, quick=quick)
    yield from scale(kept())
    yield from saving(kept_savings())


def place() -> str:
    """Say on what kind of machine the figures were measured."""
    return f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, Python {platform.python_version()}"


def day() -> str:
    """Return the day of today."""
    return datetime.now().astimezone().date().isoformat()


def _answered(
    ready: Mapping[str, ReadySet], found: Mapping[str, Measured], names: Sequence[str]
) -> dict[str, tuple[ReadySet, Gold]]:
    """Return those of the named sets that were made ready, with a sample of their queries and the answers to them."""
    chosen: dict[str, tuple[ReadySet, Gold]] = {}
    for name in names:
        if name in ready:
            few = ready[name].asking(sample(ready[name].queries, SAMPLE))
            asked = {query.question.id for query in few.queries}
            gold = found[name].parts[ablation.PARTS.get(name, "all")]
            chosen[name] = few, {query: units for query, units in gold.items() if query in asked}
    return chosen


def _law(*, quick: bool) -> Iterator[str]:
    """Yield how well laws are read."""
    score = scorer()
    yield from structure(score)
    yield from stress(score)
    if not quick:
        yield from every_file()
        yield from growth()
