"""The states whose law is read, each by two letters and the name under which people know it; so is the law of the EU."""

from functools import cache

from muvofiq.standards.requirement import ORIGINAL
from muvofiq.tables import Row, table


def state_codes() -> tuple[str, ...]:
    """Return the two letters of the states of which the library knows the names."""
    return tuple(_rows())


def state_name(code: str, language: str) -> str:
    """Return the name of a state in a language, else in English; of one that is not in the table, its letters.

    >>> state_name("LV", "ru"), state_name("LV", "de"), state_name("QQ", "ru")
    ('Латвия', 'Latvia', 'QQ')
    """
    names = _rows().get(code, {})
    return names.get(language) or names.get(ORIGINAL) or code


@cache
def _rows() -> dict[str, Row]:
    return {row["code"]: row for row in table("states.csv")}
