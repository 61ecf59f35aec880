"""The names of what entries of the history point to: people, acts, units as lawyers cite them, requirements."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from muvofiq.law.citing import cite
from muvofiq.records.errors import UnitMissing
from muvofiq.records.models import (
    Act,
    Agency,
    Edition,
    HistoryEntry,
    Mission,
    Person,
    PublicFact,
    Recommendation,
    RequirementEdition,
    Session,
)
from muvofiq.records.queries.law_text import reference_to
from muvofiq.records.queries.requirements import requirement_of
from muvofiq.standards.requirement import in_language

KEY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ADDRESS = re.compile(r"([^\s,;~]+)~([^\s,;~]+)")
THING = re.compile(r"[^\s,;]+")
TITLED = 2  # requirements that are told with their titles; of more than these, the codes


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called: rows by their keys, editions by their file names, requirements by their ids."""

    keys: Mapping[str, str]
    editions: Mapping[str, Edition]
    requirements: Mapping[str, tuple[str, str]]  # code, title

    def of(self, text: str) -> str:
        """Return a text with names for keys and citations for addresses; what is gone keeps the start of its key."""
        named = KEY.sub(lambda match: self.keys.get(match.group(), match.group()[:8]), text)
        return self._cited(named) if "~" in named else named

    def of_things(self, text: str) -> str:
        """Return a list of things by their names, requirements and editions too."""
        is_titled = sum(one in self.requirements for one in THING.findall(text)) <= TITLED
        return self.of(THING.sub(lambda match: self._thing(match.group(), is_titled=is_titled), text))

    def _thing(self, word: str, *, is_titled: bool) -> str:
        if word in self.requirements:
            code, title = self.requirements[word]
            return f"{code} {title}" if is_titled else code
        return _dated(self.editions[word]) if word in self.editions else word

    def _cited(self, text: str) -> str:
        """Cite the units of a text; the act is named with the first one and where it changes."""
        last = ""

        def citation(match: re.Match[str]) -> str:
            nonlocal last
            name, eid = match.groups()
            edition = self.editions.get(name)
            if edition is None:
                return match.group()
            try:
                cited = cite(reference_to(edition, eid), edition.language)
            except UnitMissing:
                return match.group()
            act = "" if name == last else f" «{in_language(edition.act.title, edition.language)}»"
            last = name
            return f"{cited}{act}"

        return ADDRESS.sub(citation, text)


def names_for(mission: Mission, entries: Iterable[HistoryEntry], language: str) -> Names:
    """Return the names of all that these entries point to, as far as it still exists."""
    texts = [f"{entry.subject} {entry.change}" for entry in entries]
    editions = {one.name: one for one in mission.editions.select_related("act", "mission")}
    keys = {key for text in texts for key in KEY.findall(text)}
    ids = {word for text in texts for word in re.findall(r"[\w-]+", text) if "-" in word}
    rows = RequirementEdition.objects.filter(requirement_id__in=ids - keys).order_by("edition")
    told = [requirement_of(one) for one in rows]
    return Names(
        {**_rows(mission, keys, language), **{str(one.pk): one.name for one in editions.values()}},
        editions,
        {one.id: (one.code, in_language(one.title, language)) for one in told},
    )


def _rows(mission: Mission, keys: Iterable[str], language: str) -> dict[str, str]:
    names = {str(one.pk): one.name for one in Person.objects.filter(pk__in=keys)}
    for act in Act.objects.filter(mission=mission, pk__in=keys):
        names[str(act.pk)] = in_language(act.title, language)
    for agency in Agency.objects.filter(mission=mission, pk__in=keys):
        names[str(agency.pk)] = in_language(agency.short or agency.name, language)
    for session in Session.objects.filter(mission=mission, pk__in=keys):
        names[str(session.pk)] = in_language(session.title, language)
    for fact in PublicFact.objects.filter(mission=mission, pk__in=keys):
        names[str(fact.pk)] = in_language(fact.text, language)[:60]
    for advice in Recommendation.objects.filter(mission=mission, pk__in=keys):
        names[str(advice.pk)] = f"R{advice.number}"
    return names


def _dated(edition: Edition) -> str:
    """Return the act of an edition with its day."""
    title = in_language(edition.act.title, edition.language)
    return f"{title} ({edition.as_of})" if edition.as_of else title
