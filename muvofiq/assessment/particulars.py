"""What a verdict says besides its word: the elements met, the kind of gap, who is harmed, where the cure belongs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Self

from muvofiq.assessment.scale import Confidence, Cure, Gap, Priority, Severity, Translation
from muvofiq.standards.requirement import ORIGINAL, Words

TEXTS = ("harm", "practice_source", "another_act", "treaty", "authority", "time_limit")
CHOICES = {
    "severity": Severity,
    "priority": Priority,
    "cure": Cure,
    "confidence": Confidence,
    "translation": Translation,
}


@dataclass(frozen=True, slots=True)
class Particulars:
    """The particulars of a verdict; all of them may be left open.

    ``covered`` and ``uncovered`` are numbers of the requirement's elements, from 1; one in neither was not looked at.
    ``harm`` says who is harmed at the border and how; ``practice_source`` whence the practice is known;
    ``another_act`` and ``treaty`` name what answers instead; ``norm`` is the citation that the law contradicts or
    differs from; ``authority`` says who acts by the law, ``time_limit`` in what time.
    """

    covered: tuple[int, ...] = ()
    uncovered: tuple[int, ...] = ()
    gaps: tuple[Gap, ...] = ()
    severity: Severity | None = None
    priority: Priority | None = None
    cure: Cure | None = None
    confidence: Confidence | None = None
    translation: Translation | None = None
    norm: str = ""
    harm: Words = field(default_factory=dict)
    practice_source: Words = field(default_factory=dict)
    another_act: Words = field(default_factory=dict)
    treaty: Words = field(default_factory=dict)
    authority: Words = field(default_factory=dict)
    time_limit: Words = field(default_factory=dict)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the letter of a finding; an empty one leaves all open.

        >>> Particulars.parse(str(Particulars(covered=(1, 3), gaps=(Gap.DEADLINE,)))).covered
        (1, 3)
        """
        return cls.from_entry(json.loads(text)) if text else cls()

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any]) -> Self:
        """Take the particulars from what ``entry`` gave."""
        choices: dict[str, Any] = {name: scale(entry[name]) for name, scale in CHOICES.items() if entry.get(name)}
        texts: dict[str, Any] = {name: dict(entry[name]) for name in TEXTS if entry.get(name)}
        return cls(
            covered=tuple(map(int, entry.get("covered", ()))),
            uncovered=tuple(map(int, entry.get("uncovered", ()))),
            gaps=tuple(map(Gap, entry.get("gaps", ()))),
            norm=entry.get("norm", ""),
            **choices,
            **texts,
        )

    def entry(self) -> dict[str, Any]:
        """Give what is not left open, as JSON has it."""
        texts = {name: {code: text for code, text in getattr(self, name).items() if text} for name in TEXTS}
        every = {
            "covered": list(self.covered),
            "uncovered": list(self.uncovered),
            "gaps": [one.value for one in self.gaps],
            **{name: getattr(self, name).value for name in CHOICES if getattr(self, name)},
            "norm": self.norm,
            **texts,
        }
        return {name: value for name, value in every.items() if value}

    def renumbered(self, before: Sequence[Words], after: Sequence[Words]) -> Self:
        """Return the particulars under a newer edition of the requirement, whose elements may stand in another order.

        An element keeps its mark where its original words are the same; one that is worded otherwise, or gone, is
        left open, for nobody has looked at it.

        >>> old, new = [{"en": "term"}, {"en": "fee"}], [{"en": "fee"}, {"en": "longer term"}]
        >>> str(Particulars(covered=(1,), uncovered=(2,)).renumbered(old, new))
        '{"uncovered": [1]}'
        """
        now = {words[ORIGINAL]: at for at, words in enumerate(after, 1)}
        place = {at: now[words[ORIGINAL]] for at, words in enumerate(before, 1) if words[ORIGINAL] in now}
        covered, uncovered = (
            tuple(sorted(place[at] for at in numbers if at in place)) for numbers in (self.covered, self.uncovered)
        )
        return replace(self, covered=covered, uncovered=uncovered)

    def __str__(self) -> str:
        entry = self.entry()
        return json.dumps(entry, ensure_ascii=False, sort_keys=True) if entry else ""
