"""What an amending act does to a law: words replaced, units inserted or repealed, each at a named place."""

import json
from dataclasses import dataclass, fields
from datetime import date
from typing import ClassVar, Self, cast

from muvofiq.amendment.place import Place

# Which occurrence of the words is meant. ``ONLY``: they must stand there once; ``LAST`` counts from the end.
ONLY: None = None
EVERY, LAST = 0, -1
Nth = int | None


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a law at one or more places, each of which is changed alike.

    ``str`` writes it in one line, ``parse`` reads that line again.

    >>> change = ReplaceWords((Place.parse("art_5__para_2"),), ("five",), ("two",))
    >>> str(change)
    'replace-words art_5__para_2 {"old": ["five"], "new": ["two"]}'
    >>> Change.parse(str(change)) == change
    True
    """

    verb: ClassVar[str] = ""
    places: tuple[Place, ...]

    @staticmethod
    def parse(text: str) -> "Change":
        """Read what ``str`` writes; raises ValueError."""
        try:
            verb, places, letter = text.split(" ", 2)
            sort = SORTS[verb]
            values = json.loads(letter)
            where = tuple(map(Place.parse, places.split(",")))
            kinds = {field.name: field.type for field in fields(sort)}
            return sort(places=where, **{name: _read(value, str(kinds[name])) for name, value in values.items()})
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(
                f"'{text[:120]}' is no change of a law ({error}). "
                'Changes are written: replace-words art_5__para_2 {"old": ["five"], "new": ["two"]}'
            ) from error

    def __str__(self) -> str:
        own = (field for field in fields(self) if field.name != "places")
        values = {field.name: getattr(self, field.name) for field in own if getattr(self, field.name) != field.default}
        letter = json.dumps({name: _written(value) for name, value in values.items()}, ensure_ascii=False)
        return f"{self.verb} {','.join(map(str, self.places))} {letter}"

    def at(self, *places: Place) -> Self:
        """Return the same change at other places."""
        own = {field.name: getattr(self, field.name) for field in fields(self)}
        return type(self)(**(own | {"places": places}))


@dataclass(frozen=True, slots=True)
class ReplaceWords(Change):
    """Words are replaced by others; of several, the first by the first and so on (respectively).

    Inflected forms are listed in the same manner; no form is ever guessed.
    """

    verb: ClassVar[str] = "replace-words"
    old: tuple[str, ...]
    new: tuple[str, ...]
    nth: Nth = ONLY


@dataclass(frozen=True, slots=True)
class DeleteWords(Change):
    """Words are deleted."""

    verb: ClassVar[str] = "delete-words"
    words: tuple[str, ...]
    nth: Nth = ONLY


@dataclass(frozen=True, slots=True)
class InsertWords(Change):
    """Words are added behind (or ``before``) the words named; without such words at the end (or beginning) of the unit.

    Several are added respectively. Blanks are set as print has them. At the end they stand before the closing sign,
    unless they end with a sign of their own, which then takes its place; a whole sentence stands behind the full stop.
    """

    verb: ClassVar[str] = "insert-words"
    words: tuple[str, ...]
    anchor: tuple[str, ...] = ()
    before: bool = False
    nth: Nth = ONLY


@dataclass(frozen=True, slots=True)
class InsertSentences(Change):
    """Whole sentences are added to a unit's own words: as sentence ``nth``, or at the end if that is 0.

    Where its own words only open a list, they are added behind the list, as an indent.
    """

    verb: ClassVar[str] = "insert-sentences"
    words: str
    nth: int = 0


@dataclass(frozen=True, slots=True)
class NewEdition(Change):
    """A unit reads anew. ``words`` is its whole wording as printed, one paragraph a line, with its number.

    At a heading they are the new heading, at the act's heading its new title, at a sentence the new sentence, at a row
    the new row. Where several units are named, ``words`` has them all, in order; their count may change if they stand
    side by side. Of a title only the name is told («О мостах»): the kind of the act above it stays.
    """

    verb: ClassVar[str] = "new-edition"
    words: str


@dataclass(frozen=True, slots=True)
class InsertUnits(Change):
    """Units are added to the place, which is the unit (or the act) in which they will lie.

    ``words`` is their wording as printed, one paragraph a line, with numbers. They stand behind ``after``, else at the
    beginning if ``first``, else where their number belongs, indents without a number at the end. ``numbers`` are the
    counted numbers of added indents where the act names them (the fifth and sixth indent).
    """

    verb: ClassVar[str] = "insert-units"
    words: str
    after: Place | None = None
    first: bool = False
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RemoveUnits(Change):
    """Units are taken out; what is numbered behind them keeps its number, indents are counted anew."""

    verb: ClassVar[str] = "remove-units"


@dataclass(frozen=True, slots=True)
class Repeal(Change):
    """Units lose their force: each keeps its number, and says that it is repealed; of the act itself, all of it."""

    verb: ClassVar[str] = "repeal"


@dataclass(frozen=True, slots=True)
class Renumber(Change):
    """Units get other numbers: the first place the first of ``labels``, and so on. Counted indents stay as they are."""

    verb: ClassVar[str] = "renumber"
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NumberUnits(Change):
    """What lies unnumbered in the place is numbered from 1: its indents become parts («1.») or points («1)»).

    A ``label`` without a figure, such as a dash, is only set before each indent.
    """

    verb: ClassVar[str] = "number-units"
    label: str = "1."


@dataclass(frozen=True, slots=True)
class Suspend(Change):
    """Units are not applied until a day (or as ``words`` say); their text stays."""

    verb: ClassVar[str] = "suspend"
    until: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class EnterIntoForce(Change):
    """When the amending act (place ``act``) or its units enter into force: on a day, or as ``words`` say."""

    verb: ClassVar[str] = "enter-into-force"
    day: date | None = None
    words: str = ""


ALL: tuple[type[Change], ...] = (
    *(ReplaceWords, DeleteWords, InsertWords, InsertSentences, NewEdition, InsertUnits, RemoveUnits, Repeal),
    *(Renumber, NumberUnits, Suspend, EnterIntoForce),
)
SORTS = {sort.verb: sort for sort in ALL}
ADDITIONS = (InsertWords, InsertSentences, InsertUnits)  # what a title calls an addition; all else is a change


def _written(value: object) -> object:
    if isinstance(value, Place):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def _read(value: object, kind: str) -> object:
    """Return a value of the letter as its field holds it."""
    if isinstance(value, list):
        return tuple(cast("list[object]", value))
    if isinstance(value, str) and "Place" in kind:
        return Place.parse(value)
    return date.fromisoformat(value) if isinstance(value, str) and "date" in kind else value
