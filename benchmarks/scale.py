"""Grows a library of laws from a thousand to a million articles and measures, each in a process of its own, the cost.

The articles are drawn, with repetition, from real ones with their real vectors. Copies share one text in memory, so
what the texts of as many different articles would take is computed, not measured. Not measured either is the reading
of new articles by the model: it grows as their number does. Seconds are those of the processor.
"""

import csv
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

import numpy as np

from benchmarks.gold import GOLD, units
from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.confidence import confidence_of, nothing_in
from muvofiq.alignment.embedding import Vectors
from muvofiq.alignment.match import voices_of
from muvofiq.alignment.meaning import Meaning, Voices
from muvofiq.alignment.pool import Pool
from muvofiq.alignment.question import Question, question_of
from muvofiq.alignment.ranking import SILENT, rank
from muvofiq.alignment.reasons import candidates
from muvofiq.alignment.unit import Unit
from muvofiq.standards.load import load_catalogue

SIZES = (1_000, 10_000, 100_000, 1_000_000)
FIGURES = Path(__file__).with_name("scale.csv")
SET = GOLD / "alignment" / "requirements_kz"
ASKED = 10  # requirements
TOP = 5
HEAD = "| articles | words indexed, s | a requirement, median of 10, s | process at most, MB | texts, MB (computed) |"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one size costs: seconds of indexing and of one requirement, MB at the peak, MB of texts (computed)."""

    articles: int
    index_seconds: float
    requirement_seconds: float
    memory_mb: float
    text_mb: float
    place: str = ""


def grow(sizes: Sequence[int], place: str, out: Path = FIGURES) -> list[Cost]:
    """Measure each size in a process of its own and keep the figures in a table; sizes not asked for stay as they are.

    ``place`` says on what kind of machine and on what day.
    """
    known = {cost.articles: cost for cost in kept(out)}
    for size in sizes:
        command = [sys.executable, "-m", "benchmarks", "scale-one", str(size)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1])
        known[size] = replace(Cost(**json.loads(done.stdout.splitlines()[-1])), place=place)
        _write(sorted(known.values(), key=lambda cost: cost.articles), out)
    return sorted(known.values(), key=lambda cost: cost.articles)


def cost(size: int, real: Sequence[Unit], meaning: Meaning | None) -> Cost:
    """Return what a library of this size costs; runs alone in its process."""
    catalogue = load_catalogue()
    concepts = Concepts(catalogue.thesaurus.concepts)
    vectors = meaning.vectors("passage", [unit.opening for unit in real]) if meaning else None
    questions = [question_of(one) for one in catalogue.requirements[:ASKED]]
    voices = voices_of(questions, [Pool(real[:1], concepts)], meaning) if meaning else SILENT
    ask(Pool(real[:TOP], concepts, None if vectors is None else vectors[:TOP]), questions[:1], voices)
    drawn, rows = resampled(size, real, vectors)
    pool = Pool(drawn, concepts, rows)
    start = time.process_time()
    len(pool.index.rows)
    indexed = time.process_time() - start
    seconds = sorted(ask(pool, questions, voices))
    text = sum(len(unit.whole.encode()) for unit in real) / len(real) * size / 1e6
    return Cost(size, round(indexed, 3), round(seconds[len(seconds) // 2], 4), round(_peak()), round(text))


def resampled(size: int, real: Sequence[Unit], vectors: Vectors | None) -> tuple[list[Unit], Vectors | None]:
    """Return so many articles, drawn from real ones with their vectors, each with an address of its own."""
    chosen = np.random.default_rng(0).integers(0, len(real), size)
    drawn = [replace(real[at], id=f"{real[at].id}#{copy}") for copy, at in enumerate(chosen)]
    return drawn, None if vectors is None else vectors[chosen]


def ask(pool: Pool, questions: Sequence[Question], voices: Voices) -> list[float]:
    """Ask each question as the product does, down to reasons and confidence, and return the seconds of each."""
    seconds = []
    for question in questions:
        start = time.process_time()
        ranking = rank(question, pool, voices)
        candidates(ranking, TOP), confidence_of(ranking), nothing_in(ranking)
        seconds.append(time.process_time() - start)
    return seconds


def scale(found: Sequence[Cost]) -> Iterator[str]:
    """Yield the table of sizes."""
    if not found:
        return
    yield "### From a thousand to a million articles\n"
    yield (__doc__ or "").split("\n\n", 1)[1].strip()
    yield f"Written by `python -m benchmarks scale`, not by `make bench`; {_places(found)}.\n"
    yield HEAD
    yield "|---" * (HEAD.count("|") - 1) + "|"
    for one in found:
        figures = f"{one.index_seconds:.2f} | {one.requirement_seconds:.3f} | {one.memory_mb:,.0f} | {one.text_mb:,.0f}"
        yield f"| {one.articles:,} | {figures} |"
    yield ""


def kept(path: Path = FIGURES) -> list[Cost]:
    """Read the figures that were measured before."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Cost(
                articles=int(row["articles"]),
                index_seconds=float(row["index_seconds"]),
                requirement_seconds=float(row["requirement_seconds"]),
                memory_mb=float(row["memory_mb"]),
                text_mb=float(row["text_mb"]),
                place=row["place"],
            )
            for row in csv.DictReader(file)
        ]


def real_units() -> list[Unit]:
    """Return the real articles from which the others are drawn."""
    return units(SET)


def _peak() -> float:
    """Return the greatest memory of this process so far, in MB."""
    unit = 1e6 if sys.platform == "darwin" else 1e3  # bytes there, kilobytes here
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def _places(found: Sequence[Cost]) -> str:
    return "; ".join(dict.fromkeys(one.place for one in found))


def _write(found: Sequence[Cost], out: Path) -> None:
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [field.name for field in fields(Cost)], lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(one) for one in found)
