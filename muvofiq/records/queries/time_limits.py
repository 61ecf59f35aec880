"""In what time, and by whom, the accepted provisions say that something is done: proposed by the machine."""

from collections.abc import Iterable
from dataclasses import dataclass

from muvofiq.assessment.authority import authorities_in
from muvofiq.law.citing import cite
from muvofiq.law.time_limit import TimeLimit, limits_in
from muvofiq.records.models import Answer, Mission
from muvofiq.records.models import RequirementEdition as Saved
from muvofiq.records.queries.law_text import reference_to, unit_of
from muvofiq.records.queries.whose_law import answers_on
from muvofiq.records.words import Decision
from muvofiq.standards.requirement import Words

Agencies = tuple[tuple[Words, Words], ...]
MOST = 4  # authorities that are proposed; a unit that names more names them in passing


@dataclass(frozen=True, slots=True)
class ProposedTime:
    """A time limit with the words of the law that say it, and where they stand."""

    limit: TimeLimit
    words: str
    citation: str


@dataclass(frozen=True, slots=True)
class ProposedAuthority:
    """An authority that a provision names, as it is called in each language, and where it is named."""

    name: Words
    citation: str


@dataclass(frozen=True, slots=True)
class Limits:
    """What the accepted provisions of a requirement say of time and authority, each once."""

    times: tuple[ProposedTime, ...] = ()
    authorities: tuple[ProposedAuthority, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.times or self.authorities)


def limits_on(mission: Mission, saved: Saved) -> Limits:
    """Return what the provisions accepted for a requirement say; nothing where none says anything."""
    rows = answers_on(mission).filter(requirement=saved, decision=Decision.ACCEPTED.value)
    return limits_of(rows.select_related("edition__act", "edition__mission"), agencies_of(mission))


def agencies_of(mission: Mission) -> Agencies:
    """Return the names of the mission's agencies and their short forms."""
    return tuple((one.name, one.short) for one in mission.agencies.all())


def limits_of(answers: Iterable[Answer], agencies: Agencies) -> Limits:
    """Return what these accepted provisions say of time and authority."""
    times: dict[str, ProposedTime] = {}
    authorities: dict[str, ProposedAuthority] = {}
    for answer in answers:
        language = answer.edition.language
        text = unit_of(answer.edition, answer.eid).words
        citation = cite(reference_to(answer.edition, answer.eid), language)
        for sight in limits_in(text, language):
            times.setdefault(str(sight.limit), ProposedTime(sight.limit, sight.words, citation))
        for named in authorities_in(text, language, agencies):
            authorities.setdefault(str(sorted(named.name.items())), ProposedAuthority(named.name, citation))
    return Limits(tuple(times.values()), tuple(authorities.values())[:MOST])
