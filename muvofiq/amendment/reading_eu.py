"""Amending acts of the European Union are read into changes, in English and French."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from muvofiq.amendment.change import Change
from muvofiq.amendment.instruction import Instruction, NotUnderstood, Reading, Why
from muvofiq.amendment.place import Place
from muvofiq.amendment.reading_eu_around import WHOLE_ACT, Around
from muvofiq.amendment.reading_eu_changes import CONTEXT, IN_FORCE, PLACE
from muvofiq.amendment.reading_eu_formulae import announcing, heard, saying
from muvofiq.amendment.reading_eu_lines import LABEL, Line, Order, lines_of, orders_of
from muvofiq.amendment.reading_eu_places import ACT_NUMBER, act_numbers, named_first
from muvofiq.amendment.reading_eu_placing import Unclear
from muvofiq.amendment.reading_eu_several import changes_ordered
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law

CLAUSE = "clause"
ROMAN = frozenset("ivx")


def read_eu(act: Law, amended: Law | None) -> Reading:
    """Return the instructions of an act, with ``amended`` only those that concern that law."""
    acts = numbers_of(amended) if amended else None
    hearing = _Hearing(Around(act.language, law=amended, acts=acts, is_meant=False))
    return hearing.read(orders_of(list(lines_of(act)), announcing(act.language)))


def read_eu_clause(clause: str, amended: Law) -> Reading:
    """Return the changes that one clause orders."""
    where = Reference(CLAUSE)
    lines = [Line(where, line.strip()) for line in clause.splitlines() if line.strip()]
    hearing = _Hearing(Around(amended.language, law=amended, acts=numbers_of(amended), is_clause=True))
    return hearing.read(orders_of(lines, announcing(amended.language), is_exact=True))


def numbers_of(law: Law) -> frozenset[str]:
    """Return the number by which others cite an act of the Union: that of its title, or below it in brackets."""
    alone = [text for text in law.head if re.fullmatch(rf"\(({ACT_NUMBER})\)", text.strip())]
    for text in (*alone[:1], law.title, *law.head):
        if numbers := act_numbers(text):
            return frozenset(numbers[:1])
    return frozenset()


@dataclass(frozen=True, slots=True)
class _Level:
    """An order that others stand below: «Article 5 is amended as follows». ``style`` is how its number is printed.

    Where it was not understood it has no places, and what stands below it is not understood either.
    """

    style: str
    label: str
    places: tuple[Place, ...]
    is_meant: bool


@dataclass(slots=True)
class _Hearing:
    """The orders of an act on the way from the first to the last; ``around`` is the act as a whole."""

    around: Around
    is_meant: bool = False
    is_told: bool = False  # whether the act is named that the orders amend
    levels: list[_Level] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    instructions: list[Instruction] = field(default_factory=list)
    not_understood: list[NotUnderstood] = field(default_factory=list)

    def read(self, orders: Iterable[Order]) -> Reading:
        self.is_meant = self.around.is_meant
        for order in orders:
            if order.is_border:
                self.levels, self.is_meant, self.is_told = [], self.around.is_meant, False
            else:
                self._hear(order)
        return Reading(tuple(self.instructions), tuple(self.not_understood))

    def _hear(self, order: Order) -> None:
        style = self._style(order.label)
        if style or any(heard(order.text, self.around.language)):
            self._leave(style)
        around = self._around()
        if self._is_level(order, style, around):
            return
        try:
            if not self._is_in_force(order):
                self._keep(order, changes_ordered(order, around))
        except Unclear as unclear:
            if self._is_missed(order, unclear, around):
                self._miss(order, unclear, style)

    def _around(self) -> Around:
        inner = self.levels[-1] if self.levels else None
        is_meant = inner.is_meant if inner else self.is_meant
        return replace(self.around, places=inner.places if inner else WHOLE_ACT, is_meant=is_meant)

    def _leave(self, style: str) -> None:
        """Leave the levels that an item printed so does not belong to."""
        at = next((at for at, level in enumerate(self.levels) if level.style == style), None)
        if not style:
            self.levels = []
        elif at is not None:
            del self.levels[at:]

    def _is_level(self, order: Order, style: str, around: Around) -> bool:
        """Whether an order only says where the changes below it are made."""
        one = next(heard(order.text, around.language), None)
        is_place = one is not None and one.operation == PLACE and order.text.rstrip().endswith(":")
        is_lead = is_place or (one is not None and one.operation == CONTEXT)
        if order.wording or one is None or not is_lead or not around.places:
            return False
        try:
            places, is_meant = around.placed(one.get("place")), True
        except Unclear as unclear:
            if unclear.why is not Why.OTHER_ACT:
                return False
            if unclear.nearest or around.is_clause:
                self.not_understood.append(NotUnderstood(order.where, order.words, unclear.why, unclear.nearest))
            places, is_meant = WHOLE_ACT, False
        self.levels.append(_Level(style, order.label, places, is_meant))
        return True

    def _is_in_force(self, order: Order) -> bool:
        """Whether an order says when the act enters into force; told where the act changes the law."""
        is_own = any(one.operation == IN_FORCE for one in heard(order.text, self.around.language))
        if is_own and (self.instructions or self.not_understood or self.around.is_meant):
            self._keep(order, changes_ordered(order, replace(self.around, is_meant=True)))
        return is_own

    def _keep(self, order: Order, changes: tuple[Change, ...]) -> None:
        self.instructions.append(Instruction(order.where, order.words, changes))

    def _miss(self, order: Order, unclear: Unclear, style: str) -> None:
        """List what was not understood, and so all that stands below it."""
        self.not_understood.append(NotUnderstood(order.where, order.words, unclear.why, unclear.nearest))
        if not order.wording and order.text.rstrip().endswith(":"):
            self.levels.append(_Level(style, order.label, (), is_meant=True))

    def _is_missed(self, order: Order, unclear: Unclear, around: Around) -> bool:
        """Whether what was not understood may be an order; a title names the act that the orders below it amend."""
        if unclear.why is Why.OTHER_ACT:
            return around.is_clause or bool(unclear.nearest and self._may_order(order.text))
        is_order = bool(order.wording or announcing(around.language).search(order.text))
        if number := "" if is_order else named_first(order.text, around.language):
            self.levels, self.is_told = [], True
            self.is_meant = self.around.acts is None or number in self.around.acts
            return False
        if around.is_clause:
            return True
        if around.is_meant:
            is_asked_for = self.around.acts is not None and any(map(str.isalpha, order.text))
            return is_order or is_asked_for or bool(self.levels and order.label)
        is_told = self.is_told or bool(self.levels)  # another act is amended here
        return not is_told and self._may_order(order.text)

    def _may_order(self, text: str) -> bool:
        """Whether a paragraph that does not name the act may amend it: something is amended, or units are cited."""
        numbers, own = act_numbers(text), self.around.acts
        if numbers and own is not None and not own & set(numbers):
            return False
        ordered, cites = (saying(self.around.language, blank) for blank in ("{ordered}", "{cites}"))
        is_cited = not numbers or own is not None  # where any act is asked for, others are cited all the time
        return bool(ordered.search(text) or (is_cited and cites.match(text)))

    def _style(self, label: str) -> str:
        """Return how the number of an item is printed; «(i)» is a letter only behind «(h)»."""
        match = LABEL.match(f"{label} ") if label else None
        if match is None:
            return ""
        item = match["item"] or ""
        if match["figures"]:
            style = f"1.{match['figures'].count('.')}"
        elif not item:
            style = "-"
        elif item[0].isdecimal():
            style = "(1)"
        else:
            style = "(i)" if set(item) <= ROMAN and not self._follows(item) else "(a)"
        self.labels[style] = item
        return style

    def _follows(self, letter: str) -> bool:
        before = self.labels.get("(a)", "")
        return len(letter) == len(before) == 1 and ord(letter) == ord(before) + 1
