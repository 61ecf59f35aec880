"""How an address names a choice of findings, so that a list can be sent to a colleague and comes out the same."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar
from urllib.parse import urlencode

from muvofiq.assessment.scale import State
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.queries.finding_filters import Filters, Order
from muvofiq.records.queries.scope_list import Left
from muvofiq.standards.force import Force
from muvofiq.standards.vocabulary import Group, Stage

Word = TypeVar("Word", bound=StrEnum)
WORDS: dict[str, type[StrEnum]] = {
    "group": Group,
    "stage": Stage,
    "force": Force,
    "state": State,
    "law": Verdict,
    "practice": Verdict,
    "look": Left,
}
TEXTS = {"theme": 8, "owner": 80, "words": 200}  # how long each may be


def in_address(word: StrEnum) -> str:
    """Return how an address names a fixed word.

    >>> in_address(Group.UNACCOMPANIED_CHILDREN)
    'unaccompanied-children'
    """
    return word.name.lower().replace("_", "-")


def word_in(words: type[Word], name: str) -> Word | None:
    """Return the fixed word that an address names.

    >>> word_in(Group, "children") is Group.CHILDREN, word_in(Group, "nobody")
    (True, None)
    """
    return next((one for one in words if in_address(one) == name), None)


def filters_in(query: Mapping[str, str]) -> Filters:
    """Read the conditions of an address; what it does not know is no condition."""
    found: dict[str, Any] = {}
    for name, words in WORDS.items():
        found[name] = word_in(words, query.get(name, ""))
    for name, longest in TEXTS.items():
        found[name] = query.get(name, "").replace("\x00", "").strip()[:longest].strip()
    return Filters(**found)


def order_in(query: Mapping[str, str]) -> Order:
    """Read the order of an address; without one, that of the scope."""
    return next((one for one in Order if one.value == query.get("order")), Order.SCOPE)


def address_of(filters: Filters, order: Order = Order.SCOPE) -> str:
    """Write conditions and order as the query of an address.

    >>> address_of(Filters(stage=Stage.RETURN, law=Verdict.NOT_FOUND))
    '?stage=return&law=not-found'
    >>> address_of(Filters())
    '?'
    """
    parts = {name: getattr(filters, name) for name in filters.chosen}
    told = {name: in_address(value) if isinstance(value, StrEnum) else value for name, value in parts.items()}
    return f"?{urlencode(told | ({'order': order.value} if order is not Order.SCOPE else {}))}"
