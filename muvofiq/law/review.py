"""What a person decided on the way of a file into the workbench: repairs refused, headings and numbers corrected."""

import json
from collections.abc import Collection
from dataclasses import dataclass, replace

from muvofiq.law.kind import Kind
from muvofiq.law.number import Number

MALFORMED = "The decisions on a file cannot be read: they are not in the form in which the workbench writes them."


@dataclass(frozen=True, slots=True)
class Correction:
    """What the paragraph on a line of the file begins: a unit with its number, or (without ``kind``) nothing new."""

    line: int
    kind: Kind | None = None
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """The decisions on one file. ``refused`` holds the keys of repairs that are not made.

    >>> str(Review.parse(str(Review(frozenset({"a"}), (Correction(3, Kind.ARTICLE, Number("8", (2,))),)))))
    '{"refused": ["a"], "corrections": [{"line": 3, "kind": "article", "number": "8(2)"}]}'
    """

    refused: frozenset[str] = frozenset()
    corrections: tuple[Correction, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Review":
        """Read what `str` has written; nothing written means that nothing was decided. Raises ValueError."""
        try:
            entry = json.loads(text or "{}")
        except RecursionError as error:
            raise ValueError(MALFORMED) from error
        match entry:
            case {"refused": [*refused], "corrections": [*corrections]} if all(isinstance(one, str) for one in refused):
                return cls(frozenset(refused), tuple(map(_correction, corrections)))
            case {} if not entry:
                return cls()
        raise ValueError(MALFORMED)

    def __str__(self) -> str:
        corrections = [_entry(one) for one in self.corrections]
        return json.dumps({"refused": sorted(self.refused), "corrections": corrections}, ensure_ascii=False)

    def decided(self, *, refuse: Collection[str] = (), make: Collection[str] = ()) -> "Review":
        """Return the review with further repairs refused by key, and others made after all."""
        return replace(self, refused=(self.refused | {*refuse}) - {*make})

    def corrected(self, correction: Correction) -> "Review":
        """Return the review with what a person says of one more line, in place of what was said of it before."""
        corrections = sorted((*self.without(correction.line).corrections, correction), key=lambda one: one.line)
        return replace(self, corrections=tuple(corrections))

    def without(self, line: int) -> "Review":
        """Return the review without what a person said of a line."""
        return replace(self, corrections=tuple(one for one in self.corrections if one.line != line))


NOTHING = Review()


def _correction(entry: object) -> Correction:
    match entry:
        case {"line": int(line), "kind": str(kind), "number": str(number)}:
            return Correction(line, Kind(kind) if kind else None, Number.parse(number) if number else None)
    raise ValueError(MALFORMED)


def _entry(one: Correction) -> dict[str, str | int]:
    return {"line": one.line, "kind": one.kind.value if one.kind else "", "number": str(one.number or "")}
