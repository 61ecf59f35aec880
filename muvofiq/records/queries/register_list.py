"""The register of a mission as a table: each act with what is unconfirmed about it and its texts on file."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Act, Edition, Mission
from muvofiq.records.queries.law_text import law_of
from muvofiq.records.queries.register import recognised
from muvofiq.records.words import Purpose
from muvofiq.standards.state_register import Amendment


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """An act with its editions, in each language the newest day first, the replaced ones last.

    ``doubts`` names the facts that nobody has confirmed.
    """

    act: Act
    doubts: frozenset[str]
    editions: tuple[Edition, ...]

    @property
    def amendments(self) -> tuple[Amendment, ...]:
        """The acts that amended it up to the mission, as the register of the state tells them."""
        return tuple(Amendment.from_entry(one, f"act {self.act.pk}") for one in self.act.amendments)


@dataclass(frozen=True, slots=True)
class RegisterGroup:
    """The acts that are the same to the mission; ``state`` is that of laws to compare with."""

    purpose: Purpose
    state: str
    rows: tuple[RegisterRow, ...]


def register_list(mission: Mission, language: str) -> list[RegisterRow]:
    """Return the register in its order; what is in doubt in another language only is not in doubt here."""
    acts = mission.acts.prefetch_related("editions__replaced_by", "editions__imported_by")
    return [RegisterRow(act, _doubts(act, language), tuple(_newest_first(act))) for act in acts]


def register_groups(mission: Mission, language: str) -> list[RegisterGroup]:
    """Return the register by what its acts are: national law, the law of each state to compare with, standards."""
    groups: dict[tuple[Purpose, str], list[RegisterRow]] = {}
    for row in register_list(mission, language):
        groups.setdefault((Purpose(row.act.purpose), row.act.state), []).append(row)
    found = [RegisterGroup(purpose, state, tuple(rows)) for (purpose, state), rows in groups.items()]
    return sorted(found, key=lambda one: list(Purpose).index(one.purpose))


def act_named(mission: Mission, pk: UUID | str) -> Act:
    """Return an act of the register; raises NotOnFile."""
    act = mission.acts.select_related("mission").filter(pk=pk).first()
    if act is None:
        raise NotOnFile(f"{mission} > acts", sort="act", name=str(pk))
    return act


def reasons_of(edition: Edition) -> tuple[str, ...]:
    """Return by what a text is recognised as its act: some of title, number and date; nothing if it is not."""
    found = {act.pk: match.reasons for act, match in recognised(edition.mission, law_of(edition))}
    return found.get(edition.act_id, ())


def is_replaced(edition: Edition) -> bool:
    """Whether a corrected import stands in place of this edition."""
    return hasattr(edition, "replaced_by")


def _newest_first(act: Act) -> list[Edition]:
    editions = sorted(act.editions.all(), key=lambda one: one.as_of or date.min, reverse=True)
    return sorted(editions, key=lambda one: (is_replaced(one), one.language))


def _doubts(act: Act, language: str) -> frozenset[str]:
    parts = (str(name).partition(".") for name in act.unconfirmed)
    return frozenset(field for field, _, only in parts if only in {"", language})
