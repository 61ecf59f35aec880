"""The draft amending act of a mission in each language: title, clauses of all acts, and what its proof says."""

from dataclasses import dataclass

from muvofiq.amendment.proof import Proof
from muvofiq.records.models import Amendment, Mission, Person


@dataclass(frozen=True, slots=True)
class ActDrafted:
    """The draft in one language. ``counted`` is the title by the rule, ``title`` the one that stands.

    ``lines`` are the whole act as printed; ``proofs`` the proof of each amendment; ``left_out`` the amendments of which
    no clause could be made, with the reason.
    """

    language: str
    title: str
    counted: str
    version: int
    lines: tuple[str, ...]
    proofs: tuple[tuple[Amendment, Proof], ...]
    left_out: tuple[tuple[Amendment, str], ...]
    needs_editor: bool


def drafted_acts(mission: Mission, person: Person | None = None) -> list[ActDrafted]:
    """Return the drafts, one for each language in which something is amended."""
    raise NotImplementedError


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """One unit with its clause in each language; an empty clause says that this language has none yet."""

    unit: str
    clauses: tuple[tuple[str, str], ...]  # language, clause


def aligned_clauses(mission: Mission, person: Person | None = None) -> list[AlignedRow]:
    """Return the clauses of all languages side by side by target unit, in the order of the acts and their units."""
    raise NotImplementedError
