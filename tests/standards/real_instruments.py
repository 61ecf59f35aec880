"""The real instruments beside the checkout, as the text that a user would have of them."""

from functools import cache

from benchmarks.norm_texts import norm_text
from muvofiq.law.tree import Law
from tests.paths import real
from tests.standards.convention import opened


@cache
def instrument(name: str) -> Law:
    """Return a treaty or an act of the Pact; skips where it is missing."""
    return opened(norm_text(name, real), f"{name}.txt")
