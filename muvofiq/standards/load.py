"""Loads the catalogue of standards from the library of the product, or from another folder of the same shape."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.errors import LibraryMissing
from muvofiq.standards.instrument import Family, Instrument
from muvofiq.standards.participation import StateTreaties, with_states
from muvofiq.standards.relation import Relation
from muvofiq.standards.requirement import Requirement, Theme
from muvofiq.standards.schema import Form, checked
from muvofiq.standards.thesaurus import Concept, Facet, Thesaurus
from muvofiq.standards.yaml_text import Document, read


def load_catalogue(folder: Path | Traversable | None = None) -> Catalogue:
    """Read, check and join all files; without a folder, the catalogue that comes with the product."""
    root = folder or files("muvofiq.library").joinpath("standards")
    places: dict[tuple[str, str], str] = {}
    return Catalogue.checked(
        requirements=list(_requirements(root, places)),
        instruments=with_states(list(_instruments(root, places)), _states(root)),
        thesaurus=_thesaurus(root, places),
        places=places,
        relations=list(_relations(root, places)),
    )


def _requirements(root: Traversable, places: dict[tuple[str, str], str]) -> Iterator[tuple[Theme, Requirement]]:
    for document, value in _documents(root, Form.REQUIREMENTS):
        theme = Theme(**value["theme"])
        for index, entry in enumerate(value["requirements"]):
            where = document.place(("requirements", index))
            places["requirement", entry["id"]] = places["code", entry["code"]] = where
            yield theme, Requirement.from_entry(entry, where, tuple(value.get("unconfirmed", ())))


def _instruments(root: Traversable, places: dict[tuple[str, str], str]) -> Iterator[tuple[Family, Instrument]]:
    for document, value in _documents(root, Form.INSTRUMENTS):
        questions = tuple(value.get("open_questions", ()))
        family = Family(
            **value["family"], checked=value["checked"], note=value.get("note", ""), open_questions=questions
        )
        for index, entry in enumerate(value["instruments"]):
            where = places["instrument", entry["id"]] = document.place(("instruments", index))
            yield family, Instrument.from_entry(entry, where)


def _states(root: Traversable) -> Iterator[StateTreaties]:
    """Read the treaties of single states; a catalogue may have none."""
    if root.joinpath(Form.PARTICIPATION.value).is_dir():
        for document, value in _documents(root, Form.PARTICIPATION):
            yield StateTreaties.from_entry(value, document.place())


def _relations(root: Traversable, places: dict[tuple[str, str], str]) -> Iterator[Relation]:
    """Read how requirements are related; a catalogue may say nothing of it."""
    if root.joinpath(Form.RELATIONS.value).is_dir():
        for document, value in _documents(root, Form.RELATIONS):
            for index, entry in enumerate(value["relations"]):
                relation = Relation.from_entry(entry)
                places["relation", f"{relation.first} {relation.second}"] = document.place(("relations", index))
                yield relation


def _thesaurus(root: Traversable, places: dict[tuple[str, str], str]) -> Thesaurus:
    concepts: list[Concept] = []
    facets: list[Facet] = []
    for document, value in _documents(root, Form.THESAURUS):
        facets.append(Facet(**value["facet"]))
        for index, entry in enumerate(value["concepts"]):
            places["concept", entry["id"]] = document.place(("concepts", index))
            concepts.append(Concept.from_entry(entry, facets[-1].id, tuple(value.get("unconfirmed", ()))))
    return Thesaurus(tuple(concepts), tuple(facets))


def _documents(root: Traversable, form: Form) -> Iterator[tuple[Document, dict[str, Any]]]:
    """Read the files of one form, in the order of their names, each checked against its schema."""
    folder = root.joinpath(form.value)
    found = [one for one in folder.iterdir() if one.name.endswith(".yaml")] if folder.is_dir() else []
    if not found:
        raise LibraryMissing(str(root), folder=form.value)
    for file in sorted(found, key=lambda one: one.name):
        document = read(file.read_bytes(), f"{form.value}/{file.name}")
        yield document, checked(document, form)
