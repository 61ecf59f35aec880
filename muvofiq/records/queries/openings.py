"""The texts of a mission as the language model reads them."""

from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Mission
from muvofiq.records.queries.matched import editions_to_match, units_in


def openings_of(slug: str) -> list[str]:
    """Return the beginning of every article that a matching of the mission reads, to be taken elsewhere.

    Texts for official use are left out: see `kept_here`. Raises NotOnFile.
    """
    editions = (edition for edition in editions_to_match(_mission(slug)) if not edition.is_restricted)
    return [unit.opening for edition in editions for unit in units_in(edition)]


def kept_here(slug: str) -> list[str]:
    """Return the names of the editions that are for official use and never leave the workbench; raises NotOnFile."""
    return [edition.name for edition in editions_to_match(_mission(slug)) if edition.is_restricted]


def _mission(slug: str) -> Mission:
    mission = Mission.objects.filter(slug=slug).first()
    if mission is None:
        raise NotOnFile("missions", sort="mission", name=slug)
    return mission
