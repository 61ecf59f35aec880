"""The quality checks: each looks at one finding and says what is wrong, why it matters, and what to do."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from muvofiq.assessment import rules_evidence, rules_norms, rules_people, rules_verdict
from muvofiq.assessment.facts import Facts
from muvofiq.assessment.rules import Rule
from muvofiq.assessment.scale import State
from muvofiq.standards.thesaurus import LANGUAGES
from muvofiq.tables import Row, table

GUARDED = (State.CHECKED, State.SHOWN)  # the states that a finding reaches only past its checks
RULES: dict[str, Rule] = {
    **rules_verdict.RULES,
    **rules_evidence.RULES,
    **rules_norms.RULES,
    **rules_people.RULES,
}


class Weight(StrEnum):
    """How much a check weighs: an error keeps the finding from moving on, a warning asks, a note tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Check:
    """A check as the table of the library has it.

    ``before`` is the state before which what it finds should be mended: «checked» from the first word on, «shown» as
    soon as the finding is checked and about to be shown. ``anchor`` is where on the page of the requirement it is
    mended. The message begins with the name of the check; what fills it in stands behind the first colon.
    """

    id: str
    severity: Weight
    before: State
    anchor: str
    messages: Mapping[str, str]
    whys: Mapping[str, str]
    remedies: Mapping[str, str]

    @classmethod
    def from_row(cls, row: Row) -> "Check":
        """Take a check from a row of the table."""
        texts = ({code: row[f"{kind}_{code}"] for code in LANGUAGES} for kind in ("message", "why", "remedy"))
        return cls(row["check"], Weight(row["severity"]), State(row["before"]), row["anchor"], *texts)

    def __str__(self) -> str:
        return self.id

    def name(self, language: str) -> str:
        """Return by what people know the check, without what it found in one finding.

        >>> check_named("elements-not-looked-at").name("en")
        'Elements that nobody has looked at'
        """
        return self.messages[language].partition(":")[0]

    def is_due(self, state: State, to: State | None = None) -> bool:
        """Whether it looks at a finding in a state, or at one that is to be moved to another."""
        if to is not None:
            return to in GUARDED and GUARDED.index(self.before) <= GUARDED.index(to)
        return self.before is State.CHECKED or state is not State.DRAFT


@dataclass(frozen=True, slots=True)
class Failure:
    """What a check found in one finding."""

    check: Check
    values: Mapping[str, object] = field(default_factory=dict)

    def message(self, language: str) -> str:
        """Return what is wrong."""
        return self.check.messages[language].format(**self.values)

    def why(self, language: str) -> str:
        """Return why it matters."""
        return self.check.whys[language]

    def remedy(self, language: str) -> str:
        """Return what to do."""
        return self.check.remedies[language]


@cache
def checks() -> dict[str, Check]:
    """Return the checks by their ids, in the order of the table: the heaviest first."""
    found = [Check.from_row(row) for row in table("checks.csv")]
    return {one.id: one for one in sorted(found, key=lambda one: list(Weight).index(one.severity))}


def check_named(name: str) -> Check | None:
    """Return a check by its id, or None."""
    return checks().get(name)


def checked(facts: Facts) -> tuple[Failure, ...]:
    """Return what the checks find in a finding as it stands, the heaviest first."""
    return tuple(_run(facts, (one for one in checks().values() if one.is_due(facts.state))))


def blocking(facts: Facts, to: State) -> tuple[Failure, ...]:
    """Return the errors that keep a finding from another state."""
    errors = (one for one in checks().values() if one.severity is Weight.ERROR and one.is_due(facts.state, to))
    return tuple(_run(facts, errors))


def _run(facts: Facts, due: Iterable[Check]) -> Iterator[Failure]:
    for check in due:
        values = RULES[check.id](facts)
        if values is not None:
            yield Failure(check, values)
