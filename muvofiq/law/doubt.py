"""What a person should look at in a law as it was read: what it is, on which line of the file, in which sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Suspicion(StrEnum):
    """What may be wrong with a law as it was read."""

    GAP = "gap"
    BEGINNING = "beginning"
    AGAIN = "again"
    BACK = "back"
    LONG = "long"
    LONG_HEADING = "long heading"
    EMPTY = "empty"
    NO_HEADING = "no heading"
    LEFT_OVER = "left over"
    LEFT_BEHIND = "left behind"
    LANGUAGE = "language"


REMARKS = (
    (Suspicion.GAP, "{after} comes directly after {before}: is {missing} missing?"),
    (Suspicion.BEGINNING, "The numbers begin with {after}: is {missing} missing?"),
    (Suspicion.AGAIN, "The number {number} comes twice."),
    (Suspicion.BACK, "{after} comes after {before}: the numbers go back."),
    (Suspicion.LONG, "It is very long ({signs} characters): does another unit begin inside it?"),
    (Suspicion.LONG_HEADING, "Its heading is very long ({signs} characters): do words of the law stand in it?"),
    (Suspicion.EMPTY, "It has no words."),
    (Suspicion.NO_HEADING, "It has no heading, unlike nearly all others."),
    (Suspicion.LEFT_OVER, "Words before the first unit ({signs} characters) are neither title nor preamble."),
    (Suspicion.LEFT_BEHIND, "Words behind the last unit ({signs} characters) are no signature."),
    (Suspicion.LANGUAGE, "It seems to be written in another language ({language})."),
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a person should look at: what, on which line of the file, in which unit.

    ``line`` is 0 and ``eid`` empty where it concerns what stands before the first unit or behind the last. ``values``
    fill the sentence that ``template`` gives.
    """

    kind: Suspicion
    line: int = 0
    eid: str = ""
    values: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def template(self) -> str:
        """The sentence, to be translated before its values are filled in."""
        return dict(REMARKS)[self.kind]

    def __str__(self) -> str:
        return self.template.format(**self.values)
