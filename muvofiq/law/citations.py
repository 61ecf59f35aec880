"""What the units of a law cite: other units of it, and acts and units elsewhere; what is not found is told as open."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from muvofiq.law.citation_acts import OnFile, acts_named, state_of
from muvofiq.law.citation_index import Index, Node
from muvofiq.law.citation_reading import Mention, Reading, Sought
from muvofiq.law.citation_words import Role, Words, words_of
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law

CELLS = " | "
SURE = 3  # citations, before a law is said to call its parts points


class Open(StrEnum):
    """Why a citation leads nowhere yet."""

    OTHER_ACT = "act not on file"
    FOREIGN_ACT = "act of another state"
    NO_SUCH_UNIT = "no such unit"
    AMBIGUOUS = "more than one may be meant"


@dataclass(frozen=True, slots=True)
class Citation:
    """One unit or act that a unit cites; ``words`` stand from ``start`` to ``end`` in its own text or heading.

    Of a range the units between its ends stand at the sign between them. ``act`` is the cited act as printed, empty
    for the act itself, ``title`` what its abbreviation stands for, ``path`` the cited unit as read.
    """

    source: Reference
    start: int
    end: int
    words: str
    target: Reference | None
    act: str = ""
    open: Open | None = None
    in_heading: bool = False
    path: tuple[Sought, ...] = ()
    title: str = ""


def citations(law: Law) -> tuple[Citation, ...]:
    """Return what the units of a law cite, in the order of print; other acts are open until ``resolve`` knows them."""
    words = words_of(law.language)
    if words is None:
        return ()
    read = [(reference, is_heading, text, mention) for reference, is_heading, text, mention in _mentions(law, words)]
    index = Index(law, parts_are_points=_parts_are_points(mention for *_, mention in read))
    own, found = _Own(law, words, index), list[Citation]()
    for reference, is_heading, text, mention in read:
        named = text[mention.act.start : mention.act.end] if mention.act else ""
        said = text[mention.start : mention.end]
        title = mention.act.title if mention.act else ""
        seen = Citation(reference, mention.start, mention.end, said, None, named, None, is_heading, mention.path, title)
        found.extend(own.told(seen, mention))
    return tuple(found)


def resolve(law: Law, found: Sequence[Citation], others: Sequence[OnFile]) -> tuple[Citation, ...]:
    """Return the citations of a law with those of other acts resolved to the texts on file.

    A text in the language of the law is preferred. What is still not found stays open with its reason.
    """
    words = words_of(law.language)
    if words is None or not others:
        return tuple(found)
    elsewhere = Elsewhere(law, words, others)
    return tuple(further for one in found for further in elsewhere.told(one))


class _Own:
    """Finds what is cited within the law, and tells which acts are others."""

    def __init__(self, law: Law, words: Words, index: Index) -> None:
        self.words, self.index = words, index
        self.itself = OnFile.of(law)
        self.state = self.itself.state
        self.named: dict[str, bool] = {}

    def told(self, seen: Citation, mention: Mention) -> list[Citation]:
        role = mention.act.role if mention.act else Role.OWN
        if role is Role.OTHER:
            return [replace(seen, open=Open.AMBIGUOUS)]
        if role is Role.OWN or self._is_itself(seen):
            return _found(replace(seen, act=""), self.index, is_within=True) if seen.path else []
        state = state_of(seen.act, self.words)
        is_foreign = bool(state and self.state and state != self.state)
        return [replace(seen, open=Open.FOREIGN_ACT if is_foreign else Open.OTHER_ACT)]

    def _is_itself(self, seen: Citation) -> bool:
        state = state_of(seen.act, self.words)
        if state and state != self.state:
            return False
        if seen.act not in self.named:
            self.named[seen.act] = bool(acts_named(seen.act, seen.title, [self.itself], self.words))
        return self.named[seen.act]


class Elsewhere:
    """Finds what a law cites in the other acts on file."""

    def __init__(self, law: Law, words: Words, others: Sequence[OnFile]) -> None:
        self.law, self.words = law, words
        self.state = OnFile.of(law).state
        self.others = sorted(others, key=lambda other: other.law.language != law.language)
        self.indexes: dict[str, Index] = {}
        self.named: dict[tuple[str, str], list[OnFile]] = {}

    def index_of(self, name: str, title: str = "") -> Index | None:
        """Return the units of the act that is named so; None where no text of it is on file, or it is not clear."""
        acts = self._known(name, title)
        return self._index(acts[0].law) if len({act.registered.key for act in acts}) == 1 else None

    def told(self, seen: Citation) -> list[Citation]:
        """Return a citation of another act with what it leads to, if that act is on file."""
        if seen.open not in {Open.OTHER_ACT, Open.FOREIGN_ACT}:
            return [seen]
        acts = self._known(seen.act, seen.title)
        if len({act.registered.key for act in acts}) > 1:
            return [replace(seen, open=Open.AMBIGUOUS)]
        if not acts:
            return [seen]
        if not seen.path:
            return [replace(seen, open=None, target=Reference(acts[0].law.name))]
        return _found(replace(seen, open=None), self._index(acts[0].law), is_within=False)

    def _known(self, name: str, title: str) -> list[OnFile]:
        if (name, title) not in self.named:
            self.named[name, title] = self._acts(name, title)
        return self.named[name, title]

    def _acts(self, name: str, title: str) -> list[OnFile]:
        state = state_of(name, self.words) or self.state
        fitting = [other for other in self.others if not other.state or not state or other.state == state]
        keys = acts_named(name, title, fitting, self.words)
        return [other for other in fitting if other.registered.key in keys]

    def _index(self, law: Law) -> Index:
        if law.name not in self.indexes:
            words = words_of(law.language)
            said = (mention for *_, mention in _mentions(law, words)) if words else ()
            self.indexes[law.name] = Index(law, parts_are_points=_parts_are_points(said))
        return self.indexes[law.name]


def _mentions(law: Law, words: Words) -> Iterator[tuple[Reference, bool, str, Mention]]:
    for reference, unit, around in law.units():
        is_annexed = unit.kind is Kind.ANNEX or (around and around[0].kind is Kind.ANNEX)
        for is_heading, text in ((True, unit.heading), (False, unit.text)):
            # The head of a table says whose articles stand in its columns, and nobody can tell from the row.
            if text and not (is_annexed and CELLS in text):
                for mention in Reading(text, words).mentions():
                    yield reference, is_heading, text, mention


def _parts_are_points(mentions: Iterable[Mention]) -> bool:
    """Tell whether the law calls its numbered parts «пункты», as its own citations of articles do more often."""
    own = (one.path for one in mentions if one.act is None or one.act.role is Role.OWN)
    below = Counter(path[1].kind for path in own if len(path) > 1 and _is_article_with_figures(path))
    return below[Kind.POINT] > below[Kind.PART] and below[Kind.POINT] >= SURE


def _is_article_with_figures(path: Sequence[Sought]) -> bool:
    number = path[1].number
    return path[0].kind is Kind.ARTICLE and number is not None and number.stem.isdigit() and not path[1].is_bracketed


def _found(seen: Citation, index: Index, *, is_within: bool) -> list[Citation]:
    source = seen.source if is_within else None
    at = next((place for place, step in enumerate(seen.path) if step.until), None)
    if at is not None:
        return [replace(seen, target=node.reference) for node in _range(seen.path, at, index, source)]
    nodes = index.find(seen.path, source)
    if not nodes and (ends := _hyphenated(seen.path)):
        return [replace(seen, target=node.reference) for node in _range(*ends, index, source, whole=True)] or [
            replace(seen, open=Open.NO_SUCH_UNIT)
        ]
    if len(nodes) == 1:
        return [replace(seen, target=nodes[0].reference)]
    return [replace(seen, open=Open.AMBIGUOUS if nodes else Open.NO_SUCH_UNIT)]


def _range(
    path: tuple[Sought, ...], at: int, index: Index, source: Reference | None, *, whole: bool = False
) -> list[Node]:
    """Return the units between the ends of a range, and its ends too if they have no words of their own."""
    step = path[at]
    ends = (replace(step, until=None), replace(step, until=None, number=step.until))
    found = [index.find((*path[:at], end, *path[at + 1 :]), source) for end in ends]
    if any(len(nodes) != 1 for nodes in found):
        return []
    first, last = found[0][0], found[1][0]
    between = index.between(first, last)
    return [first, *between, last] if whole else between


def _hyphenated(path: tuple[Sought, ...]) -> tuple[tuple[Sought, ...], int] | None:
    """Return «5-7», which is no unit 5(7), as the range from 5 to 7."""
    for at, step in enumerate(path):
        number = step.number
        if number and number.stem.isdigit() and len(number.inserted) == 1 and number.inserted[0] > int(number.stem):
            ends = replace(step, number=Number(number.stem), until=Number(str(number.inserted[0])))
            return (*path[:at], ends, *path[at + 1 :]), at
    return None
