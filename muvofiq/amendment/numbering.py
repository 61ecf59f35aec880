"""Units of a law get other numbers, or numbers at all."""

import re
from dataclasses import replace

from muvofiq.amendment.change import NumberUnits, Renumber
from muvofiq.amendment.errors import DoesNotFit, Why
from muvofiq.amendment.finding import Found, find_in, rows, shown
from muvofiq.amendment.place import Place
from muvofiq.amendment.unit_tree import Node, Tree, node_of, recount
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.tree import Provision

# The number in a label such as «Статья 12(1).», «2-1.», «а)», «Глава IV».
PRINTED = re.compile(r"\d+(?:\s?\(\d+\)|[-.]\d+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|[^\W\d_](?!\w))*|(?<!\w)(?:[IVXLC]+|[^\W\d_]{1,2})(?!\w)")


def renumber(tree: Tree, change: Renumber) -> list[tuple[Place, Node, Number, Provision]]:
    """Give units their new numbers; counted ones only have them in the end. Raises DoesNotFit.

    Return for each place the unit, the number that it must have once all is done, and the unit as it was.
    """
    if len(change.labels) != len(change.places):
        raise DoesNotFit(Why.UNREADABLE, f"{len(change.places)} ≠ {len(change.labels)}", change.places[0])
    found = [find_in(tree, place, is_renumbering=True) for place in change.places]
    numbers = [_number(label, place) for label, place in zip(change.labels, change.places, strict=True)]
    renumbered: list[tuple[Place, Node, Number, Provision]] = []
    for one, place, number, label in zip(found, change.places, numbers, change.labels, strict=True):
        if one.is_own_text:
            continue  # the first indent is the unit's own text, and counted with it
        node = one.node
        renumbered.append((place, node, number, node.unit))
        node.is_renumbered = True
        if node.kind is not Kind.INDENT:
            node.unit = replace(node.unit, number=number, label=relabelled(node.unit.label, label))
            tree.enter(node)
    return renumbered


def relabelled(old: str, label: str) -> str:
    """Return a printed number with another one in it.

    >>> relabelled("Статья 12(1).", "13"), relabelled("а)", "б"), relabelled("2.", "2(1).")
    ('Статья 13.', 'б)', '2(1).')
    """
    return PRINTED.sub(lambda _: _bare(label), old, count=1) if PRINTED.search(old) else label


def number_units(tree: Tree, change: NumberUnits, place: Place) -> list[Node]:
    """Number what lies unnumbered in a unit; raises DoesNotFit."""
    found = find_in(tree, place)
    node = found.node
    if not any(character.isdigit() for character in change.label):
        return _marked(node, change.label, place)
    kind = Kind.POINT if change.label.rstrip().endswith(")") else Kind.PART
    parts = (
        list(rows(node, node.below))
        if node.kind is Kind.ARTICLE
        else [Found(one) for one in node.below if one.kind is Kind.INDENT]
    )
    if not parts or any(one.kind is kind for one in node.below):
        raise DoesNotFit(Why.UNIT_EXISTS if parts else Why.NO_UNIT, shown(node), place)
    return [_numbered(node, one, kind, change.label, str(at)) for at, one in enumerate(parts, 1)]


def _marked(node: Node, mark: str, place: Place) -> list[Node]:
    """Put a mark such as a dash before each indent."""
    indents = [one for one in node.below if one.kind is Kind.INDENT]
    if not indents:
        raise DoesNotFit(Why.NO_UNIT, shown(node), place)
    for one in indents:
        one.reword("text", f"{mark} {one.unit.text.lstrip('-–— ')}")
    return indents


def _numbered(holder: Node, found: Found, kind: Kind, label: str, number: str) -> Node:
    """Make a numbered unit of an unnumbered one, with the lists that belong to it."""
    node = found.node
    if found.is_own_text:
        own = replace(node.unit, children=(), notes=(), label="", heading="")
        node = node_of(own, holder, is_new=True)
        holder.below.insert(0, node)
        holder.reword("text", "")
    node.unit = replace(node.unit, kind=kind, number=Number(number), label=re.sub(r"\d+", number, label, count=1))
    for one in found.row:
        holder.below.remove(one)
        one.above = node
        node.below.append(one)
    recount(node)
    return node


def _number(label: str, place: Place) -> Number:
    try:
        return Number.parse(_bare(label))
    except ValueError as error:
        raise DoesNotFit(Why.UNREADABLE, label, place) from error


def _bare(label: str) -> str:
    """Return a number without the signs around it: of «2(1).» and «(а)», «2(1)» and «а»."""
    bare = label.strip().rstrip(".")
    if bare.startswith("(") and bare.endswith(")"):
        return bare[1:-1]
    return bare[:-1] if bare.count(")") > bare.count("(") else bare
