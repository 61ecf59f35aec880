"""Checks what no single file can show: that names are used once and that whatever is named exists."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from muvofiq.standards.errors import (
    BroaderCycle,
    CodeOutsideTheme,
    RepeatedName,
    SuccessionCycle,
    UnknownBroader,
    UnknownInstrument,
)
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.requirement import Requirement, Theme
from muvofiq.standards.spelling import nearest
from muvofiq.standards.thesaurus import Concept

Places = Mapping[tuple[str, str], str]


def refuse_repeated(names: Iterable[str], sort: str, places: Places) -> None:
    """Refuse a second entry with the same name."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise RepeatedName(_place(places, sort, name), sort=sort, name=name)
        seen.add(name)


def refuse_foreign_codes(requirements: Sequence[Requirement], themes: Mapping[str, Theme], places: Places) -> None:
    """Refuse a code that begins with another letter than its theme; ``themes`` goes by requirement id."""
    for requirement in requirements:
        theme = themes[requirement.id].id
        if requirement.theme != theme:
            where = f"{_place(places, 'requirement', requirement.id)}.code"
            raise CodeOutsideTheme(where, code=requirement.code, theme=theme)


def refuse_unknown_instruments(
    requirements: Sequence[Requirement], instruments: Mapping[str, Instrument], places: Places
) -> None:
    """Refuse a citation, a practice, a successor or an edition that names an instrument which nobody described."""
    named = [*_named_by_requirements(requirements), *_named_by_instruments(instruments)]
    for sort, holder, path, name in named:
        if name not in instruments:
            where = f"{_place(places, sort, holder)}.{path}"
            raise UnknownInstrument(where, name=name, nearest=nearest(name, instruments))


def refuse_circular_succession(instruments: Mapping[str, Instrument], places: Places) -> None:
    """Refuse a chain of successors that runs in a circle; a successor that nobody described ends the chain."""
    newer = {name: one.superseded_by.instrument for name, one in instruments.items() if one.superseded_by}
    for name in newer:
        chain = [name]
        while chain[-1] in newer:
            chain.append(newer[chain[-1]])
            if chain.count(chain[-1]) > 1:
                circle = chain[chain.index(chain[-1]) :]
                where = f"{_place(places, 'instrument', circle[0])}.superseded_by"
                raise SuccessionCycle(where, name=circle[0], chain=" - ".join(circle))


def refuse_broken_hierarchy(concepts: Sequence[Concept], places: Places) -> None:
    """Refuse a broader concept that does not exist, and a chain of them that runs in a circle."""
    broader = {concept.id: concept.broader for concept in concepts}
    for name, parent in broader.items():
        if parent is not None and parent not in broader:
            where = f"{_place(places, 'concept', name)}.broader"
            raise UnknownBroader(where, name=parent, nearest=nearest(parent, broader))
    for name in broader:
        _refuse_circle(name, broader, places)


def _refuse_circle(name: str, broader: Mapping[str, str | None], places: Places) -> None:
    chain = [name]
    while (parent := broader[chain[-1]]) is not None:
        chain.append(parent)
        if chain.count(parent) > 1:
            where = f"{_place(places, 'concept', parent)}.broader"
            raise BroaderCycle(where, name=parent, chain=" - ".join(chain))


def _named_by_requirements(requirements: Sequence[Requirement]) -> Iterator[tuple[str, str, str, str]]:
    for requirement in requirements:
        for index, citation in enumerate(requirement.citations):
            yield "requirement", requirement.id, f"citations[{index}]", citation.instrument
        for index, practice in enumerate(requirement.practice):
            if practice.instrument is not None:
                yield "requirement", requirement.id, f"practice[{index}]", practice.instrument


def _named_by_instruments(instruments: Mapping[str, Instrument]) -> Iterator[tuple[str, str, str, str]]:
    for instrument in instruments.values():
        if instrument.superseded_by is not None:
            yield "instrument", instrument.id, "superseded_by", instrument.superseded_by.instrument
        for index, edition in enumerate(instrument.editions):
            if edition.by is not None:
                yield "instrument", instrument.id, f"editions[{index}].by", edition.by


def _place(places: Places, sort: str, name: str) -> str:
    return places.get((sort, name), f"{sort} {name}")
