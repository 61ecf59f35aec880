"""A good practice says what one state does about a requirement, so that another can learn from it, in our own words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Self

from muvofiq.standards.partial_date import PartialDate
from muvofiq.standards.requirement import Words
from muvofiq.standards.schema import Form, checked
from muvofiq.standards.yaml_text import read
from muvofiq.standards.yaml_writing import InlineList, paragraph, write

_TEXTS = ("result", "carries_over", "does_not_carry")  # what may be left unsaid


class Critic(StrEnum):
    """Who found fault with a practice."""

    COURT = "court"
    MONITOR = "monitor"
    CIVIL_SOCIETY = "civil society"
    AUTHORITY = "authority"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Criticism:
    """What a court, a monitor or somebody else found wrong with a practice, and where it can be read."""

    by: str
    kind: Critic
    what: Words
    reference: str = ""
    on: PartialDate | None = None

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any], where: str) -> Self:
        """Take a criticism from a checked entry."""
        return cls(entry["by"], Critic(entry["kind"]), entry["what"], entry.get("reference", ""), _date(entry, where))

    def entry(self) -> dict[str, object]:
        """Give the criticism as an entry of the file."""
        entry = {"by": self.by, "kind": self.kind.value, "reference": self.reference, "date": str(self.on or "")}
        return {name: value for name, value in entry.items() if value} | {"what": _paragraphs(self.what)}


@dataclass(frozen=True, slots=True)
class GoodPractice:
    """One practice of one state, with the requirements that it answers.

    ``act`` is the id of an instrument of the catalogue, or the name of an act in words. ``since`` and ``until`` are
    as exact as the source; without ``since`` nobody has found out when it began. ``read_also`` names judgments and
    reports that should be read before anybody quotes the practice. ``confirmed`` tells whether somebody has held it
    against its source.
    """

    id: str
    state: str
    title: Words
    done: Words
    requirements: tuple[str, ...]
    act: str = ""
    unit: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None
    result: Words | None = None
    carries_over: Words | None = None
    does_not_carry: Words | None = None
    criticism: tuple[Criticism, ...] = ()
    read_also: tuple[str, ...] = ()
    source: str = ""
    confirmed: bool = False
    unconfirmed_languages: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str, name: str = "practice") -> Self:
        """Read the YAML text of one practice."""
        document = read(text, name)
        return cls.from_entry(checked(document, Form.GOOD_PRACTICE), document.place())

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any], where: str, unconfirmed: tuple[str, ...] = ()) -> Self:
        """Take a practice from a checked entry; languages unconfirmed in the whole file come from outside."""
        return cls(
            id=entry["id"],
            state=entry["state"],
            title=entry["title"],
            done=entry["done"],
            requirements=tuple(entry["requirements"]),
            **{name: entry.get(name, "") for name in ("act", "unit", "source")},
            **{name: _date(entry, where, name) for name in ("since", "until")},  # type: ignore[arg-type]
            **{name: entry.get(name) for name in _TEXTS},  # type: ignore[arg-type]
            criticism=tuple(Criticism.from_entry(one, where) for one in entry.get("criticism", ())),
            read_also=tuple(entry.get("read_also", ())),
            confirmed=entry["confirmed"],
            unconfirmed_languages=tuple(entry.get("unconfirmed", unconfirmed)),
        )

    def entry(self) -> dict[str, object]:
        """Give the practice as an entry of the file, without what it does not say."""
        entry: dict[str, object] = {
            "id": self.id,
            "state": self.state,
            "title": _paragraphs(self.title),
            "act": self.act,
            "unit": self.unit,
            "done": _paragraphs(self.done),
            "requirements": InlineList(self.requirements),
            "since": str(self.since or ""),
            "until": str(self.until or ""),
            **{name: _paragraphs(words) for name in _TEXTS if (words := getattr(self, name))},
            "criticism": [one.entry() for one in self.criticism],
            "read_also": [paragraph(text) for text in self.read_also],
            "source": paragraph(self.source),
        }
        return {name: value for name, value in entry.items() if value} | {"confirmed": self.confirmed}

    def __str__(self) -> str:
        languages = InlineList(self.unconfirmed_languages)
        return write(self.entry() | ({"unconfirmed": languages} if languages else {}))

    def begins_after(self, day: date) -> bool:
        """Whether it was, or may have been, still to come on that day; without a known beginning it was not."""
        return self.since is not None and self.since.last_day > day

    def ended_before(self, day: date) -> bool:
        """Whether it was surely over by that day."""
        return self.until is not None and self.until.last_day < day

    @property
    def texts(self) -> tuple[Words, ...]:
        """Everything that it says in words, by language."""
        said = (getattr(self, name) for name in ("title", "done", *_TEXTS))
        return (*filter(None, said), *(one.what for one in self.criticism))


def _date(entry: Mapping[str, Any], where: str, key: str = "date") -> PartialDate | None:
    return PartialDate.parse(entry[key], f"{where}.{key}") if key in entry else None


def _paragraphs(words: Words) -> dict[str, str]:
    return {language: paragraph(text) for language, text in words.items()}
