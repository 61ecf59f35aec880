"""Requirements are matched with laws: each gets the provisions that may answer it, best first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from muvofiq.alignment.candidate import Candidate, Found
from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.confidence import confidence_of, nothing_in
from muvofiq.alignment.embedding import Progress
from muvofiq.alignment.meaning import Meaning, Voices
from muvofiq.alignment.pool import Pool
from muvofiq.alignment.question import Question
from muvofiq.alignment.ranking import SILENT, Ranking, rank
from muvofiq.alignment.reasons import candidates
from muvofiq.alignment.unit import Unit

TOP = 5


def match(
    questions: Sequence[Question],
    units: Iterable[Unit],
    concepts: Concepts,
    *,
    meaning: Meaning | None = None,
    top: int = TOP,
    progress: Progress | None = None,
) -> dict[str, Found]:
    """Return what is found for each question, by the question's id.

    There is one pool for each language of law, since scores of two languages cannot be compared; where there are
    several, their best are taken in turn. Units that may not leave this computer are ranked apart, by their words,
    where the model is elsewhere. ``progress`` hears (stage, done, total).
    """
    pools = make_pools(units, concepts, meaning, progress)
    voices = voices_of(questions, pools, meaning, progress)
    found: dict[str, Found] = {}
    for at, question in enumerate(questions):
        if progress:
            progress("Matching", at + 1, len(questions))
        found[question.id] = _found([rank(question, pool, voices) for pool in pools], top)
    return found


def make_pools(
    units: Iterable[Unit],
    concepts: Concepts,
    meaning: Meaning | None,
    progress: Progress | None = None,
    *,
    is_windowed: bool = False,
    keeps_apart: bool = False,
) -> list[Pool]:
    """Return one pool for each language among the units, standards apart, with vectors as far as there are any.

    So stand units that may not leave this computer, if ``keeps_apart`` or the model is elsewhere; it never reads them.
    ``is_windowed`` has the model read whole units, not their openings alone: worth its time only where a provision of
    another language is held against them.
    """
    keeps_apart = keeps_apart or (meaning is not None and bool(meaning.host))
    groups: dict[tuple[str, bool, bool], list[Unit]] = defaultdict(list)
    for unit in units:
        groups[unit.language, unit.is_standard, unit.stays and keeps_apart].append(unit)
    return [_pool(group, concepts, meaning, progress, is_windowed=is_windowed) for group in groups.values()]


def voices_of(
    questions: Sequence[Question], pools: Sequence[Pool], meaning: Meaning | None, progress: Progress | None = None
) -> Voices:
    """Return what the model makes of all that the questions say to the laws of these pools."""
    if meaning is None:
        return SILENT
    phrases = (phrase for pool in pools for question in questions for phrase in question.phrases(pool.language))
    return meaning.voices(list(dict.fromkeys(phrases)), progress)


def in_turn(rows: Sequence[Sequence[Candidate]]) -> list[Candidate]:
    """Merge rankings: the best of each, then the second of each, and so on, with places counted anew."""
    merged = sorted((candidate for row in rows for candidate in row), key=lambda one: (one.rank, -one.score))
    return [replace(candidate, rank=place) for place, candidate in enumerate(merged, 1)]


def by_question(found: Mapping[str, Found]) -> dict[str, tuple[Candidate, ...]]:
    """Return the candidates alone."""
    return {name: one.candidates for name, one in found.items()}


def _found(rankings: Sequence[Ranking], top: int) -> Found:
    """Join what the pools say: the best chance of any, and nothing only where every pool has nothing."""
    return Found(
        tuple(in_turn([candidates(ranking, top) for ranking in rankings])[:top]),
        round(max((confidence_of(ranking) for ranking in rankings), default=0.0), 3),
        round(min((nothing_in(ranking) for ranking in rankings), default=1.0), 3),
    )


def _pool(
    units: Sequence[Unit], concepts: Concepts, meaning: Meaning | None, progress: Progress | None, *, is_windowed: bool
) -> Pool:
    if meaning is None:
        return Pool(units, concepts)
    meaning = meaning.here if any(unit.stays for unit in units) else meaning
    openings = meaning.vectors("passage", [unit.opening for unit in units], progress)
    texts = [window for unit in units for window in unit.windows] if is_windowed else []
    return Pool(units, concepts, openings, meaning.vectors("passage", texts, progress) if texts else None)
