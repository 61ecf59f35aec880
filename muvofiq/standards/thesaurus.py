"""The thesaurus holds the concepts of the field with their words in each language, the broader above the narrower."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
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

    The ``regional`` words are synonyms too, but only in the law of the states that they name. In a language that is
    unconfirmed, ``confirmed`` names the words that a person has confirmed nevertheless, each with its language.
    """

    id: str
    labels: Mapping[str, tuple[str, ...]]
    broader: str | None = None
    facet: str = ""
    unconfirmed_languages: tuple[str, ...] = ()
    regional: tuple[RegionalWord, ...] = ()
    confirmed: tuple[tuple[str, str], ...] = ()

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

    def is_unconfirmed(self, language: str, word: str) -> bool:
        """Whether a word still awaits a native lawyer."""
        return language in self.unconfirmed_languages and (language, word) not in self.confirmed


@dataclass(frozen=True, slots=True)
class NewWord:
    """A word that a person has accepted for a concept; ``broader`` says where a concept of its own stands.

    ``is_confirmed`` tells that a native lawyer stands behind it; without that it keeps the mark of its language.
    """

    concept: str
    language: str
    word: str
    is_preferred: bool = False
    broader: str = ""
    is_confirmed: bool = True


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


def with_words(thesaurus: Thesaurus, words: Sequence[NewWord]) -> Thesaurus:
    """Return a thesaurus with further words, the newest last.

    A preferred word goes before the others of its language. A concept that the thesaurus does not have is made of its
    words, below its broader one if that exists and the chain makes no circle; what awaits a native lawyer in the
    rest of the thesaurus awaits one there too.

    >>> victim = Concept("victim", {"en": ("victim",), "tg": ("ҷабрдида",)}, unconfirmed_languages=("tg",))
    >>> richer = with_words(Thesaurus((victim,)), [NewWord("victim", "tg", "қурбонӣ", is_preferred=True)])
    >>> [(word, richer.concept("victim").is_unconfirmed("tg", word)) for word in richer.concept("victim").labels["tg"]]
    [('қурбонӣ', False), ('ҷабрдида', True)]
    """
    new = list(dict.fromkeys(one.concept for one in words if one.concept not in thesaurus))
    awaited = tuple(sorted({name for one in thesaurus.concepts for name in one.unconfirmed_languages})) if new else ()
    made = (Concept(name, {}, unconfirmed_languages=awaited) for name in new)
    concepts = {one.id: one for one in (*thesaurus.concepts, *made)}
    for name in new:
        broader = next((one.broader for one in words if one.concept == name and one.broader), "")
        if broader in concepts and not _stands_under(broader, name, concepts):
            concepts[name] = replace(concepts[name], broader=broader)
    for name in new:
        concepts[name] = replace(concepts[name], facet=_facet_of(name, concepts))
    for one in words:
        concepts[one.concept] = _with_word(concepts[one.concept], one)
    return Thesaurus(tuple(concepts.values()), thesaurus.facets)


def _stands_under(name: str, other: str, concepts: Mapping[str, Concept]) -> bool:
    """Whether a concept is another one or stands somewhere below it."""
    at: str | None = name
    while at is not None and at != other:
        at = concepts[at].broader
    return at == other


def _facet_of(name: str, concepts: Mapping[str, Concept]) -> str:
    concept = concepts[name]
    while not concept.facet and concept.broader:
        concept = concepts[concept.broader]
    return concept.facet


def _with_word(concept: Concept, new: NewWord) -> Concept:
    old = concept.labels.get(new.language, ())
    others = tuple(word for word in old if word != new.word)
    words = (new.word, *others) if new.is_preferred else (old if new.word in old else (*old, new.word))
    told = (new.language, new.word)
    is_news = new.is_confirmed and new.language in concept.unconfirmed_languages and told not in concept.confirmed
    confirmed = (*concept.confirmed, told) if is_news else concept.confirmed
    return replace(concept, labels={**concept.labels, new.language: words}, confirmed=confirmed)
