"""What a saved row says of a requirement, as the value that is compared, shown and told in the history."""

from muvofiq.assessment.assessment import Assessment
from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.models import Finding, Opinion


def assessment_of(row: Finding | Opinion | None) -> Assessment:
    """Return the assessment that a row holds; an empty one where there is no row."""
    if row is None:
        return Assessment()
    return Assessment(Verdict(row.law), Verdict(row.practice), row.reason, Particulars.parse(row.particulars))
