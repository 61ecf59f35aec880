"""Amending acts in the style of Tajikistan and its neighbours are read into changes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from muvofiq.amendment.change import Change
from muvofiq.amendment.instruction import Instruction, NotUnderstood, Reading, Why
from muvofiq.amendment.instruction_act import Article, annexes_of, articles_of, is_code, names_law, read_beside
from muvofiq.amendment.instruction_changes import NotReadable, Ordered, changes_of
from muvofiq.amendment.instruction_lines import Order, Paragraph, orders
from muvofiq.amendment.instruction_patterns import MANNERS
from muvofiq.amendment.instruction_places import Named, Stretch
from muvofiq.amendment.instruction_quotes import Masked, masked, quotations
from muvofiq.amendment.instruction_respectively import respectively
from muvofiq.amendment.instruction_units import units_in
from muvofiq.amendment.instruction_words import Formulae, Match, Operation, formulae_in
from muvofiq.amendment.place import Place
from muvofiq.law.citation_index import Index, index_of
from muvofiq.law.kind import Kind
from muvofiq.law.reference import Reference, Step
from muvofiq.law.tree import Law, TheSame

CLAUSE = Reference("clause")  # where a clause stands that is in no act yet
NEAR = 45  # of 100: a formula less like than that is no help
BLANKS = re.compile(r"[^\S\n]")  # of every kind, also those that keep words together


def read_cis(act: Law, amended: Law | None) -> Reading:
    """Return the instructions of an act; those that concern another law than ``amended`` are told as such."""
    formulae = formulae_in(act.language)
    if formulae is None:
        return Reading(not_understood=tuple(_strange(act)))
    if amended:
        act = read_beside(act, amended)
    reader = Reader(formulae, amended, annexes_of(act))
    for article in articles_of(act, formulae):
        reader.read_article(article)
    return reader.reading


def read_cis_clause(clause: str, amended: Law) -> Reading:
    """Return the changes that one clause orders."""
    formulae = formulae_in(amended.language)
    lines = [Paragraph(CLAUSE, BLANKS.sub(" ", line).strip()) for line in clause.splitlines() if line.strip()]
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


@dataclass(slots=True)
class Level:
    """How deep the reading is: below a paragraph with this manner of label, these places are meant.

    ``verb`` is a formula that names no place itself, ``below`` the manner of the first label below; ``is_other`` says
    that another act is amended there, ``is_lost`` that the paragraph was not understood, ``is_limited`` that it limits
    in words that were not understood what stands below, ``is_new`` that nothing below it has been read yet.
    """

    style: str
    places: tuple[Place, ...]
    verb: Match | None = None
    below: str | None = None
    is_other: bool = False
    is_lost: bool = False
    is_limited: bool = False
    is_new: bool = True


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
        self.index = index_of(TheSame(self.amended)) if self.amended else None

    @property
    def reading(self) -> Reading:
        """What was read."""
        return Reading(tuple(self.instructions), tuple(self.not_understood))

    def read_article(self, article: Article) -> None:
        """Read an article: its orders if it amends the law, what it says of its entry into force if it does not.

        An article without any known formula that names units or the amended law is listed.
        """
        said = list(orders(article.paragraphs, self.formulae))
        if not (self._amends(said) or self._concerns_units(said)):
            for one in said:
                self._read_force(one)
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

    def _concerns_units(self, said: Sequence[Order]) -> bool:
        """Whether an article of which no formula is known names units of another act, or the amended law."""
        for one in said:
            whole = masked(one.text, self.formulae)
            force = any(match.formula.operation is Operation.ENTER_INTO_FORCE for match in self._matches(whole))
            names = any(names_law(act, self.amended) for act in whole.acts) if self.amended else bool(whole.acts)
            if not force and (names or next(units_in(whole.text, self.formulae), None)):
                return True
        return False

    def _matches(self, whole: Masked) -> Iterator[Match]:
        return self.formulae.matches(whole.text)

    def _is_other(self, whole: Masked, text: str) -> bool:
        """Whether a paragraph names an act, but not the amended law; a lead-in names it even without a known word."""
        first = next(self._matches(whole), None)
        leads_in = first is not None and first.formula.operation is Operation.LEAD_IN
        names = whole.acts or ((text,) if first and leads_in and whole.quotations(first.said("place")) else ())
        amended = self.amended
        if amended and not names and self._is_code_elsewhere(text, amended):
            return True
        return bool(amended and names) and not any(names_law(one, amended) for one in names if amended)

    def _is_code_elsewhere(self, text: str, amended: Law) -> bool:
        """Whether a paragraph says «in the Code», where a law is amended that is none."""
        at = 0
        for start, end in [*quotations(text, self.formulae), (len(text), len(text))]:
            if any(pattern.search(text[at:start]) for _, pattern in self.formulae.of("code")):
                return not is_code(amended, self.formulae)
            at = end
        return False

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
        """Read one paragraph below those that stand above it."""
        self._rise(order)
        above = self.levels[-1:]
        self._read_here(order)
        for level in above:
            level.is_new = False

    def _read_here(self, order: Order) -> None:
        """Read one paragraph; what is not understood whole is listed."""
        whole = masked(order.text, self.formulae)
        if not any(sign.isalnum() for sign in order.text):
            return
        names_act = bool(whole.acts) and order.opens
        if self.levels and self.levels[-1].is_other and not names_act:
            return  # what stands below is not asked for
        if names_act and not order.style:
            self.levels.clear()  # nothing stands above it
        if self._is_other(whole, order.text):
            nearest = self.amended.title if self.amended else ""
            self.not_understood.append(NotUnderstood(order.where, order.printed, Why.OTHER_ACT, nearest))
            if order.opens:
                self.levels.append(Level(order.style, (), is_other=True))
            return
        matches = list(self._matches(whole))
        try:
            changes = self._changes(order, whole, matches) if matches else self._without_formula(order, whole)
        except NotReadable as error:
            nearest = error.nearest or self._nearest(whole)
            self.not_understood.append(NotUnderstood(order.where, order.printed, error.why, nearest))
            if order.opens:
                self.levels.append(Level(order.style, (), is_lost=True, is_limited=self._is_limited(whole.text)))
            return
        if changes:
            self.instructions.append(Instruction(order.where, order.printed, changes))

    def _rise(self, order: Order) -> None:
        """Leave the places of paragraphs that do not stand above this one.

        What is labelled like a paragraph that ends with a colon is no part of it, unless it follows directly.
        """
        at = max((at for at, level in enumerate(self.levels) if level.style == order.style), default=None)
        if order.style and at is not None:
            is_directly_below = at == len(self.levels) - 1 and self.levels[at].below in {None, order.style}
            del self.levels[at + is_directly_below :]
        if self.levels:
            self.levels[-1].below = self.levels[-1].below or order.style

    @property
    def _scope(self) -> tuple[Place, ...]:
        return self.levels[-1].places if self.levels else ()

    def _changes(self, order: Order, whole: Masked, matches: Sequence[Match]) -> tuple[Change, ...]:
        """Return the changes of all formulae of a paragraph; raises NotReadable where any word is left over."""
        self._refuse_limited()
        changes: list[Change] = []
        scope, at = self._scope, 0
        for place, match in enumerate(matches):
            until = matches[place + 1].found.start() if place + 1 < len(matches) else len(whole.text)
            manner = self._manner(whole.text[match.found.end() : until])
            lead, colon, before = whole.text[at : match.found.start()].rpartition(":")
            is_led = bool(colon and lead.strip())
            scope = self._read_whole(lead, scope, whole).places if is_led else scope
            said = f"{before} {match.said('place')} {match.said('manner')} {manner}"
            is_lead_in = match.formula.operation is Operation.LEAD_IN
            is_suspended = match.formula.operation is Operation.SUSPEND
            named = self._read_whole(said, scope, whole, may_name_act=is_lead_in, may_regard=is_suspended)
            if is_led or (not place and self._is_first_below):
                _refuse_elsewhere(named, scope)
            at, scope = match.found.end() + len(manner), named.places
            if order.opens and place == len(matches) - 1 and (is_lead_in or not named.is_said):
                self.levels.append(Level(order.style, scope, None if is_lead_in else match))
                return tuple(changes)
            ordered = Ordered(match, named, whole, self.formulae, self.index, self.annexes)
            changes += (part for one in changes_of(ordered) for part in respectively(one, self.amended))
        if any(sign.isalnum() for sign in whole.text[at:]):
            raise NotReadable(Why.NO_FORMULA, self._nearest(whole))
        return tuple(changes)

    @property
    def _is_first_below(self) -> bool:
        """Whether nothing has been read yet below the paragraph that stands above."""
        return bool(self.levels) and self.levels[-1].is_new

    def _read_whole(
        self, text: str, scope: Sequence[Place], whole: Masked, *, may_name_act: bool = False, may_regard: bool = False
    ) -> Named:
        """Return the places of a stretch; raises NotReadable where it says anything else.

        The title of an act may stand there without quotation marks, but then no units, and nothing that limits it; the
        application of a unit may be suspended in regard to something only, which is told in any words.
        """
        named = self._named(text, scope, whole)
        has_units = named.is_said and any(place.steps for place in named.places)
        regards = any(pattern.search(text) for _, pattern in self.formulae.of("regarding")) and may_regard
        is_whole = not named.unread or regards or (may_name_act and not has_units)
        if self._is_limited(text) or not is_whole:
            raise NotReadable(Why.NO_FORMULA, self._nearest(whole))
        return named

    def _refuse_limited(self) -> None:
        """Raise NotReadable below a paragraph whose exception or condition was not understood."""
        if any(level.is_limited for level in self.levels):
            raise NotReadable(Why.NO_PLACE)

    def _is_limited(self, text: str) -> bool:
        """Whether a stretch makes an exception or a condition."""
        return any(pattern.search(text) for _, pattern in self.formulae.of("limit"))

    def _named(self, text: str, scope: Sequence[Place], whole: Masked) -> Named:
        """Return the places of a stretch; raises NotReadable where a unit lies in an article that nobody knows."""
        named = Stretch(text, self.formulae, scope, self.index).named(whole.quoted)
        has_articles = bool(self.index and self.index.ordered[Kind.ARTICLE])
        is_lost = any(level.is_lost for level in self.levels) or has_articles
        if is_lost and any(place.steps and place.steps[0].kind.depth > Kind.ARTICLE.depth for place in named.places):
            raise NotReadable(Why.NO_PLACE, whole.shown(text).strip())
        return named

    def _manner(self, text: str) -> str:
        """Return how far a text behind a formula says which occurrences are meant, or in which forms."""
        for role in MANNERS:
            for _, pattern in self.formulae.of(role):
                if found := pattern.match(text.lstrip(" ,(")):
                    return text[: len(text) - len(text.lstrip(" ,(")) + found.end()]
        return ""

    def _without_formula(self, order: Order, whole: Masked) -> tuple[Change, ...]:
        """Read a paragraph that only names places: for what stands below it, or for the verb above it."""
        self._refuse_limited()
        verb = self.levels[-1].verb if self.levels else None
        names_act = order.opens and bool(whole.acts)  # «1. В Кодекс, принятый в 2001 году:»
        named = self._read_whole(whole.text, self._scope, whole, may_name_act=names_act)
        if not named.is_said:
            raise NotReadable(Why.NO_PLACE, self._nearest(whole))
        if self._is_first_below:
            _refuse_elsewhere(named, self._scope)
        if order.opens:
            self.levels.append(Level(order.style, named.places, verb))
            return ()
        if verb is None:
            raise NotReadable(Why.NO_FORMULA, self._nearest(whole))
        return changes_of(Ordered(verb, named, whole, self.formulae, self.index, self.annexes))

    def _nearest(self, whole: Masked) -> str:
        """Return the formula that comes nearest to a paragraph."""
        examples = [one.example for one in self.formulae.formulae]
        found = process.extractOne(whole.shown(whole.text), examples, scorer=fuzz.token_set_ratio, score_cutoff=NEAR)
        return found[0] if found else ""


def _refuse_elsewhere(named: Named, scope: Sequence[Place]) -> None:
    """Raise NotReadable where the article named last contradicts the one in which it should lie."""
    around = {_article(place) for place in scope}
    if not named.is_said or not around or None in around:
        return
    for place in named.places:
        if _article(place) not in around:
            raise NotReadable(Why.NO_PLACE, str(scope[0]))


def _article(place: Place) -> Step | None:
    return next((step for step in place.steps if step.kind is Kind.ARTICLE), None)
