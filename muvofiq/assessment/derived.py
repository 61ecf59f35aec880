"""What a verdict on one requirement tells of a related one: derived, not judged, and often less than a verdict.

Nothing is derived where the relation does not compel it: the table in the library has a row for each case that does,
with its reason, and none for the others.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from muvofiq.assessment.verdict import Verdict
from muvofiq.standards.relation import Relation, RelationKind
from muvofiq.standards.thesaurus import LANGUAGES
from muvofiq.tables import table

_MET = {Verdict.FULL, Verdict.PROTECTS_MORE}
_SILENT = {
    Verdict.NOT_ASSESSED,
    Verdict.NOT_APPLICABLE,
    Verdict.ELSEWHERE,
    Verdict.ONLY_TREATY,
    Verdict.NOT_AVAILABLE,
    Verdict.NO_DATA,
}


class Bound(StrEnum):
    """How exactly the related requirement is known: this verdict, this one or better, or this one or worse."""

    EXACTLY = "exactly"
    LEAST = "least"
    MOST = "most"


@dataclass(frozen=True, slots=True)
class Derived:
    """A verdict that follows from another, within a bound, and why."""

    verdict: Verdict
    bound: Bound
    reason: Mapping[str, str]

    def agrees(self, judged: Verdict) -> bool:
        """Whether a verdict that a person gave can be true beside it; of acts that are not on file it says nothing.

        >>> Derived(Verdict.PARTIAL, Bound.LEAST, {}).agrees(Verdict.NOT_FOUND)
        False
        """
        if judged is self.verdict or _SILENT & {judged, self.verdict}:
            return True
        if self.bound is Bound.MOST:
            return judged not in _MET
        if self.bound is Bound.LEAST and self.verdict is Verdict.PARTIAL:
            return judged is not Verdict.NOT_FOUND  # what is left over may still be contradicted
        return {judged, self.verdict} <= _MET


def derive(relation: Relation, verdict: Verdict) -> Derived | None:
    """Return what a verdict on the first requirement of a relation tells of the second; None where it tells nothing."""
    return _cases().get((relation.kind, verdict))


@cache
def _cases() -> dict[tuple[RelationKind, Verdict], Derived]:
    return {
        (RelationKind(row["relation"]), Verdict(row["verdict"])): Derived(
            Verdict(row["derived"]), Bound(row["bound"]), {language: row[language] for language in LANGUAGES}
        )
        for row in table("derived.csv")
    }
