"""A requirement says, in our own words, what the cited international standards ask of a national law."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from muvofiq.standards.citation import Citation, Practice
from muvofiq.standards.errors import BadDate
from muvofiq.standards.schema import Form, checked
from muvofiq.standards.vocabulary import Group, Stage, Strength
from muvofiq.standards.yaml_text import read
from muvofiq.standards.yaml_writing import InlineList, paragraph, write

Words = Mapping[str, str]
ORIGINAL = "en"  # the language in which the requirements were written, and which none of their texts lacks


@dataclass(frozen=True, slots=True)
class Theme:
    """One of the large parts of the catalogue, named by a letter."""

    id: str
    title: Words


@dataclass(frozen=True, slots=True)
class Signature:
    """Who reviewed a requirement, when, and in which languages."""

    name: str
    date: date
    languages: tuple[str, ...]

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any], where: str) -> Self:
        """Take a signature from a checked entry."""
        try:
            day = date.fromisoformat(entry["date"])
        except ValueError as error:
            raise BadDate(where, text=entry["date"]) from error
        return cls(entry["name"], day, tuple(entry["languages"]))

    def entry(self) -> dict[str, object]:
        """Give the signature as an entry of the file."""
        return {"name": self.name, "date": self.date.isoformat(), "languages": InlineList(self.languages)}


@dataclass(frozen=True, slots=True)
class Requirement:
    """What a national law should contain, with the sources, the words and the elements to look for.

    ``practice`` is what older editions said of the practice of states; today that stands in ``library/practice``.
    """

    id: str
    code: str
    title: Words
    statement: Words
    citations: tuple[Citation, ...]
    groups: tuple[Group, ...]
    stages: tuple[Stage, ...]
    elements: tuple[Words, ...]
    terms: Mapping[str, tuple[str, ...]]
    practice: tuple[Practice, ...] = ()
    signed: Signature | None = None
    unconfirmed_languages: tuple[str, ...] = ()
    strength: Strength | None = None

    @classmethod
    def parse(cls, text: str, name: str = "requirement") -> Self:
        """Read the YAML text of one requirement."""
        document = read(text, name)
        return cls.from_entry(checked(document, Form.REQUIREMENT), document.place())

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any], where: str, unconfirmed: tuple[str, ...] = ()) -> Self:
        """Take a requirement from a checked entry; languages unconfirmed in the whole file come from outside."""
        return cls(
            id=entry["id"],
            code=entry["code"],
            title=entry["title"],
            statement=entry["statement"],
            citations=tuple(Citation.parse(text, where) for text in entry["citations"]),
            groups=tuple(map(Group, entry["groups"])),
            stages=tuple(map(Stage, entry["stages"])),
            elements=tuple(entry["elements"]),
            terms={language: tuple(words) for language, words in entry["terms"].items()},
            practice=tuple(map(Practice, entry.get("practice", ()))),
            signed=Signature.from_entry(entry["signed"], where) if "signed" in entry else None,
            unconfirmed_languages=tuple(entry.get("unconfirmed", unconfirmed)),
            strength=Strength(entry["strength"]) if "strength" in entry else None,
        )

    @property
    def theme(self) -> str:
        """The letter of the theme, with which the code begins."""
        return self.code[0]

    @property
    def status(self) -> str:
        """Whether a person has reviewed the requirement."""
        if self.signed is None:
            return "draft, unreviewed"
        return f"signed by {self.signed.name} on {self.signed.date.isoformat()}"

    def entry(self) -> dict[str, object]:
        """Give the requirement as an entry of the file, in the order in which a lawyer reads it."""
        entry: dict[str, object] = {
            "id": self.id,
            "code": self.code,
            "title": _paragraphs(self.title),
            "statement": _paragraphs(self.statement),
            "citations": [str(citation) for citation in self.citations],
            "groups": InlineList(group.value for group in self.groups),
            "stages": InlineList(stage.value for stage in self.stages),
            "elements": [_paragraphs(element) for element in self.elements],
            "terms": {language: InlineList(words) for language, words in self.terms.items()},
        }
        if self.strength:
            entry["strength"] = self.strength.value
        if self.practice:
            entry["practice"] = [paragraph(str(practice)) for practice in self.practice]
        if self.signed:
            entry["signed"] = self.signed.entry()
        return entry

    def __str__(self) -> str:
        entry = self.entry()
        if self.unconfirmed_languages:
            entry["unconfirmed"] = InlineList(self.unconfirmed_languages)
        return write(entry)


def in_language(words: Words, language: str) -> str:
    """Give a text in a language; where it is not translated yet, the original or another with its language's tag.

    >>> in_language({"en": "border", "ru": "граница"}, "ru"), in_language({"en": "border"}, "ru")
    ('граница', 'border [en]')
    """
    if words.get(language):
        return words[language]
    other = ORIGINAL if words.get(ORIGINAL) else next(iter(words))
    return f"{words[other]} [{other}]"


def _paragraphs(words: Words) -> dict[str, str]:
    return {language: paragraph(text) for language, text in words.items()}
