"""The fields of an assessment as every form of it shows them."""

from typing import Any

from django import template

from muvofiq.assessment.assessment import Assessment
from muvofiq.assessment.scale import Confidence, Cure, Gap, Priority, Severity, State, Translation, word
from muvofiq.assessment.verdict import appearances
from muvofiq.records.queries.verdict_versions import Version
from muvofiq.web.forms_assessment import AssessmentForm
from muvofiq.web.labels_assessment import DifferenceRow, difference_rows, fact_word, fields_of
from muvofiq.web.languages import interface_language

register = template.Library()


@register.simple_tag
def assessed(assessment: Assessment, form: AssessmentForm | None, content: str) -> dict[str, Any]:
    """Give what stands in the fields: what was typed and not saved, or else what the assessment says."""
    return fields_of(assessment, content) | (form.typed if form else {})


@register.simple_tag
def facts_of(assessment: Assessment, content: str) -> tuple[DifferenceRow, ...]:
    """Give all that an assessment says besides the two verdicts, as rows whose ``mine`` is the text."""
    said = difference_rows(Assessment(), assessment, content)
    return tuple(one for one in said if one.fact not in {"law", "practice"})


@register.simple_tag
def version_rows(version: Version, content: str) -> tuple[DifferenceRow, ...]:
    """Give in what a version differed from the one before, as rows of before (``theirs``) and after (``mine``)."""
    return difference_rows(version.before, version.assessment, content)


@register.filter
def field(values: dict[str, Any], name: object) -> object:
    """Give what stands in a field, by its name."""
    return values.get(str(name), "")


@register.filter
def element(values: dict[str, Any], at: object) -> object:
    """Give how an element is marked: «yes», «no» or nothing."""
    return values.get(f"element_{at}", "")


@register.filter
def fact(name: str) -> str:
    """Give the word for a field of an assessment."""
    return fact_word(name)


@register.filter
def mark(verdict: object) -> str:
    """Give the mark of a verdict."""
    return next(look.mark for one, look in appearances().items() if one.value == str(verdict))


@register.filter
def practice_word(verdict: object) -> str:
    """Give the word of a verdict, said of practice, in the language of the interface."""
    return next(
        look.practice_words[interface_language()] for one, look in appearances().items() if one.value == str(verdict)
    )


@register.filter
def scale_word(value: Gap | Severity | Priority | Cure | Confidence | Translation | State) -> str:
    """Give the word of a scale in the language of the interface."""
    return word(value, interface_language())
