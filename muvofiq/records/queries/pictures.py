"""What the pictures of the findings count, and what their sheets print."""

from muvofiq.publication.overview import Overview
from muvofiq.records.models import Mission, Person
from muvofiq.records.queries.released import released
from muvofiq.records.queries.scope_list import scope_list
from muvofiq.standards.drafting import own_theme


def overview_of(mission: Mission, person: Person | None = None) -> Overview:
    """Count the scope as a person may see it; without a person, all of it."""
    titles = {one.id: one.title for one in (*released().themes, own_theme())}
    return Overview.of([row.standing for row in scope_list(mission, person)], titles)
