"""The tables of the page of figures that tell how well laws are read, document by document."""

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from benchmarks.gold import GOLD
from benchmarks.naive import naive
from benchmarks.structure import ANSWERS, Article, product, run_stress, run_structure, sources

FIGURES = {"article_F1": "articles F1", "parts_exact": "parts exact", "heading_exact": "headings exact"}
LEAST = 0.97
REASONS = Path(__file__).with_name("reasons.csv")
NAMED = 5  # numbers that are named where articles differ
INTRODUCTION = """Read with the product, and with one line of a pattern for each language over plain text (**naive**);
scored by `score.py` of the gold sets. In the Kazakh laws the answers count at most one part in every article, however
many are printed: no true tree can agree. There **parts recounted** compares with the lines of the source that begin
with a figure and a full stop between two headings; the column is empty where the answers count as their README says.
"""


def structure(score: Any) -> Iterator[str]:  # noqa: ANN401 (a script)
    """Yield the table of the structure set: its mean, then each document, and why one of them misses."""
    folder = GOLD / "structure"
    if not folder.exists():
        return
    got, plain = (run_structure(folder, reader) for reader in (product, naive))
    ours = score.per_document(folder, got, f"*/{ANSWERS}", score.structure)
    theirs = score.per_document(folder, plain, f"*/{ANSWERS}", score.structure)
    answers = {name: _answers(path.parent)["articles"] for name, path in sources(folder)}
    again = {name: recounted(answers[name], plain[name]["articles"], got[name]["articles"], score) for name in answers}
    yield "## Structure\n"
    yield INTRODUCTION
    yield f"| document | {' | '.join(FIGURES.values())} | parts recounted | naive F1 | naive headings | what differs |"
    yield "|---" * (len(FIGURES) + 5) + "|"
    known = [value for value in again.values() if value is not None]
    mean = sum(known) / len(known) if known else None
    yield _row("**mean**", ours["mean"], mean, theirs["mean"], "")
    for name, row in ours["documents"].items():
        why = differences(answers[name], got[name]["articles"], score) if _misses(row) else ""
        yield _row(name, row, again[name], theirs["documents"][name], "; ".join((*why, *reasons(name, row))))
    yield ""


def stress(score: Any) -> Iterator[str]:  # noqa: ANN401 (a script)
    """Yield the table of the stress set: its mean, then each file, and why one of them misses."""
    folder = GOLD / "stress"
    if not folder.exists():
        return
    got = run_stress(folder, product)
    ours, theirs = score.stress(folder, got), score.stress(folder, run_stress(folder, naive))
    yield "## Messy files\n"
    yield "| file | F1 | articles expected | found | naive F1 | what differs |"
    yield "|---|---|---|---|---|---|"
    yield f"| **mean** | **{ours['mean']['F1']:.4f}** | | | {theirs['mean']['F1']:.4f} | |"
    answers = {row["file"]: row["numbers"] for row in _answers(folder)}
    for name, row in ours["files"].items():
        why = _numbers(answers[name], got.get(name, []), score) if row["F1"] < 1 else ()
        words = "; ".join((*why, *reasons(name, row)))
        plain = theirs["files"][name]["F1"]
        yield f"| {name} | {row['F1']:.4f} | {row['expected']} | {row['got']} | {plain:.4f} | {words} |"
    yield ""


def recounted(answers: list[Article], plain: list[Article], got: list[Article], score: Any) -> float | None:  # noqa: ANN401
    """Return the share of articles with as many parts as the plain text prints, where the answers count only one."""
    if max((article.get("parts") or 0 for article in answers), default=0) != 1:
        return None
    wanted, found = _by_number(plain, score), _by_number(got, score)
    asked = [number for number in map(_key(score), answers) if wanted.get(number) is not None]
    return sum(wanted[number] == found.get(number) for number in asked) / len(asked) if asked else None


def differences(answers: list[Article], got: list[Article], score: Any) -> Iterator[str]:  # noqa: ANN401 (a script)
    """Yield what is missing, what is there too much, and where headings or parts differ first."""
    yield from _numbers([one["num"] for one in answers], [one["num"] for one in got], score)
    found = {score.number(article["num"]): article for article in got}
    pairs = [(one, found[number]) for one in answers if (number := score.number(one["num"])) in found]
    same: dict[str, Callable[[Any, Any], bool]] = {
        "heading": lambda one, other: score.heading(one) == score.heading(other or ""),
        "parts": lambda one, other: str(one) == str(other),
    }
    for field, equal in same.items():
        asked = [(one, other) for one, other in pairs if one.get(field) not in {None, ""}]
        if wrong := [one["num"] for one, other in asked if not equal(one[field], other[field])]:
            yield f"{field} of {len(wrong)}: {_few(wrong)}"


def reasons(name: str, row: dict[str, Any]) -> Iterator[str]:
    """Yield the reasons that people have found for figures below the least; the table names documents by pattern."""
    with REASONS.open(encoding="utf-8", newline="") as file:
        for known in csv.DictReader(file):
            figure = row.get(known["figure"])
            if fnmatch(name, known["document"]) and figure is not None and figure < LEAST:
                yield f"*{known['reason']}*"


def _numbers(wanted: Iterable[str], got: Iterable[str], score: Any) -> Iterator[str]:  # noqa: ANN401 (a script)
    before, after = Counter(map(score.number, wanted)), Counter(map(score.number, got))
    for word, numbers in (("missing", before - after), ("too many", after - before)):
        if numbers:
            yield f"{word} {numbers.total()}: {_few([*numbers.elements()])}"


def _few(numbers: list[str]) -> str:
    return ", ".join(numbers[:NAMED]) + (" …" if len(numbers) > NAMED else "")


def _misses(row: dict[str, Any]) -> bool:
    return any(row[figure] is not None and row[figure] < LEAST for figure in FIGURES)


def _row(name: str, row: dict[str, Any], again: float | None, naive_row: dict[str, Any], why: str) -> str:
    figures = [*(row.get(figure) for figure in FIGURES), again, naive_row["article_F1"], naive_row.get("heading_exact")]
    return f"| {name} | {' | '.join('' if one is None else f'{one:.4f}' for one in figures)} | {why} |"


def _by_number(articles: list[Article], score: Any) -> dict[str, int | None]:  # noqa: ANN401 (a script)
    return {score.number(article["num"]): article["parts"] for article in articles}


def _key(score: Any) -> Callable[[Article], str]:  # noqa: ANN401 (a script)
    return lambda article: str(score.number(article["num"]))


def _answers(folder: Path) -> Any:  # noqa: ANN401 (as written in the set)
    return json.loads((folder / ANSWERS).read_text(encoding="utf-8"))
