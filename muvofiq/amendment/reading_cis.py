"""Amending acts in the style of Tajikistan and its neighbours are read into changes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from muvofiq.amendment.change import Change, EnterIntoForce
from muvofiq.amendment.instruction import Instruction, NotUnderstood, Reading, Why
from muvofiq.amendment.instruction_act import Article, articles_of, names_law
from muvofiq.amendment.instruction_changes import NotReadable, Ordered, changes_of
from muvofiq.amendment.instruction_lines import Order, Paragraph, orders
from muvofiq.amendment.instruction_places import Named, Stretch
from muvofiq.amendment.instruction_quotes import Masked, masked
from muvofiq.amendment.instruction_words import Formulae, Match, Operation, formulae_in
from muvofiq.amendment.place import Place
from muvofiq.law.citation_acts import OnFile
from muvofiq.law.citation_index import Index
from muvofiq.law.raised_in_text import restore_cited
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law

CLAUSE = Reference("clause")  # where a clause stands that is in no act yet
NEAR = 45  # of 100: a formula less like than that is no help
OPENS = ":"


def read_cis(act: Law, amended: Law | None) -> Reading:
    """Return the instructions of an act; those that concern another law than ``amended`` are told as such."""
    formulae = formulae_in(act.language)
    if formulae is None:
        return Reading(not_understood=tuple(_strange(act)))
    if amended:
        act = restore_cited(act, [OnFile.of(amended)])
    reader = Reader(formulae, amended)
    articles, annexes = articles_of(act)
    reader.annexes = annexes
    for article in articles:
        reader.read_article(article)
    return reader.reading


def read_cis_clause(clause: str, amended: Law) -> Reading:
    """Return the changes that one clause orders."""
    formulae = formulae_in(amended.language)
    lines = [Paragraph(CLAUSE, line.strip()) for line in clause.splitlines() if line.strip()]
    if formulae is None:
        return Reading(not_understood=tuple(NotUnderstood(CLAUSE, one.text, Why.NO_FORMULA) for one in lines))
    reader = Reader(formulae, amended)
    reader.read_orders(list(orders(lines, formulae)))
    return reader.reading


def _strange(act: Law) -> Iterator[NotUnderstood]:
    """Yield every unit of an act in a language whose formulae no table has."""
    for reference, unit, _ in act.units():
        if words := " ".join(filter(None, (unit.label, unit.heading, unit.text))):
            yield NotUnderstood(reference, words, Why.NO_FORMULA)


@dataclass(frozen=True, slots=True)
class Level:
    """How deep the reading is: below a paragraph with this manner of label, these places are meant."""

    style: str
    places: tuple[Place, ...]
    verb: Match | None = None


@dataclass(slots=True)
class Reader:
    """Reads the paragraphs of an amending act in the order of print, each in the places named above it."""

    formulae: Formulae
    amended: Law | None
    annexes: Sequence[str] = ()
    instructions: list[Instruction] = field(default_factory=list)
    not_understood: list[NotUnderstood] = field(default_factory=list)
    levels: list[Level] = field(default_factory=list)
    index: Index | None = None

    def __post_init__(self) -> None:
        self.index = Index(self.amended) if self.amended else None

    @property
    def reading(self) -> Reading:
        """What was read."""
        return Reading(tuple(self.instructions), tuple(self.not_understood))

    def read_article(self, article: Article) -> None:
        """Read an article: its orders if it amends the law, what it says of its entry into force if it does not."""
        said = list(orders(article.paragraphs, self.formulae))
        if not self._amends(said):
            for one in said:
                self._read_force(one)
        elif self.amended and (other := self._other_act(said)):
            self.not_understood.append(NotUnderstood(other.where, other.printed, Why.OTHER_ACT, self.amended.title))
        else:
            self.read_orders(said)

    def read_orders(self, said: Sequence[Order]) -> None:
        """Read paragraphs that belong together."""
        self.levels = []
        for one in said:
            self._read(one)

    def _amends(self, said: Sequence[Order]) -> bool:
        return any(
            match.formula.operation is not Operation.ENTER_INTO_FORCE
            for one in said
            for match in self.formulae.matches(masked(one.text, self.formulae).text)
        )

    def _other_act(self, said: Sequence[Order]) -> Order | None:
        """Return the paragraph that names the amended act if it is another law."""
        for one in said:
            acts = masked(one.text, self.formulae).acts
            if acts:
                is_other = self.amended and not any(names_law(act, self.amended) for act in acts)
                return one if is_other else None
        return None

    def _read_force(self, order: Order) -> None:
        whole = masked(order.text, self.formulae)
        for match in self.formulae.matches(whole.text):
            if match.formula.operation is Operation.ENTER_INTO_FORCE:
                said = whole.text[: match.found.start()]
                named = Stretch(said, self.formulae, (), None).named()
                changes = changes_of(Ordered(match, named, whole, self.formulae, None))
                self.instructions.append(Instruction(order.where, order.printed, changes))
                break

    def _read(self, order: Order) -> None:
        """Read one paragraph; what is not understood whole is listed."""
        self._rise(order)
        whole = masked(order.text, self.formulae)
        matches = list(self.formulae.matches(whole.text))
        try:
            if matches:
                changes = self._changes(order, whole, matches)
            else:
                changes = self._without_formula(order, whole)
        except NotReadable as error:
            nearest = error.nearest or self._nearest(whole)
            self.not_understood.append(NotUnderstood(order.where, order.printed, error.why, nearest))
            if order.text.rstrip().endswith(OPENS):
                self.levels.append(Level(order.style, ()))
            return
        if changes:
            self.instructions.append(Instruction(order.where, order.printed, changes))

    def _rise(self, order: Order) -> None:
        """Leave the places of paragraphs that do not stand above this one."""
        styles = [level.style for level in self.levels]
        if order.style and order.style in styles:
            del self.levels[styles.index(order.style) :]

    @property
    def _scope(self) -> tuple[Place, ...]:
        return self.levels[-1].places if self.levels else ()

    def _changes(self, order: Order, whole: Masked, matches: Sequence[Match]) -> tuple[Change, ...]:
        """Return the changes of all formulae of a paragraph; raises NotReadable where any word is left over."""
        changes: list[Change] = []
        scope, at = self._scope, 0
        for place, match in enumerate(matches):
            until = matches[place + 1].found.start() if place + 1 < len(matches) else len(whole.text)
            before, manner = whole.text[at : match.found.start()], self._manner(whole.text[match.found.end() : until])
            named = self._named(f"{before} {match.said('place')} {manner}", scope, whole)
            if named.unread and match.formula.operation is not Operation.LEAD_IN:
                raise NotReadable(Why.NO_FORMULA)
            if self._is_lead_in(order, match, named):
                self.levels.append(Level(order.style, named.places, match))
                return tuple(changes)
            changes += changes_of(Ordered(match, named, whole, self.formulae, self.index, self.annexes))
            scope = named.places
            at = match.found.end() + len(manner)
        self._refuse_rest(whole.text[at:])
        return tuple(changes)
