"""What a rule is: it looks at what is known of a finding and says what it found, or nothing."""

from collections.abc import Callable, Iterable, Mapping

from muvofiq.assessment.facts import Facts
from muvofiq.assessment.verdict import Verdict

Values = Mapping[str, object]
Rule = Callable[[Facts], Values | None]  # what the sentence of the check is filled in with; None: nothing is wrong

GAPS = frozenset({Verdict.PARTIAL, Verdict.NOT_FOUND, Verdict.CONTRADICTS, Verdict.DIFFERS, Verdict.RESTRICTS_MORE})
MET = frozenset({Verdict.FULL, Verdict.PROTECTS_MORE})
ON_PROVISIONS = (GAPS | MET) - {Verdict.NOT_FOUND}  # verdicts that speak of words of the law


def found(is_so: object, **values: object) -> Values | None:
    """Return the values where something is so, else nothing.

    >>> found(True, count=2), found(0)
    ({'count': 2}, None)
    """
    return values if is_so else None


def listed(values: Iterable[object]) -> str:
    """Return values with commas between, each once.

    >>> listed([3, 1, 3])
    '3, 1'
    """
    return ", ".join(dict.fromkeys(map(str, values)))
