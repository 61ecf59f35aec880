"""Which of the norms that a requirement cites a person means by the norm that a verdict names."""

from collections.abc import Iterable


def instrument_of(citation: str) -> str:
    """Return the short name of the instrument, with which a citation begins.

    >>> instrument_of("crc art. 37(b)")
    'crc'
    """
    return citation.partition(" ")[0]


def meant_by(norm: str, cited: Iterable[str]) -> tuple[str, ...]:
    """Return that very citation if it is cited, else those of the same instrument; nothing where no norm is named.

    >>> meant_by("crc art. 3", ["crc art. 37(b)", "iccpr art. 9"])
    ('crc art. 37(b)',)
    """
    citations = tuple(cited) if norm else ()
    same = tuple(one for one in citations if one == norm)
    return same or tuple(one for one in citations if instrument_of(one) == instrument_of(norm))
