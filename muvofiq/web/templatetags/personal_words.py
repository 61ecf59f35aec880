"""What stands beside a saved text as long as it may hold data on a person."""

from django import template

from muvofiq.assessment.particulars import TEXTS
from muvofiq.records.models import Finding
from muvofiq.records.queries.assessments import assessment_of
from muvofiq.web.personal import personal_warnings

register = template.Library()


@register.filter
def personal(finding: Finding | None) -> list[str]:
    """Give the warnings about the free texts of a finding, in whatever language they are."""
    saved = assessment_of(finding)
    texts = [saved.reason, *(getattr(saved.particulars, name) for name in TEXTS)]
    return personal_warnings(*(words for text in texts for words in text.values()))
