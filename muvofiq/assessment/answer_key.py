"""The key of a workshop exercise: what a careful reader finds in the law book, held by the facilitator."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Self

from muvofiq.assessment.verdict import Verdict
from muvofiq.law.reference import Reference
from muvofiq.standards.citation import Citation
from muvofiq.standards.requirement import Words
from muvofiq.standards.schema import Form, checked
from muvofiq.standards.yaml_text import read


class Step(IntEnum):
    """How much of an answer is shown: first where to look, then the elements, at last the verdict and why."""

    WHERE = 1
    ELEMENTS = 2
    VERDICT = 3


@dataclass(frozen=True, slots=True)
class KeyAnswer:
    """What the law book answers to one requirement.

    ``provisions`` are units of acts of the book, the most telling first; ``covered`` are the numbers of the
    requirement's elements that the book covers, from 1. ``norm`` is the binding norm that the book contradicts,
    ``another_act`` the act, not on file, to which the book sends its reader.
    """

    requirement: str
    verdict: Verdict
    provisions: tuple[Reference, ...]
    covered: tuple[int, ...]
    why: Words
    norm: Citation | None = None
    another_act: Words | None = None

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any], where: str) -> Self:
        """Take an answer from a checked entry."""
        return cls(
            requirement=entry["requirement"],
            verdict=Verdict(entry["verdict"]),
            provisions=tuple(map(Reference.parse, entry["provisions"])),
            covered=tuple(map(int, entry["covered"])),
            why=entry["why"],
            norm=Citation.parse(entry["norm"], where) if "norm" in entry else None,
            another_act=entry.get("another_act"),
        )


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """The answers of an exercise in the order in which the group judges; languages that no native lawyer has read."""

    edition: str
    answers: tuple[KeyAnswer, ...]
    unconfirmed_languages: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str | bytes, name: str = "key") -> Self:
        """Read the YAML text of a key; raises the errors of the catalogue, with file and line."""
        document = read(text, name)
        value = checked(document, Form.ANSWER_KEY)
        answers = tuple(
            KeyAnswer.from_entry(entry, document.place(("answers", at))) for at, entry in enumerate(value["answers"])
        )
        return cls(value["edition"], answers, tuple(value.get("unconfirmed", ())))

    @property
    def requirement_ids(self) -> list[str]:
        """The requirements that the key answers, in its order."""
        return [answer.requirement for answer in self.answers]

    def answer(self, requirement_id: str) -> KeyAnswer | None:
        """Return the answer to a requirement, or None where the key has none."""
        return next((one for one in self.answers if one.requirement == requirement_id), None)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often a group judged as the key does, of the answers that both have."""

    same: int
    judged: int


def agreement(key: AnswerKey, verdicts: Mapping[str, Verdict], among: Iterable[str]) -> Agreement:
    """Count, among some requirements, the verdicts on the law that equal the key's; «not assessed» is no verdict.

    >>> answer = KeyAnswer("a", Verdict.FULL, (), (), {})
    >>> agreement(AnswerKey("2026-01-01", (answer,)), {"a": Verdict.PARTIAL}, ["a"])
    Agreement(same=0, judged=1)
    """
    looked = set(among)
    pairs = [
        (answer.verdict, given)
        for answer in key.answers
        if answer.requirement in looked
        and (given := verdicts.get(answer.requirement, Verdict.NOT_ASSESSED)) is not Verdict.NOT_ASSESSED
    ]
    return Agreement(sum(key_says is given for key_says, given in pairs), len(pairs))
