"""What the quality checks found in a mission, as it is printed."""

from datetime import date

from muvofiq.publication.checks_list import ChecksList, Found
from muvofiq.records.models import Mission, Person
from muvofiq.records.queries.documents import notices_of
from muvofiq.records.queries.quality import checks_of
from muvofiq.standards.requirement import in_language


def checks_sheet(mission: Mission, person: Person, language: str, *, made_on: date) -> ChecksList:
    """Gather what a person may see, with the titles in a language."""
    quality = checks_of(mission, person)
    return ChecksList(
        mission=in_language(mission.title, language),
        notices=notices_of(mission, language),
        lines=tuple(
            Found(each.requirement.code, in_language(each.requirement.title, language), each.state, failure)
            for each in quality.findings
            for failure in each.failures
        ),
        findings=len(quality.findings),
        kept=quality.kept,
        made_on=made_on,
    )
