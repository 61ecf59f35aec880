"""Texts in several languages, as actions take them: what is missing is refused, what is empty is not kept."""

from collections.abc import Mapping

from muvofiq.records.errors import Missing


def wanted(texts: Mapping[str, str], field: str, where: str) -> dict[str, str]:
    """Return the texts without blanks around; raises Missing where no language has any."""
    kept = given(texts)
    if not kept:
        raise Missing(where, field=field)
    return kept


def given(texts: Mapping[str, str]) -> dict[str, str]:
    """Return the texts that say something."""
    return {language: text.strip() for language, text in texts.items() if text and text.strip()}
