"""What is still to be asked about a requirement follows from what was judged; the wording gives no verdict away."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from muvofiq.assessment.assessment import Assessment
from muvofiq.assessment.verdict import Verdict
from muvofiq.consultation.questionnaire import Kind
from muvofiq.standards.requirement import Requirement, Words, in_language
from muvofiq.standards.thesaurus import LANGUAGES
from muvofiq.tables import table

ASKED = {
    Verdict.PARTIAL: Kind.GAP,
    Verdict.ELSEWHERE: Kind.GAP,
    Verdict.NOT_FOUND: Kind.NOT_FOUND,
    Verdict.CONTRADICTS: Kind.EXPLANATION,
    Verdict.DIFFERS: Kind.EXPLANATION,
    Verdict.ONLY_TREATY: Kind.TREATY,
    Verdict.NOT_AVAILABLE: Kind.TEXT,
}
ANSWERED = {Verdict.FULL, Verdict.PARTIAL, Verdict.PROTECTS_MORE, Verdict.RESTRICTS_MORE}
OPEN_PRACTICE = {Verdict.NO_DATA, Verdict.NOT_ASSESSED}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about a requirement; ``element`` counts from 1, 0 for the whole requirement."""

    kind: Kind
    element: int = 0


def still_to_ask(requirement: Requirement, judged: Assessment, *, is_answered: bool) -> tuple[Asked, ...]:
    """Return what is open; ``is_answered`` tells that a provision was accepted as an answer."""
    if judged.law is Verdict.NOT_APPLICABLE:
        return ()
    if judged.law is Verdict.NOT_ASSESSED:
        return () if is_answered else (Asked(Kind.OPEN),)
    return tuple(_open_points(requirement, judged))


def wording(kind: Kind, requirement: Requirement, element: int = 0) -> dict[str, str]:
    """Return the question in every language, as the library words it; nothing for a free one."""
    if kind is Kind.FREE:
        return {}
    words: Words = requirement.elements[element - 1] if 0 < element <= len(requirement.elements) else requirement.title
    values = {code: in_language(words, code) for code in LANGUAGES}
    titles = {code: in_language(requirement.title, code) for code in LANGUAGES}
    return {code: _patterns()[kind][code].format(title=titles[code], element=values[code]) for code in LANGUAGES}


def _open_points(requirement: Requirement, judged: Assessment) -> Iterator[Asked]:
    said = judged.particulars
    if judged.law in ASKED:
        yield Asked(ASKED[judged.law])
    yield from (Asked(Kind.ELEMENT, one) for one in said.uncovered if one <= len(requirement.elements))
    if judged.practice in OPEN_PRACTICE:
        yield Asked(Kind.PRACTICE)
    if judged.law in ANSWERED and not said.time_limit:
        yield Asked(Kind.TIME_LIMIT)
    if judged.law in ANSWERED and not said.authority:
        yield Asked(Kind.AUTHORITY)


@cache
def _patterns() -> dict[Kind, dict[str, str]]:
    return {Kind(row["kind"]): {code: row[code] for code in LANGUAGES} for row in table("questions.csv")}
