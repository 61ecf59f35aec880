"""A provision that may answer a requirement, proposed by the machine, with the reasons why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

NOTHING = 0.5  # the chance above which it is said that probably none of the acts answers


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a provision is proposed.

    ``words`` are printed in the provision and asked for by the requirement, ``concepts`` are shared concepts of the
    thesaurus, ``meaning_rank`` is the place that the embedding alone would give (1 is nearest; None without a model).
    ``model`` is the heading of the model article that the provision resembles most, ``act`` the kind of act that both
    have in common and ``form`` their common legal form, each empty where there is none. ``signals`` gives what each
    signal adds to the score: its weight times its standardised value.
    """

    words: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    meaning_rank: int | None = None
    model: str = ""
    act: str = ""
    form: str = ""
    signals: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any]) -> "Reason":
        """Take a reason from what ``entry`` gives; what an older entry lacks is empty."""
        texts = {name: str(entry.get(name) or "") for name in ("model", "act", "form")}
        return cls(
            words=tuple(entry.get("words", ())),
            concepts=tuple(entry.get("concepts", ())),
            meaning_rank=entry.get("meaning_rank"),
            signals=dict(entry.get("signals", {})),
            **texts,
        )

    def entry(self) -> dict[str, Any]:
        """Return the reason as plain data."""
        return {
            "words": list(self.words),
            "concepts": list(self.concepts),
            "meaning_rank": self.meaning_rank,
            "model": self.model,
            "act": self.act,
            "form": self.form,
            "signals": dict(self.signals),
        }

    def __str__(self) -> str:
        parts = []
        if self.words:
            parts.append("words: " + ", ".join(self.words))
        if self.concepts:
            parts.append("concepts: " + ", ".join(self.concepts))
        if self.meaning_rank:
            parts.append(f"meaning: place {self.meaning_rank} by the embedding alone")
        if self.model:
            natures = ", ".join(one.replace("_", " ") for one in (self.act, self.form) if one)
            parts.append(f"model article: {self.model}" + (f" ({natures})" if natures else ""))
        return "; ".join(parts)

    @property
    def formula(self) -> str:
        """How the score comes about, the greatest part first."""
        terms = sorted(self.signals.items(), key=lambda term: (-abs(term[1]), term[0]))
        return " ".join(f"{value:+.2f} {name}" for name, value in terms)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One proposed answer: the address of the article or of the unit inside it that answers, and why.

    ``rank`` is its place (from 1), ``score`` the sum behind the place, ``article`` the address of the article that
    was ranked.
    """

    unit: str
    rank: int
    score: float
    reason: Reason
    article: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for one requirement: the candidates, best first, and how far the first can be trusted.

    ``confidence`` is the estimated chance that the first is right, ``nothing`` the estimated chance that none of the
    acts answers; both from 0 to 1, both learned from the gold sets (``alignment/confidence.csv``).
    """

    candidates: tuple[Candidate, ...]
    confidence: float = 0.0
    nothing: float = 1.0

    @property
    def is_probably_nothing(self) -> bool:
        """Whether it is likelier that nothing in these acts answers than that something does."""
        return self.nothing > NOTHING
