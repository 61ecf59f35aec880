"""What people read on the fields of an assessment: the choices of each, and in what two assessments differ."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from muvofiq.assessment.assessment import Assessment, changes, differences
from muvofiq.assessment.particulars import CHOICES, TEXTS
from muvofiq.assessment.scale import Gap, word
from muvofiq.assessment.verdict import Appearance, Axis, Verdict, appearances
from muvofiq.records.queries.norms import Norm
from muvofiq.standards.requirement import Requirement, Words, in_language
from muvofiq.web.languages import interface_language

SHIFT = "Shift+"  # the keys of practice are those of the law, with the shift key
FACTS: dict[str, Promise] = {
    "law": _("verdict on the law"),
    "practice": _("verdict on practice"),
    "reason": _("reason"),
    "covered": _("elements covered"),
    "uncovered": _("elements not covered"),
    "gaps": _("kind of gap"),
    "severity": _("how badly people are harmed"),
    "priority": _("priority"),
    "cure": _("level of the cure"),
    "confidence": _("how sure"),
    "translation": _("text that was read"),
    "norm": _("norm that it is held against"),
    "harm": _("who is harmed at the border and how"),
    "practice_source": _("source of the practice"),
    "another_act": _("act that answers instead"),
    "treaty": _("treaty that answers instead"),
    "authority": _("who acts by the law"),
    "time_limit": _("time limit"),
}


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """A verdict as a row of the scale: its keys, its words, and on which axis it can be given."""

    value: str
    mark: str
    word: str
    practice_word: str
    law_key: str
    practice_key: str
    is_on_law: bool
    is_on_practice: bool
    is_refused: bool


@dataclass(frozen=True, slots=True)
class AssessmentChoices:
    """What can be chosen in an assessment of one requirement: pairs of value and word.

    ``not_binding`` says why nothing is contradicted; it is empty where a cited norm binds the state.
    """

    verdicts: tuple[VerdictRow, ...]
    elements: tuple[Words, ...]
    norms: tuple[tuple[str, str], ...]
    gaps: tuple[tuple[str, str], ...]
    scales: Mapping[str, tuple[tuple[str, str], ...]]
    not_binding: str


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One field in which two assessments differ, as both say it; ``fact`` is the name of the field."""

    fact: str
    theirs: str
    mine: str


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """One field in which two people differ, as both say it, and which of them changed it since both had it open."""

    fact: str
    theirs: str
    mine: str
    by_me: bool
    by_them: bool


def assessment_choices(requirement: Requirement, norms: Sequence[Norm], content: str) -> AssessmentChoices:
    """Return the choices in the language of the interface; titles of norms in that of the content."""
    language = interface_language()
    is_bound = any(one.standing.force.binds for one in norms)
    return AssessmentChoices(
        verdicts=tuple(_row(verdict, look, language, is_bound) for verdict, look in appearances().items()),
        elements=requirement.elements,
        norms=tuple((str(one.citation), _norm(one, content)) for one in norms),
        gaps=tuple((one.value, word(one, language)) for one in Gap),
        scales={name: tuple((one.value, word(one, language)) for one in scale) for name, scale in CHOICES.items()},
        not_binding="" if is_bound else gettext("nothing that is cited binds the state on the first day"),
    )


@dataclass(frozen=True, slots=True)
class Counted:
    """How many elements of a requirement are covered, of all."""

    covered: int
    all: int


def counted(assessment: Assessment, requirement: Requirement) -> Counted:
    """Count the elements that an assessment calls covered; of none where no element was looked at."""
    told = assessment.particulars
    return Counted(len(told.covered), len(requirement.elements) if told.covered or told.uncovered else 0)


def fields_of(assessment: Assessment, content: str) -> dict[str, Any]:
    """Return what stands in the fields of a form for an assessment, by their names; texts in this language alone."""
    particulars = assessment.particulars
    elements = {f"element_{at}": "yes" for at in particulars.covered}
    elements |= {f"element_{at}": "no" for at in particulars.uncovered}
    return {
        "law": assessment.law.value,
        "practice": assessment.practice.value,
        "reason": assessment.reason.get(content, ""),
        "norm": particulars.norm,
        "gaps": [one.value for one in particulars.gaps],
        **elements,
        **{name: getattr(particulars, name) or "" for name in CHOICES},
        **{name: getattr(particulars, name).get(content, "") for name in TEXTS},
    }


def difference_rows(theirs: Assessment, mine: Assessment, content: str) -> tuple[DifferenceRow, ...]:
    """Return the fields in which two assessments differ, the verdicts first, as people read them."""
    return tuple(
        DifferenceRow(name, told(theirs, name, content), told(mine, name, content))
        for name in differences(theirs, mine)
    )


def conflict_rows(
    theirs: Assessment, mine: Assessment, content: str, opened: tuple[Assessment, Assessment] | None
) -> tuple[ConflictRow, ...]:
    """Return in what two assessments differ, with who changed it.

    ``opened`` is what I had open and what it became under my hands; without it nobody knows who changed what.
    """
    ours = changes(*opened) if opened else frozenset[str]()
    others = changes(opened[0], theirs) if opened else frozenset[str]()
    return tuple(
        ConflictRow(one.fact, one.theirs, one.mine, by_me=one.fact in ours, by_them=one.fact in others)
        for one in difference_rows(theirs, mine, content)
    )


def fact_word(name: str) -> str:
    """Return what people read for a field of an assessment."""
    return gettext(str(FACTS[name]))


def told(assessment: Assessment, name: str, content: str) -> str:
    """Return what an assessment says in one field; an empty text where it says nothing."""
    language = interface_language()
    if name in set(Axis):
        look, verdict = appearances(), getattr(assessment, name)
        return look[verdict].label(language) if name == Axis.LAW else look[verdict].practice_label(language)
    if name == "reason":
        return _text(assessment.reason, content)
    return _told(getattr(assessment.particulars, name), language, content)


def _told(value: object, language: str, content: str) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(one) if isinstance(one, int) else word(one, language) for one in value)
    if isinstance(value, Mapping):
        return _text(value, content)
    return value if type(value) is str else word(value, language) if value else ""  # type: ignore[arg-type]


def _text(texts: Mapping[str, str], content: str) -> str:
    told = {code: text for code, text in texts.items() if text}
    return in_language(told, content) if told else ""


def _norm(one: Norm, content: str) -> str:
    force = "" if one.standing.force.binds else gettext("not binding")
    return ", ".join(filter(None, (in_language(one.instrument.title, content), one.citation.pinpoint, force)))


def _row(verdict: Verdict, look: Appearance, language: str, is_bound: bool) -> VerdictRow:  # noqa: FBT001
    axes: Iterable[Axis] = look.axes
    return VerdictRow(
        value=verdict.value,
        mark=look.mark,
        word=look.words[language],
        practice_word=look.practice_words[language],
        law_key=look.key if Axis.LAW in axes else "",
        practice_key=f"{SHIFT}{look.key}" if look.key and Axis.PRACTICE in axes else "",
        is_on_law=Axis.LAW in axes,
        is_on_practice=Axis.PRACTICE in axes,
        is_refused=verdict is Verdict.CONTRADICTS and not is_bound,
    )
