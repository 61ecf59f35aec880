"""What the names mean that portals give to the paragraphs of a law, read from the table of styles."""

from functools import cache

from muvofiq.tables import Row, table


@cache
def _styles() -> dict[str, Row]:
    return {row["style"]: row for row in table("languages/styles.csv")}


def style_row(style: str) -> Row | None:
    """Return the row of the table for a style such as ``oj-ti-art``, or for one of several names in it, or None."""
    known = _styles()
    return next((known[name] for name in style.split() if name in known), None)


def role(style: str) -> str:
    """Return what a paragraph of this style is: number, heading, title, label ...; empty where no table tells.

    >>> role("oj-ti-art"), role("oj-normal")
    ('number', '')
    """
    row = style_row(style)
    return row["role"] if row else ""


def portal_of(style: str) -> str:
    """Return the portal whose pages name paragraphs so; empty where no table tells."""
    row = style_row(style)
    return row["portal"] if row else ""
