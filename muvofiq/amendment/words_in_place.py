"""The texts and headings of a law that a place means, and where in them words stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from rapidfuzz import fuzz

from muvofiq.amendment.change import EVERY, ONLY, Nth
from muvofiq.amendment.errors import DoesNotFit, Why
from muvofiq.amendment.finding import DASHES, SHOWN, Found, find_in, shown
from muvofiq.amendment.place import Place, Spot
from muvofiq.amendment.unit_tree import Node, Tree
from muvofiq.amendment.words_in_text import Span, sentences, spans_of
from muvofiq.law.grammar import NEVER
from muvofiq.law.kind import Kind
from muvofiq.tables import table

# Where the description of a deed ends and its punishment begins: behind the last dash between them.
SEAM = re.compile(r".*[,\s][-–—]\s+(?=\S)", re.DOTALL)
LIKE = 60  # of 100: words of the law that are so like the sought ones are shown as the nearest


@dataclass(frozen=True, slots=True)
class Words:
    """A text or heading of a unit, or a stretch of it. ``field`` tells which of the two."""

    node: Node
    field: str
    span: Span

    @property
    def whole(self) -> str:
        """The whole text or heading in which the stretch lies."""
        return self.node.unit.heading if self.field == "heading" else self.node.unit.text

    @property
    def text(self) -> str:
        """The stretch."""
        return self.whole[slice(*self.span)]


@dataclass(frozen=True, slots=True)
class Spoken:
    """The texts that a place means, and the headings in which words are looked for that do not stand in the texts."""

    texts: tuple[Words, ...]
    headings: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class At:
    """A place of the texts where words stand, as they were asked for."""

    words: str
    where: Words
    span: Span


def spoken(tree: Tree, place: Place) -> Spoken:
    """Return the words that a place means; raises DoesNotFit."""
    if place.spot is Spot.PREAMBLE:
        return Spoken(_within_sentence([_text(node) for node in preamble(tree, place)], place))
    found = find_in(tree, place)
    if place.spot is Spot.HEADING:
        return Spoken(_within_sentence(_title(tree) if found.node is tree.top else [_heading(found.node)], place))
    if found.node is tree.top:
        nodes = (*tree.preamble, *(node for one in tree.top.below for node in one.all()))
        everywhere = (*_title(tree), *(words for node in nodes for words in (_heading(node), _text(node))))
        return Spoken(tuple(words for words in everywhere if words.text))
    if place.spot in {Spot.DISPOSITION, Spot.SANCTION}:
        return Spoken(_of_deed(tuple(_texts(found)), place, tree.language))
    if place.sentence:
        return Spoken(_within_sentence(own_words(found), place))
    headings = () if found.is_own_text else tuple(_heading(node) for one in found.nodes for node in one.all())
    return Spoken(tuple(_texts(found)), headings)


def preamble(tree: Tree, place: Place) -> list[Node]:
    """Return the paragraphs of the preamble; raises DoesNotFit where the act has none."""
    if place.steps or not tree.preamble:
        raise DoesNotFit(Why.NO_UNIT, tree.top.unit.heading, place)
    return tree.preamble


def own_words(found: Found) -> list[Words]:
    """Return a unit's own words; where it has none, those of its parts and paragraphs, without their lists."""
    if found.node.unit.text or found.is_own_text or found.row:
        return [_text(found.node)]
    return [_text(node) for node in found.node.below if node.kind in {Kind.INDENT, Kind.PART}]


def _title(tree: Tree) -> list[Words]:
    return [_heading(node) if node is tree.top else _text(node) for node in tree.title]


def _texts(found: Found) -> Iterator[Words]:
    own = (found.node,) if found.is_own_text else tuple(found.node.all())
    for node in (*own, *(node for one in found.row for node in one.all())):
        if node.unit.text:
            yield _text(node)


def _text(node: Node) -> Words:
    return Words(node, "text", (0, len(node.unit.text)))


def _heading(node: Node) -> Words:
    return Words(node, "heading", (0, len(node.unit.heading)))


def _within_sentence(texts: Sequence[Words], place: Place) -> tuple[Words, ...]:
    """Return the sentence that the place counts, or all texts if it counts none."""
    if not place.sentence:
        return tuple(texts)
    found = [Words(one.node, one.field, span) for one in texts for span in sentences(one.whole)]
    if place.sentence > len(found):
        raise DoesNotFit(Why.NO_UNIT, found[-1].text[:SHOWN] if found else "", place)
    return (found[place.sentence - 1],)


def _of_deed(texts: Sequence[Words], place: Place, language: str) -> tuple[Words, ...]:
    """Return the description of a deed, or its punishment: between two paragraphs, or behind a dash within one."""
    punished = [at for at, one in enumerate(texts) if at and _punishes(language).match(one.text)]
    behind_dash = [at for at, (one, other) in enumerate(pairwise(texts), 1) if _has_dash(one.text, other.text)]
    if seams := [*punished, *behind_dash]:
        return tuple(texts[: seams[0]] if place.spot is Spot.DISPOSITION else texts[seams[0] :])
    for at, one in enumerate(texts):
        if seam := SEAM.match(one.text):
            deed, punishment = (replace(one, span=span) for span in ((0, seam.end()), (seam.end(), one.span[1])))
            return (*texts[:at], deed) if place.spot is Spot.DISPOSITION else (punishment, *texts[at + 1 :])
    raise DoesNotFit(Why.NO_UNIT, texts[0].text[:SHOWN] if texts else "", place)


def _has_dash(text: str, following: str) -> bool:
    return text.rstrip().endswith(DASHES) or following.startswith(DASHES)


@cache
def _punishes(language: str) -> re.Pattern[str]:
    """Return the pattern of the words that begin a punishment, as laws of the language word it."""
    rows = table("languages/legal-forms.csv")
    patterns = [row["pattern"] for row in rows if (row["form"], row["language"]) == ("offence", language)]
    return re.compile("|".join(patterns) or NEVER)


def places_of(said: Spoken, words: Sequence[str], nth: Nth, place: Place) -> list[At]:
    """Return where the words stand that are meant; raises DoesNotFit. Each of them must be found.

    Throughout a place, a listed form of a word that is found in another form may be missing.
    """
    everywhere = _all_places(said.texts, words)
    if lacking := [one for one in words if not everywhere[one]]:
        everywhere |= _all_places(said.headings, lacking)
    chosen: list[At] = []
    for one in dict.fromkeys(words):
        if not everywhere[one] and nth == EVERY and _is_form(one, [form for form in words if everywhere[form]]):
            continue
        chosen += _chosen(everywhere[one], nth, place) or _missing(said, one, place)
    return chosen


def as_they_stand(said: Spoken, words: Sequence[str]) -> tuple[str, ...]:
    """Return words that are to go, without a comma at their edges where the law has none there."""
    return tuple(next((form for form in _without_commas(one) if _stands(said, form)), one) for one in words)


def _without_commas(words: str) -> Iterator[str]:
    yield from (words, words.rstrip(", "), words.lstrip(", "), words.strip(", "))


def _stands(said: Spoken, words: str) -> bool:
    return bool(words) and any(_all_places(texts, [words])[words] for texts in (said.texts, said.headings))


def _all_places(texts: Sequence[Words], words: Sequence[str]) -> dict[str, list[At]]:
    found: dict[str, list[At]] = {one: [] for one in words}
    for text in texts:
        for one, span in spans_of(words, text.whole, text.span):
            found[one].append(At(one, text, span))
    return found


def _chosen(found: list[At], nth: Nth, place: Place) -> list[At]:
    """Return the places that are meant, in their order; none if there are not so many."""
    if nth is ONLY:
        if len(found) > 1:
            raise DoesNotFit(Why.SEVERAL_WORDS, "; ".join(_around(one) for one in found[:3]), place)
        return found
    if nth == EVERY:
        return found
    return found[nth - 1 : nth] if nth > 0 else found[nth:][:1] if -nth <= len(found) else []


def _missing(said: Spoken, words: str, place: Place) -> list[At]:
    """Raise the error that tells which words of the law come nearest."""
    best, nearest = float(LIKE), ""
    for one in (*said.texts, *said.headings):
        like = fuzz.partial_ratio_alignment(words, one.text, score_cutoff=best)
        if like and like.score > best:
            best, nearest = like.score, _whole_words(one.text, like.dest_start, like.dest_end)
    first = next((shown(one.node) for one in said.texts), "")
    raise DoesNotFit(Why.NO_WORDS, nearest or first, place)


def _is_form(words: str, others: Sequence[str]) -> bool:
    """Tell whether words are another form of others: they begin alike."""
    return any(one[: max(len(one) // 2, 3)].casefold() == words[: max(len(one) // 2, 3)].casefold() for one in others)


def _around(at: At) -> str:
    start, end = at.span
    return f"… {_whole_words(at.where.whole, max(start - 20, 0), min(end + 20, len(at.where.whole)))} …"


def _whole_words(text: str, start: int, end: int) -> str:
    """Return a stretch of a text that begins and ends with whole words."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end].strip()
