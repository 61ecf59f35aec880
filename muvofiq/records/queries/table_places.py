"""Where the words of a received table point to: an act on file, and a unit of its text."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from muvofiq.alignment.typed import Typed
from muvofiq.law.citation_acts import QUOTED, OnFile, acts_named
from muvofiq.law.citation_index import Index
from muvofiq.law.citation_reading import Sought
from muvofiq.law.citation_words import Words, words_of
from muvofiq.law.identity import Identity, Registered, dates_in, numbers_in, recognise, telling_words
from muvofiq.records.models import Edition, Mission
from muvofiq.records.queries.citations import acts_at_hand, texts_on_file
from muvofiq.tables import table

Place = tuple[Edition, str]
TELLING = 2  # words of a title at least, before its beginning alone names an act


class Places:
    """The acts of a mission with their texts, in which the words of a table are looked up."""

    def __init__(self, mission: Mission) -> None:
        self._texts = texts_on_file(mission)
        self._keys: dict[str, str] = {}
        self._indexes: dict[str, Index] = {}
        self._found: dict[tuple[str, str], Place | None] = {}

    def find(self, act: str, unit: str) -> Place | None:
        """Return the edition and the address that are meant; None where they are not on file, or not clear.

        A table without a column for the act names it beside the unit.
        """
        if (act, unit) not in self._found:
            self._found[act, unit] = self._find(act, unit)
        return self._found[act, unit]

    def _find(self, act: str, unit: str) -> Place | None:
        cited = Typed.parse(unit).cited
        if len(cited) != 1 or not (key := self._key(" ".join((act or unit).split()))):
            return None
        editions = (edition for edition, registered in self._texts if registered.key == key)
        return next(filter(None, (self._unit(edition, cited[0].steps) for edition in editions)), None)

    def _key(self, words: str) -> str:
        """Return the key of the act that is named, if it is clear which; else nothing."""
        if words not in self._keys:
            found = {key for one in _languages() for key in acts_named(words, "", self._acts, one)}
            found = found or {key for one in _languages() for key in self._beginning_so(words, one)}
            self._keys[words] = found.pop() if len(found) == 1 else ""
        return self._keys[words]

    def _beginning_so(self, words: str, language: Words) -> Iterator[str]:
        """Yield the acts whose title begins with these words: tables often give long titles short."""
        quoted = QUOTED.search(words)
        name = quoted[1] if quoted else words
        for part, pattern in language.parts:
            name = pattern.sub(" ", name) if part in {"date", "number", "state", "organ"} else name
        length = len(telling_words(name))
        if length >= TELLING:
            identity = Identity(name, numbers_in(words), dates_in(words))
            register = [_cut(registered, length) for registered in self._register]
            yield from (match.key for match in recognise(identity, register))

    @cached_property
    def _acts(self) -> list[OnFile]:
        return acts_at_hand(self._texts)

    @cached_property
    def _register(self) -> Sequence[Registered]:
        titles: defaultdict[str, list[str]] = defaultdict(list)
        for edition, registered in self._texts:
            titles[registered.key] += [*registered.titles, *edition.act.title.values()]
        acts = {registered.key: registered for _, registered in self._texts}
        return [
            Registered(key, tuple(dict.fromkeys(titles[key])), one.number, one.adopted) for key, one in acts.items()
        ]

    def _unit(self, edition: Edition, steps: Sequence[Sought]) -> Place | None:
        if any(step.until for step in steps):
            return None
        if edition.name not in self._indexes:
            law = next(one.law for one in self._acts if one.law.name == edition.name)
            self._indexes[edition.name] = Index(law)
        nodes = self._indexes[edition.name].find(steps)
        return (edition, nodes[0].reference.eid) if len(nodes) == 1 else None


def _cut(registered: Registered, length: int) -> Registered:
    titles = tuple(" ".join(telling_words(title)[:length]) for title in registered.titles)
    return Registered(registered.key, titles, registered.number, registered.adopted)


@cache
def _languages() -> tuple[Words, ...]:
    languages = dict.fromkeys(row["language"] for row in table("languages/citations.csv"))
    return tuple(words for language in languages if (words := words_of(language)))
