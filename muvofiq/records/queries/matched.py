"""The editions among which provisions are sought: a translation does not stand beside its own original."""

from collections import Counter, defaultdict
from uuid import UUID

from muvofiq.alignment.unit import Unit, units_of
from muvofiq.records.models import Edition, Mission
from muvofiq.records.queries.law_text import law_of
from muvofiq.records.queries.whose_law import OWN, editions_of_state


def units_in(edition: Edition) -> list[Unit]:
    """Return the articles of an edition as the ranking sees them; those for official use stay on this computer."""
    return units_of(law_of(edition), stays=edition.is_restricted)


def editions_to_match(mission: Mission, state: str = OWN) -> list[Edition]:
    """Return the newest editions of the law of a state; of an act that has the same articles in several languages, one.

    It is the language in which most texts of that state are on file, else the one that stands first in the register.
    A translation of some articles only is matched beside the whole text.
    """
    editions = editions_of_state(mission, state)
    usual = Counter(edition.language for edition in editions)
    alike: dict[tuple[UUID, tuple[str, ...]], list[Edition]] = defaultdict(list)
    for edition in editions:
        alike[edition.act_id, tuple(address.eid for address, _, _ in law_of(edition).articles())].append(edition)
    found: list[Edition] = []
    for group in alike.values():
        language = max((edition.language for edition in group), key=lambda one: usual[one])
        found += [edition for edition in group if edition.language == language]
    return found
