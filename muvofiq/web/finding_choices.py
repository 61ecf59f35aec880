"""The choices above the list of findings, each with how many it would list, and the chips of what is chosen."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from muvofiq.assessment.scale import State, word
from muvofiq.assessment.verdict import appearances
from muvofiq.records.models import Person
from muvofiq.records.queries.finding_filters import FACTS, NOBODY, Filters, Order
from muvofiq.records.queries.released import released
from muvofiq.records.queries.scope_list import Left, ScopeRow
from muvofiq.standards.drafting import own_theme
from muvofiq.standards.force import Force
from muvofiq.standards.requirement import in_language
from muvofiq.standards.vocabulary import Group, Stage
from muvofiq.web.finding_address import WORDS, address_of, in_address
from muvofiq.web.labels import LABELS
from muvofiq.web.labels_coverage import GROUPS, STAGES
from muvofiq.web.labels_findings import CONDITIONS, LEFT
from muvofiq.web.languages import interface_language


@dataclass(frozen=True, slots=True)
class Option:
    """One word of a condition: how the address names it, what people read, and how many it would list."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A condition with the words that can be chosen now."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """A condition that is set, and the address without it."""

    label: str
    value: str
    without: str


def choices(
    counts: Mapping[str, Counter[str]], filters: Filters, people: Iterable[Person], content: str
) -> list[Choice]:
    """Return the conditions in their order; a word that would list nothing is left out unless it is chosen."""
    every, found = _words(people, content), []
    for name in FACTS:
        chosen, options = getattr(filters, name), []
        for one, label in every[name].items():
            is_chosen = chosen == one
            if counts[name][one] or is_chosen:
                value = in_address(WORDS[name](one)) if name in WORDS else one
                options.append(Option(value, label, counts[name][one], is_chosen))
        found.append(Choice(name, str(CONDITIONS[name]), tuple(options)))
    return found


def chips(filters: Filters, order: Order, people: Iterable[Person], content: str) -> list[Chip]:
    """Return what is chosen, each removable by its address."""
    every = _words(people, content)
    return [
        Chip(
            str(CONDITIONS[name]),
            every.get(name, {}).get(chosen := getattr(filters, name), str(chosen)),
            address_of(filters.without(name), order),
        )
        for name in filters.chosen
    ]


def themes_of(rows: Iterable[ScopeRow], content: str) -> dict[str, str]:
    """Return the themes of which the scope has a requirement, with letter and title."""
    named = _themes(content)
    return {letter: named[letter] for letter in sorted({row.requirement.theme for row in rows}) if letter in named}


def _words(people: Iterable[Person], content: str) -> dict[str, dict[str, str]]:
    """Return for each condition what people read for its words."""
    language = interface_language()
    look = appearances()
    return {
        "theme": _themes(content),
        "group": {one: str(GROUPS[one]) for one in Group},
        "stage": {one: str(STAGES[one]) for one in Stage},
        "force": {one: str(LABELS[one]) for one in Force},
        "state": {one: word(one, language) for one in State},
        "owner": {NOBODY: _("nobody yet")} | {one.username: one.name for one in people},
        "law": {one: look[one].label(language) for one in look},
        "practice": {one: look[one].practice_label(language) for one in look},
        "look": {one: str(LEFT[one]) for one in Left},
    }


def _themes(content: str) -> dict[str, str]:
    every = (*released().themes, own_theme())
    return {one.id: f"{one.id} {in_language(one.title, content)}" for one in every}
