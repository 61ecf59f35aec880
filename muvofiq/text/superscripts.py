"""Raised figures stay raised: the 1 of article 17¹ must not become article 171."""

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raise_figures(text: str) -> str:
    """Return the text with its figures as superscript characters.

    >>> raise_figures("1")
    '¹'
    """
    return text.translate(RAISED)
