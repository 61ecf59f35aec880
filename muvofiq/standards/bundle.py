"""A bundle is a part of the catalogue in one text, so that one person can send it to another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from muvofiq.standards import cross_checks
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.relation import Relation
from muvofiq.standards.relation_checks import refuse_circles, refuse_wrong_relations
from muvofiq.standards.requirement import Requirement, Theme
from muvofiq.standards.schema import Form, checked
from muvofiq.standards.yaml_text import Document, read
from muvofiq.standards.yaml_writing import InlineList, paragraph, write

Places = dict[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Themes, instruments, requirements and relations that belong together, in the order in which they were written.

    >>> bundle = Bundle.parse("themes: [{id: N, title: {en: Norms of our own}}]")
    >>> Bundle.parse(str(bundle)) == bundle
    True
    """

    themes: tuple[Theme, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    relations: tuple[Relation, ...] = ()

    @classmethod
    def parse(cls, text: str | bytes, name: str = "bundle", known: "Bundle | None" = None) -> Self:
        """Read the YAML text of a bundle; what it names and does not hold must be ``known``."""
        return cls.of(read(text, name), known)

    @classmethod
    def of(cls, document: Document, known: "Bundle | None" = None) -> Self:
        """Take a bundle from a text or a table that was read; raises the errors of the catalogue with their place."""
        value, places = checked(document, Form.BUNDLE), Places()
        bundle = cls(
            themes=tuple(Theme(one["id"], one["title"]) for _, one in _entries(document, value, "theme", places)),
            instruments=tuple(
                Instrument.from_entry(one, where) for where, one in _entries(document, value, "instrument", places)
            ),
            requirements=tuple(
                Requirement.from_entry(one, where) for where, one in _entries(document, value, "requirement", places)
            ),
            relations=tuple(Relation.from_entry(one) for _, one in _entries(document, value, "relation", places)),
        )
        bundle.refuse_what_does_not_fit(known or Bundle(), places)
        return bundle

    def refuse_what_does_not_fit(self, known: "Bundle", places: cross_checks.Places) -> None:
        """Refuse names that stand twice, and whatever names something that neither bundle holds."""
        for sort, names in self._names():
            cross_checks.refuse_repeated(names, sort, places)
        instruments = {one.id: one for one in (*known.instruments, *self.instruments)}
        cross_checks.refuse_unknown_instruments(self.requirements, instruments, places)
        cross_checks.refuse_circular_succession(instruments, places)
        requirements = {one.id: one for one in (*known.requirements, *self.requirements)}
        refuse_wrong_relations(self.relations, requirements, places)
        pairs = {frozenset({one.first, one.second}) for one in self.relations}
        others = (one for one in known.relations if frozenset({one.first, one.second}) not in pairs)
        refuse_circles((*others, *self.relations), places)

    def _names(self) -> Iterable[tuple[str, list[str]]]:
        yield "theme", [one.id for one in self.themes]
        yield "instrument", [one.id for one in self.instruments]
        yield "requirement", [one.id for one in self.requirements]
        yield "code", [one.code for one in self.requirements]

    def entry(self) -> dict[str, object]:
        """Give the bundle as the entries of a file, without what it does not hold."""
        entry: dict[str, object] = {
            "themes": [{"id": one.id, "title": _paragraphs(one.title)} for one in self.themes],
            "instruments": [one.entry() for one in self.instruments],
            "requirements": [entry_of(one) for one in self.requirements],
            "relations": [one.entry() for one in self.relations],
        }
        return {name: value for name, value in entry.items() if value}

    def __str__(self) -> str:
        return write(self.entry())


def entry_of(requirement: Requirement) -> dict[str, object]:
    """Give a requirement as an entry that also says in which languages its words are unconfirmed."""
    entry = requirement.entry()
    if requirement.unconfirmed_languages:
        entry["unconfirmed"] = InlineList(requirement.unconfirmed_languages)
    return entry


def _entries(
    document: Document, value: Mapping[str, Any], sort: str, places: Places
) -> list[tuple[str, Mapping[str, Any]]]:
    """Return the entries of a sort, each with its place, and note the places."""
    found = []
    for at, entry in enumerate(value.get(f"{sort}s", ())):
        where = places[sort, _name(entry)] = document.place((f"{sort}s", at))
        if "code" in entry:
            places["code", entry["code"]] = where
        found.append((where, entry))
    return found


def _name(entry: Mapping[str, Any]) -> str:
    """Return by which name an entry is spoken of; a relation by both its requirements."""
    return str(entry["id"]) if "id" in entry else f"{entry['first']} {entry['second']}"


def _paragraphs(words: Mapping[str, str]) -> dict[str, str]:
    return {language: paragraph(text) for language, text in words.items()}
