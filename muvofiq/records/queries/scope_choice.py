"""The whole catalogue as it is chosen from: each requirement in its newest edition, with its force for the state."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from muvofiq.records.models import Mission
from muvofiq.records.queries.norms import instruments_of
from muvofiq.records.queries.released import released
from muvofiq.records.queries.requirements import newest_editions, requirement_of
from muvofiq.standards.drafting import own_theme
from muvofiq.standards.force import Force, force, reserved
from muvofiq.standards.requirement import Requirement, Theme


@dataclass(frozen=True, slots=True)
class Choice:
    """A requirement that may be chosen. ``scoped_edition`` is the edition by which the mission judges it now."""

    requirement: Requirement
    forces: tuple[Force, ...]
    reserved: frozenset[Force]
    newest_edition: int
    scoped_edition: int | None
    is_judged: bool

    @property
    def is_outdated(self) -> bool:
        """Whether the mission judges by an older edition."""
        return self.scoped_edition is not None and self.scoped_edition < self.newest_edition

    def has(self, words: str) -> bool:
        """Whether all words stand in the code, the id, the title or the statement, in any language."""
        one = self.requirement
        text = " ".join((one.code, one.id, *one.title.values(), *one.statement.values())).casefold()
        return all(word in text for word in words.casefold().split())


@dataclass(frozen=True, slots=True)
class ThemeChoices:
    """A theme of the catalogue with its requirements, in the order of their codes."""

    theme: Theme
    choices: tuple[Choice, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all requirements of the theme."""
        return tuple(one.requirement.id for one in self.choices)


def scope_choice(mission: Mission) -> list[ThemeChoices]:
    """Return the catalogue by themes, for the state of the mission and its first day."""
    newest = newest_editions(mission)
    scoped = dict(mission.scope.values_list("requirement__requirement_id", "requirement__edition"))
    judged = judged_ids(mission)
    instruments = instruments_of(mission)
    by_theme: dict[str, list[Choice]] = {}
    for edition in sorted(newest.values(), key=lambda one: requirement_of(one).code):
        requirement = requirement_of(edition)
        forces = force(requirement, instruments, mission.state, mission.starts)
        touched = reserved(requirement, instruments, mission.state, mission.starts)
        id_ = requirement.id
        choice = Choice(requirement, forces, touched, edition.edition, scoped.get(id_), id_ in judged)
        by_theme.setdefault(requirement.theme, []).append(choice)
    themes = {theme.id: theme for theme in (*released().themes, own_theme())}
    return [ThemeChoices(themes.get(id_, Theme(id_, {"en": id_})), tuple(rows)) for id_, rows in by_theme.items()]


def chosen_ids(mission: Mission) -> set[str]:
    """Return the ids of the requirements in the scope as saved."""
    return set(mission.scope.values_list("requirement__requirement_id", flat=True))


def judged_ids(mission: Mission) -> set[str]:
    """Return the ids of the requirements that have a verdict and so stay in the scope."""
    return set(mission.findings.values_list("requirement__requirement_id", flat=True))


def in_catalogue_order(themes: Iterable[ThemeChoices], ids: Collection[str]) -> list[str]:
    """Return ids in the order of the codes; what the catalogue does not have stands last, for the action to refuse."""
    known = [id_ for one in themes for id_ in one.ids]
    return [id_ for id_ in known if id_ in ids] + sorted(set(ids) - set(known))


def themes_with(themes: Iterable[ThemeChoices], ids: Collection[str]) -> list[str]:
    """Return the letters of the themes of which at least one requirement is chosen."""
    return [one.theme.id for one in themes if set(one.ids) & set(ids)]


def narrowed(themes: Iterable[ThemeChoices], letter: str, words: str) -> list[ThemeChoices]:
    """Return what is shown of the catalogue: one theme or all, and only what has the words."""
    wanted = (one for one in themes if letter in {"", one.theme.id})
    narrow = (replace(one, choices=tuple(choice for choice in one.choices if choice.has(words))) for one in wanted)
    return [one for one in narrow if one.choices]
