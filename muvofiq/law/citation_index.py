"""The units of a law by kind and number, so that a cited unit is found at once, or known to be missing."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, takewhile

from muvofiq.law.citation_reading import Sought
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law, Provision, TheSame, is_cited_first

WIDEST = 100  # units between the ends of a range; of a wider one only its ends are told
DASHES = ("-", "–", "—")
# What a bracket behind a number may count, and what «пункт» and «подпункт» are called where parts are «пункты».
IN_BRACKETS = (Kind.PART, Kind.POINT, Kind.SUBPOINT)
SHIFTED = {Kind.POINT: (Kind.PART, Kind.POINT), Kind.SUBPOINT: (Kind.POINT, Kind.SUBPOINT)}
PLAIN = {Kind.POINT: (Kind.POINT, Kind.SUBPOINT), Kind.SUBPOINT: (Kind.SUBPOINT, Kind.POINT)}
# What is called a section may stand above a chapter or in it.
ALSO = {Kind.SECTION: Kind.PARAGRAPH, Kind.PARAGRAPH: Kind.SECTION}


@dataclass(eq=False, slots=True)
class Node:
    """A unit in its place."""

    reference: Reference
    unit: Provision
    above: "Node | None"
    place: int
    below: list["Node"] = field(default_factory=list)

    @property
    def kind(self) -> Kind:
        """The kind of the unit."""
        return self.unit.kind

    def around(self) -> Iterator["Node"]:
        """Yield the unit itself and those around it, smallest first."""
        node: Node | None = self
        while node:
            yield node
            node = node.above

    def nearest(self, *kinds: Kind) -> "Node | None":
        """Return the smallest unit of these kinds that this one is or lies in; earlier kinds are preferred."""
        found = (node for kind in kinds for node in self.around() if node.kind is kind)
        return next(found, None)


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a smaller unit is looked for: a unit, or an unnumbered part, which is a row of paragraphs."""

    node: Node
    members: Sequence[Node]
    is_row: bool = False


class Index:
    """The units of one law. ``parts_are_points`` says that its numbered parts are called «пункты»."""

    def __init__(self, law: Law, *, parts_are_points: bool = False) -> None:
        self.parts_are_points = parts_are_points
        self._holders = {Kind.ARTICLE, Kind.PART} if parts_are_points else {Kind.ARTICLE}
        self.by_reference: dict[Reference, Node] = {}
        self.first: defaultdict[tuple[Kind, Number | None], list[Node]] = defaultdict(list)
        self.ordered: defaultdict[Kind, list[Node]] = defaultdict(list)
        self._inside: defaultdict[tuple[Node, Kind, Number], list[Node]] = defaultdict(list)
        self._with_paragraphs, self._with_parts = set[Node](), set[Node]()
        self._holding = {Kind.INDENT: self._with_paragraphs, Kind.PART: self._with_parts}
        self._rows: dict[Node, tuple[Scope, ...]] = {}
        self._row_of: dict[Node, Scope] = {}
        open_units: list[Node] = []
        for reference, unit, around in law.units():
            del open_units[len(around) :]
            above = open_units[-1] if open_units else None
            node = Node(reference, unit, above, len(above.below) if above else 0)
            if node.above:
                node.above.below.append(node)
                if unit.kind in self._holding:
                    self._holding[unit.kind].add(node.above)
                self._inside[node.above, unit.kind, unit.number].append(node)
            open_units.append(node)
            self.by_reference[reference] = node
            if unit.kind.depth <= Kind.ARTICLE.depth or is_cited_first(unit, around):
                self.first[unit.kind, unit.number].append(node)
                self.first[unit.kind, None].append(node)
                self.ordered[unit.kind].append(node)

    def find(self, path: Sequence[Sought], source: Reference | None = None) -> list[Node]:
        """Return the units that a citation may mean: one if it is clear, none if there is no such unit.

        ``source`` is the citing unit if it lies in this law.
        """
        citing = self.by_reference.get(source) if source else None
        scopes = self._begin(path[0], citing)
        for step in path[1:]:
            scopes = [further for scope in scopes for further in self._down(scope, step, deep=True)]
        return list(dict.fromkeys(scope.node for scope in scopes))

    def between(self, first: Node, last: Node) -> list[Node]:
        """Return the units that stand between two of the same kind, or none where that would be a whole act."""
        row = self.ordered[first.kind]
        if first not in self.first[first.kind, first.unit.number]:
            row = first.above.below if first.above else []
        begin = next((at for at, node in enumerate(row) if node is first), None)
        found: list[Node] = []
        for node in row[begin + 1 :] if begin is not None else ():
            if node is last:
                return found
            if len(found) == WIDEST:
                break
            found.append(node)
        return []

    def _begin(self, step: Sought, citing: Node | None) -> Sequence[Scope]:
        if step.is_own:
            return self._own(step, citing) if citing else []
        is_first = step.kind.depth <= Kind.ARTICLE.depth or citing is None or citing.nearest(Kind.ARTICLE) is None
        if is_first and (found := self._first(step, citing)):
            return [_scope(node) for node in found]
        if citing is None or step.kind.depth <= Kind.ARTICLE.depth:
            return []
        for node in citing.around():
            if node.kind.depth < Kind.ARTICLE.depth:
                break
            if not self._may_hold(node, step):
                continue
            if found_here := self._down(self._scope_around(node, citing, step), step, deep=False):
                return found_here
        return []

    def _may_hold(self, node: Node, step: Sought) -> bool:
        """Tell whether a unit may be the one around: parts lie in articles, paragraphs where there are some."""
        if step.kind is Kind.PART:
            return node.kind in self._holders
        return step.kind is not Kind.INDENT or node in self._with_paragraphs or node.kind is Kind.PART

    def _scope_around(self, node: Node, citing: Node, step: Sought) -> Scope:
        """Return a unit as a scope; where its parts have no numbers, the part in which the citing unit stands."""
        if node.kind is Kind.ARTICLE and step.kind is not Kind.PART:
            row = self._row_around(node, citing)
            return row if row and len(row.members) > 1 else _scope(node)
        return _scope(node)

    def _rows_of(self, node: Node) -> tuple[Scope, ...]:
        if node not in self._rows:
            self._rows[node] = tuple(_rows(node))
            self._row_of |= {member: row for row in self._rows[node] for member in row.members}
        return self._rows[node]

    def _row_around(self, holder: Node, citing: Node) -> Scope | None:
        """Return the unnumbered part of an article or point in which a unit stands."""
        rows = self._rows_of(holder)
        child = next((node for node in citing.around() if node.above is holder), None)
        return self._row_of.get(child) if child else next((row for row in rows if row.node is citing), None)

    def _first(self, step: Sought, citing: Node | None) -> list[Node]:
        """Return units that are counted through the act, those in the annex of the citing unit before all others."""
        found = self._named(step) or self._named(step, ALSO.get(step.kind))
        annex = citing.nearest(Kind.ANNEX) if citing and step.kind is not Kind.ANNEX else None
        same = [node for node in found if node.nearest(Kind.ANNEX) is annex] if step.kind is not Kind.ANNEX else []
        return same or [node for node in found if step.kind is Kind.ANNEX or node.nearest(Kind.ANNEX) is None]

    def _named(self, step: Sought, kind: Kind | None = None) -> list[Node]:
        return self.first.get((kind or step.kind, step.number), [])

    def _own(self, step: Sought, citing: Node) -> list[Scope]:
        is_counted = step.kind is Kind.PART and self.parts_are_points
        kinds = self._kinds(step) if step.kind.depth > Kind.ARTICLE.depth else (step.kind,)
        if not is_counted and (node := citing.nearest(*kinds)):
            return [_scope(node)]
        if not is_counted and (before := _listed_before(citing, kinds)):
            return [_scope(before)]
        holder = citing.nearest(*([Kind.PART, Kind.ARTICLE] if is_counted else [Kind.ARTICLE]))
        if step.kind is not Kind.PART or holder is None:
            return []
        row = self._row_around(holder, citing)
        return [row] if row else []

    def _kinds(self, step: Sought) -> tuple[Kind, ...]:
        if step.is_bracketed:
            return IN_BRACKETS
        names = SHIFTED if self.parts_are_points else PLAIN
        return names.get(step.kind, (step.kind,))

    def _down(self, scope: Scope, step: Sought, *, deep: bool) -> Sequence[Scope]:
        """Return the units of a scope that a step may mean; ``deep`` allows that a step between was left out."""
        if step.kind.depth <= Kind.ARTICLE.depth:
            found = self._named(step) or self._named(step, ALSO.get(step.kind))
            return [_scope(node) for node in found if any(one is scope.node for one in node.around())]
        if step.kind is Kind.INDENT and not step.is_bracketed:
            return self._counted(scope, step)
        for kind in self._kinds(step):
            if same := self._numbered(scope, kind, step.number):
                return [_scope(node) for node in same]
        if _begins_with(scope.node, step):
            return [scope]
        if step.kind is Kind.PART and scope.node not in self._with_parts:
            return self._row(scope, step)
        return self._skipping(scope, step) if deep else []

    def _numbered(self, scope: Scope, kind: Kind, number: Number | None) -> Sequence[Node]:
        if number is None:
            return [node for node in scope.members if node.kind is kind]
        if scope.members is scope.node.below:
            return self._inside.get((scope.node, kind, number), ())
        holder = scope.members[0].above if scope.members else None
        same = self._inside.get((holder, kind, number), ()) if holder else ()
        return [node for node in same if (self._row_of.get(node) is scope if scope.is_row else node in scope.members)]

    def _counted(self, scope: Scope, step: Sought) -> list[Scope]:
        """Return the paragraph that is counted: the first is the unit's own text, even if items follow it."""
        place = int(step.number.stem) if step.number and step.number.stem.isdigit() else 0
        if step.is_dashed or scope.is_row:
            texts = [node for node in scope.members if _is_dashed(node) or not step.is_dashed]
            texts = [node for node in texts if step.is_dashed or node.kind is Kind.INDENT]
            if scope.is_row and scope.node not in scope.members:
                texts = [scope.node, *texts]
            return [_scope(node) for node in texts[place - 1 : place] if place]
        if place == 1 and scope.node.unit.text and scope.node.kind is not Kind.ARTICLE:
            return [_scope(scope.node)]
        return [Scope(node, node.below or _behind(node)) for node in self._numbered(scope, Kind.INDENT, step.number)]

    def _row(self, scope: Scope, step: Sought) -> Sequence[Scope]:
        """Return an unnumbered part, which lawyers count: of an article, or of a point."""
        if not step.number or not step.number.stem.isdigit() or step.number.inserted:
            return []
        place = int(step.number.stem)
        return self._rows_of(scope.node)[place - 1 : place] if place else []

    def _skipping(self, scope: Scope, step: Sought) -> list[Scope]:
        """Return what may be meant where a step was left out: «пункт 2 статьи» may be a part, or a point of a part."""
        parts = [node for node in scope.members if step.kind is Kind.POINT and _is_meant(node, step, (Kind.PART,))]
        points = [node for node in _below(scope.members) if _is_meant(node, step, self._kinds(step))]
        return [_scope(node) for node in (*parts, *points)]


def _listed_before(citing: Node, kinds: tuple[Kind, ...]) -> Node | None:
    """Return the item of a list that stands before running text which calls it «настоящий подпункт»."""
    above = citing.above
    if above is None or citing.kind is not Kind.INDENT or Kind.PART in kinds:
        return None
    before = [node for node in above.below if node.kind in kinds and node.unit.line <= citing.unit.line]
    return before[-1] if before else None


def _scope(node: Node) -> Scope:
    return Scope(node, node.below)


def _is_numbered(node: Node, step: Sought) -> bool:
    return step.number is None or node.unit.number == step.number


def _is_meant(node: Node, step: Sought, kinds: tuple[Kind, ...]) -> bool:
    return node.kind in kinds and _is_numbered(node, step)


def _begins_with(node: Node, step: Sought) -> bool:
    """Tell whether the first number of a list stands in the text of the unit itself: «Примечания. 1. ...»."""
    number = f"{step.number}" if step.number and node.kind is Kind.NOTE else ""
    return bool(number) and node.unit.text.startswith((f"{number}.", f"{number})"))


def _below(members: Sequence[Node]) -> Iterator[Node]:
    for node in members:
        yield from node.below


def _is_dashed(node: Node) -> bool:
    return f"{node.unit.label}{node.unit.text}".startswith(DASHES)


def _behind(node: Node) -> list[Node]:
    """Return the items that follow a paragraph, up to the next paragraph; «or» between items is none."""
    behind = islice(node.above.below, node.place + 1, node.place + 1 + WIDEST) if node.above else ()
    return list(takewhile(lambda one: one.kind is not Kind.INDENT or one.unit.text[:1].islower(), behind))


@lru_cache(maxsize=4)
def index_of(one: TheSame) -> Index:
    """Return the index of a law, kept in memory: the clauses that amend a law are read one after the other."""
    return Index(one.law)


def _rows(node: Node) -> Iterator[Scope]:
    """Yield the unnumbered parts of a unit: a part ends with a full stop, and its lists belong to it."""
    if any(child.kind is Kind.PART for child in node.below):
        return
    row: list[Node] = []
    first = node if node.unit.text else None
    for child in node.below:
        begins = child.kind is Kind.INDENT and not child.unit.text.startswith(DASHES)
        if begins and first and not _last_words(row[-1] if row else first).endswith((";", ":", ",")):
            yield Scope(first, row, is_row=True)
            first, row = child, []
        first = first or child
        row.append(child)
    if first:
        yield Scope(first, row, is_row=True)


def _last_words(node: Node) -> str:
    while node.below:
        node = node.below[-1]
    return (node.unit.text or node.unit.heading).rstrip()
