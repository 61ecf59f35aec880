"""The texts of a mission as the language model reads them."""

from muvofiq.alignment.unit import units_of
from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Mission
from muvofiq.records.queries.law_text import law_of
from muvofiq.records.queries.matched import editions_to_match


def openings_of(slug: str) -> list[str]:
    """Return the beginning of every article, which is what a matching of the mission reads; raises NotOnFile."""
    mission = Mission.objects.filter(slug=slug).first()
    if mission is None:
        raise NotOnFile("missions", sort="mission", name=slug)
    laws = (law_of(edition) for edition in editions_to_match(mission))
    return [unit.opening for law in laws for unit in units_of(law)]
