"""What rests on a text, a requirement or a norm that something newer has taken the place of, and what to do."""

from dataclasses import dataclass, replace

from muvofiq.records.models import Mission
from muvofiq.records.models import RequirementEdition as Saved
from muvofiq.records.queries.changed_norms import ChangedNorm, changed_norms
from muvofiq.records.queries.new_editions import NewEdition, new_editions
from muvofiq.records.queries.requirements import requirement_of, scope_of
from muvofiq.records.queries.touched_evidence import Sort, ToDo, Touched, touched_evidence
from muvofiq.standards.requirement import Requirement


@dataclass(frozen=True, slots=True)
class ChangedSources:
    """All that is touched: records on older texts, requirements with newer editions, cited norms with news.

    ``known`` are the requirements of the scope by id.
    """

    evidence: tuple[Touched, ...]
    requirements: tuple[NewEdition, ...]
    norms: tuple[ChangedNorm, ...]
    known: dict[str, Requirement]

    @property
    def unseen_norms(self) -> tuple[ChangedNorm, ...]:
        """The norms with news that some verdict has not seen."""
        return tuple(one for one in self.norms if one.unseen)

    @property
    def counts(self) -> dict[str, int]:
        """How many records on older texts ask for what."""
        return {one.value: sum(row.to_do is one for row in self.evidence) for one in ToDo}


@dataclass(frozen=True, slots=True)
class SourcesSide:
    """What changed under the finding on one requirement; a newer edition of it is told elsewhere on its page."""

    evidence: tuple[Touched, ...]
    norms: tuple[ChangedNorm, ...]


def changed_sources(mission: Mission, hidden: frozenset[str] = frozenset()) -> ChangedSources:
    """Return all that is touched in a mission.

    ``hidden`` are the ids of the requirements whose verdict the person may not see yet: that a norm has news since a
    verdict would tell that there is one, and an amendment that rests on such a requirement what it says.
    """
    known = {item.requirement.requirement_id: requirement_of(item.requirement) for item in scope_of(mission)}
    norms = tuple(replace(one, unseen=one.unseen - hidden) for one in changed_norms(mission, known.values()))
    evidence = tuple(one for one in touched_evidence(mission) if not one.is_kept(hidden))
    return ChangedSources(evidence, tuple(new_editions(mission)), norms, known)


def touched(mission: Mission) -> list[Touched | NewEdition | ChangedNorm]:
    """Return everything at which somebody should look, each thing once."""
    found = changed_sources(mission)
    return [*found.evidence, *found.requirements, *found.unseen_norms]


def touched_requirements(mission: Mission) -> frozenset[str]:
    """Return the ids of the requirements whose finding rests on something that is touched."""
    found = changed_sources(mission)
    evidence = {name for one in found.evidence for name in one.requirements}
    newer = {one.saved.requirement_id for one in found.requirements}
    return frozenset(evidence | newer | {name for one in found.unseen_norms for name in one.unseen})


def sources_on(mission: Mission, saved: Saved, hidden: frozenset[str] = frozenset()) -> SourcesSide:
    """Return what changed under the finding on one requirement, without the amendments that are ``hidden``."""
    name = saved.requirement_id
    norms = tuple(one for one in changed_norms(mission, [requirement_of(saved)]) if name in one.unseen)
    return SourcesSide(tuple(one for one in touched_evidence(mission, name) if not one.is_kept(hidden)), norms)


def stale_rows(mission: Mission, hidden: frozenset[str] = frozenset()) -> dict[str, int]:
    """Return how many rows of each document rest on an older text: of the table of concordance, the comparative one."""
    found = [one for one in touched_evidence(mission) if not one.is_kept(hidden)]
    rows = {name for one in found if one.sort is Sort.ANSWER for name in one.requirements}
    recommended = sum(one.sort is Sort.AMENDMENT for one in found)
    return {"concordance": len(rows), "comparative": recommended}
