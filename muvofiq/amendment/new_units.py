"""The wording that an amending act prints becomes units, which stand in the law in the order of their numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from muvofiq.amendment.change import InsertUnits
from muvofiq.amendment.errors import DoesNotFit, Why, WordingUnreadable
from muvofiq.amendment.finding import Found, find_in, rows, shown
from muvofiq.amendment.place import Place
from muvofiq.amendment.unit_tree import Node, Tree, put_in, take_out
from muvofiq.amendment.wording import read_wording
from muvofiq.law.grammar import grammar_in
from muvofiq.law.headings import recognise
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.paragraph import Paragraph
from muvofiq.law.tree import Provision

FIGURES = re.compile(r"\d+(?:[(.-]\d+\)?)*|[¹²³⁴⁵⁶⁷⁸⁹⁰]+")
SECOND_IN_ROMAN = "ii"
LETTER = re.compile(r"(?<!\w)[^\W\d_]{1,2}(?!\w)")


@dataclass(frozen=True, slots=True)
class Gap:
    """Where units are put in: in which unit, before what stands there at this place."""

    holder: Node
    at: int

    @property
    def line(self) -> int:
        """The line of the file on which the unit begins that stands before the gap."""
        return (self.holder.below[self.at - 1] if self.at else self.holder).unit.line


def worded(
    tree: Tree, words: str, place: Place, *, kind: Kind, like: Sequence[Provision] = (), line: int = 0
) -> tuple[Provision, ...]:
    """Return the units of a wording; those that are new begin on the line given. Raises DoesNotFit."""
    try:
        units = read_wording(words, tree.language, kind=kind, like=like)
    except WordingUnreadable as error:
        raise DoesNotFit(Why.UNREADABLE, error.why.format(**error.values), place) from error
    return tuple(_on_line(unit, line) for unit in units)


def insert_units(tree: Tree, change: InsertUnits, place: Place) -> list[Node]:
    """Add units to a place and return them; raises DoesNotFit."""
    holder = find_in(tree, place)
    behind = find_in(tree, change.after) if change.after else None
    if behind and behind.node is tree.top:
        raise DoesNotFit(Why.NO_UNIT, tree.top.unit.heading, change.after)
    kind = _kind(tree, change, holder, behind)
    holder = _where_it_can_lie(holder, kind, change.words)
    beside = _beside(tree, holder, kind)
    headed = [node for node in beside if node.unit.heading] or beside  # the last articles of an act may have none
    model = tuple(_model(node.frozen()) for node in headed[-1:] if node.unit.label)
    units = worded(tree, change.words, place, kind=kind, like=model)
    gap = _behind(behind, kind) if behind else _gap(tree, change, holder, units[0])
    if not behind:
        _require_order(tree, change, holder, units[0], place)
    nodes = put_in(gap.holder, gap.at, [_on_line(unit, gap.line) for unit in units])
    for node in nodes:
        tree.enter(node)
    _take_out_repealed(beside, units)
    return nodes


def _kind(tree: Tree, change: InsertUnits, holder: Found, behind: Found | None) -> Kind:
    """Return what the first line of a wording begins: what such a number begins in the unit, else in such laws."""
    first = change.words.strip().split("\n")[0].strip()
    (piece,) = recognise([Paragraph(1, first)], grammar_in(tree.language))
    if piece.kind is None or change.numbers:
        return Kind.INDENT
    near = [*holder.inside]
    if behind and behind.node.above:
        near += behind.node.above.below
    known = [node.kind for node in near if node.unit.label and _shape(node.unit.label) == _shape(piece.label)]
    if known:
        return known[-1]
    is_in_list = holder.node.kind in {Kind.POINT, Kind.SUBPOINT}
    return Kind.POINT if piece.kind is Kind.SUBPOINT and not is_in_list else piece.kind


def _where_it_can_lie(holder: Found, kind: Kind, words: str) -> Found:
    """Return the unit above a numbered one to which another of its own sort is added: a point lies in no point."""
    node, first = holder.node, words.strip().split(maxsplit=1)[:1]
    is_alike = kind is node.kind and kind.depth > Kind.ARTICLE.depth and kind is not Kind.INDENT and bool(first)
    if not is_alike or not node.above or _shape(first[0]) != _shape(node.unit.label):
        return holder
    return holder if any(one.kind is kind for one in node.below) else Found(node.above)


def _require_order(tree: Tree, change: InsertUnits, holder: Found, unit: Provision, place: Place) -> None:
    """Raise DoesNotFit where what is counted would skip a number, or an article belongs in another chapter."""
    if change.numbers:
        indents = [one for one in holder.inside if one.kind is Kind.INDENT]
        is_numbered = any(one.kind is Kind.PART for one in holder.node.below)
        parts = 0 if is_numbered else len(list(rows(holder.node, holder.node.below)))
        before = sum(one.kind is Kind.INDENT for one in holder.node.before)
        count = max(len(indents), before, parts) + bool(holder.node.unit.text)
        if change.numbers[0] > count + 1:
            raise DoesNotFit(Why.NO_UNIT, shown(indents[-1] if indents else holder.node), place)
    elif unit.kind is Kind.ARTICLE and holder.node is not tree.top and holder.node.kind is not Kind.ANNEX:
        _require_chapter(tree, holder.node, unit, place)


def _require_chapter(tree: Tree, holder: Node, unit: Provision, place: Place) -> None:
    """Raise DoesNotFit where neither the article before a new one, by number, nor the one behind it lies here."""
    act = next((one for one in holder.around() if one.kind is Kind.ANNEX), tree.top)
    others = sorted(tree.numbered(Kind.ARTICLE, act), key=lambda one: one.unit.number.order)
    before = [one for one in others if one.unit.number.order < unit.number.order][-1:]
    behind = [one for one in others if one.unit.number.order > unit.number.order][:1]
    has_articles = any(one.kind is Kind.ARTICLE for one in holder.all())
    if has_articles and before and not any(holder in one.around() for one in (*before, *behind)):
        raise DoesNotFit(Why.NO_UNIT, shown(before[0]), place)


def _shape(label: str) -> str:
    return LETTER.sub("a", FIGURES.sub("1", label))


def _beside(tree: Tree, holder: Found, kind: Kind) -> list[Node]:
    """Return the units of a kind beside which new ones will stand."""
    if kind.depth <= Kind.ARTICLE.depth or (kind is Kind.POINT and holder.node.kind.is_heading):
        return tree.numbered(kind, holder.node)
    return [node for node in holder.inside if node.kind is kind]


def _model(unit: Provision) -> Provision:
    """Return a unit as a model of how such units are numbered."""
    return replace(unit, line=0, notes=(), children=tuple(map(_model, unit.children)))


def _take_out_repealed(beside: Sequence[Node], units: Sequence[Provision]) -> None:
    """Take out the repealed units whose numbers are given anew."""
    for node in beside:
        if node.unit.repealed and any(node.name == (unit.kind, unit.number) for unit in units):
            take_out(node)


def _behind(found: Found, kind: Kind) -> Gap:
    """Return the gap behind a unit; a larger unit is put behind that in which it lies."""
    if found.is_own_text and not found.row:
        return Gap(found.node, 0)
    node = found.nodes[-1]
    while node.above and node.above.above and node.above.kind.depth >= kind.depth:
        node = node.above
    holder = node.above or node
    return Gap(holder, holder.below.index(node) + 1)


def _gap(tree: Tree, change: InsertUnits, holder: Found, unit: Provision) -> Gap:
    """Return where a new unit belongs."""
    beside = _beside(tree, holder, unit.kind)
    if change.first:
        first = beside[0] if beside and unit.kind is not Kind.INDENT else None
        return Gap(first.above, first.above.below.index(first)) if first and first.above else Gap(holder.node, 0)
    if unit.kind is Kind.INDENT:
        later = [node for node in beside if change.numbers and int(node.unit.number.stem) >= change.numbers[0]]
        return _before(later[0]) if later else _end(holder)
    in_roman = any(node.unit.number.stem == SECOND_IN_ROMAN for node in beside)
    lower = [node for node in beside if _order(node.unit, in_roman=in_roman) < _order(unit, in_roman=in_roman)]
    if lower:
        return _behind(Found(max(lower, key=lambda node: _order(node.unit, in_roman=in_roman))), unit.kind)
    return _before(beside[0]) if beside and unit.kind is not Kind.NOTE else _end(holder, unit.kind)


def _order(unit: Provision, *, in_roman: bool) -> tuple[int, str, tuple[int, ...]]:
    """Return a key for the order of units; points (i), (ii), (iii) are counted in Roman figures."""
    number = unit.number
    return Number.parse(number.stem.upper()).order if in_roman and number.stem.isalpha() else number.order


def _before(node: Node) -> Gap:
    holder = node.above or node
    return Gap(holder, holder.below.index(node))


def _end(holder: Found, kind: Kind = Kind.INDENT) -> Gap:
    """Return the end of a unit, before the notes that belong to all of it."""
    if holder.row:
        return _behind(holder, Kind.INDENT)
    below = holder.node.below
    at = len(below)
    while kind is not Kind.NOTE and at and below[at - 1].kind is Kind.NOTE:
        at -= 1
    return Gap(holder.node, at)


def _on_line(unit: Provision, line: int) -> Provision:
    if not line:
        return unit
    children = tuple(_on_line(child, line) for child in unit.children)
    return unit if unit.line and children == unit.children else replace(unit, line=unit.line or line, children=children)
