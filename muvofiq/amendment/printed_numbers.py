"""The number of a unit is taken out of its label as the law prints it: 12(1) or 12¹."""

from collections.abc import Iterator

from muvofiq.law.number import Number


def printed_number(label: str, number: Number) -> str:
    """Return the number in a label as printed; empty where the label has none in figures or letters.

    >>> printed_number("Статья 17¹.", Number.parse("17(1)")), printed_number("3(1))", Number.parse("3(1)"))
    ('17¹', '3(1)')
    """
    return next((one for one in _numbers(label) if _parsed(one) == number), "")


def bare_number(label: str) -> str:
    """Return a number without the signs around it: «4» for «4.», «12(1)» for «12(1))»."""
    return next((one for one in _numbers(label) if _parsed(one)), label)


def _numbers(label: str) -> Iterator[str]:
    """Yield what may be the number in a label, from its end, with fewer and fewer signs around it."""
    for part in reversed(label.split()):
        for bare in (part, part.rstrip(".:"), part.rstrip(".:")[:-1], part.strip("().:")):
            if bare and bare.count("(") == bare.count(")") and (bare[-1].isalnum() or bare[-1] == ")"):
                yield bare


def _parsed(text: str) -> Number | None:
    try:
        return Number.parse(text)
    except ValueError:
        return None
