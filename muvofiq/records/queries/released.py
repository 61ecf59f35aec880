"""The released catalogue is read from the library once in the life of the program, not once a page."""

from functools import cache, lru_cache
from uuid import UUID

from muvofiq.alignment.concepts import Concepts
from muvofiq.records.models import Mission
from muvofiq.records.permissions import NATIVE
from muvofiq.records.words import TermState
from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.load import load_catalogue
from muvofiq.standards.thesaurus import NewWord, Thesaurus, with_words


@cache
def released() -> Catalogue:
    """Return the catalogue that comes with the product."""
    return load_catalogue()


@cache
def thesaurus() -> Concepts:
    """Return its thesaurus, ready to find concepts in texts."""
    return Concepts(released().thesaurus.concepts)


def thesaurus_of(mission: Mission) -> Concepts:
    """Return the thesaurus of a mission, ready to find concepts: the released one and the words accepted there.

    For the same words it is the same object, so that what was computed with it can be kept.
    """
    words = accepted_words(mission)
    return _concepts(words) if words else thesaurus()


def terms_of(mission: Mission) -> Thesaurus:
    """Return the thesaurus of a mission as a whole, with facets and hierarchy."""
    words = accepted_words(mission)
    return _richer(words) if words else released().thesaurus


def accepted_words(mission: Mission) -> tuple[NewWord, ...]:
    """Return the words that were accepted in a mission, in the order of the decisions."""
    rows = list(mission.term_proposals.filter(state=TermState.ACCEPTED.value).order_by("decided_at", "pk"))
    native = natives_of(mission) if rows else frozenset()
    return tuple(
        NewWord(
            one.concept_id,
            one.language,
            one.word,
            one.is_preferred,
            one.broader,
            is_confirmed=one.decided_by_id in native - {one.proposed_by_id},
        )
        for one in rows
    )


def natives_of(mission: Mission) -> frozenset[UUID]:
    """Return the people of a mission whose acceptance confirms a word that another person proposed."""
    return frozenset(mission.members.filter(role__in=NATIVE).values_list("person_id", flat=True))


@lru_cache(maxsize=32)
def _richer(words: tuple[NewWord, ...]) -> Thesaurus:
    return with_words(released().thesaurus, words)


@lru_cache(maxsize=32)
def _concepts(words: tuple[NewWord, ...]) -> Concepts:
    return Concepts(_richer(words).concepts)


@cache
def unconfirmed_languages() -> frozenset[str]:
    """Return the languages in which some requirement awaits a native lawyer."""
    return frozenset(language for one in released().requirements for language in one.unconfirmed_languages)
