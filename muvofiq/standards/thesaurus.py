"""The thesaurus holds the concepts of the field with their words in each language, the broader above the narrower."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from muvofiq.standards.errors import NotInCatalogue
from muvofiq.standards.spelling import nearest

LANGUAGES = ("en", "ru", "tg")


@dataclass(frozen=True, slots=True)
class Facet:
    """A part of the thesaurus, such as persons, documents or procedures."""

    id: str
    title: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RegionalWord:
    """A word by which the law of some states, drafted in this language, calls a concept; ``states`` says which.

    ``seen`` tells that the word was found in a text of such a state; otherwise it rests on general knowledge.
    """

    word: str
    language: str
    states: tuple[str, ...]
    seen: bool = False

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any]) -> Self:
        """Take a word from a checked entry such as ``{ru: кандас, used: [KZ], seen: true}``."""
        language = next(one for one in LANGUAGES if one in entry)
        return cls(entry[language], language, tuple(entry["used"]), entry["seen"])


@dataclass(frozen=True, slots=True)
class Concept:
    """One idea; in each language its first word is the preferred one, the others are synonyms.

    The ``regional`` words are synonyms too, but only in the law of the states that they name.
    """

    id: str
    labels: Mapping[str, tuple[str, ...]]
    broader: str | None = None
    facet: str = ""
    unconfirmed_languages: tuple[str, ...] = ()
    regional: tuple[RegionalWord, ...] = ()

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any], facet: str, unconfirmed: tuple[str, ...] = ()) -> Self:
        """Take a concept from a checked entry."""
        labels = {language: tuple(entry[language]) for language in LANGUAGES if language in entry}
        regional = tuple(map(RegionalWord.from_entry, entry.get("regional", ())))
        return cls(entry["id"], labels, entry.get("broader"), facet, unconfirmed, regional)

    @property
    def every_label(self) -> Mapping[str, tuple[str, ...]]:
        """All words by which a text may call the concept, by language: preferred, synonyms, regional words."""
        words = {language: list(labels) for language, labels in self.labels.items()}
        for one in self.regional:
            words.setdefault(one.language, []).append(one.word)
        return {language: tuple(labels) for language, labels in words.items()}

    def preferred(self, language: str) -> str | None:
        """The preferred word in a language, if the language has one."""
        words = self.labels.get(language, ())
        return words[0] if words else None


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """All concepts, in the order of the files."""

    concepts: tuple[Concept, ...]
    facets: tuple[Facet, ...] = ()
    _by_id: Mapping[str, Concept] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {concept.id: concept for concept in self.concepts})

    def __contains__(self, name: object) -> bool:
        return name in self._by_id

    def concept(self, name: str) -> Concept:
        """Find a concept by its id."""
        if name not in self._by_id:
            raise NotInCatalogue("thesaurus", sort="concept", name=name, nearest=nearest(name, self._by_id))
        return self._by_id[name]

    def broader(self, name: str) -> tuple[Concept, ...]:
        """List the concepts above this one, the next first."""
        above: list[Concept] = []
        parent = self.concept(name).broader
        while parent is not None:
            above.append(self.concept(parent))
            parent = above[-1].broader
        return tuple(above)

    def narrower(self, name: str) -> tuple[Concept, ...]:
        """List the concepts directly below this one."""
        return tuple(concept for concept in self.concepts if concept.broader == name)

    def labels(self, language: str) -> Iterator[tuple[str, Concept]]:
        """Go through all words of a language, each with its concept, preferred words and synonyms alike."""
        for concept in self.concepts:
            for word in concept.labels.get(language, ()):
                yield word, concept
