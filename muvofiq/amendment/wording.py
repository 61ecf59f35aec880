"""The wording of a unit as people read and type it, one paragraph a line, and the units of which it consists."""

from collections.abc import Sequence

from muvofiq.law.kind import Kind
from muvofiq.law.tree import Provision


def wording_of(unit: Provision) -> str:
    """Return a unit with all that lies in it as printed, one paragraph a line, numbers and headings included."""
    return "\n".join(unit.paragraphs())


def read_wording(words: str, language: str, *, kind: Kind, like: Sequence[Provision] = ()) -> tuple[Provision, ...]:
    """Return the units of a wording, the topmost of this kind; ``like`` are units it replaces or stands beside.

    Nothing is lost: ``wording_of`` gives every line back. Raises WordingUnreadable.
    """
    raise NotImplementedError
