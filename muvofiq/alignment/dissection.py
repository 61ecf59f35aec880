"""A national provision held against a definition: both sides' words, and what is left over on either side."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from muvofiq.alignment.definition import Component, Definition, Item, Needed, definition_for
from muvofiq.alignment.phrase import Row, Run

OMITTED = " … "
FEWEST = 3  # items for which a provision has words before it is held against a definition


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the provision and where they stand: ``text[start:end]`` is ``words``."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One expression of an item in the provision; it has several passages where other words stand between."""

    passages: tuple[Passage, ...]

    @property
    def words(self) -> str:
        """The passages, with a sign for what stands between."""
        return OMITTED.join(one.words for one in self.passages)


@dataclass(frozen=True, slots=True)
class ItemReading:
    """An item and the words of the provision that express it, in their order; none where it is not found."""

    item: Item
    mentions: tuple[Mention, ...]

    @property
    def is_found(self) -> bool:
        """Whether the provision has words for the item."""
        return bool(self.mentions)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages that express the item in the order of the text; no two overlap."""
        return tuple(sorted((one for mention in self.mentions for one in mention.passages), key=_start))

    @property
    def wordings(self) -> tuple[str, ...]:
        """The different words by which the provision expresses the item, each once."""
        first: dict[str, str] = {}
        for mention in self.mentions:
            first.setdefault(mention.words.casefold(), mention.words)
        return tuple(first.values())


@dataclass(frozen=True, slots=True)
class ComponentReading:
    """A component and what the provision has of its items, in the order of the definition."""

    component: Component
    items: tuple[ItemReading, ...]

    @property
    def missing(self) -> tuple[Item, ...]:
        """The items that have no words in the provision; none where one item is enough and is there."""
        is_enough = self.component.needed is Needed.ANY and any(one.is_found for one in self.items)
        return () if is_enough else tuple(one.item for one in self.items if not one.is_found)


@dataclass(frozen=True, slots=True)
class Dissection:
    """A provision taken apart.

    ``left_over`` are the stretches of telling words that express no item and are no frame of the definition.
    """

    definition: Definition
    language: str
    components: tuple[ComponentReading, ...]
    left_over: tuple[Passage, ...]

    @property
    def missing(self) -> tuple[Item, ...]:
        """The items of the standard that have no words in the provision, though they should."""
        return tuple(item for one in self.components for item in one.missing)

    @property
    def named(self) -> tuple[Item, ...]:
        """The items for which the provision has words."""
        return tuple(item.item for one in self.components for item in one.items if item.is_found)


def dissect(definition: Definition, text: str, language: str) -> Dissection | None:
    """Hold a provision against a definition; None where the definition has no words in the provision's language."""
    if language not in definition.languages:
        return None
    row = Row(text, language)
    found = _own(definition, row)
    told = {at for runs in found.values() for run in runs for at in run}
    told |= {at for run in row.runs(definition.frame.get(language, ())) for at in run}
    components = tuple(
        ComponentReading(one, tuple(ItemReading(item, _mentions(found[item.id], row)) for item in one.items))
        for one in definition.components
    )
    return Dissection(definition, language, components, _passages(row.untold(told), row))


def dissection_for(requirement_id: str, text: str, language: str) -> Dissection | None:
    """Hold a provision against the definition for which a requirement asks.

    None where it asks for none, or where the provision has words for fewer than three items: it then defines nothing.
    """
    definition = definition_for(requirement_id)
    found = dissect(definition, text, language) if definition else None
    return found if found and len(found.named) >= FEWEST else None


def _own(definition: Definition, row: Row) -> Mapping[str, list[Run]]:
    """Return the runs of each item by its id.

    In an exclusive definition a run inside a longer run of another item is that item's: «threat of force» tells of a
    threat, not of force.
    """
    meant = {item.id: _meant(item, row) for item in definition.items}
    if not definition.is_exclusive:
        return {name: row.apart(runs) for name, runs in meant.items()}
    through: dict[int, list[tuple[str, Run]]] = defaultdict(list)
    for name, runs in meant.items():
        for run in runs:
            for at in run:
                through[at].append((name, run))

    def is_taken(name: str, run: Run) -> bool:
        return any(other != name and set(run) < set(longer) for other, longer in through[run[0]])

    return {name: row.apart(run for run in runs if not is_taken(name, run)) for name, runs in meant.items()}


def _meant(item: Item, row: Row) -> list[Run]:
    """Return the runs of an item's words, without those whose words mean something else where they stand."""
    foreign = {at for run in row.runs(item.not_in.get(row.language, ())) for at in run}
    return [run for run in row.runs(item.words[row.language]) if foreign.isdisjoint(run)]


def _mentions(runs: Iterable[Run], row: Row) -> tuple[Mention, ...]:
    return tuple(Mention(_passages(row.pieces(run), row)) for run in runs)


def _passages(pieces: Iterable[Run], row: Row) -> tuple[Passage, ...]:
    places = ((row.words[piece[0]].start, row.words[piece[-1]].end) for piece in pieces)
    return tuple(Passage(start, end, row.text[start:end]) for start, end in places)


def _start(passage: Passage) -> int:
    return passage.start
