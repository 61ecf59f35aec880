"""What a mission can send away of its catalogue, and the files that wait to be taken in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from muvofiq.records.errors import CodesUsedUp, NotOnFile
from muvofiq.records.models import Mission, ReceivedTable, RequirementEdition
from muvofiq.records.queries.norms import instruments_of
from muvofiq.records.queries.relations import plain_relations
from muvofiq.records.queries.released import released
from muvofiq.records.queries.requirements import newest_editions, requirement_of, scope_of
from muvofiq.standards.bundle import Bundle
from muvofiq.standards.drafting import MOST, own_theme
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.requirement import Requirement, Theme


class Which(StrEnum):
    """Which part of the catalogue leaves."""

    SCOPE = "scope"
    OWN = "own"
    CATALOGUE = "catalogue"


@dataclass(frozen=True, slots=True)
class Exchange:
    """What can be taken away, with the number of requirements in each part, and what waits to be taken in."""

    counts: dict[Which, int]
    waiting: tuple[ReceivedTable, ...]


def exchange_page(mission: Mission) -> Exchange:
    """Return what the page shows."""
    waiting = mission.received_tables.select_related("received_by").defer("data")
    return Exchange({which: len(_editions(mission, which)) for which in Which}, tuple(waiting))


def received_keyed(mission: Mission, pk: UUID | str) -> ReceivedTable:
    """Return a file that waits to be taken in; raises NotOnFile."""
    row = mission.received_tables.select_related("mission", "received_by").filter(pk=pk).first()
    if row is None:
        raise NotOnFile(f"{mission} > norms", sort="received table", name=str(pk))
    return row


def bundle_of(mission: Mission, which: Which) -> Bundle:
    """Return a part of the catalogue with all that it names: themes, instruments with their successors, relations."""
    requirements = [requirement_of(one) for one in _editions(mission, which)]
    known = catalogue_on_file(mission)
    instruments = list(known.instruments) if which is Which.CATALOGUE else list(_named(requirements, known))
    if which is Which.CATALOGUE:
        instruments = [one for one in instruments if one.id in released().instruments]
    letters = {one.theme for one in requirements}
    by_id = {one.id: one for one in requirements}
    return Bundle(
        themes=tuple(one for one in known.themes if one.id in letters),
        instruments=tuple(instruments),
        requirements=tuple(requirements),
        relations=tuple(one for one in known.relations if one.fits(by_id)),
    )


def catalogue_on_file(mission: Mission) -> Bundle:
    """Return all that a mission may cite and judge, released or its own, each requirement in its newest edition."""
    editions = newest_editions(mission)
    requirements = sorted((requirement_of(one) for one in editions.values()), key=lambda one: (one.code, one.id))
    letters = {one.theme for one in requirements}
    themes = {one.id: one for one in (own_theme(), *released().themes)}
    by_id = {one.id: one for one in requirements}
    return Bundle(
        themes=tuple(themes.get(letter, Theme(letter, {"en": letter})) for letter in sorted(letters)),
        instruments=tuple(instruments_of(mission).values()),
        requirements=tuple(requirements),
        relations=tuple(one for one in plain_relations(mission) if one.fits(by_id)),
    )


def known_letters() -> frozenset[str]:
    """Return the letters with which the codes of requirements may begin: the released themes and that of the own."""
    return frozenset(one.id for one in (own_theme(), *released().themes))


def free_codes(taken: Iterable[str], letter: str, where: str) -> Iterator[str]:
    """Yield the codes of a theme that nobody has, in their order; raises CodesUsedUp behind the last."""
    used = set(taken)
    numbers = {int(code[1:]) for code in used if code[0] == letter}
    wide = letter == own_theme().id or any(len(code) > 3 for code in used if code[0] == letter)
    for number in range(1, MOST + 1):
        if number not in numbers:
            yield f"{letter}{number:0{3 if wide or number > 99 else 2}}"
    raise CodesUsedUp(where, letter=letter, most=MOST)


def _editions(mission: Mission, which: Which) -> list[RequirementEdition]:
    """Return the requirements of a part: of the scope as the mission judges them, else in their newest edition."""
    if which is Which.SCOPE:
        return [item.requirement for item in scope_of(mission)]
    rows = RequirementEdition.objects.filter(mission=mission if which is Which.OWN else None).order_by("edition")
    newest = {one.requirement_id: one for one in rows}
    return sorted(newest.values(), key=lambda one: (requirement_of(one).code, one.requirement_id))


def _named(requirements: Iterable[Requirement], known: Bundle) -> Iterator[Instrument]:
    """Yield the instruments that requirements name, and what has replaced or amended those, each once."""
    instruments = {one.id: one for one in known.instruments}
    cited = (one.instrument for requirement in requirements for one in requirement.citations)
    compared = (one.instrument for requirement in requirements for one in requirement.practice if one.instrument)
    wanted = list(dict.fromkeys((*cited, *compared)))
    for name in wanted:
        if one := instruments.get(name):
            after = [one.superseded_by.instrument] if one.superseded_by else []
            by = [edition.by for edition in one.editions if edition.by]
            wanted += [further for further in dict.fromkeys((*after, *by)) if further not in wanted]
            yield one
