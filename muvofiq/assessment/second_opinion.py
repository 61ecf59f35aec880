"""Two people judge the same requirement: where they say otherwise, and how often they say the same."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from muvofiq.assessment.assessment import Assessment
from muvofiq.assessment.verdict import Verdict

LEAST = 10  # pairs below which kappa says nothing

Pair = tuple[Verdict, Verdict]


@dataclass(frozen=True, slots=True)
class Concord:
    """How often two people gave the same verdict, of the requirements that both judged.

    ``kappa`` is Cohen's: (p - e) / (1 - e), where p is the share of same verdicts and e the share that would be the
    same by chance, if each person gave the verdicts as often as they did but without looking. It is None below
    ``LEAST`` pairs, and where both gave one and the same verdict every time.
    """

    same: int
    judged: int
    kappa: float | None = None

    @property
    def percent(self) -> int | None:
        """The share of same verdicts in whole percent; None where nothing was judged by both."""
        return round(100 * self.same / self.judged) if self.judged else None


def concord(pairs: Iterable[Pair]) -> Concord:
    """Count the pairs of verdicts on one axis; a pair in which one of the two has not judged is left out.

    >>> concord([(Verdict.FULL, Verdict.FULL), (Verdict.FULL, Verdict.PARTIAL)])
    Concord(same=1, judged=2, kappa=None)
    """
    judged = [pair for pair in pairs if Verdict.NOT_ASSESSED not in pair]
    same = sum(one is other for one, other in judged)
    return Concord(same, len(judged), _kappa(judged, same) if len(judged) >= LEAST else None)


def disagreements(one: Assessment, other: Assessment) -> tuple[str, ...]:
    """Return on what two people disagree: on the law, on practice, on elements that one calls covered, the other not.

    Where one of them has not judged there is no disagreement; reasons in other words are none either.

    >>> disagreements(Assessment(Verdict.FULL), Assessment(Verdict.PARTIAL, Verdict.NOT_FOUND))
    ('law',)
    """
    axes = {"law": (one.law, other.law), "practice": (one.practice, other.practice)}
    found = [name for name, pair in axes.items() if Verdict.NOT_ASSESSED not in pair and pair[0] is not pair[1]]
    return (*found, *(["elements"] if disputed_elements(one, other) else []))


def disputed_elements(one: Assessment, other: Assessment) -> tuple[int, ...]:
    """Return the numbers of the elements that one of the two calls covered and the other not covered."""
    ours, theirs = one.particulars, other.particulars
    crossed = (set(ours.covered) & set(theirs.uncovered)) | (set(ours.uncovered) & set(theirs.covered))
    return tuple(sorted(crossed))


def says_the_same(one: Assessment, other: Assessment) -> bool:
    """Whether two assessments give the same verdicts and the same elements, whatever else they say."""
    return _heads(one) == _heads(other)


def _heads(one: Assessment) -> tuple[object, ...]:
    told = one.particulars
    return one.law, one.practice, frozenset(told.covered), frozenset(told.uncovered)


def _kappa(pairs: list[Pair], same: int) -> float | None:
    count = len(pairs)
    first, second = (Counter(pair[at] for pair in pairs) for at in (0, 1))
    chance = sum(first[word] * second[word] for word in first) / count**2
    return (same / count - chance) / (1 - chance) if chance < 1 else None
