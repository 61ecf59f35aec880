"""The commands of an amending act: which units of the amended act they name, in which order, and which are new."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from muvofiq.law.citation_index import Index
from muvofiq.law.citation_reading import Sought
from muvofiq.law.citation_words import Words
from muvofiq.law.citations import Elsewhere
from muvofiq.law.cited_numbers import Cited, Spot, acts_in, cited_numbers
from muvofiq.law.grammar import Grammar
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.quotations import Wording, is_within, quoted_spans
from muvofiq.law.raised_choices import choices
from muvofiq.law.raised_rows import Entry
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Provision

Found = tuple[Reference, Provision, tuple[Provision, ...]]
Path = tuple[Sought, ...]
Key = tuple[Kind, tuple[tuple[Kind, Number | None], ...]]  # of a row: the kind, and the unit that holds the row

GAZETTE = re.compile(r"\([^()]*№[^()]*\)")
NEAR = 60  # letters in which «дополнить новой» stands before the word for the unit
FEW = 20  # a number such as 150, which would else mean that more units than that were inserted, is surely plain
LEAD = re.compile(r"[«\"“„]?\s*(?:[^\W\d_]+\s+)?(?P<number>[^\W\d_]?\d+)(?=\s?[.)])")  # «"Статья 112. ...», «"11. ...»


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A heading or text of an amending act; ``is_wording`` says that it is quoted: new wording of the amended act."""

    unit: Reference
    in_heading: bool
    kind: Kind
    depth: int
    text: str
    is_wording: bool

    def spot(self, cited: Cited) -> Spot:
        """Return the place of a number in this paragraph."""
        return Spot(self.unit, self.in_heading, cited.start, cited.end, cited.word)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A number within new wording, and the row of commands to which its unit belongs."""

    key: Key
    spot: Spot
    entry: Entry


@dataclass(slots=True)
class Commands:
    """The numbers that the commands of one article of an amending act name.

    ``rows`` are those of the commands themselves, ``quoted`` those within new wording; ``last`` is the greatest number
    of an article that can only be a plain one, ``added`` what the command above new wording adds. ``act`` is the
    amended act as printed, ``index`` its units if it is at hand.
    """

    act: str
    index: Index | None
    rows: defaultdict[Key, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    quoted: list[Quoted] = field(default_factory=list)
    last: int = 0
    added: list[Entry] = field(default_factory=list)

    def note(self, cited: Cited, path: Path, spot: Spot, printed: str, *, is_added: bool, is_quoted: bool) -> None:
        """Take down a number of the amended act."""
        article = [at for at, step in enumerate(path) if step.kind is Kind.ARTICLE]
        below = path[article[0] :] if article else path
        kind = path[-1].kind
        ways = choices(below, printed, self.index, is_added=is_added)
        entry = Entry(kind, cited.number, ways, is_added, bool(article) and kind is not Kind.ARTICLE, [spot])
        key = kind, tuple((step.kind, step.number) for step in below[:-1]) if kind.depth > Kind.ARTICLE.depth else ()
        if kind is Kind.ARTICLE and not any(way.is_restored and way.number.inserted[0] <= FEW for way in ways):
            self.last = max(self.last, ways[0].number.order[0])
        if is_quoted:
            self.quoted.append(Quoted(key, spot, entry))
        elif self.rows[key] and self.rows[key][-1].number == cited.number:
            self.rows[key][-1].places.append(spot)
        else:
            self.rows[key].append(entry)
            self.added.extend([entry] if is_added else [])


def is_amending(units: Sequence[Found], grammar: Grammar) -> bool:
    """Whether an article orders how another act is to be amended."""
    amends = grammar.mark("amends")
    return any(amends.search(text) for _, unit, _ in units for text in (unit.heading, unit.text))


def commands_of(units: Sequence[Found], words: Words, grammar: Grammar, elsewhere: Elsewhere) -> Commands:
    """Read the commands of an article; the numbers of acts other than the amended one are left out."""
    paragraphs = [*_paragraphs(units, grammar)]
    named = next((act for one in paragraphs if not one.is_wording for act in acts_in(one.text, words)), None)
    found = Commands(named[1], elsewhere.index_of(*named[1:])) if named else Commands("", None)
    scopes: list[Path] = [()] * paragraphs[0].depth if paragraphs else []
    for paragraph in paragraphs:
        del scopes[paragraph.depth :]
        scope = scopes[-1] if scopes else ()
        if not paragraph.is_wording:
            found.added.clear()
        announced = _read(paragraph, scope, found, words, grammar)
        opens = paragraph.text.endswith(":") and not paragraph.is_wording
        if paragraph.kind is not Kind.INDENT:
            scopes.append(announced if opens else scope)
        elif opens and scopes:
            scopes[-1] = announced
    return found


def _paragraphs(units: Sequence[Found], grammar: Grammar) -> Iterator[Paragraph]:
    wording = Wording(grammar)
    for reference, unit, around in units:
        is_wording = wording.holds(" ".join(filter(None, (unit.label, unit.heading, unit.text))))
        for in_heading, text in ((True, unit.heading), (False, unit.text)):
            if text:
                yield Paragraph(reference, in_heading, unit.kind, len(around), text, is_wording)


def _read(paragraph: Paragraph, scope: Path, found: Commands, words: Words, grammar: Grammar) -> Path:
    """Take down the numbers of a paragraph; return the unit that it names first, in which the commands below lie."""
    text = paragraph.text
    spans = [] if paragraph.is_wording else quoted_spans(text)
    gazettes = [match.span() for match in GAZETTE.finditer(text)]
    cited = [one for one in cited_numbers(text, words) if not is_within(gazettes, one.start)]
    ends = {one.word: one.end for one in sorted(cited, key=lambda one: one.end)}  # of the lists
    announced = here = scope
    for one in cited:
        is_quoted = paragraph.is_wording or is_within(spans, one.start)
        if one.act not in {"", found.act} or (paragraph.is_wording and one.is_doubtful):
            continue
        if one.is_own and not is_quoted:
            continue
        path = _inherited(here, one.path)
        is_added = not is_quoted and _is_added(text, one.word, ends[one.word], grammar)
        found.note(one, path, paragraph.spot(one), text[one.start : one.end], is_added=is_added, is_quoted=is_quoted)
        if not is_quoted:
            here = path
            announced = path if path[: len(announced)] == announced else announced
    if paragraph.is_wording and (lead := LEAD.match(text)):
        _note_label(found, lead, paragraph)
    return announced


def _note_label(found: Commands, lead: re.Match[str], paragraph: Paragraph) -> None:
    """Take down the number with which new wording begins as one more place of the unit that is added."""
    start, end = lead.span("number")
    spot = Spot(paragraph.unit, paragraph.in_heading, start, end, start)
    for entry in found.added:
        printed = f"{entry.number.stem}{''.join(map(str, entry.number.inserted))}"
        if printed == lead["number"] and all(one.start != start or one.unit != spot.unit for one in entry.places):
            entry.places.append(spot)


def _inherited(scope: Path, path: Path) -> Path:
    """Return the path to a cited unit with the larger units that were named before it."""
    top = path[0].kind
    if path[0].is_own:
        return (*(step for step in scope if step.kind.depth <= top.depth), *path[1:])
    return (*(step for step in scope if step.kind.depth < top.depth), *path)


def _is_added(text: str, begin: int, end: int, grammar: Grammar) -> bool:
    """Whether a command adds the units of a list: «дополнить частью 5», «банди 5 бо мазмуни зерин»."""
    before, behind = grammar.mark("adds"), grammar.mark("is-added")
    return bool(before.search(text[max(begin - NEAR, 0) : begin])) or bool(behind.match(text, end))
