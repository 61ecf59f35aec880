"""Units of a law are taken out of it, lose their force and keep their number, or are suspended for a time."""

from dataclasses import replace
from datetime import date

from muvofiq.amendment.change import RemoveUnits, Repeal, Suspend
from muvofiq.amendment.errors import DoesNotFit, Why
from muvofiq.amendment.finding import find_in, last_words
from muvofiq.amendment.place import Place, Spot
from muvofiq.amendment.unit_tree import Node, Tree, recount, take_out
from muvofiq.amendment.words_in_place import spoken
from muvofiq.amendment.words_in_text import ENDING, replaced
from muvofiq.law.grammar import STAND_IN
from muvofiq.law.kind import Kind
from muvofiq.law.tree import Note, Provision, is_cited_first
from muvofiq.tables import table


def remove_units(tree: Tree, _change: RemoveUnits, place: Place) -> None:
    """Take a unit, its heading, a sentence or a row out of the law; raises DoesNotFit."""
    if place.spot is not Spot.UNIT or place.sentence:
        _remove_words(tree, place)
        return
    found = find_in(tree, place)
    if found.node is tree.top:
        raise DoesNotFit(Why.NO_UNIT, tree.top.unit.heading, place)
    for node in found.row:
        take_out(node)
    if found.is_own_text:
        _remove_own_text(found.node)
    else:
        take_out(found.node)


def repeal(tree: Tree, _change: Repeal, place: Place) -> None:
    """Let a unit say that it is repealed, under its number; of the act, all units. Raises DoesNotFit."""
    if place.spot is not Spot.UNIT or place.sentence:
        _remove_words(tree, place)
        return
    found = find_in(tree, place)
    if found.node is tree.top:
        for node in tree.top.below:
            _repeal(node, tree.language)
        return
    for node in found.row:
        take_out(node)
    if found.is_own_text and (found.node.below or found.row):
        found.node.reword("text", _as_before(found.node, Kind.INDENT, tree.language, own=True))
    else:
        _repeal(found.node, tree.language)


def suspend(tree: Tree, change: Suspend, place: Place) -> None:
    """Note beside a unit that it is suspended; raises DoesNotFit."""
    node = find_in(tree, place).node
    words = change.words or _of_language("formulae/suspended.csv", tree.language, None).format(day=_day(change.until))
    node.unit = replace(node.unit, notes=(*node.unit.notes, Note(f"({words})", node.unit.line)))


def _day(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else "…"


def _remove_words(tree: Tree, place: Place) -> None:
    said = spoken(tree, place)
    if place.spot is Spot.PREAMBLE and not place.sentence:
        tree.introduce(())
        return
    for one in said.texts:
        if one.node.above and one.span == (0, len(one.whole)) and one.field == "text" and not one.node.unit.label:
            take_out(one.node)
        else:
            one.node.reword(one.field, replaced(one.whole, one.span, ""))


def _remove_own_text(node: Node) -> None:
    """Let the next indent, if there is one, be the own text of a unit whose own text is taken out."""
    following = node.below[0] if node.below and node.below[0].kind is Kind.INDENT else None
    node.reword("text", following.unit.text if following and node.unit.label else "")
    if following and node.unit.label:
        node.below.remove(following)
        following.above = None
    recount(node)


def _repeal(node: Node, language: str) -> None:
    """Mark a unit as repealed; of a chapter or annex the articles in it too, each under its number."""
    kind = node.kind
    words = _as_before(node, kind, language)
    kept = [one for one in node.below if one.kind.is_heading or is_cited_first(one.unit, _around(one))]
    for one in node.below:
        if one not in kept:
            one.above = None
    node.below = kept
    for one in kept:
        _repeal(one, language)
    is_headed = kind.is_heading
    node.unit = replace(node.unit, heading=words if is_headed else "", text="" if is_headed else words, repealed=True)


def _around(node: Node) -> list[Provision]:
    return [one.unit for one in node.around()][1:-1]


def _as_before(node: Node, kind: Kind, language: str, *, own: bool = False) -> str:
    """Return the language's word for a repealed unit, with the first letter and the closing sign that it had."""
    words = _of_language("formulae/repealed.csv", language, kind)
    printed = node.unit.heading or node.unit.text
    if kind.is_heading:
        return words.upper() if printed.isupper() else _capital(words)
    last = last_words(node, own=own)[-1:]
    begins = next((sign for sign in printed if sign.isalpha()), "A")
    sign = last if last in ENDING and last not in "?!:" else "."
    return (words if begins.islower() else _capital(words)) + sign


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _of_language(name: str, language: str, kind: Kind | None) -> str:
    """Return the words that a language has for a kind of unit, else for units in general."""
    rows = table(name)
    own = [row for row in rows if row["language"] == language] or [row for row in rows if row["language"] == STAND_IN]
    exact = [row for row in own if kind and row.get("kind") == kind]
    general = [row for row in own if not row.get("kind")]
    return (exact or general)[0]["words"]
