"""Words and sentences of a law are replaced, deleted and added at a place."""

from collections import defaultdict
from collections.abc import Sequence

from muvofiq.amendment.change import DeleteWords, InsertSentences, InsertWords, ReplaceWords
from muvofiq.amendment.errors import DoesNotFit, Why
from muvofiq.amendment.finding import Found, find_in
from muvofiq.amendment.place import Place, Spot
from muvofiq.amendment.unit_tree import Node, Tree, put_in
from muvofiq.amendment.words_in_place import At, Words, as_they_stand, own_words, places_of, preamble, spoken
from muvofiq.amendment.words_in_text import added, added_at_end, edited, sentences
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.tree import Provision


def replace_words(tree: Tree, change: ReplaceWords, place: Place) -> None:
    """Replace words by others; raises DoesNotFit."""
    said, new = spoken(tree, place), _respectively(change.new, change.old, place)
    pairs = zip(change.old, as_they_stand(said, change.old), new, strict=True)
    by = {old if "," in words[:1] + words[-1:] else standing: words for old, standing, words in pairs}
    _edit([(at, by[at.words]) for at in places_of(said, tuple(by), change.nth, place)])


def delete_words(tree: Tree, change: DeleteWords, place: Place) -> None:
    """Delete words; raises DoesNotFit."""
    said = spoken(tree, place)
    _edit([(at, "") for at in places_of(said, as_they_stand(said, change.words), change.nth, place)])


def insert_words(tree: Tree, change: InsertWords, place: Place) -> None:
    """Add words beside others, or at an end of the place; raises DoesNotFit."""
    said = spoken(tree, place)
    if change.anchor:
        new = dict(zip(change.anchor, _respectively(change.words, change.anchor, place), strict=True))
        found = places_of(said, change.anchor, change.nth, place)
        for at in sorted(found, key=lambda at: at.span, reverse=True):
            words = added(at.where.whole, at.span[0 if change.before else 1], new[at.words])
            at.where.node.reword(at.where.field, words)
        return
    words = " ".join(change.words)
    texts = [one for one in said.texts if one.node.kind is not Kind.NOTE] or list(said.texts) or list(said.headings)
    if not texts:
        raise DoesNotFit(Why.NO_WORDS, "", place)
    one = texts[0 if change.before else -1]
    _put_at_edge(one, words, before=change.before)


def insert_sentences(tree: Tree, change: InsertSentences, place: Place) -> None:
    """Add sentences to the own words of a unit; raises DoesNotFit."""
    found = Found(preamble(tree, place)[-1]) if place.spot is Spot.PREAMBLE else find_in(tree, place)
    texts = own_words(found)
    if change.nth:
        _insert_as(texts, change, place)
        return
    behind = found.row if found.is_own_text or found.row else tuple(found.node.below)
    opens_list = bool(texts and behind and texts[-1].text.rstrip().endswith(":"))
    if opens_list or not texts:
        _behind_list(tree, found, change.words)
        return
    last = texts[-1]
    last.node.reword(last.field, added(last.whole.rstrip(), len(last.whole.rstrip()), change.words))


def _insert_as(texts: Sequence[Words], change: InsertSentences, place: Place) -> None:
    """Add sentences so that the first of them gets the number that is named."""
    spans = [(one, span) for one in texts for span in sentences(one.whole)]
    if change.nth > len(spans) + 1 or not spans:
        raise DoesNotFit(Why.NO_UNIT, spans[-1][0].text[slice(*spans[-1][1])] if spans else "", place)
    is_last = change.nth > len(spans)
    one, span = spans[-1] if is_last else spans[change.nth - 1]
    one.node.reword(one.field, added(one.whole, span[1 if is_last else 0], change.words))


def _behind_list(tree: Tree, found: Found, words: str) -> None:
    """Add sentences behind the list with which a unit ends: to the paragraph that stands there, else as one."""
    holder = found.node if found.is_own_text or not found.row else found.node.above or tree.top
    last = found.row[-1] if found.row else holder.below[-1] if holder.below else None
    if last and last.kind is Kind.INDENT and last.unit.text.rstrip().endswith((".", "!", "?")):
        last.reword("text", added(last.unit.text, len(last.unit.text), words))
        return
    at = holder.below.index(last) + 1 if last else 0
    line = (last or holder).unit.line
    put_in(holder, at, [Provision(Kind.INDENT, Number("1"), "", "", words, line)])


def _put_at_edge(one: Words, words: str, *, before: bool) -> None:
    whole, (start, end) = one.whole, one.span
    text = added(one.text, 0, words) if before else added_at_end(one.text, words)
    one.node.reword(one.field, whole[:start] + text + whole[end:])


def _edit(edits: Sequence[tuple[At, str]]) -> None:
    """Make all edits, text by text."""
    by_text: defaultdict[tuple[Node, str], list[tuple[At, str]]] = defaultdict(list)
    for at, words in edits:
        by_text[at.where.node, at.where.field].append((at, words))
    for (node, field), row in by_text.items():
        node.reword(field, edited(row[0][0].where.whole, [(at.span, words) for at, words in row]))


def _respectively(words: Sequence[str], beside: Sequence[str], place: Place) -> Sequence[str]:
    """Return the words that belong to each of the words beside; one belongs to all. Raises DoesNotFit."""
    if len(words) == 1:
        return [words[0]] * len(beside)
    if len(words) != len(beside):
        raise DoesNotFit(Why.UNREADABLE, f"{len(words)} ≠ {len(beside)}", place)
    return words
