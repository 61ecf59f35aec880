"""What one person holds about one requirement: a verdict on the law and on practice, why, and its particulars."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from muvofiq.assessment.particulars import CHOICES, TEXTS, Particulars
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


def merged(base: Assessment, theirs: Assessment, mine: Assessment) -> Assessment:
    """Return theirs with what I changed: where mine differs from the base that I had opened, mine; elsewhere theirs.

    Each element and each language of a text goes its own way, so that two who marked different elements both keep them.

    >>> base, theirs = Assessment(), Assessment(Verdict.FULL)
    >>> merged(base, theirs, Assessment(reason={"en": "Mine."})).law
    <Verdict.FULL: 'full'>
    """
    was, other, own = _pieces(base), _pieces(theirs), _pieces(mine)
    every = dict.fromkeys((*other, *own, *was))
    return _put_together({at: (own if _is_changed(at, was, own) else other).get(at) for at in every})


def changes(base: Assessment, after: Assessment) -> frozenset[str]:
    """Return the names of the facts that somebody changed from the base; other line ends are no change.

    An element whose mark changed names the facts that it left and that it came to.

    >>> sorted(changes(Assessment(particulars=Particulars(covered=(1,))), Assessment(particulars=Particulars())))
    ['covered']
    """
    was, now = _pieces(base), _pieces(after)
    changed = [at for at in {**was, **now} if _is_changed(at, was, now)]
    return frozenset(
        name
        for fact, key in changed
        for name in ((was.get((fact, key)), now.get((fact, key))) if fact == _ELEMENT else (fact,))
        if name
    )


_ELEMENT, MARKS = "element", ("covered", "uncovered")
Piece = tuple[str, str | int]  # the name of a fact with the language of a text, or with the number of an element


def _pieces(one: Assessment) -> dict[Piece, Any]:
    told = one.particulars
    marks = ((name, number) for name in MARKS for number in getattr(told, name))
    texts = {"reason": one.reason, **{name: getattr(told, name) for name in TEXTS}}
    return {
        ("law", ""): one.law,
        ("practice", ""): one.practice,
        ("norm", ""): told.norm,
        ("gaps", ""): told.gaps,
        **{(name, ""): getattr(told, name) for name in CHOICES},
        **{(_ELEMENT, number): name for name, number in marks},
        **{(name, code): text for name, words in texts.items() for code, text in words.items() if text},
    }


def _is_changed(at: Piece, before: Mapping[Piece, Any], after: Mapping[Piece, Any]) -> bool:
    one, other = before.get(at), after.get(at)
    if isinstance(one, str) and isinstance(other, str):
        return one.replace("\r\n", "\n") != other.replace("\r\n", "\n")  # a form sends either
    return set(one or ()) != set(other or ()) if at[0] == "gaps" else one != other


def _put_together(pieces: Mapping[Piece, Any]) -> Assessment:
    def words(name: str) -> dict[str, str]:
        return {str(code): text for (fact, code), text in pieces.items() if fact == name and text}

    marked = {name: [at for (fact, at), mark in pieces.items() if fact == _ELEMENT and mark == name] for name in MARKS}
    told: dict[str, Any] = {name: tuple(sorted(map(int, numbers))) for name, numbers in marked.items()}
    told |= {name: pieces[(name, "")] for name in ("gaps", "norm", *CHOICES)} | {name: words(name) for name in TEXTS}
    return Assessment(pieces[("law", "")], pieces[("practice", "")], words("reason"), Particulars(**told))
