"""Measures the way of an edit: changes are derived, written as a clause, read again and applied, and give the edit."""

import multiprocessing
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial

from benchmarks.edits import Edit, edit, laws
from muvofiq.amendment.applying import apply_all
from muvofiq.amendment.change import Change, NewEdition
from muvofiq.amendment.deriving import derive
from muvofiq.amendment.errors import ClauseNotUnderstood
from muvofiq.amendment.place import Place, Spot
from muvofiq.amendment.reading import read_clause
from muvofiq.amendment.trying import exchanged, printed
from muvofiq.amendment.wording import wording_of
from muvofiq.amendment.writing import write
from muvofiq.errors import MuvofiqError
from muvofiq.law.tree import Law

EDITS, SEED = 1000, 10
REWORDED = "new wording"  # the sort of edit that words a whole paragraph anew
MOST_ANEW = 0.10
AT_ONCE = 25
INTRODUCTION = """{edits} random edits (seed {seed}) of articles of real laws in Russian and Tajik: words, sentences,
headings, indents, parts and points are replaced, added, deleted and renumbered, one to three edits of an article at
once; new words are taken from elsewhere in the same law. Each is derived, written as a clause in the language of the
law, read again from the clause alone and applied to the law. **Same**: the whole law reads as edited, to the letter.
**Anew**: some unit is put "in a new edition". **Though words would do**: those of them in which no paragraph was
reworded as a whole. **Article anew**: the whole article is. Targets: same 1.00, anew though words would do at most
{most:.2f}.
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an edit: what is wrong, if anything, and whether an article, or some unit, was worded anew."""

    number: int
    language: str
    sorts: tuple[str, ...]
    fault: str = ""
    is_anew: bool = False
    is_article_anew: bool = False

    @property
    def is_anew_for_words(self) -> bool:
        """Whether a unit was worded anew though no paragraph of it was reworded as a whole."""
        return self.is_anew and REWORDED not in self.sorts


def tried(number: int, seed: int, *, with_real: bool) -> Outcome:
    """Send one edit on its way and say what is wrong, if anything; any documented error is a fault."""
    one = edit(seed, number, with_real=with_real)
    changes: tuple[Change, ...] = ()
    try:
        changes = derive(one.law, one.article.address, wording_of(one.proposed))
        fault = _difference(one, apply_all(one.law, read_again(one.law, changes)))
    except MuvofiqError as error:
        fault = f"{type(error).__name__}: {error}"
    anew = [len(place.steps) for change in changes if isinstance(change, NewEdition) for place in _units(change)]
    is_article = len(one.article.address.steps) in anew
    return Outcome(number, one.law.language, one.sorts, fault, bool(anew), is_article)


def read_again(law: Law, changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return the changes as they are read from the clauses that are written for them; raises ClauseNotUnderstood."""
    read: list[Change] = []
    for clause in write(law, changes):
        reading = read_clause(clause.text, law)
        if reading.not_understood:
            lost = "; ".join(f"{one.why}: {one.words}" for one in reading.not_understood)
            raise ClauseNotUnderstood(law.name, words=clause.text, reason=lost)
        read += reading.changes
    return tuple(read)


def try_edits(numbers: Iterable[int], seed: int, *, with_real: bool, workers: int = 1) -> Iterator[Outcome]:
    """Yield what became of each edit; with several workers each in one of as many processes."""
    one = partial(tried, seed=seed, with_real=with_real)
    if workers == 1:
        yield from map(one, numbers)
        return
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(one, numbers, chunksize=AT_ONCE)


def told(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the rows of the table: one for each language, and one for all."""
    yield "| law in | edits | same | anew | though words would do | article anew |"
    yield "|---|---|---|---|---|---|"
    languages = sorted({one.language for one in outcomes})
    for name, rows in (*((name, [o for o in outcomes if o.language == name]) for name in languages), ("all", outcomes)):
        yield f"| {name} | {len(rows)} | {' | '.join(f'{share:.3f}' for share in shares(rows))} |"


def shares(outcomes: Sequence[Outcome]) -> tuple[float, float, float, float]:
    """Return which share came back the same, was worded anew, so though words would do, and as a whole article."""
    count = Counter[str]()
    for one in outcomes:
        count.update(same=not one.fault, anew=one.is_anew, words=one.is_anew_for_words, article=one.is_article_anew)
    same, anew, words, article = (count[name] / max(len(outcomes), 1) for name in ("same", "anew", "words", "article"))
    return same, anew, words, article


def round_trip_section() -> Iterator[str]:
    """Yield the section of the page of figures."""
    outcomes = list(try_edits(range(EDITS), SEED, with_real=True, workers=os.cpu_count() or 1))
    yield "## From an edit to a clause and back\n"
    yield INTRODUCTION.format(edits=EDITS, seed=SEED, most=MOST_ANEW)
    yield f"{len(laws(with_real=True))} laws.\n"
    yield from told(outcomes)
    same, _, anew_for_words, _ = shares(outcomes)
    is_met = same == 1 and anew_for_words <= MOST_ANEW
    yield f"\nTargets: {'met' if is_met else '**missed**'}.\n"


def _units(change: NewEdition) -> list[Place]:
    """Return the whole units that a change words anew; headings and sentences are none."""
    return [place for place in change.places if place.spot is Spot.UNIT and not place.sentence]


def _difference(one: Edit, law: Law) -> str:
    """Return the first paragraph of the law that reads otherwise than edited; nothing if there is none."""
    gives, wanted = printed(law), printed(exchanged(one.law, one.article.unit, (one.proposed,)))
    pairs = zip((*gives, ""), (*wanted, ""), strict=False)
    return next((f"gives «{this}», not «{that}»" for this, that in pairs if this != that), "")
