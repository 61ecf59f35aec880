"""The standards of the mission's own: its instruments, what was drafted from them, and the requirements it kept."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Act, DraftRequirement, Edition, Mission, OwnInstrument, RequirementEdition
from muvofiq.records.queries.law_text import editions_on_file, law_of
from muvofiq.records.queries.norms import own_instrument
from muvofiq.records.queries.released import released
from muvofiq.records.queries.requirements import newest_editions, requirement_of, unrevised_in
from muvofiq.records.words import DraftState, Purpose
from muvofiq.standards.citation import Citation
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.obligation import Obligation, obligations
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.unrevised import Unrevised
from muvofiq.standards.vocabulary import Strength

NUMBERED = re.compile(r".{3,30}?\d+/\d+(?:/[A-Z]+)?\b")  # Directive 2011/36/EU: what follows is short in the catalogue
PLACED = re.compile(r".{20,}(?=,\s\w+(?:\s\w+)?$)")  # ..., New York: where it was signed is no part of the title
LANGUAGES = ("en", "fr", "ru", "tg")  # in which the text of an instrument is drafted from, the first on file


@dataclass(frozen=True, slots=True)
class OwnStandard:
    """An instrument of the mission's own with the text on file and how far its drafts are decided."""

    row: OwnInstrument
    instrument: Instrument
    text: Edition | None
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many drafts there are."""
        return sum(self.counts.values())

    @property
    def is_of_catalogue(self) -> bool:
        """Whether only the text is the mission's own, and the instrument one of the catalogue."""
        return self.instrument.id in released().instruments


@dataclass(frozen=True, slots=True)
class DraftShown:
    """A draft beside the words of the unit from which it was made."""

    draft: DraftRequirement
    requirement: Requirement
    place: str
    words: str

    @property
    def is_in_its_words(self) -> bool:
        """Whether the statement still stands in the instrument's own words."""
        return self.words in self.requirement.statement.values()

    @property
    def is_asking(self) -> bool:
        """Whether the unit asks or allows something; a definition or a final clause is proposed to be dropped."""
        return self.requirement.strength not in {Strength.DEFINITION, Strength.NO_ACTION}


@dataclass(frozen=True, slots=True)
class OwnRequirement:
    """A requirement of the mission's own, in its newest edition."""

    saved: RequirementEdition
    requirement: Requirement
    is_scoped: bool


@dataclass(frozen=True, slots=True)
class NormWords:
    """The words of a cited unit; ``is_recognised`` says that a machine knew the instrument by the title of the text."""

    citation: Citation
    edition: Edition
    unit: Obligation
    is_recognised: bool


@dataclass(frozen=True, slots=True)
class Uses:
    """Where an edition of a requirement is used: the edition by which the mission judges, the draft it came from."""

    scoped: RequirementEdition | None
    draft: DraftRequirement | None
    is_newer: bool
    unrevised: tuple[Unrevised, ...]


def own_standards(mission: Mission) -> list[OwnStandard]:
    """Return the instruments of the mission's own in the order in which they were added."""
    return [standard_of(row) for row in mission.own_instruments.select_related("act", "written_by", "mission")]


def standard_keyed(mission: Mission, pk: UUID) -> OwnStandard:
    """Return one of them; raises NotOnFile."""
    row = mission.own_instruments.select_related("act", "written_by", "mission").filter(pk=pk).first()
    if row is None:
        raise NotOnFile(f"{mission} > own standards", sort="own standard", name=str(pk))
    return standard_of(row)


def standard_of(row: OwnInstrument) -> OwnStandard:
    """Return an instrument with its text and the count of its drafts in each state."""
    counts = Counter(row.drafts.values_list("state", flat=True))
    return OwnStandard(row, own_instrument(row), text_of(row.act), {one.value: counts[one.value] for one in DraftState})


def text_of(act: Act | None) -> Edition | None:
    """Return the text of an act from which requirements are drafted: that in English, else in another language."""
    editions = act.editions.filter(replaced_by=None).select_related("act", "mission") if act else ()
    order = {language: at for at, language in enumerate(LANGUAGES)}
    return min(editions, key=lambda one: order.get(one.language, len(order)), default=None)


def acts_to_use(mission: Mission) -> list[Act]:
    """Return the acts that are on file as standards, with a text, and of which no instrument is made yet."""
    texts = {one.act_id: one.act for one in editions_on_file(mission, Purpose.STANDARD)}
    used = set(mission.own_instruments.values_list("act", flat=True))
    return [act for key, act in texts.items() if key not in used]


def catalogue_instrument_of(act: Act) -> Instrument | None:
    """Return the instrument of the catalogue whose title an act bears; of several the one with the longest."""
    fits = {name: _likeness(one, act) for name, one in released().instruments.items()}
    best = max(fits, key=fits.__getitem__)
    return released().instruments[best] if fits[best] else None


def own_requirements(mission: Mission) -> list[OwnRequirement]:
    """Return the requirements of the mission's own by their codes."""
    scoped = set(mission.scope.values_list("requirement__requirement_id", flat=True))
    rows = (one for one in newest_editions(mission).values() if one.mission_id == mission.pk)
    shown = [OwnRequirement(one, requirement_of(one), one.requirement_id in scoped) for one in rows]
    return sorted(shown, key=lambda one: one.requirement.code)


def newest_of(mission: Mission, requirement_id: str) -> RequirementEdition:
    """Return the newest edition of a requirement that the mission may judge; raises NotOnFile."""
    found = newest_editions(mission).get(requirement_id)
    if found is None:
        raise NotOnFile(f"{mission} > own standards", sort="requirement", name=requirement_id)
    return found


def uses_of(mission: Mission, saved: RequirementEdition) -> Uses:
    """Return where a requirement is used in the mission, and what this edition left unrevised."""
    name = saved.requirement_id
    item = mission.scope.select_related("requirement").filter(requirement__requirement_id=name).first()
    drafts = DraftRequirement.objects.filter(instrument__mission=mission, letter__startswith=f"id: {name}\n")
    scoped = item.requirement if item else None
    is_newer = scoped is not None and scoped != saved
    return Uses(scoped, drafts.select_related("instrument").first(), is_newer, unrevised_in(mission, [saved])[saved.pk])


def drafts_of(standard: OwnStandard, state: str = "", strength: str = "") -> list[DraftShown]:
    """Return the drafts of an instrument in the order of print: of one state and strength, or all."""
    rows = standard.row.drafts.select_related("edition__act", "edition__mission", "decided_by")
    shown = map(draft_shown, rows.filter(state=state) if state else rows)
    return [one for one in shown if strength in {"", one.requirement.strength}]


def draft_keyed(standard: OwnStandard, pk: UUID) -> DraftRequirement:
    """Return a draft of an instrument; raises NotOnFile."""
    rows = standard.row.drafts.select_related("edition__act", "edition__mission", "decided_by", "instrument__mission")
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotOnFile(f"{standard.row.mission} > own standards", sort="draft requirement", name=str(pk))
    return row


def draft_shown(row: DraftRequirement) -> DraftShown:
    """Return a draft with the words of its unit."""
    unit = units_of(row.edition).get(row.eid)
    return DraftShown(row, drafted_of(row), unit.pinpoint if unit else row.eid, unit.words if unit else "")


def drafted_of(row: DraftRequirement) -> Requirement:
    """Return the requirement that a draft holds."""
    return _requirement(row.letter)


def beside(standard: OwnStandard, row: DraftRequirement) -> tuple[DraftRequirement | None, DraftRequirement | None]:
    """Return the drafts before and behind one."""
    drafts = standard.row.drafts
    return drafts.filter(position__lt=row.position).last(), drafts.filter(position__gt=row.position).first()


def own_words(mission: Mission, requirement: Requirement) -> list[NormWords]:
    """Return the words of the cited units whose instrument the mission has on file.

    An instrument of the catalogue is recognised by the title under which its text was imported as a standard.
    """
    own = {own_instrument(row).id: row.act for row in mission.own_instruments.select_related("act")}
    standards = [edition.act for edition in editions_on_file(mission, Purpose.STANDARD)]
    known = released().instruments
    found = []
    for citation in requirement.citations:
        name = citation.instrument
        edition = text_of(own.get(name) or (_text_of_catalogue(known[name], standards) if name in known else None))
        if edition:
            is_recognised = name not in own
            units = cited_units(edition, citation.pinpoint)
            found += [NormWords(citation, edition, unit, is_recognised) for unit in units]
    return found


def cited_units(edition: Edition, pinpoint: str) -> Iterator[Obligation]:
    """Yield the units that a pinpoint such as «art. 9(1), art. 10» means; for «art. 9(1)(a)» the paragraph."""
    units = list(units_of(edition).values())
    for part in filter(None, (one.strip() for one in pinpoint.split(","))):
        place, found = part, [one for one in units if one.pinpoint == part]
        while place and not found:
            found = [one for one in units if one.pinpoint == place or one.pinpoint.startswith(f"{place}(")]
            place = place[: place.rindex("(")] if place.endswith(")") and "(" in place else ""
        yield from found


@lru_cache(maxsize=32)
def units_of(edition: Edition) -> Mapping[str, Obligation]:
    """Return what each unit of an edition asks, by its eId; an edition never changes."""
    return {one.eid: one for one in obligations(law_of(edition))}


@lru_cache(maxsize=4096)
def _requirement(letter: str) -> Requirement:
    return Requirement.parse(letter)


def _text_of_catalogue(instrument: Instrument, acts: Iterable[Act]) -> Act | None:
    return next((one for one in acts if _likeness(instrument, one)), None)


def _likeness(instrument: Instrument, act: Act) -> int:
    """Return how long the title is that an act shares with an instrument; 0 where it is the text of another one.

    Of acts of the Union it is their kind and number.
    """
    titles = instrument.title.values()
    names = [_plain((NUMBERED.match(title) or PLACED.match(title) or [title])[0]) for title in titles]
    shared = (len(name) for title in act.title.values() for name in names if _plain(title).startswith(name))
    return max(shared, default=0)


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())
