"""Which of the units that a European amending act names together lie in one another, and in which act."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from muvofiq.law.kind import Kind


class Unit(StrEnum):
    """What is cited in an act of the Union besides its units."""

    DASH = "dash"  # an item that begins with a dash
    SENTENCE = "sentence"
    INTRODUCTORY = "introductory"  # the words before the points
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Group:
    """The word for a unit with its numbers, or the ordinals before it, as an act names them together.

    Each item is a number with those in brackets behind it. ``joined`` is the word before: a comma, «and», «of», «in».
    """

    kind: Kind | Unit
    items: tuple[tuple[str, ...], ...]
    counted: bool = False
    joined: str = ""
    style: str = ""
    """Whether the numbers stand in brackets: point (a), or not: paragraph 2."""


def chains_of(found: Sequence[Group | str]) -> list[tuple[list[Group], str]]:
    """Return which groups lie in one another, largest first, and the act of each such chain.

    Nothing is returned where a smaller unit is joined to a larger one by «and», and none is named in which it lies.
    """
    chains: list[tuple[list[Group], str]] = []
    groups: list[Group] = []
    is_location = bool(found) and isinstance(found[0], Group) and found[0].joined == "lead"
    for at, one in enumerate(found):
        if isinstance(one, str):
            chains.append((groups, one))
            groups = []
            continue
        following = found[at + 1] if at + 1 < len(found) else ""
        names_own = isinstance(following, Group) and following.joined == "of"  # and point (b) of Article 1
        longer = _longer(groups, one, is_location=is_location, names_own=names_own) if groups else None
        if longer is not None:
            groups = longer
        else:
            if groups:
                if one.joined == "separator" and not names_own and depth_of(one) > depth_of(groups[-1]):
                    return []
                chains.append((groups, ""))
            groups = [one] if names_own else _beside(groups, one)
    if groups:
        chains.append((groups, ""))
    return _of_unit_named_last(_of_act_named_first(_behind_act(chains) if is_location else chains))


def _behind_act(chains: list[tuple[list[Group], str]]) -> list[tuple[list[Group], str]]:
    """Give the units that are named behind an act to the larger one before it: «In Article 5 of the Law, point (a)»."""
    whole: list[tuple[list[Group], str]] = []
    for groups, act in chains:
        before, its_act = whole[-1] if whole else ([], "")
        above = [group for group in before if groups and depth_of(group) < depth_of(groups[0])]
        is_inner = bool(its_act and above) and groups[0].joined in {"", "comma", "separator", "lead"}
        whole.append(([*above, *groups], act or its_act) if is_inner and not act else (groups, act))
    return [one for at, one in enumerate(whole) if at + 1 == len(whole) or not _is_head(one, whole[at + 1])]


def _is_head(one: tuple[list[Group], str], following: tuple[list[Group], str]) -> bool:
    """Whether a chain is only the beginning of the next, behind the name of the act."""
    groups, longer = one[0], following[0]
    return bool(groups) and len(longer) > len(groups) and longer[: len(groups)] == groups and one[1] == following[1]


def _of_act_named_first(chains: list[tuple[list[Group], str]]) -> list[tuple[list[Group], str]]:
    """Give the act that is named before its units to them: «In Directive 93/13/EEC, Article 8 ...»."""
    if len(chains) > 1 and not chains[0][0] and all(groups and not act for groups, act in chains[1:]):
        return [(groups, chains[0][1]) for groups, _ in chains[1:]]
    return chains


def _of_unit_named_last(chains: list[tuple[list[Group], str]]) -> list[tuple[list[Group], str]]:
    """Give the unit that is named behind several smaller ones to all: «point (a) and paragraph 2 of Article 5»."""
    whole: list[tuple[list[Group], str]] = []
    for groups, act in reversed(chains):
        behind, its_act = whole[-1] if whole else ([], "")
        is_open = bool(groups and behind) and behind[0].joined == "of" and depth_of(groups[0]) > depth_of(behind[0])
        above = [group for group in behind if is_open and depth_of(group) < depth_of(groups[0])]
        whole.append(([*above, *groups], act or (its_act if above else "")))
    return whole[::-1]


def _longer(groups: list[Group], one: Group, *, is_location: bool, names_own: bool) -> list[Group] | None:
    """Return the chain with a further group, or None where it does not belong to it.

    ``names_own`` tells that the larger units of the further group are named behind it.
    """
    last = groups[-1]
    if turned := _with_subparagraph(groups, one):
        return turned
    above = [group for group in groups if depth_of(group) < depth_of(one)]
    below = groups[len(above) :]
    is_between = above == groups[: len(above)] and bool(below) and depth_of(below[0]) > depth_of(one)
    if one.joined == "of" or (one.joined == "lead" and not is_location and depth_of(one) < depth_of(groups[0])):
        return [*above, one, *below] if is_between else None  # it is larger than what stands before it
    if is_between and not names_own and one.joined == "comma" and above and above[-1].joined == "of":
        return [*above, replace(one, joined="of"), *below]  # «point (a) of Article 5, paragraph 2»
    is_inner = is_location and not names_own and one.kind is last.kind and one.kind in {Kind.POINT, Kind.SUBPOINT}
    is_smaller = one.joined != "separator" and (depth_of(one) > depth_of(last) or is_inner)
    return [*groups, one] if is_smaller else None


def _with_subparagraph(groups: list[Group], one: Group) -> list[Group]:
    """Return the chain with a further group where one of a point and a subparagraph lies in the other, else nothing."""
    last = groups[-1]
    if is_turned(last, one) and one.joined != "separator":
        return [*groups, one]  # «in the first subparagraph of Article 5, point (a)»
    if one.joined == "of" and is_turned(one, groups[0]):
        return [one, *groups]  # «point (a) of the first subparagraph»
    if is_turned(one, last) and one.joined == "comma" and any(group.joined == "of" for group in groups):
        return [*groups[:-1], one, last]  # «point (a) of Article 5, first subparagraph»
    return []


def is_turned(outer: Group, inner: Group) -> bool:
    """Whether a point lies in a subparagraph, which is otherwise the smaller unit."""
    return outer.kind is Kind.INDENT and inner.kind in {Kind.POINT, Kind.SUBPOINT}


def _beside(groups: Sequence[Group], one: Group) -> list[Group]:
    """Return the chain of a group that stands beside another: in the same larger units."""
    return [*(group for group in groups[:-1] if depth_of(group) < depth_of(one)), one]


def depth_of(group: Group) -> int:
    """Return how deep the units of a group lie: the smaller, the deeper."""
    if group.kind is Kind.PART and group.counted:
        return Kind.INDENT.depth
    beyond = {Unit.DASH: 12, Unit.INTRODUCTORY: 12, Unit.SENTENCE: 13, Unit.HEADING: 14}
    return group.kind.depth if isinstance(group.kind, Kind) else beyond[group.kind]
