"""Measures everything and writes the page of figures, each with the place where it was measured."""

import os
import platform
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from benchmarks.alignment import AlignmentSet
from benchmarks.every_file import every_file
from benchmarks.gold import GOLD, scorer
from benchmarks.longer import growth
from benchmarks.runs import write_lines
from benchmarks.speed import matching, reading
from benchmarks.structure_report import stress, structure
from benchmarks.systems import SYSTEMS
from benchmarks.workshop import report as workshop
from muvofiq import __version__
from muvofiq.alignment.embedding import Progress
from muvofiq.alignment.match import Meaning
from muvofiq.cli.meaning import find_meaning

FIGURES = ("hit@1", "hit@5", "hit@10", "MRR", "recall@10", "MAP@10")
QUICK = ("requirements_kz", "twins/tajik_laws_rus-tgk", "twins/tajik_laws_tgk-rus")
PARTS = {
    "all": "",
    "hard": ", hard part (sim < 0.8)",
    "gold_all": ", all cited (grades 1 and 2)",
    "gold_loose": ", loose gold",
}
HEAD = """# Benchmarks

Written by `make bench`; do not edit by hand.
Measured {day} on {place}; Muvofiq {version}; model {model}. Public part of the gold sets.

- **muvofiq**: what `muvofiq match` does. **BM25**: bm25s with defaults, Snowball stems, no stop words.
  **embeddings**: cosine of the question and the first 700 characters of heading and text.
  **RRF**: the two fused, k = 60. BM25 finds nothing where query and law have different languages.
- ± is the standard error (bootstrap over the queries). A set whose queries are requirements of our catalogue is
  asked in the catalogue's search terms of the law's language (in English: title and statement), by all four alike.
- The weights of the signals were set after a look at requirements_kz, requirements_norms, transposition and the
  Tajik twins: the figures on these four are a little flattered. Nothing was tuned on single items.
"""


def write_report(out: Path, *, quick: bool, progress: Progress) -> None:
    """Measure the public sets and write the page. Interrupted, it goes on where it was: vectors are kept by content."""
    meaning = find_meaning()
    names = QUICK if quick else sets()
    lines = [_head(meaning), *_law(quick=quick), *_alignment(names, meaning, progress)]
    lines += [*workshop(meaning, progress), *_speed(meaning)]
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"written: {out}")


def sets() -> tuple[str, ...]:
    """Return the names of all alignment sets that have answers."""
    root = GOLD / "alignment"
    return tuple(sorted(path.parent.relative_to(root).as_posix() for path in root.rglob("gold.tsv")))


def place() -> str:
    """Say on what kind of machine the figures were measured."""
    return f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, Python {platform.python_version()}"


def _head(meaning: Meaning | None) -> str:
    day = datetime.now().astimezone().date().isoformat()
    model = meaning.embedder.model if meaning else "none"
    return HEAD.format(place=place(), day=day, version=__version__, model=model)


def _law(*, quick: bool) -> Iterator[str]:
    """Yield how well laws are read; the quick look leaves out what opens every file and makes long ones."""
    score = scorer()
    yield from structure(score)
    yield from stress(score)
    if not quick:
        yield from every_file()
        yield from growth()


def _alignment(names: tuple[str, ...], meaning: Meaning | None, progress: Progress) -> Iterator[str]:
    score = scorer()
    yield "## Alignment\n"
    for name in names:
        folder = GOLD / "alignment" / name
        ready = AlignmentSet(folder, meaning, progress)
        results = {system: _score(score, folder, ready, system) for system in SYSTEMS}
        yield from _table(name, results)


def _score(score: Any, folder: Path, ready: AlignmentSet, system: str) -> dict[str, Any]:  # noqa: ANN401 (a script)
    with tempfile.TemporaryDirectory() as scratch:
        run = Path(scratch) / "run.jsonl"
        write_lines(ready.run(SYSTEMS[system]), run)
        result: dict[str, Any] = score.alignment(folder, run)
    return result


def _table(name: str, results: dict[str, dict[str, Any]]) -> Iterator[str]:
    for part, words in PARTS.items():
        rows = {system: result[part] for system, result in results.items() if part in result}
        if not rows:
            continue
        count = next(iter(rows.values()))["queries"]
        yield f"### {name}{words}: {count} queries\n"
        yield f"| system | {' | '.join(FIGURES)} |"
        yield "|---" * (len(FIGURES) + 1) + "|"
        for system, row in rows.items():
            yield f"| {system} | " + " | ".join(_figure(row, one) for one in FIGURES) + " |"
        yield ""


def _figure(row: dict[str, Any], name: str) -> str:
    """Return a figure with its standard error; a dash where the system found no answer at all (no common language)."""
    return f"{row[name]:.3f} ± {row['standard_error'][name]:.3f}" if row["MRR"] else "–"


def _speed(meaning: Meaning | None) -> Iterator[str]:
    yield "## Reading a law\n"
    yield "Median of 5 runs after a warm-up. The expression finds article headings in plain text, and no more.\n"
    yield "| file | MB | pages | read to tree, s | MB/s | s for 100 pages | one regular expression, MB/s |"
    yield "|---|---|---|---|---|---|---|"
    for name, size, ours, plain in reading():
        speed, other = size / 1e6 / ours.median, size / 1e6 / plain.median
        pages = int(ours.note.split()[0]) if ours.note else 0
        each = f"{100 * ours.median / pages:.2f}" if pages else ""
        figures = f"{ours.median:.3f} | {speed:.1f} | {each} | {other:.0f}"
        yield f"| {name} | {size / 1e6:.2f} | {pages or ''} | {figures} |"
    yield "\n## Matching\n"
    yield "| what | size | median s | least | greatest |"
    yield "|---|---|---|---|---|"
    for timing in matching(meaning):
        least, greatest = min(timing.seconds), max(timing.seconds)
        yield f"| {timing.what} | {timing.note} | {timing.median:.3f} | {least:.3f} | {greatest:.3f} |"
