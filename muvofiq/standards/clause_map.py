"""The clauses of a kind of agreement in their order, each with what it does and the requirements that it answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Self

from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.cross_checks import refuse_repeated
from muvofiq.standards.errors import TiedAndOutside
from muvofiq.standards.requirement import Words
from muvofiq.standards.schema import Form, checked
from muvofiq.standards.yaml_text import read
from muvofiq.standards.yaml_writing import InlineList, paragraph, write

_TEXTS = ("title", "does", "look_for", "practice")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the model agreement: its place there, what it does, what to look for in a text, and the practice."""

    id: str
    place: str
    title: Words
    does: Words
    look_for: Words
    practice: Words
    requirements: tuple[str, ...]
    unconfirmed: bool = False

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any]) -> Self:
        """Take a clause from a checked entry."""
        texts = {name: entry[name] for name in _TEXTS}
        tied, doubt = tuple(entry["requirements"]), entry.get("unconfirmed", False)
        return cls(id=entry["id"], place=entry["place"], requirements=tied, unconfirmed=doubt, **texts)

    def entry(self) -> dict[str, object]:
        """Give the clause as an entry of the file."""
        texts = {name: _written(getattr(self, name)) for name in _TEXTS}
        doubt = {"unconfirmed": True} if self.unconfirmed else {}
        return {"id": self.id, "place": self.place, **doubt, **texts, "requirements": InlineList(self.requirements)}


@dataclass(frozen=True, slots=True)
class ClauseMap:
    """The clauses of one kind of agreement, after a ``model`` of the catalogue.

    ``outside`` are the requirements of the same subject that such an agreement leaves to national law, and ``why``.
    """

    id: str
    title: Words
    model: str
    note: Words
    clauses: tuple[Clause, ...]
    outside: tuple[str, ...]
    why: Words
    unconfirmed_languages: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str | bytes, name: str = "clause map") -> Self:
        """Read the YAML text of a clause map; raises the errors of the catalogue, with file and line."""
        document = read(text, name)
        value = checked(document, Form.CLAUSE_MAP)
        places = {("clause", one["id"]): document.place(("clauses", at)) for at, one in enumerate(value["clauses"])}
        refuse_repeated([one["id"] for one in value["clauses"]], "clause", places)
        found = cls(
            id=value["id"],
            title=value["title"],
            model=value["model"],
            note=value["note"],
            clauses=tuple(map(Clause.from_entry, value["clauses"])),
            outside=tuple(value["outside"]["requirements"]),
            why=value["outside"]["why"],
            unconfirmed_languages=tuple(value.get("unconfirmed", ())),
        )
        for tied in found.tied:
            if tied in found.outside:
                raise TiedAndOutside(document.place(("outside", "requirements")), name=tied)
        return found

    def entry(self) -> dict[str, object]:
        """Give the map as the entries of its file."""
        entry: dict[str, object] = {
            "id": self.id,
            "title": _written(self.title),
            "model": self.model,
            "note": _written(self.note),
            "unconfirmed": InlineList(self.unconfirmed_languages),
            "clauses": [one.entry() for one in self.clauses],
            "outside": {"why": _written(self.why), "requirements": InlineList(self.outside)},
        }
        return {name: value for name, value in entry.items() if value}

    def __str__(self) -> str:
        return write(self.entry())

    @property
    def tied(self) -> tuple[str, ...]:
        """The requirements that some clause answers, each once, in the order of the clauses."""
        return tuple(dict.fromkeys(name for clause in self.clauses for name in clause.requirements))


def load_clause_map(name: str, catalogue: Catalogue) -> ClauseMap:
    """Read a map of the library; raises NotInCatalogue where its model or a requirement is not in the catalogue."""
    file = files("muvofiq.library").joinpath("clause-maps", f"{name}.yaml")
    found = ClauseMap.parse(file.read_bytes(), f"clause-maps/{name}.yaml")
    catalogue.instrument(found.model)
    for one in (*found.tied, *found.outside):
        catalogue.requirement(one)
    return found


def _written(words: Words) -> dict[str, str]:
    return {language: paragraph(text) for language, text in words.items()}
