"""Measures how well the articles of two language versions find each other when their numbers are hidden or wrong."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.gold import GOLD, answers
from benchmarks.paired import Numbers, standard_errors
from benchmarks.targets import is_met
from muvofiq.alignment.meaning import Meaning
from muvofiq.alignment.version_likeness import likeness
from muvofiq.alignment.versions import align_versions, in_order
from muvofiq.alignment.windows import OPENING
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.opening import open_laws
from muvofiq.law.tree import Law, Provision

FILES, LANGUAGES = GOLD / "tajik" / "documents", ("tg", "ru")
CUT = ("tajik_laws_tgk-rus", "kz_kk-ru", "kz_ru-kk")
LEAST = 0.99
AIMED = {"Tajik laws, files": LEAST, "kz_kk-ru": LEAST, "kz_ru-kk": LEAST}
PER_LETTER, PAIRED, ALONE = 6.8, 0.98, 0.01  # Gale and Church 1993: variance of the length, how usual each case is
EVERY = 5  # of so many articles one is taken away in turn, where numbers are made wrong
INTRODUCTION = """The articles of two language versions of a law are put side by side with **their numbers hidden**: the
share of articles with a counterpart that get it. *Files* are whole laws as the product reads them; an article is right
if the other has its printed number (the texts that stand beside each other in the source have the same numbers). The
other sets are cut into articles, and their answers tell. **muvofiq** aligns as the page of two versions does,
**no model** does so by shared words, lengths and order alone. What one could take instead: **without order** the
likest article for each by the same likeness, **embeddings** the nearest by cosine, **position** the article at the
same place, **lengths** Gale and Church's alignment by the number of letters. *Wrong*: pairs of the product that
are none, articles without a counterpart among them. What each sign weighs was set with these sets and our own laws in
view.
"""
SHIFTED = """Numbers seen, but **wrong**: one article is taken away from the first version, and all behind it move up by
one. Each time another fifth article is taken; the share of the remaining ones that are right. **By number** is what a
plain join of the numbers would give. *Kept apart*: numbers seen and right, one article taken from the first version and
the next one from the other; how often the two that are left alone at one place are not put side by side.
"""

Found = Mapping[str, str | None]
System = Callable[[Law, Law, Meaning | None], Found]


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions of a law, and which article of the other is right for each that has one, by eId."""

    one: Law
    other: Law
    right: Mapping[str, str]


def versions_section(meaning: Meaning | None) -> Iterator[str]:
    """Yield the tables of language versions; nothing where no set is at hand."""
    sets = {name: found for name, found in ready_sets().items() if found}
    if not sets:
        return
    yield "## Language versions\n"
    yield INTRODUCTION
    yield f"| set | articles | {' | '.join(SYSTEMS)} | wrong | target |"
    yield "|---" * (len(SYSTEMS) + 4) + "|"
    for name, pairs in sets.items():
        yield _row(name, pairs, meaning)
    yield f"\n{SHIFTED}"
    yield f"| set | articles | {' | '.join(SEEING)} | kept apart | kept apart, no model |"
    yield "|---" * (len(SEEING) + 4) + "|"
    for name, pairs in sets.items():
        values = [[right for pair in pairs for right in shifted(pair, meaning, run)] for run in SEEING.values()]
        values += [[apart for pair in pairs for apart in kept_apart(pair, read)] for read in (meaning, None)]
        yield f"| {name} | {len(values[0])} | {' | '.join(map(_mean, values))} |"
    yield ""


def ready_sets() -> dict[str, list[Versions]]:
    """Return the whole laws in two languages, and the sets that are cut into articles, as far as they are at hand."""
    files = sorted(FILES.glob(f"*.{LANGUAGES[0]}.txt"))
    found = {"Tajik laws, files": [_from_files(path, path.with_suffix("").with_suffix("")) for path in files]}
    for name in CUT:
        folder = GOLD / "alignment" / "twins" / name
        found[name] = from_set(folder) if folder.exists() else []
    return found


def from_set(folder: Path) -> list[Versions]:
    """Return the laws of a set of twins as two versions each, their articles numbered by their place alone."""
    units, queries = (_lines(folder / f"{name}.jsonl") for name in ("units", "queries"))
    right = {query: next(iter(found)) for query, found in answers(folder).items()}
    pairs = []
    for name in dict.fromkeys(row["doc"] for row in queries):
        mine = [row for row in queries if row["doc"] == name]
        theirs = [row for row in units if [row["doc"]] == mine[0]["pool"]]
        place = {row["id"]: f"art_{at}" for at, row in enumerate(theirs, 1)}
        known = {f"art_{at}": place[right[row["id"]]] for at, row in enumerate(mine, 1) if row["id"] in right}
        pairs.append(Versions(_law(mine), _law(theirs), known))
    return pairs


def product(one: Law, other: Law, meaning: Meaning | None) -> Found:
    """Align as the page of two versions does, the numbers hidden."""
    return _articles_of(one, align_versions(one, other, meaning, by_numbers=False))


def without_model(one: Law, other: Law, _: Meaning | None) -> Found:
    """Align so without the model."""
    return product(one, other, None)


def without_order(one: Law, other: Law, meaning: Meaning | None) -> Found:
    """Take for each article the likest one, wherever it stands."""
    texts = _texts(one), _texts(other)
    rows = [meaning.vectors("passage", [text[:OPENING] for text in side]) for side in texts] if meaning else [None]
    known = None if rows[0] is None or rows[1] is None else (rows[0], rows[1])
    return _by_row(one, other, likeness(*texts, known))


def embeddings(one: Law, other: Law, meaning: Meaning | None) -> Found:
    """Take for each article the nearest one by the cosine of what the model makes of their beginnings."""
    if meaning is None:
        return {}
    rows = [meaning.vectors("passage", [text[:OPENING] for text in _texts(side)]) for side in (one, other)]
    return {} if rows[0] is None or rows[1] is None else _by_row(one, other, rows[0] @ rows[1].T)


def position(one: Law, other: Law, _: Meaning | None) -> Found:
    """Take the article at the same place."""
    return dict(zip(_eids(one), _eids(other), strict=False))


def lengths(one: Law, other: Law, _: Meaning | None) -> Found:
    """Align by the number of letters alone, as Gale and Church do: one to one, or left out."""
    mine, theirs = (np.array([len(text) + 1.0 for text in _texts(side)]) for side in (one, other))
    usual = theirs.sum() / mine.sum()
    away = (theirs[None, :] - usual * mine[:, None]) / np.sqrt(PER_LETTER * mine[:, None])
    said = np.log(PAIRED) - away**2 / 2 - 2 * np.log(ALONE)  # against leaving both out
    eids = _eids(one), _eids(other)
    return {eids[0][row]: eids[1][column] for row, column in in_order(said)}


SYSTEMS: dict[str, System] = {
    "muvofiq": product,
    "no model": without_model,
    "without order": without_order,
    "embeddings": embeddings,
    "position": position,
    "lengths": lengths,
}


def seeing(one: Law, other: Law, meaning: Meaning | None) -> Found:
    """Align as the page of two versions does, the numbers seen."""
    return _articles_of(one, align_versions(one, other, meaning))


def by_number(one: Law, other: Law, _: Meaning | None) -> Found:
    """Join equal numbers."""
    known = set(_eids(other))
    return {eid: eid if eid in known else None for eid in _eids(one)}


SEEING: dict[str, System] = {
    "muvofiq": seeing,
    "no model": lambda one, other, _: seeing(one, other, None),
    "by number": by_number,
    "lengths": lengths,
}


def shifted(pair: Versions, meaning: Meaning | None, run: System = seeing) -> Iterator[float]:
    """Yield for each remaining article whether it is right (0 or 1), one article in five taken away in turn."""
    for one, other, right in _made_wrong(pair):
        found = run(one, other, meaning)
        yield from (float(found.get(eid) == beside) for eid, beside in right.items())


def kept_apart(pair: Versions, meaning: Meaning | None) -> Iterator[float]:
    """Yield whether two articles are left alone (1) of which each version lacks the other's, at one place."""
    units = _twins(pair)
    numbered = [_numbered(law, side) for law, side in zip((pair.one, pair.other), units, strict=True)]
    for gone in range(EVERY // 2, len(units[0]) - 1, EVERY):
        one, other = (_without(law, at) for law, at in zip(numbered, (gone, gone + 1), strict=True))
        yield float(seeing(one, other, meaning).get(f"art_{gone + 2}") != f"art_{gone + 1}")


def _made_wrong(pair: Versions) -> Iterator[tuple[Law, Law, Mapping[str, str]]]:
    """Yield the twins of a pair as laws that are numbered by place, without one article of the first."""
    mine, theirs = _twins(pair)
    other = _numbered(pair.other, theirs)
    for gone in range(EVERY // 2, len(mine), EVERY):
        left = [at for at in range(len(mine)) if at != gone]
        one = _numbered(pair.one, [mine[at] for at in left])
        yield one, other, {f"art_{place}": f"art_{at + 1}" for place, at in enumerate(left, 1)}


def _twins(pair: Versions) -> tuple[list[Provision], list[Provision]]:
    """Return the articles that both versions have, in the order of the first."""
    mine, theirs = ({address.eid: unit for address, unit, _ in law.articles()} for law in (pair.one, pair.other))
    return [mine[eid] for eid in pair.right], [theirs[eid] for eid in pair.right.values()]


def _without(law: Law, at: int) -> Law:
    return replace(law, provisions=law.provisions[:at] + law.provisions[at + 1 :])


def _row(name: str, pairs: Sequence[Versions], meaning: Meaning | None) -> str:
    found = {system: [run(pair.one, pair.other, meaning) for pair in pairs] for system, run in SYSTEMS.items()}
    values = {system: _right(pairs, replies) for system, replies in found.items()}
    wrong = sum(
        beside is not None and pair.right.get(eid) != beside
        for pair, reply in zip(pairs, found["muvofiq"], strict=True)
        for eid, beside in reply.items()
    )
    least = AIMED.get(name)
    ours = np.array(values["muvofiq"])
    is_good = least is not None and is_met(float(ours.mean()), _error(ours), least)
    target = f"{least:.2f} {'met' if is_good else '**missed**'}" if least else ""
    return f"| {name} | {len(ours)} | {' | '.join(map(_mean, values.values()))} | {wrong} | {target} |"


def _right(pairs: Sequence[Versions], replies: Sequence[Found]) -> list[float]:
    return [
        float(reply.get(eid) == beside)
        for pair, reply in zip(pairs, replies, strict=True)
        for eid, beside in pair.right.items()
    ]


def _mean(values: Sequence[float]) -> str:
    rows = np.array(values)
    return f"{rows.mean():.3f} ± {_error(rows):.3f}" if len(rows) else "–"


def _error(rows: Numbers) -> float:
    return float(standard_errors(rows[:, None])[0])


def _from_files(path: Path, stem: Path) -> Versions:
    """Read a law in both languages; an article is right if the other version prints its number too."""
    (one,), (other,) = (
        open_laws(file.read_bytes(), file.name) for file in (path, stem.with_suffix(f".{LANGUAGES[1]}.txt"))
    )
    known = set(_eids(other))
    return Versions(one, other, {eid: eid for eid in _eids(one) if eid in known})


def _law(rows: Sequence[Mapping[str, Any]]) -> Law:
    units = [Provision(Kind.ARTICLE, Number("0"), "", row.get("heading") or "", row["text"], 1) for row in rows]
    return _numbered(Law("law", "", rows[0]["lang"], "", (), ()), units)


def _numbered(law: Law, units: Sequence[Provision]) -> Law:
    return replace(law, provisions=tuple(replace(unit, number=Number(str(at))) for at, unit in enumerate(units, 1)))


def _articles_of(one: Law, twins: Sequence[Any]) -> Found:
    eids = set(_eids(one))
    return {twin.one: twin.other for twin in twins if twin.one in eids}


def _by_row(one: Law, other: Law, alike: Any) -> Found:  # noqa: ANN401 (a matrix of either precision)
    eids = _eids(other)
    return {eid: eids[int(row.argmax())] for eid, row in zip(_eids(one), alike, strict=True)}


def _eids(law: Law) -> list[str]:
    return [address.eid for address, _, _ in law.articles()]


def _texts(law: Law) -> list[str]:
    return [f"{unit.heading}\n{unit.words}" if unit.heading else unit.words for _, unit, _ in law.articles()]


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
