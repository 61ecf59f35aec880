"""What received tables of concordance say about a requirement: the word of the table, never a verdict."""

from dataclasses import dataclass

from muvofiq.law.citing import cite
from muvofiq.records.models import Mission, TableLink
from muvofiq.records.models import RequirementEdition as Saved
from muvofiq.records.queries.law_text import reference_to
from muvofiq.records.queries.whose_law import answers_on
from muvofiq.records.words import Purpose


@dataclass(frozen=True, slots=True)
class TableSays:
    """A row of a table; ``citation`` is there where its unit is on file, ``is_answer`` where that was decided on.

    Where ``is_own``, it is a unit of the law of the state, and can be accepted as an answer here.
    """

    link: TableLink
    citation: str
    is_own: bool
    is_answer: bool


def table_links_of(mission: Mission, saved: Saved) -> tuple[TableSays, ...]:
    """Return the rows about a requirement, in whichever edition, in the order of files and rows."""
    links = mission.table_links.filter(requirement__requirement_id=saved.requirement_id)
    decided = set(answers_on(mission).filter(requirement=saved).values_list("edition", "eid"))
    rows = links.select_related("edition__act", "edition__mission").order_by("file_name", "row")
    return tuple(TableSays(one, _citation(one), _is_own(one), (one.edition_id, one.eid) in decided) for one in rows)


def _citation(link: TableLink) -> str:
    return cite(reference_to(link.edition, link.eid), link.edition.language) if link.edition and link.eid else ""


def _is_own(link: TableLink) -> bool:
    return link.edition is not None and link.edition.act.purpose == Purpose.NATIONAL.value
