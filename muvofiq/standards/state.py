"""The states whose law is read, each by two letters and the name under which people know it; so is EU law."""

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


def languages_of_law(code: str) -> tuple[str, ...]:
    """Return the languages in which the law of a state is met, its own first; none where the library does not know.

    >>> languages_of_law("TJ"), languages_of_law("QQ")
    (('tg', 'ru', 'en'), ())
    """
    return tuple(row["language"] for row in table("languages/written-in.csv") if row["state"] == code)


@cache
def _rows() -> dict[str, Row]:
    return {row["code"]: row for row in table("states.csv")}
