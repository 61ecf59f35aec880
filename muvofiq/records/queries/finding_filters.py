"""Which findings are listed: by what they are about, who judges them, what was said, what is left; and how sorted."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, fields, replace
from enum import StrEnum

from muvofiq.assessment.scale import Priority, Severity, State
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.queries.scope_list import Left, ScopeRow
from muvofiq.standards.force import Force
from muvofiq.standards.vocabulary import Group, Stage

NOBODY = "-"  # stands for the owner of a requirement that nobody has been given


class Order(StrEnum):
    """In which order the findings are listed."""

    SCOPE = "scope"
    SEVERITY = "severity"
    PRIORITY = "priority"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a listed requirement must be; what is None or empty is no condition. ``owner`` is a user name.

    A finding that is kept back from the reader fits no condition about what it says.
    """

    theme: str = ""
    group: Group | None = None
    stage: Stage | None = None
    force: Force | None = None
    state: State | None = None
    owner: str = ""
    law: Verdict | None = None
    practice: Verdict | None = None
    look: Left | None = None
    words: str = ""

    @property
    def chosen(self) -> tuple[str, ...]:
        """The names of the conditions that are set."""
        return tuple(one.name for one in fields(self) if getattr(self, one.name))

    def without(self, name: str) -> "Filters":
        """Return the same conditions but one."""
        return replace(self, **{name: getattr(Filters(), name)})

    def fits(self, row: ScopeRow) -> bool:
        """Whether a row fulfils every condition."""
        return all(self.fits_one(name, row) for name in self.chosen)

    def fits_one(self, name: str, row: ScopeRow) -> bool:
        """Whether a row fulfils the condition of this name."""
        if name == "words":
            return all(word in _text(row) for word in self.words.casefold().split())
        return getattr(self, name) in FACTS[name](row)


# What a row has to offer to each condition.
FACTS: dict[str, Callable[[ScopeRow], Collection[str]]] = {
    "theme": lambda row: (row.requirement.theme,),
    "group": lambda row: row.requirement.groups,
    "stage": lambda row: row.requirement.stages,
    "force": lambda row: row.forces,
    "state": lambda row: (row.state,) if row.state else (),
    "owner": lambda row: (row.owner.username if row.owner else NOBODY,),
    "law": lambda row: () if row.is_kept_back else (row.assessment.law,),
    "practice": lambda row: () if row.is_kept_back else (row.assessment.practice,),
    "look": lambda row: row.left,
}


def filtered(rows: Iterable[ScopeRow], filters: Filters, order: Order = Order.SCOPE) -> list[ScopeRow]:
    """Return the rows that fulfil every condition, in the order asked for; what has no rank stands last."""
    shown = [one for one in rows if filters.fits(one)]
    return shown if order is Order.SCOPE else sorted(shown, key=lambda row: _rank(row, order))


def counted(rows: Collection[ScopeRow], filters: Filters) -> dict[str, Counter[str]]:
    """Count for each condition how many rows each of its words would list beside the other conditions."""
    found = {}
    for name, facts in FACTS.items():
        others = filters.without(name)
        found[name] = Counter(fact for row in rows if others.fits(row) for fact in facts(row))
    return found


def _rank(row: ScopeRow, order: Order) -> int:
    said = row.assessment.particulars
    value, scale = (said.severity, list(Severity)) if order is Order.SEVERITY else (said.priority, list(Priority))
    return scale.index(value) if value else len(scale)  # type: ignore[arg-type]


def _text(row: ScopeRow) -> str:
    one, reason = row.requirement, row.assessment.reason
    said = (one.code, one.id, *one.title.values(), *one.statement.values(), *reason.values())
    return " ".join(said).casefold()
