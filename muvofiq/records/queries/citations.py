"""What the units of the texts on file cite, and what cites them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from muvofiq.law.citation_acts import OnFile
from muvofiq.law.citations import Citation, Open, citations, resolve
from muvofiq.law.citing import cite
from muvofiq.law.identity import Registered
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law, is_cited_first
from muvofiq.records.models import Act, Edition, Mission
from muvofiq.records.queries.editions import editions_now
from muvofiq.records.queries.law_text import law_of
from muvofiq.records.words import Purpose

Text = tuple[Edition, Registered]


@dataclass(frozen=True, slots=True)
class Linked:
    """A unit of an edition as another unit cites it, or an act as a whole; ``eid`` is empty for that."""

    edition: Edition
    eid: str
    place: str


@dataclass(frozen=True, slots=True)
class OpenCitation:
    """Something cited that leads nowhere yet: its words, the act as printed if it is another, and why."""

    words: str
    act: str
    reason: Open


@dataclass(frozen=True, slots=True)
class Cites:
    """What an article with the units inside it cites beyond itself, and what cites it; each once, as printed."""

    units: tuple[Linked, ...] = ()
    open: tuple[OpenCitation, ...] = ()
    cited_by: tuple[Linked, ...] = ()

    @property
    def count(self) -> int:
        """How many units and acts are cited."""
        return len(self.units) + len(self.open)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text as printed, with the unit that it cites."""

    words: str
    link: Linked | None = None


class Network:
    """The citations of one edition in both directions, as far as the texts of its mission hold them."""

    def __init__(self, edition: Edition) -> None:
        self._editions = {one.name: one for one in (*_beside(edition.act), edition)}
        texts = tuple(map(_text_of, self._editions.values()))
        self._found = {name: _citations(one, texts) for name, one in self._editions.items()}
        self._edition = edition
        self._articles = _articles(edition)
        self._spans = self._linked_spans()

    def pieces(self, eid: str, text: str, *, in_heading: bool = False) -> tuple[Piece, ...]:
        """Part a text of a unit into stretches with and without a link; together they are the text as printed."""
        pieces, at = [], 0
        for start, end, link in self._spans.get((eid, in_heading), ()):
            pieces += [Piece(text[at:start]), Piece(text[start:end], link)]
            at = end
        return tuple(piece for piece in (*pieces, Piece(text[at:])) if piece.words)

    def cites(self) -> Mapping[str, Cites]:
        """Return what each article cites and what cites it, by its eId; a chapter or annex that is cited too."""
        units, unfound, incoming = (defaultdict[str, list[object]](list) for _ in range(3))
        for one in self._found[self._edition.name]:
            article = self._article(one.source)
            if one.open:
                unfound[article].append(OpenCitation(one.words, one.act if one.act != one.words else "", one.open))
            elif one.target and self._goes_beyond(one):
                units[article].append(self._linked(one.target))
        for one in (one for found in self._found.values() for one in found):
            if one.target and one.target.act == self._edition.name and self._goes_beyond(one):
                incoming[self._article(one.target)].append(self._linked(one.source))
        eids = {*units, *unfound, *incoming}
        return {
            eid: Cites(*(tuple(dict.fromkeys(one[eid])) for one in (units, unfound, incoming)))  # type: ignore[arg-type]
            for eid in eids
        }

    def _goes_beyond(self, one: Citation) -> bool:
        """Tell whether a citation leaves its own article; what holds the article, as its chapter does, is none."""
        target, source = one.target, one.source
        if target is None or target.act != source.act:
            return True
        return not _holds(target, source) and _article_of(target, self._articles) != _article_of(source, self._articles)

    def _article(self, reference: Reference) -> str:
        return _article_of(reference, self._articles)

    def _linked(self, reference: Reference) -> Linked:
        edition = self._editions[reference.act]
        return Linked(edition, reference.eid, cite(reference, edition.language) if reference.steps else "")

    def _linked_spans(self) -> Mapping[tuple[str, bool], Sequence[tuple[int, int, Linked]]]:
        """Return the stretches that cite one unit, which is not around them, by unit and by whether in its heading."""
        targets: defaultdict[tuple[str, bool, int, int], set[Reference]] = defaultdict(set)
        for one in self._found[self._edition.name]:
            if one.target and not _holds(one.target, one.source):
                targets[one.source.eid, one.in_heading, one.start, one.end].add(one.target)
        spans: defaultdict[tuple[str, bool], list[tuple[int, int, Linked]]] = defaultdict(list)
        for (eid, in_heading, start, end), meant in sorted(targets.items(), key=lambda item: item[0]):
            before = spans[eid, in_heading]
            if len(meant) == 1 and (not before or before[-1][1] <= start):
                before.append((start, end, self._linked(next(iter(meant)))))
        return spans


def _holds(target: Reference, source: Reference) -> bool:
    """Tell whether the cited unit is the citing one, or lies around it."""
    return target.act == source.act and source.steps[: len(target.steps)] == target.steps


def _article_of(reference: Reference, articles: Mapping[str, str]) -> str:
    return articles.get(reference.eid, reference.eid)


def _articles(edition: Edition) -> Mapping[str, str]:
    return dict(_with_article(law_of(edition)))


def _with_article(law: Law) -> Iterator[tuple[str, str]]:
    """Yield each unit with the unit that lawyers cite first around it."""
    last: tuple[str, int] = ("", 0)
    for reference, unit, around in law.units():
        if is_cited_first(unit, around):
            last = reference.eid, len(around)
        elif not last[0] or len(around) <= last[1]:
            last = "", 0
        yield reference.eid, last[0] or reference.eid


def texts_on_file(mission: Mission, purpose: Purpose = Purpose.NATIONAL, state: str = "") -> tuple[Text, ...]:
    """Return the newest editions of one state's acts in a mission, each with what the register says of its act."""
    return tuple(_text_of(one) for one in editions_now(mission, purpose) if one.act.state == state)


def _beside(act: Act) -> list[Edition]:
    """Return the newest editions of the acts that an act may mean: those of its own state, or the standards."""
    return [one for one in editions_now(act.mission, Purpose(act.purpose)) if one.act.state == act.state]


def acts_at_hand(texts: Sequence[Text]) -> list[OnFile]:
    """Return the acts of these texts, to which the citations of another law may lead."""
    return [OnFile(registered, law_of(one)) for one, registered in texts]


def _text_of(edition: Edition) -> Text:
    act = edition.act
    return edition, Registered(str(act.pk), tuple(act.title.values()), act.number, act.adopted)


@lru_cache(maxsize=64)
def _citations(edition: Edition, texts: tuple[Text, ...]) -> tuple[Citation, ...]:
    """Return the citations of an edition, resolved in the texts; both never change, only what the register says."""
    law = law_of(edition)
    others = acts_at_hand([text for text in texts if text[0].act_id != edition.act_id])
    return resolve(law, citations(law), others)
