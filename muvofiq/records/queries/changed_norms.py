"""Cited instruments of which there is news since the day by which the mission judges: force, wording, successor."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.models import Mission
from muvofiq.records.queries.norms import instruments_of
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.news import News, news
from muvofiq.standards.requirement import Requirement


@dataclass(frozen=True, slots=True)
class ChangedNorm:
    """An instrument with its news, the requirements of the scope that cite it, and the one that replaces it.

    ``unseen`` are the ids of those that were judged before the news.
    """

    instrument: Instrument
    news: News
    successor: Instrument | None
    citing: tuple[Requirement, ...]
    unseen: frozenset[str]


def changed_norms(mission: Mission, requirements: Iterable[Requirement]) -> tuple[ChangedNorm, ...]:
    """Return the instruments that some requirements of the scope cite, with news from the mission's first day to today.

    They stand in the order in which they are cited. A verdict given after the news has seen it.
    """
    today, known, days = localdate(), instruments_of(mission), _days(mission)
    citing: dict[str, dict[str, Requirement]] = {}
    for requirement in requirements:
        for citation in requirement.citations:
            citing.setdefault(citation.instrument, {})[requirement.id] = requirement
    found = []
    for name, by in citing.items():
        one = known.get(name)
        if one and (told := news(one, mission.state, mission.starts, today)):
            heir = known.get(told.successor.instrument) if told.successor else None
            unseen = frozenset(_unseen(one, mission, by, days))
            found.append(ChangedNorm(one, told, heir, tuple(by.values()), unseen))
    return tuple(found)


def _unseen(one: Instrument, mission: Mission, by: Mapping[str, Requirement], days: Mapping[str, date]) -> list[str]:
    """Return which verdicts were given before something of the news came."""
    judged = {name: max(days[name], mission.starts) for name in by if name in days}
    is_new = {day: news(one, mission.state, day, localdate()) is not None for day in set(judged.values())}
    return [name for name, day in judged.items() if is_new[day]]


def _days(mission: Mission) -> dict[str, date]:
    """Return on which day each requirement was judged, by its id."""
    judged = mission.findings.exclude(law=Verdict.NOT_ASSESSED.value, practice=Verdict.NOT_ASSESSED.value)
    rows = judged.values_list("requirement__requirement_id", "judged_at")
    return {name: localdate(at) for name, at in rows}
