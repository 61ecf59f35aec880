"""The released catalogue is read from the library once in the life of the program, not once a page."""

from functools import cache

from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.load import load_catalogue


@cache
def released() -> Catalogue:
    """Return the catalogue that comes with the product."""
    return load_catalogue()
