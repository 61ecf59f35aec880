"""Finds the allowed word that looks most like a mistyped one."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, allowed: Iterable[str]) -> str:
    """Name the allowed word nearest to the one written.

    >>> nearest("citation", ["title", "citations", "terms"])
    'citations'
    """
    found = get_close_matches(word, list(allowed), n=1, cutoff=0.0)
    return found[0] if found else ""
