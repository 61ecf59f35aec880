"""The interpreters' glossary holds the terms that the agenda needs, as many as two pages take, in three languages."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from math import ceil

from muvofiq.alignment.words import fold
from muvofiq.standards.requirement import in_language
from muvofiq.standards.thesaurus import LANGUAGES, Concept, Thesaurus
from muvofiq.tables import table

UNCONFIRMED = "?"
LAST = "legal-technique"  # a facet of words that every interpreter of the field has: law, article, amendment
TELLING = {"institutions": 3}  # a facet that counts as if it stood in a few more requirements
# Measured with LibreOffice and a wide face: lines of the table that two A4 pages hold, letters that fit on one of them,
# what the title of a facet takes, and letters of a line of the head.
LINES, LETTERS, FACET_LINES, HEAD_LETTERS = 112, {"en": 35, "ru": 29, "tg": 29}, 1.2, 80


class Order(StrEnum):
    """How the terms are sorted."""

    ALPHABET = "alphabet"
    FACET = "facet"


@dataclass(frozen=True, slots=True)
class Term:
    """A line of the glossary: by language the word with its mark, empty where no word is known."""

    id: str
    words: Mapping[str, str]
    facet: str = ""

    @property
    def lines(self) -> int:
        """How many lines it takes at most."""
        return max(ceil(len(self.words.get(one, "")) / LETTERS[one]) or 1 for one in LANGUAGES)


@dataclass(frozen=True, slots=True)
class Part:
    """The terms that stand together, below the title of their facet if they are sorted so."""

    title: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Glossary:
    """The document as a value; ``needed`` counts all terms that the mission needs, printed or not."""

    mission: str
    starts: date
    ends: date
    state: str
    parts: tuple[Part, ...]
    needed: int
    notices: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """How many terms are printed."""
        return sum(len(part.terms) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Needs:
    """What the mission speaks of: the concepts that its agenda names, its themes, and in how many requirements.

    ``in_titles`` counts requirements of the scope by their titles, ``in_texts`` by their statements and elements.
    """

    on_agenda: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    in_titles: Mapping[str, int] = field(default_factory=dict)
    in_texts: Mapping[str, int] = field(default_factory=dict)


def terms_of_art(themes: Collection[str]) -> frozenset[str]:
    """Return the concepts that nobody can interpret on these themes without, as the library names them."""
    return frozenset(row["concept"] for row in table("documents/terms-of-art.csv") if row["theme"] in themes)


def ranked(thesaurus: Thesaurus, needs: Needs) -> list[Concept]:
    """Return the concepts that the mission needs, the most needed first, the words of legal technique last.

    First those that the agenda names, then the terms of art of the themes, then those in the titles of the scope, then
    those in the most statements and elements; institutions count as if they stood in a few more.
    """
    art = terms_of_art(needs.themes)
    named = needs.on_agenda.union(art, needs.in_titles, needs.in_texts)

    def place(one: Concept) -> tuple[bool, bool, bool, int, int, str]:
        titles, texts = needs.in_titles.get(one.id, 0), needs.in_texts.get(one.id, 0)
        is_said, is_art = one.id in needs.on_agenda, one.id in art
        return one.facet == LAST, not is_said, not is_art, -titles, -texts - TELLING.get(one.facet, 0), one.id

    return sorted((one for one in thesaurus.concepts if one.id in named), key=place)


def room_below(head: Iterable[str]) -> float:
    """Return for how many lines of the table two pages have room below the texts of the head."""
    return LINES - sum(1.3 * ceil(len(text) / HEAD_LETTERS) for text in head)


def parts_of(
    concepts: Sequence[Concept],
    thesaurus: Thesaurus,
    language: str,
    *,
    state: str,
    room: float,
    order: Order = Order.ALPHABET,
    other: str = "",
) -> tuple[Part, ...]:
    """Return the terms for which there is room, sorted in a language; ``other`` is the title of what has no facet."""
    titles = {facet.id: in_language(facet.title, language) for facet in thesaurus.facets}
    kept = list(_fitting([term_of(one, state) for one in concepts], room, order))
    if order is Order.ALPHABET:
        return (Part("", tuple(sorted(kept, key=lambda one: _place(one, language)))),) if kept else ()
    names = [*titles, ""]
    groups = {name: [one for one in kept if (one.facet if one.facet in titles else "") == name] for name in names}
    return tuple(
        Part(titles.get(name, other), tuple(sorted(terms, key=lambda one: _place(one, language))))
        for name, terms in groups.items()
        if terms
    )


def term_of(concept: Concept, state: str) -> Term:
    r"""Return the line of a concept: its preferred words and, in brackets, those of the law of the state.

    >>> post = Concept("post", {"en": ("border post",), "tg": ("гузаргоҳ",)}, unconfirmed_languages=("tg",))
    >>> term_of(post, "TJ").words
    {'en': 'border post', 'ru': '', 'tg': 'гузаргоҳ\xa0?'}
    """
    return Term(concept.id, {one: _printed(concept, one, state) for one in LANGUAGES}, concept.facet)


def _printed(concept: Concept, language: str, state: str) -> str:
    mark = f"\u00a0{UNCONFIRMED}"  # never on a line of its own
    first = concept.preferred(language) or ""
    own = [one for one in concept.regional if one.language == language and state in one.states and one.word != first]
    words = [first + mark * concept.is_unconfirmed(language, first)] if first else []
    if own:
        words.append(f"({', '.join(one.word + mark * (not one.seen) for one in own)})")
    return " ".join(words)


def _fitting(terms: Sequence[Term], left: float, order: Order) -> Iterator[Term]:
    """Yield the most needed terms while the lines last; one that is too long for the rest is passed over."""
    facets = set[str]()
    for one in terms:
        head = FACET_LINES if order is Order.FACET and one.facet not in facets else 0
        if one.lines + head <= left:
            left -= one.lines + head
            facets.add(one.facet)
            yield one


def _place(term: Term, language: str) -> tuple[str, str]:
    """Return where a term stands in the alphabet; one without a word in the language by whatever word it has."""
    words = [term.words.get(language, ""), *term.words.values()]
    return fold(next((word for word in words if word), term.id)), term.id
