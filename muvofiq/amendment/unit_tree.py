"""A law while it is amended: its units are moved and reworded, and each is still found under its number as of old."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from muvofiq.law.front import Role, front_of
from muvofiq.law.grammar import grammar_in
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.tree import Law, Provision, is_cited_first
from muvofiq.tables import table

Name = tuple[Kind, Number]
TOP = Number("0")


@dataclass(eq=False, repr=False, slots=True)
class Node:
    """A unit that can be changed. ``unit`` holds its own words as they read now, ``below`` what lies in it now.

    ``was`` is its kind and number before the amending act, which addresses the units so; ``before`` what lay in it.
    ``is_new`` marks a unit that the amending act has added, ``is_renumbered`` one to which it gave another number.
    """

    unit: Provision
    above: "Node | None"
    was: Name
    below: list["Node"] = field(default_factory=list)
    before: tuple["Node", ...] = ()
    is_new: bool = False
    is_renumbered: bool = False

    @property
    def name(self) -> Name:
        """Its kind and number now."""
        return self.unit.kind, self.unit.number

    @property
    def kind(self) -> Kind:
        """Its kind now."""
        return self.unit.kind

    def around(self) -> Iterator["Node"]:
        """Yield the unit itself and those in which it lies now, smallest first."""
        node: Node | None = self
        while node:
            yield node
            node = node.above

    def all(self) -> Iterator["Node"]:
        """Yield the unit itself and all that lies in it now, in the order of print."""
        yield self
        for node in self.below:
            yield from node.all()

    def reword(self, field_name: str, words: str) -> None:
        """Let the heading or the text read otherwise."""
        if field_name == "heading":
            self.unit = replace(self.unit, heading=words)
        else:
            self.unit = replace(self.unit, text=words)

    def frozen(self) -> Provision:
        """Return the unit with all that lies in it; the very same one where nothing has changed."""
        below = tuple(node.frozen() for node in self.below)
        same = len(below) == len(self.unit.children)
        if same and all(one is other for one, other in zip(below, self.unit.children, strict=True)):
            return self.unit
        return replace(self.unit, children=below)


def node_of(unit: Provision, above: Node | None, *, is_new: bool = False) -> Node:
    """Return a unit with all that lies in it as nodes."""
    node = Node(unit, above, (unit.kind, unit.number), is_new=is_new)
    node.below = [node_of(child, node, is_new=is_new) for child in unit.children]
    node.before = () if is_new else tuple(node.below)
    return node


class Tree:
    """The units of a law under amendment. ``top`` is the act itself, whose heading is its title."""

    def __init__(self, law: Law) -> None:
        self.origin = law
        act = Provision(Kind.ANNEX, TOP, "", law.title, "", 0, law.provisions, law.notes)
        self.top = node_of(act, None)
        roles = front_of(law).lines
        self.head = [_line_of_head(line.text, is_preamble=line.role is Role.PREAMBLE) for line in roles]
        self.title = _title_of(self.head, law.title) or [self.top]
        self._counted: defaultdict[Name, list[Node]] = defaultdict(list)  # what is numbered through the act
        self.enter(self.top)

    @property
    def language(self) -> str:
        """The language of the law."""
        return self.origin.language

    @property
    def preamble(self) -> list[Node]:
        """The paragraphs before the first unit by which the act is introduced."""
        return [node for node in self.head if node.unit.kind is Kind.INDENT]

    def has_numbered_subpoints(self) -> bool:
        """Whether the law calls what is numbered «1)» a subpoint, so that its parts are points, as in Kazakhstan."""
        rows = [row for row in table("languages/citations.csv") if row["language"] == self.language]
        name = next((row["pattern"] for row in rows if row["kind"] == Kind.SUBPOINT), "")
        printed = (line for unit in self.origin.provisions for line in unit.paragraphs())
        return not name or any(re.search(rf"(?i:{name})\s+\d", line) for line in printed)

    def introduce(self, lines: Sequence[str]) -> None:
        """Let the preamble be these paragraphs, where the old one stood, else at the end of the head."""
        old = self.preamble
        at = self.head.index(old[0]) if old else len(self.head)
        kept = [node for node in self.head if node not in old]
        self.head = [*kept[:at], *(_line_of_head(line, is_preamble=True) for line in lines), *kept[at:]]

    def enter(self, node: Node) -> None:
        """Take up a unit that is numbered through the act, and all such units in it, under their numbers."""
        for one in node.all():
            if one is not self.top and (one.kind.depth <= Kind.ARTICLE.depth or self._is_cited_first(one)):
                self._counted[one.name].append(one)

    def _is_cited_first(self, node: Node) -> bool:
        around = [one.unit for one in node.around()][1:-1] if node.kind is Kind.POINT else []
        return node.kind is Kind.POINT and is_cited_first(node.unit, around)

    def stands(self, node: Node) -> bool:
        """Tell whether a unit still stands in the law."""
        for one in node.around():
            if one.above is None:
                return one is self.top
            if one not in one.above.below:
                return False
        return False

    def counted(self, name: Name, holder: Node) -> list[Node]:
        """Return the units of a name that are numbered through the act and stand in a unit; not those of its annexes.

        Units of a name are those that had it before, and those that have it now.
        """
        found = (node for node in self._counted.get(name, ()) if self.stands(node) and name in (node.was, node.name))
        return [node for node in dict.fromkeys(found) if _is_counted_in(node, holder)]

    def numbered(self, kind: Kind, holder: Node) -> list[Node]:
        """Return all units of a kind that are numbered through the act and stand in a unit, in the order of print."""
        return [
            node for node in holder.all() if node is not holder and node.kind is kind and _is_counted_in(node, holder)
        ]

    def retitle(self, title: str) -> None:
        """Let the act be called otherwise; its kind stands above the title («ЗАКОН ...») and stays unless told anew."""
        kind = grammar_in(self.language).mark("title")
        first, *rest = self.title
        is_kind = bool(rest) and bool(kind.match(first.unit.text)) and not kind.match(title)
        line = rest[0] if is_kind else first
        line.reword("heading" if line is self.top else "text", title)
        gone = [node for node in rest if node is not line]
        self.head = [node for node in self.head if node not in gone]
        self.title = [node for node in self.title if node not in gone]

    def law(self) -> Law:
        """Return the law as it reads now."""
        top = self.top.frozen()
        head = tuple(node.unit.text for node in self.head if node.unit.text)
        printed = " ".join(node.unit.text or node.unit.heading for node in self.title)
        title = self.origin.title if _bare(printed) == _bare(self.origin.title) else printed
        return replace(self.origin, title=title, head=head, provisions=top.children, notes=top.notes)


def take_out(node: Node) -> None:
    """Take a unit out of the one in which it lies."""
    if node.above and node in node.above.below:
        node.above.below.remove(node)
        recount(node.above)


def put_in(holder: Node, at: int, units: Iterable[Provision]) -> list[Node]:
    """Put new units into one, before what stands at this place of it."""
    nodes = [node_of(unit, holder, is_new=True) for unit in units]
    holder.below[at:at] = nodes
    recount(holder)
    return nodes


def recount(holder: Node) -> None:
    """Count the indents of a unit anew: its own text is the first."""
    count = 1 if holder.unit.text else 0
    for node in holder.below:
        if node.kind is Kind.INDENT:
            count += 1
            if node.unit.number != (number := Number(str(count))):
                node.unit = replace(node.unit, number=number)


def _is_counted_in(node: Node, holder: Node) -> bool:
    """Tell whether a unit is counted in the act or annex in which it is looked for, and lies in the holder."""
    for one in node.around():
        if one is holder:
            return True
        if one.kind is Kind.ANNEX and one is not node:
            return False
    return False


def _line_of_head(text: str, *, is_preamble: bool) -> Node:
    """Return a line of the head as a node: an indent if it belongs to the preamble."""
    kind = Kind.INDENT if is_preamble else Kind.NOTE
    return Node(Provision(kind, TOP, "", "", text, 0), None, (kind, TOP))


def _title_of(head: Sequence[Node], title: str) -> list[Node]:
    """Return the lines of the head that make up the title; none if it is not printed there whole."""
    rest, lines = _bare(title), list[Node]()
    for node in head:
        words = _bare(node.unit.text)
        if rest and words and rest.startswith(words):
            rest = rest.removeprefix(words).strip()
            lines.append(node)
    return [] if rest else lines


def _bare(title: str) -> str:
    return " ".join(title.casefold().split())
