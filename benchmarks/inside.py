"""Measures what the product points at inside an article: the part that answers, and a sentence for each element."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from benchmarks.logistic import Numbers, auroc, auroc_error
from benchmarks.measured import ROOT, ReadySet
from muvofiq.alignment import pinpoint as pointing
from muvofiq.alignment.pinpoint import evidence, pinpoint
from muvofiq.alignment.pool import Pool
from muvofiq.alignment.ranking import Ranking, rank
from muvofiq.alignment.sentences import best_sentences
from muvofiq.alignment.unit import Part, Unit
from muvofiq.standards.load import load_catalogue

SET = "requirements_kz"
PART = re.compile(r"^(\d+(?:-\d+)?)\.\s")
POINT = re.compile(r"^(\d+(?:-\d+)?)\)\s")
PROPOSED = 5
OTHER_POWERS = (0.0, 0.5, 1.0)  # beside the product's own, by which a long part is held back
Notes = Mapping[str, Mapping[str, Any]]
INTRODUCTION = """The annotation of requirements_kz names the part of an article that answers. Its articles were cut by
lines that begin with «1. » and «1) »; counted are provisions of grade 2 whose part was found so. The exponent by which
a long part is held back was chosen on this set. **Elements**: for each element of a requirement the annotation says
whether the law meets it. Tested is whether the share of its words in the best sentence is greater for elements that
are met or partly met than for missing ones (0.5 is chance; the standard error takes the elements one by one). The
page of a requirement shows the sentence and, to one who has judged, its share; no state of an element is derived.
"""


@dataclass(frozen=True, slots=True)
class Pointed:
    """A part that the annotation names, the part that the product names, and the first part of the article."""

    wanted: str
    named: str
    first: str


def inside(ready: ReadySet, folder: Path = ROOT / SET) -> Iterator[str]:
    """Yield the tables of parts and elements; ``ready`` is the set of requirements in national law."""
    notes = annotation(folder)
    yield "## Inside the article\n"
    yield INTRODUCTION
    yield from _parts_table(ready, notes)
    yield "\n| elements sought in | elements | met or partly met | AUROC |"
    yield "|---|---|---|---|"
    places = {"the articles that the annotation cites": True, f"the first {PROPOSED} proposed": False}
    for label, is_cited in places.items():
        shares, met = element_shares(ready, notes, is_cited=is_cited)
        value = f"{auroc(shares, met):.3f} ± {auroc_error(shares, met):.3f}"
        yield f"| {label} | {len(met)} | {int(met.sum())} | {value} |"
    yield ""


def _parts_table(ready: ReadySet, notes: Notes) -> Iterator[str]:
    named = list(parts_named(ready, notes))
    rows = {
        "muvofiq": [(one.wanted, one.named) for one in named],
        "first part": [(one.wanted, one.first) for one in named],
    }
    for power in OTHER_POWERS:
        with patch.object(pointing, "LENGTH", power):
            rows[f"muvofiq, exponent {power}"] = [(one.wanted, one.named) for one in parts_named(ready, notes)]
    yield f"| what is named, {len(named)} provisions | exact part or point | part, whatever the point |"
    yield "|---|---|---|"
    for label, pairs in rows.items():
        exact = [float(wanted == name) for wanted, name in pairs]
        same = [float(_top(wanted) == _top(name)) for wanted, name in pairs]
        yield f"| {label} | {_mean(exact)} | {_mean(same)} |"


def annotation(folder: Path) -> dict[str, Mapping[str, Any]]:
    """Read what was annotated, by requirement."""
    lines = (folder / "annotation.jsonl").read_text("utf-8").splitlines()
    return {row["requirement"]: row for row in map(json.loads, filter(str.strip, lines))}


def parts_named(ready: ReadySet, notes: Notes) -> Iterator[Pointed]:
    """Yield each part of grade 2 that the annotation names and the text shows, with what the product names instead."""
    for ranking in _rankings(ready):
        units = {unit.id: unit for unit in ranking.asking.pool.units}
        weights = evidence(ranking.asking)
        for provision in notes.get(ranking.asking.question.id, {}).get("provisions", ()):
            unit = units.get(_address(provision))
            if provision["grade"] != 2 or not provision["part"] or unit is None:
                continue
            cut = replace(unit, parts=parts_of(unit.text))
            if provision["part"] in _names(cut.parts):
                named = pinpoint(cut, weights)
                yield Pointed(provision["part"], named, cut.parts[0].id)


def parts_of(text: str) -> tuple[Part, ...]:
    r"""Return the numbered parts of an article, each with its points; without parts, its points.

    >>> [(part.id, [point.id for point in part.parts]) for part in parts_of("1. Who:\n1) a;\n2) b.\n2. When.")]
    [('1', ['1(1)', '1(2)']), ('2', [])]
    """
    parts = tuple(Part(number, words, _points(words, number)) for number, words in _stretches(text, PART))
    return parts or _points(text, "")


def element_shares(ready: ReadySet, notes: Notes, *, is_cited: bool) -> tuple[Numbers, Numbers]:
    """Return for each element its share in the best sentence, and whether it is met or partly met (1) or missing (0).

    The sentence is sought in the articles that the annotation cites, or in the first that the product proposes.
    """
    elements = {one.id: one.elements for one in load_catalogue().requirements}
    shares, met = [], []
    for ranking in _rankings(ready):
        note, pool = notes.get(ranking.asking.question.id), ranking.asking.pool
        if note is None:
            continue
        units = _cited(note, pool) if is_cited else [pool.units[at] for at in ranking.order[:PROPOSED]]
        asked = elements[ranking.asking.question.id]
        best = best_sentences(asked, units, [pool], least=0.0)
        for element, sentence in zip(asked, best, strict=True):
            value = note["elements"].get(element["en"])
            if value in {"met", "partly", "missing"}:
                shares.append(sentence.share if sentence else 0.0)
                met.append(float(value != "missing"))
    return np.array(shares), np.array(met)


def _rankings(ready: ReadySet) -> Iterator[Ranking]:
    for query in ready.queries:
        for pool in ready.pools(query):
            yield rank(query.question, pool, ready.voices(pool.language))


def _cited(note: Mapping[str, Any], pool: Pool) -> list[Unit]:
    cited = {_address(provision) for provision in note["provisions"]}
    return [unit for unit in pool.units if unit.id in cited]


def _address(provision: Mapping[str, Any]) -> str:
    return f"{provision['act']}:{provision['article']}"


def _stretches(text: str, sign: re.Pattern[str]) -> list[tuple[str, str]]:
    """Return what begins with a line that bears the sign, up to the next such line, each with its number."""
    found: list[tuple[str, str]] = []
    for line in text.split("\n"):
        if match := sign.match(line):
            found.append((match[1], line))
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]}\n{line}")
    return found


def _points(text: str, part: str) -> tuple[Part, ...]:
    return tuple(Part(f"{part}({number})" if part else number, words) for number, words in _stretches(text, POINT))


def _names(parts: Sequence[Part]) -> set[str]:
    return {part.id for part in parts} | {point.id for part in parts for point in part.parts}


def _top(name: str) -> str:
    return name.partition("(")[0]


def _mean(values: Sequence[float]) -> str:
    rows = np.array(values)
    return f"{rows.mean():.3f} ± {rows.std() / max(len(rows), 1) ** 0.5:.3f}" if len(rows) else "–"
