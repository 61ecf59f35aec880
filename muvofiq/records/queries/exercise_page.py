"""What is shown of the key of an exercise: of one answer, and of all of them beside what the group judged."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from muvofiq.assessment.answer_key import Agreement, KeyAnswer, Step, agreement
from muvofiq.assessment.case import Case, cases
from muvofiq.assessment.verdict import Verdict
from muvofiq.law.citing import cite
from muvofiq.law.reference import Reference
from muvofiq.records.errors import UnitMissing
from muvofiq.records.models import Act, Edition, Finding, Mission, Person
from muvofiq.records.queries.blind import kept_from
from muvofiq.records.queries.exercise import key_of
from muvofiq.records.queries.law_text import editions_on_file, unit_of
from muvofiq.records.queries.missions import findings_of
from muvofiq.records.queries.released import released
from muvofiq.records.queries.requirements import requirement_of, scope_of
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.requirement import Requirement, Words


@dataclass(frozen=True, slots=True)
class Place:
    """A unit that the key names, with its citation and its edition on file; without one where the text has it not."""

    reference: Reference
    act: Act | None
    edition: Edition | None
    citation: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of an answer so far; what is still covered is left empty."""

    step: int
    places: tuple[Place, ...] = ()
    elements: tuple[tuple[Words, bool], ...] = ()
    answer: KeyAnswer | None = None
    instrument: Instrument | None = None
    """Of the norm that the law contradicts."""
    unconfirmed_languages: tuple[str, ...] = ()

    @property
    def next_step(self) -> int | None:
        """The step that comes next, None where all is shown."""
        return self.step + 1 if self.step < max(Step) else None


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One answer of the key in the list: the group's verdict, and the key's once it is shown."""

    requirement: Requirement
    finding: Finding | None
    step: int
    verdict: Verdict | None
    is_kept: bool = False
    """Whether the group's verdict is kept back from the person who reads."""


@dataclass(frozen=True, slots=True)
class ExercisePage:
    """All that the page of an exercise shows; ``agreed`` counts only answers whose verdict is shown."""

    rows: tuple[KeyRow, ...]
    shown: int
    agreed: Agreement
    cases: tuple[Case, ...]
    unconfirmed_languages: tuple[str, ...]


def shown_answer(mission: Mission, requirement: Requirement, language: str) -> Shown | None:
    """Return what is shown of the key's answer, or None where there is no key or no answer to the requirement.

    Provisions are named in the edition of this language where there is one.
    """
    answer = key_of(mission).answer(requirement.id) if mission.exercise else None
    if answer is None:
        return None
    step = _steps(mission).get(requirement.id, 0)
    elements = enumerate(requirement.elements, 1)
    is_open = step >= Step.VERDICT
    return Shown(
        step,
        tuple(_places(mission, answer, language)) if step >= Step.WHERE else (),
        tuple((words, at in answer.covered) for at, words in elements) if step >= Step.ELEMENTS else (),
        answer if is_open else None,
        released().instrument(answer.norm.instrument) if is_open and answer.norm else None,
        key_of(mission).unconfirmed_languages,
    )


def exercise_page(mission: Mission, person: Person | None = None) -> ExercisePage:
    """Gather the page of an exercise; raises NotOnFile for a mission that is none.

    What the group judged is left out where it is kept back from the person who reads.
    """
    key = key_of(mission)
    requirements = [requirement_of(item.requirement) for item in scope_of(mission)]
    findings = {one.requirement.requirement_id: one for one in findings_of(mission, person)}
    kept = kept_from(person, mission) if person else frozenset()
    rows = tuple(_rows(mission, requirements, findings, kept))
    verdicts = {name: Verdict(one.law) for name, one in findings.items()}
    open_rows = [row.requirement.id for row in rows if row.verdict]
    return ExercisePage(
        rows,
        len(open_rows),
        agreement(key, verdicts, open_rows),
        cases(),
        tuple(
            dict.fromkeys(
                (*key.unconfirmed_languages, *(name for one in cases() for name in one.unconfirmed_languages))
            )
        ),
    )


def _rows(
    mission: Mission, requirements: list[Requirement], findings: Mapping[str, Finding], kept: Collection[str]
) -> Iterator[KeyRow]:
    key, steps = key_of(mission), _steps(mission)
    for requirement in requirements:
        if answer := key.answer(requirement.id):
            step = steps.get(requirement.id, 0)
            verdict = answer.verdict if step >= Step.VERDICT else None
            yield KeyRow(requirement, findings.get(requirement.id), step, verdict, requirement.id in kept)


def _steps(mission: Mission) -> dict[str, int]:
    """Return how far each answer is shown, by the requirement's id."""
    return dict(mission.reveals.order_by("step").values_list("requirement_id", "step"))


def _places(mission: Mission, answer: KeyAnswer, language: str) -> Iterator[Place]:
    acts = {act.key: act for act in mission.acts.exclude(key="")}
    editions = sorted(editions_on_file(mission), key=lambda one: one.language != language)
    for reference in answer.provisions:
        act = acts.get(reference.act)
        edition = next((one for one in editions if one.act == act and _has(one, reference.eid)), None)
        yield Place(reference, act, edition, cite(reference, edition.language if edition else language))


def _has(edition: Edition, eid: str) -> bool:
    try:
        unit_of(edition, eid)
    except UnitMissing:
        return False
    return True
