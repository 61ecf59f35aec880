"""Units of a law get other numbers, or numbers at all."""

import re
from dataclasses import replace

from muvofiq.amendment.change import NumberUnits, Renumber
from muvofiq.amendment.finding import DoesNotFit, Found, Why, find_in, rows, shown
from muvofiq.amendment.place import Place
from muvofiq.amendment.unit_tree import Node, Tree, node_of, recount
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number

# The number in a label such as «Статья 12(1).», «2-1.», «а)», «Глава IV».
PRINTED = re.compile(
    r"\d+(?:\s?\(\d+\)|[-.]\d+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|[^\W\d_](?!\w))*|(?<!\w)(?:[IVXLC]+|[^\W\d_]{1,2})(?!\w)"
)


def renumber(tree: Tree, change: Renumber) -> list[tuple[Node, Place, Number]]:
    """Give units their new numbers. Return the counted ones with the number that each must have in the end."""
    if len(change.labels) != len(change.places):
        raise DoesNotFit(Why.UNREADABLE, f"{len(change.places)} ≠ {len(change.labels)}", change.places[0])
    found = [find_in(tree, place, is_renumbering=True) for place in change.places]
    numbers = [_number(label, place) for label, place in zip(change.labels, change.places, strict=True)]
    counted: list[tuple[Node, Place, Number]] = []
    for one, place, number, label in zip(found, change.places, numbers, change.labels, strict=True):
        one.node.is_renumbered = True
        if one.node.kind is Kind.INDENT or one.is_own_text:
            counted.append((one.node, place, number))
            continue
        one.node.unit = replace(one.node.unit, number=number, label=relabelled(one.node.unit.label, label))
        tree.enter(one.node)
    return counted


def relabelled(old: str, label: str) -> str:
    """Return a printed number with another one in it.

    >>> relabelled("Статья 12(1).", "13"), relabelled("а)", "б"), relabelled("2.", "2(1).")
    ('Статья 13.', 'б)', '2(1).')
    """
    bare = label.strip().lstrip("(").rstrip(".") if label.count("(") else label.strip(" .)")
    return PRINTED.sub(lambda _: bare, old, count=1) if PRINTED.search(old) else label


def number_units(tree: Tree, change: NumberUnits, place: Place) -> list[Node]:
    """Number what lies unnumbered in a unit; raises DoesNotFit."""
    found = find_in(tree, place)
    node = found.node
    if not any(character.isdigit() for character in change.label):
        return _marked(node, change.label, place)
    kind = Kind.POINT if change.label.rstrip().endswith(")") else Kind.PART
    parts = list(rows(node)) if node.kind is Kind.ARTICLE else [Found(one) for one in node.below if one.kind is Kind.INDENT]
    if not parts or any(one.kind is kind for one in node.below):
        raise DoesNotFit(Why.UNIT_EXISTS if parts else Why.NO_UNIT, shown(node), place)
    numbered = [_numbered(node, one, kind, change.label, str(at)) for at, one in enumerate(parts, 1)]
    return numbered


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
        return Number.parse(label.strip().strip(")").lstrip("(") if label.count("(") != label.count(")") else label)
    except ValueError as error:
        raise DoesNotFit(Why.UNREADABLE, label, place) from error
