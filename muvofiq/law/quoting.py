"""A quotation is a stretch of the law as printed: what is not there word for word is no quotation."""

import re


def stretch(words: str, text: str) -> str | None:
    r"""Return the stretch of the text that reads so, as printed there, or None.

    Only line breaks and the number of spaces may differ, because a screen shows them otherwise than the law does.

    >>> stretch("every person  has", "1) every person\nhas the right")
    'every person\nhas'
    >>> stretch("each person has", "every person has the right") is None
    True
    """
    wanted = words.split()
    if not wanted:
        return None
    found = re.search(r"\s+".join(map(re.escape, wanted)), text)
    return found.group() if found else None
