"""Units, headings, sentences and rows of a law read anew, in the wording that an amending act prints."""

from collections.abc import Sequence
from dataclasses import replace

from muvofiq.amendment.change import NewEdition
from muvofiq.amendment.finding import DoesNotFit, Found, Why, find_in
from muvofiq.amendment.new_units import worded
from muvofiq.amendment.place import Place, Spot
from muvofiq.amendment.unit_tree import Node, Tree, node_of, recount, take_out
from muvofiq.amendment.wording import lines_of
from muvofiq.amendment.words_in_place import spoken
from muvofiq.law.kind import Kind
from muvofiq.law.tree import Provision


def new_edition(tree: Tree, change: NewEdition) -> list[Node]:
    """Give the places their new wording; return the units that read anew. Raises DoesNotFit."""
    place = change.places[0]
    if place.spot is not Spot.UNIT or place.sentence:
        for one in change.places:
            _reword(tree, change.words, one)
        return []
    found = [find_in(tree, one) for one in change.places]
    if found[0].node is tree.top and not place.row:
        return _whole_act(tree, change.words, place)
    if found[0].is_own_text:
        return _own_text(tree, change, found[0], place)
    return _units(tree, change, [node for one in found for node in one.nodes], place)


def _reword(tree: Tree, words: str, place: Place) -> None:
    """Give a heading, the preamble, a sentence or the description or punishment of a deed its new wording."""
    lines = lines_of(words)
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
    kept = first.whole[:start], first.whole[end:]
    first.node.reword(first.field, f"{kept[0]}{' '.join(lines)}{kept[1]}")
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


def _own_text(tree: Tree, change: NewEdition, found: Found, place: Place) -> list[Node]:
    """Give a unit's own words, its first indent, their new wording; further lines are further indents."""
    node = found.node
    first, *rest = lines_of(change.words)
    for one in found.row:
        take_out(one)
    label = node.unit.label
    node.unit = replace(node.unit, text=first.removeprefix(label).strip() if label else first, repealed=False)
    if rest:
        units = worded(tree, "\n".join(rest), place, kind=Kind.INDENT, line=node.unit.line)
        node.below[0:0] = [node_of(unit, node, is_new=True) for unit in units]
    recount(node)
    return [node]


def _units(tree: Tree, change: NewEdition, nodes: Sequence[Node], place: Place) -> list[Node]:
    """Give units their new wording; if their count changes they must stand side by side."""
    old = [node.frozen() for node in nodes]
    units = worded(tree, change.words, place, kind=nodes[0].kind, like=old, line=nodes[0].unit.line)
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
