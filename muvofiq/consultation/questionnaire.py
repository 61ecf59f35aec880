"""A questionnaire asks one agency what the law and practice of its state say, and judges nothing."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Any, Self

from muvofiq.standards.requirement import Words

FIGURES = 8  # of the hash of a questionnaire that stand in its files: enough to tell it from every other


class Kind(StrEnum):
    """Why a question is asked. The reason is for the experts: no file that leaves the mission tells it."""

    GAP = "gap"
    NOT_FOUND = "not_found"
    OPEN = "open"
    ELEMENT = "element"
    EXPLANATION = "explanation"
    TREATY = "treaty"
    TEXT = "text"
    PRACTICE = "practice"
    TIME_LIMIT = "time_limit"
    AUTHORITY = "authority"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``key`` («Q07») is how its answer finds back; ``element`` counts from 1, 0 for the whole.

    ``title`` and ``statement`` are those of the requirement, as they were when the question was put.
    """

    key: str
    requirement: str
    code: str
    kind: Kind
    text: Words
    title: Words
    statement: Words
    element: int = 0

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any]) -> Self:
        """Take a question from what ``entry`` gave."""
        return cls(**{**entry, "kind": Kind(entry["kind"])})

    def entry(self) -> dict[str, Any]:
        """Give the question as JSON has it."""
        texts = {"text": dict(self.text), "title": dict(self.title), "statement": dict(self.statement)}
        facts = {"key": self.key, "requirement": self.requirement, "code": self.code, "kind": self.kind.value}
        return {**facts, **texts, "element": self.element}


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Who is asked, for which mission, in which languages, what, and until when an answer is wished."""

    agency: Words
    mission: Words
    languages: tuple[str, ...]
    questions: tuple[Question, ...]
    wanted_by: date | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the letter of a questionnaire.

        >>> one = Questionnaire({"en": "Border Guard"}, {"en": "Review"}, ("en",), ())
        >>> Questionnaire.parse(str(one)) == one
        True
        """
        entry = json.loads(text)
        day = entry["wanted_by"]
        return cls(
            agency=entry["agency"],
            mission=entry["mission"],
            languages=tuple(entry["languages"]),
            questions=tuple(map(Question.from_entry, entry["questions"])),
            wanted_by=date.fromisoformat(day) if day else None,
        )

    def __str__(self) -> str:
        entry = {
            "agency": dict(self.agency),
            "mission": dict(self.mission),
            "languages": list(self.languages),
            "questions": [one.entry() for one in self.questions],
            "wanted_by": self.wanted_by.isoformat() if self.wanted_by else "",
        }
        return json.dumps(entry, ensure_ascii=False)

    @property
    def fingerprint(self) -> str:
        """The beginning of its hash, by which a file that comes back is known for one of this questionnaire."""
        return sha256(str(self).encode()).hexdigest()[:FIGURES]

    def question(self, key: str) -> Question | None:
        """Return the question of a key, if there is one."""
        return next((one for one in self.questions if one.key == key), None)


def key_of(place: int) -> str:
    """Return the key of the question in a place, counted from 1.

    >>> key_of(7), key_of(123)
    ('Q07', 'Q123')
    """
    return f"Q{place:02d}"
