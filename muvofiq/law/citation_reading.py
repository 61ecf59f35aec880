"""The words of citations are read as lawyers read them: lists, ranges, chains of units, and the act they belong to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from muvofiq.law.citation_words import Role, Token, Words
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number

# «примечание к статье 5», «Article 9 of the Annex»: these may stand without a number.
WITHOUT_NUMBER = frozenset({Kind.NOTE, Kind.ANNEX})
BY_ORDINAL = frozenset({Role.ORDINAL, Role.TENS})
NUMBERS = frozenset({Role.NUMBER, Role.NESTED, *BY_ORDINAL})
UNITS = frozenset({Role.UNIT, Role.DASH})
ACTS = frozenset({Role.ACT, Role.CODE, Role.OTHER, Role.OWN})
# A part may lie in a point: «часть вторая пункта 5».
TURNED = frozenset({(Kind.PART, Kind.POINT), (Kind.PART, Kind.SUBPOINT)})
# Citations are short: what stands further apart does not belong together.
LISTED, NEAR = 40, 200
# What the bracket behind a number counts: Article 5(1)(a)(i).
INSIDE = {Kind.ARTICLE: Kind.PART, Kind.PART: Kind.POINT, Kind.POINT: Kind.SUBPOINT, Kind.SUBPOINT: Kind.INDENT}


@dataclass(frozen=True, slots=True)
class Sought:
    """One step of a citation. ``until`` is set where all units between two numbers are meant."""

    kind: Kind
    number: Number | None
    until: Number | None = None
    is_dashed: bool = False
    """Whether only items that begin with a dash are counted: «second indent»."""
    is_own: bool = False
    """Whether the unit around the citation is meant: «настоящей статьи»."""
    is_bracketed: bool = False
    """Whether only a bracket says which sort of unit it is: Article 2(5)."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One unit as a text cites it, its steps largest first, and the name of its act if it is another."""

    start: int
    end: int
    path: tuple[Sought, ...]
    act: Token | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One number of a list, with the steps below it that it names itself: (1)(a), or in brackets behind it."""

    path: tuple[Sought, ...]
    start: int
    end: int
    inside: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The word for a unit with its numbers: «части 1, 2 и 4»."""

    kind: Kind
    items: tuple[Item, ...]
    start: int
    end: int
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """Groups that lie in one another, largest first: «абзац второй части 3 статьи 14»."""

    groups: tuple[Group, ...]
    start: int
    end: int
    act: Token | None = None
    goes_down: bool = False
    """Whether the largest stands first: «ст. 14 ч. 3»."""


class Reading:
    """Reads the words of one text; ``at`` everywhere is the place of a token."""

    def __init__(self, text: str, words: Words) -> None:
        self.text, self.words = text, words
        self.tokens: Sequence[Token] = tuple(words.tokens(text))
        self.is_in_brackets = False

    def mentions(self) -> Iterator[Mention]:
        """Yield what the text cites, in the order of print."""
        at = 0
        while at < len(self.tokens):
            chains, after = self._chains(at)
            token = self.tokens[at]
            if chains:
                yield from _mentions(chains)
            elif token.role in {Role.ACT, Role.CODE} and token.is_named and not self._is_own(at):
                yield Mention(token.start, token.end, (), token)
            at = max(after, at + 1)

    def _is_own(self, at: int) -> bool:
        """Tell whether «настоящего» stands before the name of an act."""
        return self._role(at) is not None and self.tokens[at - 1].role is Role.RELATIVE

    def _role(self, at: int) -> Role | None:
        """Return what the token here does, if only blanks part it from the one before it."""
        if not 0 < at < len(self.tokens):
            return None
        gap = self.text[self.tokens[at - 1].end : self.tokens[at].start]
        return self.tokens[at].role if not gap or gap.isspace() else None

    def _chains(self, at: int) -> tuple[list[Chain], int]:
        """Return the chains that are listed from here, and the place behind them."""
        chains: list[Chain] = []
        after = at
        while (found := self._chain(after if not chains else after + 1)) is not None:
            chain, after = found
            chains.append(chain)
            if self._role(after) is not Role.SEPARATOR or self._role(after + 1) is None:
                break
        return chains, after

    def _chain(self, at: int) -> tuple[Chain, int] | None:
        found = self._group(at)
        if found is None or (found[0].kind is Kind.ANNEX and not found[0].items):
            return None
        groups: tuple[Group, ...] = (found[0],)
        at, goes_down, end = found[1], False, found[0].end
        while (further := self._below(groups, at) or self._above(groups, at)) is not None:
            group, at, goes_down = further
            groups = (*groups, group) if goes_down else (group, *groups)
            end = group.end
        act, at = self._act(at)
        chain = Chain(groups, found[0].start, end, act, goes_down)
        return (chain, at) if any(group.items for group in groups) else None

    def _above(self, groups: Sequence[Group], at: int) -> tuple[Group, int, bool] | None:
        """Return the larger unit that follows: «части 3 статьи 14», «point (a) of Article 3»."""
        begin = at + (self._role(at) is Role.JOINT)
        found = self._group(begin) if self._role(begin) else None
        if found is None:
            return None
        pair = groups[0].kind, found[0].kind
        is_larger = pair[1].depth < pair[0].depth or pair in TURNED or (begin > at and pair[0] is not pair[1])
        return (*found, False) if is_larger else None

    def _below(self, groups: Sequence[Group], at: int) -> tuple[Group, int, bool] | None:
        """Return the smaller unit that follows: «ст. 14 ч. 3», «Article 3(1), point (b)»."""
        after_comma = self._is_comma(at)
        found = self._group(at + after_comma) if self._role(at + after_comma) else None
        if found is None or found[0].kind.depth <= groups[-1].kind.depth or _is_own(found[0]):
            return None
        both_short = groups[-1].is_short and found[0].is_short
        if not after_comma:
            is_larger = (groups[0].kind, found[0].kind) in TURNED and not both_short
            return None if is_larger else (*found, True)
        may_descend = (self.words.descends_at_commas or both_short) and found[0].items
        return (*found, True) if may_descend and not self._goes_up(found[0], found[1]) else None

    def _is_comma(self, at: int) -> bool:
        return self._role(at) is Role.SEPARATOR and self.text[self.tokens[at].start : self.tokens[at].end] == ","

    def _goes_up(self, group: Group, at: int) -> bool:
        """Tell whether a larger unit follows, so that this one begins a chain of its own."""
        begin = at + (self._role(at) is Role.JOINT)
        found = self._group(begin) if self._role(begin) else None
        return found is not None and found[0].kind.depth < group.kind.depth

    def _act(self, at: int) -> tuple[Token | None, int]:
        after_comma = self._role(at) is Role.SEPARATOR and self._role(at + 1) is Role.JOINT
        begin = at + (after_comma and self.words.descends_at_commas)
        begin += self._role(begin) is Role.JOINT
        if self._role(begin) is Role.RELATIVE and self._role(begin + 1) in ACTS:
            return replace(self.tokens[begin + 1], role=Role.OWN), begin + 2
        return (self.tokens[begin], begin + 1) if self._role(begin) in ACTS else (None, at)

    def _group(self, at: int) -> tuple[Group, int] | None:
        if at >= len(self.tokens):
            return None
        token = self.tokens[at]
        if token.role is Role.RELATIVE and self._role(at + 1) is Role.UNIT:
            return self._own(at, self.tokens[at + 1])
        if token.role in UNITS:
            return self._unit(at)
        if token.role in BY_ORDINAL:
            return self._ordinal_first(at)
        return None

    def _own(self, at: int, unit: Token) -> tuple[Group, int]:
        start, end = self.tokens[at].start, self.tokens[at + 1].end
        item = Item((Sought(_kind(unit), None, is_own=True),), start, end)
        return Group(_kind(unit), (item,), start, end), at + 2

    def _unit(self, at: int) -> tuple[Group, int] | None:
        unit = self.tokens[at]
        items, after = self._items(at + 1, unit)
        if not items and self._role(at + 1) is Role.RELATIVE and self._role(at + 2) is not Role.UNIT:
            return self._own(at, unit)
        if not items and _kind(unit) not in WITHOUT_NUMBER:
            return None
        end = self.tokens[after - 1].end
        return Group(_kind(unit), tuple(items), unit.start, end, unit.is_short), after

    def _ordinal_first(self, at: int) -> tuple[Group, int] | None:
        """Read «второй части», «the first and second subparagraphs», unless a number follows the word."""
        place = self._unit_behind(at)
        if place is None or self._role(place + 1) in NUMBERS:
            return None
        unit = self.tokens[place]
        items, after = self._items(at, unit, place)
        if after != place or _kind(unit).depth <= Kind.ARTICLE.depth:
            return None
        last = replace(items[-1], end=unit.end)
        return Group(_kind(unit), (*items[:-1], last), items[0].start, unit.end), after + 1

    def _unit_behind(self, at: int) -> int | None:
        """Return the place of the word for a unit behind a list of ordinals."""
        for place in range(at + 1, at + LISTED):
            if self._role(place) in UNITS:
                return place
            if self._role(place) not in {*BY_ORDINAL, Role.SEPARATOR}:
                return None
        return None

    def _items(self, at: int, unit: Token, place: int = 0) -> tuple[list[Item], int]:
        """Return the numbers that are listed from here, and the place behind them; ``place`` is that of the word."""
        items: list[Item] = []
        begin = at
        while self._continues(begin, place) if items else self._begins(begin):
            item, at = self._item(begin, unit, items)
            if items and self.tokens[begin - 1].role is Role.RANGE:
                items.append(_between(items[-1], item, self.tokens[begin - 1]))
            items.append(item)
            if self._role(at) not in {Role.SEPARATOR, Role.RANGE}:
                break
            begin = at + 1
        return items, at

    def _begins(self, at: int) -> bool:
        """Tell whether the number of a list stands here: behind the word for the unit, or ordinals before it."""
        return self._role(at) in NUMBERS or (at < len(self.tokens) and self.tokens[at].role in BY_ORDINAL)

    def _continues(self, at: int, last: int) -> bool:
        """Tell whether a number follows that belongs to the list, and not to «второй части» behind it."""
        if self._role(at) not in NUMBERS or at < last:
            return self._role(at) in NUMBERS
        place = at + 1 + (self._role(at) is Role.TENS)
        is_part = self._role(place) in UNITS and _kind(self.tokens[place]).depth > Kind.ARTICLE.depth
        begins_group = is_part and self._role(place + 1) not in NUMBERS
        return not (begins_group and self._role(at) in BY_ORDINAL)

    def _item(self, at: int, unit: Token, before: Sequence[Item]) -> tuple[Item, int]:
        token = self.tokens[at]
        if token.role is Role.NESTED and before:
            path = _next_inside(before[-1].path, token)
        else:
            number, at = self._number(at)
            path = (Sought(_lettered(_kind(unit), number), number, is_dashed=unit.role is Role.DASH),)
        at += 1
        while self._role(at) is Role.NESTED:
            path = _inside(path, self.tokens[at])
            at += 1
        inside: tuple[Mention, ...] = ()
        if self._role(at) is Role.OPEN:
            inside, at = self._in_brackets(at)
        elif token.role is Role.NUMBER and self._role(at) is Role.CLOSE and self._closes_number(at, unit):
            at += 1
        return Item(path, token.start, self.tokens[at - 1].end, inside), at

    def _number(self, at: int) -> tuple[Number | None, int]:
        token = self.tokens[at]
        if token.role is Role.TENS and self._role(at + 1) is Role.ORDINAL:
            units = self.tokens[at + 1].number
            tens = token.number
            return Number(str(int(tens.stem) + int(units.stem)), units.inserted) if tens and units else None, at + 1
        return token.number, at

    def _closes_number(self, at: int, unit: Token) -> bool:
        """Tell whether the bracket belongs to the number before it, «1)», and closes none that was opened before."""
        if _kind(unit).depth <= Kind.ARTICLE.depth:
            return False
        here = self.tokens[at].start
        before = self.text[max(here - NEAR, 0) : here]
        if not self.is_in_brackets and before.rfind("(") <= before.rfind(")"):
            return True
        follows = self._role(at + 1)
        is_listed = follows in {Role.SEPARATOR, Role.RANGE} and self._role(at + 3) is Role.CLOSE
        return is_listed or follows in {*UNITS, Role.RELATIVE, Role.CLOSE}

    def _in_brackets(self, at: int) -> tuple[tuple[Mention, ...], int]:
        """Read «120 (частью третьей)»: smaller units in the bracket behind a number, and no further brackets in it."""
        if self.is_in_brackets or self._role(at + 1) is None:
            return (), at
        self.is_in_brackets = True
        chains, after = self._chains(at + 1)
        self.is_in_brackets = False
        is_inside = all(_is_inside(chain) for chain in chains)
        if not chains or not is_inside or self._role(after) is not Role.CLOSE:
            return (), at
        return tuple(_mentions(chains)), after + 1


def _kind(unit: Token) -> Kind:
    return unit.kind or Kind.ARTICLE


def _lettered(kind: Kind, number: Number | None) -> Kind:
    """Return the kind that is meant: «subparagraph (b)» is a point, for paragraphs without numbers have no letters."""
    return Kind.POINT if kind is Kind.INDENT and number and number.stem.isalpha() else kind


def _between(first: Item, last: Item, mark: Token) -> Item:
    step = replace(first.path[-1], until=last.path[-1].number)
    return Item((*first.path[:-1], step), mark.start, mark.end)


def _inside(path: tuple[Sought, ...], token: Token) -> tuple[Sought, ...]:
    above = path[-1].kind
    is_figure = token.number is not None and token.number.stem[0].isdigit()
    kind = Kind.POINT if above is Kind.ARTICLE and not is_figure else INSIDE.get(above, Kind.INDENT)
    return (*path, Sought(kind, token.number, is_bracketed=True))


def _next_inside(path: tuple[Sought, ...], token: Token) -> tuple[Sought, ...]:
    """Return the path of «(b)» behind «(1)(a)»: the last step of the same sort is another."""
    is_figure = token.number is not None and token.number.stem[0].isdigit()
    for at in range(len(path) - 1, -1, -1):
        number = path[at].number
        if number and number.stem[0].isdigit() is is_figure and (at or path[at].kind is not Kind.ARTICLE):
            return (*path[:at], replace(path[at], number=token.number))
    return _inside(path, token)


def _mentions(chains: Sequence[Chain]) -> list[Mention]:
    """Return the units of a list of chains; what a later chain says of larger units and of the act holds before it."""
    found: list[list[Mention]] = []
    later: tuple[list[Group], Token | None] | None = None
    for at in range(len(chains) - 1, -1, -1):
        later = _completed(chains, at, later)
        found.append(list(_of_chain(chains[at], *later)))
    return [mention for mentions in reversed(found) for mention in mentions]


def _completed(
    chains: Sequence[Chain], at: int, later: tuple[list[Group], Token | None] | None
) -> tuple[list[Group], Token | None]:
    """Return the groups of a chain and its act, with what the next one says, or one in short before it."""
    chain = chains[at]
    groups, top = list(chain.groups), chain.groups[0]
    if chain.act or _is_own(top):
        return groups, chain.act
    if top.kind.depth <= Kind.ARTICLE.depth:
        return groups, None if later is None or _is_own(later[0][0]) else later[1]
    source, act = later or ([], None)
    if not _above(source, top.kind) and at and chains[at - 1].goes_down:
        source, act = list(chains[at - 1].groups), chains[at - 1].act
    above = _above(source, top.kind)
    return [*above, *groups], None if above and _is_own(above[0]) else act


def _above(groups: Sequence[Group], kind: Kind) -> list[Group]:
    """Return the units of a chain in which its unit of this kind lies, or all but its smallest where it has none."""
    kinds = [group.kind for group in groups]
    end = kinds.index(kind) if kind in kinds else len(kinds) - 1
    return [group for group in groups[: max(end, 0)] if group.kind.depth < kind.depth]


def _is_inside(chain: Chain) -> bool:
    return chain.groups[0].kind.depth > Kind.ARTICLE.depth and not _is_own(chain.groups[0])


def _is_own(group: Group) -> bool:
    return any(item.path[0].is_own for item in group.items)


def _of_chain(chain: Chain, groups: Sequence[Group], act: Token | None) -> Iterator[Mention]:
    """Yield a unit for each number of the list; the first begins with the chain, the last ends with it."""
    listed = max(chain.groups, key=lambda group: len(group.items))
    at = groups.index(listed)
    around = tuple(step for group in groups[:at] for step in _first(group))
    under = tuple(step for group in groups[at + 1 :] for step in _first(group))
    for item in listed.items:
        start = chain.start if item is listed.items[0] else item.start
        end = chain.end if item is listed.items[-1] else item.end
        for place, mention in enumerate(item.inside):
            path = (*around, *item.path, *mention.path, *under)
            yield Mention(mention.start if place else start, mention.end, path, act)
        if not item.inside:
            yield Mention(start, end, (*around, *item.path, *under), act)


def _first(group: Group) -> tuple[Sought, ...]:
    """Return the first unit of a group; «the Annex» has no number."""
    return group.items[0].path if group.items else (Sought(group.kind, None),)
