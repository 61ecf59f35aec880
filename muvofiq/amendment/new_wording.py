"""Units, headings, sentences and rows of a law read anew, in the wording that an amending act prints."""

from collections.abc import Sequence
from dataclasses import replace

from muvofiq.amendment.change import NewEdition
from muvofiq.amendment.errors import DoesNotFit, Why
from muvofiq.amendment.finding import Found, find_in
from muvofiq.amendment.new_units import worded
from muvofiq.amendment.place import Place, Spot
from muvofiq.amendment.unit_tree import Node, Tree, node_of, recount, take_out
from muvofiq.amendment.wording import lines_of
from muvofiq.amendment.words_in_place import spoken
from muvofiq.law.kind import Kind
from muvofiq.law.tree import Provision


def is_of_units(change: NewEdition) -> bool:
    """Tell whether whole units read anew, which are worded together, or headings, sentences and the like."""
    return change.places[0].spot is Spot.UNIT and not change.places[0].sentence


def new_edition(tree: Tree, change: NewEdition) -> list[Node]:
    """Give units their new wording, several together; return those that read anew. Raises DoesNotFit."""
    place = change.places[0]
    found = [find_in(tree, one) for one in change.places]
    if found[0].node is tree.top and not place.row:
        return _whole_act(tree, change.words, place)
    nodes = [node for one in found[found[0].is_own_text :] for node in one.nodes]
    if found[0].is_own_text:
        return _own_text(tree, change.words, found[0], [*found[0].row, *nodes], place)
    return _units(tree, change.words, nodes, place)


def reword(tree: Tree, change: NewEdition, place: Place) -> None:
    """Give a heading, the preamble, a sentence or the description or punishment of a deed its new wording."""
    lines = lines_of(change.words)
    if place.spot is Spot.PREAMBLE and not place.sentence:
        tree.introduce(lines)
        return
    if place.spot is Spot.HEADING and not place.steps and not place.sentence:
        tree.retitle(" ".join(lines))
        return
    first, *rest = spoken(tree, place).texts
    if place.spot is Spot.HEADING and not place.sentence:
        first.node.reword("heading", " ".join(lines).removeprefix(first.node.unit.label).strip())
        return
    start, end = first.span
    first.node.reword(first.field, f"{first.whole[:start]}{' '.join(lines)}{first.whole[end:]}")
    for one in rest:
        take_out(one.node)


def _whole_act(tree: Tree, words: str, place: Place) -> list[Node]:
    below = tree.top.below
    if not below:
        raise DoesNotFit(Why.NO_UNIT, "", place)
    units = worded(tree, words, place, kind=below[0].kind, like=[node.frozen() for node in below])
    tree.top.below = [node_of(unit, tree.top, is_new=True) for unit in units]
    tree.enter(tree.top)
    return tree.top.below


def _own_text(tree: Tree, words: str, found: Found, behind: Sequence[Node], place: Place) -> list[Node]:
    """Give a unit's own words, its first indent, their new wording; further lines are for the indents behind them."""
    node, label = found.node, found.node.unit.label
    first, *rest = lines_of(words)
    if rest and behind:
        _units(tree, "\n".join(rest), behind, place)
    elif rest:
        units = worded(tree, "\n".join(rest), place, kind=Kind.INDENT, line=node.unit.line)
        node.below[0:0] = [node_of(unit, node, is_new=True) for unit in units]
    else:
        for one in behind:
            take_out(one)
    node.unit = replace(node.unit, text=first.removeprefix(label).strip() if label else first, repealed=False)
    recount(node)
    return [node]


def _units(tree: Tree, words: str, nodes: Sequence[Node], place: Place) -> list[Node]:
    """Give units their new wording; if their count changes they must stand side by side."""
    old = [node.frozen() for node in nodes]
    units = worded(tree, words, place, kind=nodes[0].kind, like=old, line=nodes[0].unit.line)
    holder = nodes[0].above or tree.top
    places = [holder.below.index(node) for node in nodes if node in holder.below]
    side_by_side = len(places) == len(nodes) and places == list(range(places[0], places[0] + len(places)))
    if side_by_side:
        paired = _paired(nodes, units)
    elif len(units) == len(nodes):
        paired = list(zip(units, nodes, strict=True))
    else:
        raise DoesNotFit(Why.UNREADABLE, f"{len(units)} ≠ {len(nodes)}", place)
    anew = [_anew(unit, node, holder) for unit, node in paired]
    if side_by_side:
        for node in nodes:
            node.above = holder if node in anew else None
        holder.below[places[0] : places[-1] + 1] = anew
    for node in anew:
        tree.enter(node)
        recount(node.above or tree.top)
    return anew


def _paired(nodes: Sequence[Node], units: Sequence[Provision]) -> list[tuple[Provision, Node | None]]:
    """Pair each new unit with the old one of its name; indents, which are counted, in their order."""
    free = list(nodes)
    pairs: list[tuple[Provision, Node | None]] = []
    only_one = len(nodes) == len(units) == 1
    for unit in units:
        is_counted = unit.kind is Kind.INDENT or only_one
        node = next((one for one in free if is_counted or one.name == (unit.kind, unit.number)), None)
        if node:
            free.remove(node)
        pairs.append((unit, node))
    return pairs


def _anew(unit: Provision, node: Node | None, holder: Node) -> Node:
    """Return the node of a unit in its new wording: it keeps its line and notes, and its address as of old."""
    if node is None:
        return node_of(unit, holder, is_new=True)
    old = node.unit
    notes = (*old.notes, *(note for note in unit.notes if note not in old.notes))
    for child in node.below:
        child.above = None
    node.unit = replace(unit, line=old.line, notes=notes)
    node.below = [node_of(child, node, is_new=True) for child in unit.children]
    return node
