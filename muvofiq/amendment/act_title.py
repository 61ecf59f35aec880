"""The title of an amending act follows the number of its changes and additions: «О внесении изменения и дополнений».

The rule was read from about eight titles of Tajik laws, one of which (of 2005) departs from it; nobody has confirmed
it. Therefore a title that the user gives always goes before the one written here. One change alone, several additions
alone, and one change with several additions stand in none of those titles: they are written by analogy.
"""

from collections.abc import Sequence

from muvofiq.amendment.act_name import ActName
from muvofiq.amendment.change import ADDITIONS, Change, EnterIntoForce
from muvofiq.amendment.formulae import words_of
from muvofiq.tables import Row, table

SEVERAL = 2


def act_title(acts: Sequence[ActName], changes: Sequence[Change], own: str = "") -> str:
    """Return the title of the act that makes these changes in one act or several; ``own`` is the user's own title."""
    if own:
        return own
    words, name = words_of(acts[0].language), acts[0]
    title = counted(name.language, changes)["title"]
    if len(acts) > 1:
        return words["title-several"].format(counted=title, state=name.state)
    return words["title"].format(counted=title, act=name.short)


def counted(language: str, changes: Sequence[Change]) -> Row:
    """Return how changes and additions are called by their number, in the title and in the lead-in."""
    orders = [change for change in changes if not isinstance(change, EnterIntoForce)]
    additions = sum(isinstance(change, ADDITIONS) for change in orders)
    numbers = (min(len(orders) - additions, SEVERAL), min(additions, SEVERAL))
    wanted = numbers if any(numbers) else (1, 0)
    rows = (row for row in table("formulae/writing-titles.csv") if row["language"] == language)
    return next(row for row in rows if (int(row["changes"]), int(row["additions"])) == wanted)
