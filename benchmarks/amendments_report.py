"""The part of the page of figures that tells how well acts of the Union are amended, act by act."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.amendments import Amended, article_of, as_answers, run_amendments
from benchmarks.gold import GOLD
from benchmarks.structure import ANSWERS
from benchmarks.targets import is_met

FOLDER = GOLD / "amendments"
LEAST = {"en": 0.90, "fr": 0.85}  # the share of changed provisions that must be exact
NAMED = 4  # keys that are named where provisions differ
INTRODUCTION = """Each act is amended by the amending act as published, and compared with the consolidated text of
EUR-Lex, provision by provision; scored by `score.py` of the gold sets. *Exact* is the share of all changed provisions,
as the script pools them; a target counts as met when value plus one standard error reaches it. *Mean* is that of the
acts. Some differences of the consolidated texts are ordered by no amending act: footnote marks left out, «oe» printed
«œ», lists laid out otherwise. *Where ordered* leaves out provisions of articles that no order touches that fits the
act. EUR-Lex prints a dash where words were deleted; *no dash* is the share without it.
"""
HEAD = "| language | acts | changed | target | exact | target is | mean | where ordered | no dash | untouched kept |"
READ = "| language | orders read | not understood | changes that did not fit |"


@dataclass(frozen=True, slots=True)
class Compared:
    """How one act came out: the changed keys that are exact, those that are not, and what the script says."""

    name: str
    exact: tuple[str, ...]
    wrong: tuple[str, ...]
    row: Mapping[str, Any]
    amended: Amended

    @property
    def language(self) -> str:
        """The language of the act."""
        return self.name.rpartition("/")[2]

    @property
    def ordered(self) -> tuple[str, ...]:
        """The wrong keys in articles in which something was changed."""
        return tuple(key for key in self.wrong if article_of(key) in self.amended.touched)


def amendments(score: Any, folder: Path = FOLDER) -> Iterator[str]:  # noqa: ANN401 (a script)
    """Yield the table of languages, what was not understood or did not fit, and the acts that differ."""
    if not folder.exists():
        return
    found = compared(score, folder, run_amendments(folder))
    plain = compared(score, folder, run_amendments(folder, marks=False))
    yield "## Amending acts of the Union\n"
    yield INTRODUCTION
    yield HEAD
    yield "|---" * (HEAD.count("|") - 1) + "|"
    for language in sorted({one.language for one in found}):
        own, bare = ([one for one in some if one.language == language] for some in (found, plain))
        yield _language(language, own, bare)
    yield ""
    yield from _understood(found)
    yield from _differing(found)


def compared(score: Any, folder: Path, got: Mapping[str, Amended]) -> list[Compared]:  # noqa: ANN401 (a script)
    """Return how each act came out."""
    rows = score.per_document(folder, as_answers(got), f"*/*/{ANSWERS}", score.amendments)["documents"]
    return [_compared(score, folder / name, name, rows[name], one) for name, one in got.items() if name in rows]


def _compared(score: Any, path: Path, name: str, row: Mapping[str, Any], amended: Amended) -> Compared:  # noqa: ANN401
    answers = json.loads((path / ANSWERS).read_text(encoding="utf-8"))
    texts = {key: score.clean(text) for key, text in amended.provisions.items() if text}
    asked = {one["key"]: score.clean(one["after"]) if one["after"] else None for one in answers["changed"]}
    exact = tuple(key for key, after in asked.items() if texts.get(key) == after)
    return Compared(name, exact, tuple(key for key in asked if key not in exact), row, amended)


def _language(language: str, found: Sequence[Compared], plain: Sequence[Compared]) -> str:
    exact, changed = _pooled(found)
    ordered = sum(len(one.ordered) for one in found)
    value = exact / max(changed, 1)
    error = math.sqrt(value * (1 - value) / max(changed, 1))
    least = LEAST.get(language, 0.0)
    without, _ = _pooled(plain)
    cells = (
        language,
        str(len(found)),
        str(changed),
        f"{least:.2f}",
        f"{value:.4f} ± {error:.4f}",
        "met" if is_met(value, error, least) else "**missed**",
        f"{_mean(found, 'exact_change_rate'):.4f}",
        f"{exact / max(exact + ordered, 1):.4f}",
        f"{without / max(changed, 1):.4f}",
        f"{_mean(found, 'untouched_kept'):.4f}",
    )
    return f"| {' | '.join(cells)} |"


def _pooled(found: Sequence[Compared]) -> tuple[int, int]:
    """Return how many of the changed provisions of all acts are exact, and how many there are."""
    exact = sum(len(one.exact) for one in found)
    return exact, exact + sum(len(one.wrong) for one in found)


def _mean(found: Sequence[Compared], figure: str) -> float:
    values = [one.row[figure] for one in found if one.row.get(figure) is not None]
    return sum(values) / len(values) if values else 0.0


def _understood(found: Sequence[Compared]) -> Iterator[str]:
    """Yield how many orders were read, not understood and not made, and each of the latter."""
    yield READ
    yield "|---" * (READ.count("|") - 1) + "|"
    for language in sorted({one.language for one in found}):
        own = [one.amended for one in found if one.language == language]
        read = sum(len(one.reading.instructions) for one in own)
        missed = sum(len(one.reading.not_understood) for one in own)
        misfits = sum(len(one.not_applied) for one in own)
        yield f"| {language} | {read} | {missed} ({missed / max(read + missed, 1):.1%}) | {misfits} |"
    yield ""
    for one in found:
        for other in one.amended.reading.not_understood:
            yield f"- not understood: {one.name}: {other.where.eid or 'the act'} ({other.why})"
        for misfit in one.amended.not_applied:
            yield f"- did not fit: {one.name}: {misfit.change.verb} {misfit.place} ({misfit.why})"
    yield ""


def _differing(found: Sequence[Compared]) -> Iterator[str]:
    yield "| act | exact | provisions that differ |"
    yield "|---|---|---|"
    for one in found:
        if one.wrong:
            few = ", ".join(one.wrong[:NAMED]) + (" …" if len(one.wrong) > NAMED else "")
            yield f"| {one.name} | {len(one.exact)} of {len(one.exact) + len(one.wrong)} | {few} |"
    yield ""
