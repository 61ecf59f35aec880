"""What one person holds about one requirement: a verdict on the law and on practice, why, and its particulars."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.verdict import Verdict
from muvofiq.standards.requirement import Words


@dataclass(frozen=True, slots=True)
class Assessment:
    """An assessment as it is given, compared with another, and told in the history."""

    law: Verdict = Verdict.NOT_ASSESSED
    practice: Verdict = Verdict.NOT_ASSESSED
    reason: Words = field(default_factory=dict)
    particulars: Particulars = field(default_factory=Particulars)

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any]) -> Self:
        """Take an assessment from what ``entry`` gave, today or before there were particulars."""
        return cls(
            Verdict(_LATER.get(entry["law"], entry["law"])),
            Verdict(_LATER.get(entry["practice"], entry["practice"])),
            dict(entry.get("reason", {})),
            Particulars.from_entry(entry.get("particulars", {})),
        )

    @property
    def is_judged(self) -> bool:
        """Whether there is a verdict on either axis."""
        return {self.law, self.practice} != {Verdict.NOT_ASSESSED}

    def entry(self) -> dict[str, Any]:
        """Give the assessment as the history keeps it; particulars that are all open are left out."""
        told = {"law": self.law.value, "practice": self.practice.value, "reason": dict(self.reason)}
        particulars = self.particulars.entry()
        return told | ({"particulars": particulars} if particulars else {})


_LATER = {"stricter": Verdict.PROTECTS_MORE.value}  # what words of earlier days are called today


def differences(one: Assessment, other: Assessment) -> tuple[str, ...]:
    """Return the names of the facts in which two assessments differ, the verdicts first.

    >>> differences(Assessment(Verdict.FULL), Assessment(Verdict.PARTIAL, particulars=Particulars(covered=(1,))))
    ('law', 'covered')
    """
    ours, theirs = _facts(one), _facts(other)
    return tuple(name for name in dict.fromkeys((*ours, *theirs)) if ours.get(name) != theirs.get(name))


def _facts(one: Assessment) -> dict[str, Any]:
    heads = {"law": one.law, "practice": one.practice, "reason": dict(one.reason) or None}
    return heads | one.particulars.entry()
