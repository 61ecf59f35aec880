"""A provision that may answer a requirement, proposed by the machine, with the reasons why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a provision is proposed.

    ``words`` are printed in the provision and asked for by the requirement, ``concepts`` are shared concepts of the
    thesaurus, ``meaning_rank`` is the place that the embedding alone would give (1 is nearest; None without a model).
    """

    words: tuple[str, ...]
    concepts: tuple[str, ...]
    meaning_rank: int | None

    def __str__(self) -> str:
        parts = []
        if self.words:
            parts.append("words: " + ", ".join(self.words))
        if self.concepts:
            parts.append("concepts: " + ", ".join(self.concepts))
        if self.meaning_rank:
            parts.append(f"meaning: place {self.meaning_rank} by the embedding alone")
        return "; ".join(parts)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One proposed answer: the address of the unit, its place (from 1) and the standardised score behind the place."""

    unit: str
    rank: int
    score: float
    reason: Reason
