"""The released catalogue is read from the library once in the life of the program, not once a page."""

from functools import cache

from muvofiq.alignment.concepts import Concepts
from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.load import load_catalogue


@cache
def released() -> Catalogue:
    """Return the catalogue that comes with the product."""
    return load_catalogue()


@cache
def thesaurus() -> Concepts:
    """Return its thesaurus, ready to find concepts in texts."""
    return Concepts(released().thesaurus.concepts)


@cache
def unconfirmed_languages() -> frozenset[str]:
    """Return the languages in which some requirement awaits a native lawyer."""
    return frozenset(language for one in released().requirements for language in one.unconfirmed_languages)
