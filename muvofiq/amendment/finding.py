"""The units of a law that a place means, found as lawyers find them, or the reason why there is none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from muvofiq.amendment.errors import DoesNotFit, Why
from muvofiq.amendment.place import Place
from muvofiq.amendment.unit_tree import Name, Node, Tree
from muvofiq.law.kind import Kind
from muvofiq.law.reference import Step
from muvofiq.law.tree import Law, Provision
from muvofiq.text.table import BETWEEN

DASHES = ("-", "–", "—")
GOES_ON = (";", ":", ",")
# What a unit may also be called: parts of an article are «пункты» in Kazakhstan, points «1)» are «части» in codes.
OTHER_NAMES = {
    Kind.PART: (Kind.POINT,),
    Kind.POINT: (Kind.SUBPOINT, Kind.PART),
    Kind.SUBPOINT: (Kind.POINT,),
    Kind.SECTION: (Kind.PARAGRAPH, Kind.SUBSECTION, Kind.DIVISION),
    Kind.PARAGRAPH: (Kind.SECTION, Kind.SUBSECTION),
    Kind.SUBSECTION: (Kind.SECTION, Kind.PARAGRAPH),
}
SHOWN = 100  # letters of a unit that stand for it in a reason


@dataclass(frozen=True, slots=True)
class Found:
    """What a place means: a unit with all that lies in it.

    ``is_own_text``: only its own words, which are its first indent. ``row``: what belongs to it besides, for an
    unnumbered part of an article is a paragraph with the lists behind it.
    """

    node: Node
    is_own_text: bool = False
    row: tuple[Node, ...] = ()

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The unit, and what belongs to it besides."""
        return (self.node, *self.row)

    @property
    def units(self) -> tuple[Provision, ...]:
        """The same as units of the law; of a unit's own words, the unit."""
        return tuple(node.frozen() for node in self.nodes)

    @property
    def inside(self) -> tuple[Node, ...]:
        """The units in which a smaller one is looked for."""
        return self.row if self.is_own_text else (*self.row, *self.node.below)


def find(law: Law, place: Place) -> Found:
    """Return what a place of a law means; raises DoesNotFit. Its spot and sentence are found with the words there."""
    return find_in(_tree(_Same(law)), place)


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A law that is equal to itself alone, so that its units are looked up without comparing all its words."""

    law: Law

    def __hash__(self) -> int:
        return id(self.law)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.law is self.law


@lru_cache(maxsize=4)
def _tree(same: _Same) -> Tree:
    """Return the units of a law as they stand; nobody changes them."""
    return Tree(same.law)


def find_in(tree: Tree, place: Place, *, is_renumbering: bool = False) -> Found:
    """Return what a place of a law under amendment means; raises DoesNotFit.

    Places are those of the law before the amending act; numbers that it has given since count as well, except
    where units are renumbered, one after the other.
    """
    found = Found(tree.top)
    search = Search(tree, is_renumbering=is_renumbering)
    for step in place.steps:
        found = search.down(found, step, place)
    return _row_of_table(found, place) if place.row else found


@dataclass(frozen=True, slots=True)
class Search:
    """Finds the unit that a step means in the one found so far."""

    tree: Tree
    is_renumbering: bool = False

    def down(self, holder: Found, step: Step, place: Place) -> Found:
        """Return the unit; raises DoesNotFit. The exact reading is tried first, then the others, each if it is one."""
        exact = self._named(self._candidates(holder, step), (step.kind, step.number))
        if step.occurrence <= len(exact):
            return Found(exact[step.occurrence - 1])
        for reading in self._readings(holder, step, is_last=step is place.steps[-1]):
            if len(reading) == 1:
                return reading[0]
            if reading:
                names = "; ".join(shown(one.node) for one in reading[:3])
                raise DoesNotFit(Why.SEVERAL_UNITS, names, place)
        raise DoesNotFit(Why.NO_UNIT, nearest_unit(self.tree, holder.node, step), place)

    def _candidates(self, holder: Found, step: Step) -> Sequence[Node]:
        """Return the units directly in the holder; of an article or chapter, all that are counted through the act."""
        name = step.kind, step.number
        if step.kind.depth < Kind.ARTICLE.depth:
            own = [node for node in (*holder.node.before, *holder.node.below) if name in (node.was, node.name)]
            return [node for node in dict.fromkeys(own) if self.tree.stands(node)]
        if step.kind is Kind.ARTICLE or (holder.node.kind.is_heading and step.kind is Kind.POINT):
            return self.tree.counted(name, holder.node)
        before = () if holder.row or holder.is_own_text else holder.node.before
        return [node for node in dict.fromkeys((*before, *holder.inside)) if self.tree.stands(node)]

    def _named(self, nodes: Sequence[Node], name: Name) -> list[Node]:
        """Return the units of this name: those that kept it, else those that got it, had it, or came with it."""
        kept = [node for node in nodes if node.was == node.name == name and not node.is_new]
        got = [node for node in nodes if node.name == name and node.is_renumbered]
        had = [node for node in nodes if node.was == name != node.name and not node.is_new]
        came = [node for node in nodes if node.name == name and (node.is_new or node.was != name)]
        return kept or (had or got if self.is_renumbering else got or had) or came

    def _readings(self, holder: Found, step: Step, *, is_last: bool) -> Iterator[list[Found]]:
        """Yield what else a step may mean, the likeliest first; each is a list of the units that it may be."""
        if step.kind is Kind.INDENT:
            yield self._counted_indent(holder, step)
        if step.kind is Kind.PART and any(node.kind is Kind.INDENT for node in holder.inside):
            yield self._unnumbered_part(holder, step)
        kinds = (step.kind, *OTHER_NAMES.get(step.kind, ()))
        if step.kind.depth <= Kind.ARTICLE.depth:
            for kind in kinds:
                yield [
                    Found(node) for node in self._named(self._through(holder, (kind, step.number)), (kind, step.number))
                ]
            return
        deeper = [] if holder.node is self.tree.top else list(_below(holder))
        for kind in kinds[1:]:
            other = Step(kind, step.number, step.occurrence)
            found = self._named(self._candidates(holder, other), (kind, step.number))
            if found and is_last and kind is Kind.PART and not self.tree.has_numbered_subpoints():
                found += self._named(deeper, (step.kind, step.number))  # which of the two is called so is not certain
            yield [Found(node) for node in found]
        for kind in kinds:
            yield [Found(node) for node in self._named(deeper, (kind, step.number))]

    def _through(self, holder: Found, name: Name) -> list[Node]:
        return self.tree.counted(name, holder.node)

    def _counted_indent(self, holder: Found, step: Step) -> list[Found]:
        """Return the indent that is counted: the first of a unit with words of its own is these words."""
        place = int(step.number.stem) if step.number.stem.isdigit() else 0
        if place == 1 and (holder.row or holder.node.unit.text):
            return [Found(holder.node, is_own_text=True)]
        if holder.row:
            indents = [node for node in holder.row if node.kind is Kind.INDENT]
            return [Found(node) for node in indents[place - 2 : place - 1] if place > 1]
        return []

    def _unnumbered_part(self, holder: Found, step: Step) -> list[Found]:
        """Return an unnumbered part, which lawyers count."""
        if holder.row or holder.is_own_text or step.number.inserted or not step.number.stem.isdigit():
            return []
        if any(node.kind is Kind.PART for node in holder.node.below):
            return []
        place = int(step.number.stem)
        is_renumbered = any(node.is_renumbered for node in holder.node.below) and not self.is_renumbering
        parts = list(rows(holder.node, holder.node.below if is_renumbered else holder.node.before or holder.node.below))
        return [one for part in parts[place - 1 : place] if place for one in self._standing(part)]

    def _standing(self, part: Found) -> Iterator[Found]:
        """Yield what still stands of an unnumbered part."""
        row = tuple(node for node in part.row if self.tree.stands(node))
        if self.tree.stands(part.node):
            yield Found(part.node, is_own_text=part.is_own_text, row=row)


def _below(holder: Found) -> Iterator[Node]:
    """Yield all that lies in a unit, but for what lies in its notes: nobody means that who does not name the note."""
    for child in holder.inside:
        if child.kind is not Kind.NOTE:
            yield child
            yield from _below(Found(child))


def rows(node: Node, below: Sequence[Node]) -> Iterator[Found]:
    """Yield the unnumbered parts of a unit: a part ends with a full stop, and the lists that it opens belong to it."""
    row: list[Node] = []
    owner: Node | None = node if node.unit.text else None
    for child in below:
        if child.kind is Kind.NOTE:
            break
        if owner is None:
            owner = child
        elif _begins_part(child, owner, last_words(row[-1] if row else owner, own=not row)):
            yield Found(owner, is_own_text=owner is node, row=tuple(row))
            owner, row = child, []
        else:
            row.append(child)
    if owner:
        yield Found(owner, is_own_text=owner is node, row=tuple(row))


def _begins_part(node: Node, owner: Node, before: str) -> bool:
    """Tell whether a paragraph begins the next unnumbered part, or belongs to the part of this owner."""
    if node.kind is not Kind.INDENT or before.endswith(GOES_ON):
        return False
    is_item = node.unit.text.startswith(DASHES) and not owner.unit.text.startswith(DASHES)
    return not (is_item and owner.unit.text.rstrip().endswith(":"))


def last_words(node: Node, *, own: bool = False) -> str:
    """Return the last words of a unit, or of its own text."""
    while node.below and not own:
        node = node.below[-1]
    return (node.unit.text or node.unit.heading).rstrip()


def _row_of_table(found: Found, place: Place) -> Found:
    """Return the row of the table in a unit that begins with this cell."""
    sought = _cell(place.row)
    lines = [node for one in found.nodes for node in one.all() if BETWEEN in _printed(node)]
    named = [node for node in lines if _cell(_printed(node).split(BETWEEN)[0]) == sought]
    if len(named) == 1:
        return Found(named[0])
    firsts = "; ".join(_printed(node)[:SHOWN] for node in (named or lines)[:3])
    raise DoesNotFit(Why.SEVERAL_UNITS if named else Why.NO_UNIT, firsts, place)


def _cell(text: str) -> str:
    return " ".join(text.split()).rstrip(".").casefold()


def _printed(node: Node) -> str:
    return " ".join(filter(None, (node.unit.label, node.unit.heading, node.unit.text)))


def shown(node: Node) -> str:
    """Return the beginning of a unit as printed, as it stands in a reason."""
    printed = next(iter(node.frozen().paragraphs()), "")
    return printed if len(printed) <= SHOWN else f"{printed[:SHOWN].rsplit(' ', 1)[0]} …"


def nearest_unit(tree: Tree, holder: Node, step: Step) -> str:
    """Return the unit of this kind in a holder whose number comes nearest, else the holder itself."""
    alike = [node for node in holder.below if node.kind is step.kind]
    if step.kind.depth <= Kind.ARTICLE.depth:
        alike = tree.numbered(step.kind, holder)
    alike = alike or [node for node in holder.below if node.kind in OTHER_NAMES.get(step.kind, ())] or holder.below
    nearest = min(alike, key=lambda node: _distance(node, step), default=holder)
    return shown(nearest)


def _distance(node: Node, step: Step) -> tuple[int, int]:
    one, other = node.unit.number, step.number
    return abs(one.order[0] - other.order[0]), int(one.stem != other.stem)
