"""Which questions an agency could be asked: what is open in the scope, by theme, and whom it may concern."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from muvofiq.assessment.assessment import Assessment
from muvofiq.consultation.asking import still_to_ask, wording
from muvofiq.consultation.competence import suggested
from muvofiq.consultation.questionnaire import Kind
from muvofiq.records.models import Agency, Finding, Mission, Person, Questionnaire
from muvofiq.records.queries.assessments import assessment_of
from muvofiq.records.queries.blind import kept_from
from muvofiq.records.queries.released import released
from muvofiq.records.queries.requirements import requirement_of, scope_of
from muvofiq.records.queries.sent_questionnaires import letter_of
from muvofiq.records.queries.whose_law import answers_on
from muvofiq.records.words import Decision
from muvofiq.standards.drafting import own_theme
from muvofiq.standards.requirement import Requirement, Theme, Words

ASIDE = {
    Kind.TIME_LIMIT,
    Kind.AUTHORITY,
}  # small points, of which there are many: nobody is asked unless a person wants
Judged = tuple[Requirement, Assessment, bool]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants to ask: about which requirement, why, and in which words in each language."""

    requirement_id: str
    kind: Kind
    element: int
    text: Words


@dataclass(frozen=True, slots=True)
class Proposed:
    """A question that could be asked. ``agency`` is the machine's guess by ``words``; ``asked_in`` where it was put."""

    requirement: Requirement
    kind: Kind
    element: int
    text: Words
    agency: Agency | None
    words: tuple[str, ...]
    asked_in: tuple[Questionnaire, ...]

    @property
    def tick(self) -> str:
        """By what a person chooses it."""
        return tick_of(self.requirement.id, self.kind, self.element)


@dataclass(frozen=True, slots=True)
class ThemeQuestions:
    """The questions of one theme in the order of the scope."""

    theme: Theme
    rows: tuple[Proposed, ...]


@dataclass(frozen=True, slots=True)
class ToAsk:
    """All that could be asked; ``kept_back`` counts the requirements on which the person owes a second opinion."""

    themes: tuple[ThemeQuestions, ...]
    kept_back: int

    @property
    def rows(self) -> tuple[Proposed, ...]:
        """The questions of all themes."""
        return tuple(row for theme in self.themes for row in theme.rows)


def tick_of(requirement_id: str, kind: Kind, element: int) -> str:
    """Return by what a question is chosen on the page."""
    return f"{requirement_id} {kind.value} {element}"


def ticked_for(found: ToAsk, agency: str) -> frozenset[str]:
    """Return the questions that the machine suggests for an agency (by its key) and that it was not asked yet."""
    return frozenset(
        row.tick
        for row in found.rows
        if row.agency and str(row.agency.pk) == agency and row.kind not in ASIDE
        if not any(str(one.agency_id) == agency for one in row.asked_in)
    )


def questions_to_ask(mission: Mission, person: Person) -> ToAsk:
    """Return what is open in the scope, without the requirements whose finding the person may not see yet."""
    kept = kept_from(person, mission)
    scope = [requirement_of(item.requirement) for item in scope_of(mission)]
    agencies = {str(one.pk): one for one in mission.agencies.all()}
    asked = _asked_before(mission)
    rows = [
        row
        for requirement, judged, is_answered in _judged(mission)
        if requirement.id not in kept
        for row in _proposed(requirement, judged, agencies, asked, is_answered=is_answered)
    ]
    themes = {one.id: one for one in (*released().themes, own_theme())}
    rows.sort(key=lambda row: row.requirement.theme)  # a stable sort: within a theme the order of the scope stays
    grouped = groupby(rows, lambda row: row.requirement.theme)
    found = [ThemeQuestions(themes.get(id_, Theme(id_, {"en": id_})), tuple(group)) for id_, group in grouped]
    return ToAsk(tuple(found), sum(one.id in kept for one in scope))


def _proposed(
    requirement: Requirement,
    judged: Assessment,
    agencies: dict[str, Agency],
    asked: dict[str, list[Questionnaire]],
    *,
    is_answered: bool,
) -> Iterator[Proposed]:
    open_points = still_to_ask(requirement, judged, is_answered=is_answered)
    if not open_points:
        return
    key, words = suggested(requirement, {key: agency.competence for key, agency in agencies.items()})
    for one in open_points:
        text = wording(one.kind, requirement, one.element)
        before = tuple(asked.get(tick_of(requirement.id, one.kind, one.element), ()))
        yield Proposed(requirement, one.kind, one.element, text, agencies.get(key), words, before)


def _judged(mission: Mission) -> Iterator[Judged]:
    findings: dict[object, Finding] = {one.requirement_id: one for one in mission.findings.all()}
    accepted = answers_on(mission).filter(decision=Decision.ACCEPTED.value)
    answered = set(accepted.values_list("requirement_id", flat=True))
    for item in scope_of(mission):
        judged = assessment_of(findings.get(item.requirement_id))
        yield requirement_of(item.requirement), judged, item.requirement_id in answered


def _asked_before(mission: Mission) -> dict[str, list[Questionnaire]]:
    found: dict[str, list[Questionnaire]] = {}
    for sent in mission.questionnaires.select_related("agency"):
        for question in letter_of(sent).questions:
            found.setdefault(tick_of(question.requirement, question.kind, question.element), []).append(sent)
    return found
