"""From the wording in force and the wording as it should read come the smallest changes that a lawyer would order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from muvofiq.amendment.change import (
    ONLY,
    Change,
    DeleteWords,
    InsertSentences,
    InsertUnits,
    NewEdition,
    NumberUnits,
    RemoveUnits,
    Renumber,
    Repeal,
    ReplaceWords,
)
from muvofiq.amendment.deriving_words import is_quotable, own_word_changes
from muvofiq.amendment.errors import DoesNotFit, Unreadable, Why, WordingUnreadable
from muvofiq.amendment.numbering import PRINTED, relabelled
from muvofiq.amendment.place import Place, Spot
from muvofiq.amendment.trying import Around, around, excerpt, exchanged, gives, steps_of
from muvofiq.amendment.unit_pairs import UnitPair, pair_row
from muvofiq.amendment.wording import read_wording, typed, wording_of
from muvofiq.amendment.wording_lines import SHOWN
from muvofiq.amendment.writing_words import can_be_quoted
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.reference import Reference, Step
from muvofiq.law.tree import Law, Provision

OWN_WORDS = Step(Kind.INDENT, Number("1"))
ANEW = 2 / 3  # of the words of a unit: where so many are worded anew piece by piece, the unit is, as a whole


def derive(law: Law, unit: Reference, proposed: str) -> tuple[Change, ...]:
    """Return the changes that turn the unit of the law into the proposed wording (empty: the unit is repealed).

    Applied to the law they give exactly this wording, for that is tried. Raises DoesNotFit and WordingUnreadable.
    """
    found = _found(law, unit)
    place = Place(unit.steps)
    words = typed(proposed)
    if not words:
        return (RemoveUnits((place,)) if found.unit.kind is Kind.INDENT else Repeal((place,)),)
    if words == wording_of(found.unit):
        return ()
    units = read_wording(words, law.language, kind=found.unit.kind, like=(found.unit,))
    _require_one(found.unit, units, words)
    wanted = exchanged(law, found.unit, units)
    small = _Deriving(excerpt(law, found)).changes(found, units)
    for changes in (_joined(small), small, (NewEdition((place,), words),)):
        if changes and gives(law, changes, wanted):
            return _quotable(changes, words, law.language)
    raise WordingUnreadable("line 1", line=1, words=words[:SHOWN], reason=Unreadable.NO_SUCH_FORM)


def derive_new(law: Law, after: Reference, proposed: str) -> tuple[Change, ...]:
    """Return the change that adds units, worded so, behind a unit. Raises DoesNotFit and WordingUnreadable."""
    found = _found(law, after)
    words = typed(proposed)
    beside, units = _read_new(law, found, words)
    wanted = exchanged(law, beside, (beside, *units))
    holder = Place(after.steps[:-1]) if beside is found.unit and beside.kind.depth > Kind.ARTICLE.depth else Place()
    change = InsertUnits((holder,), words)
    behind = replace(change, after=Place(after.steps))
    for one in (change, behind) if units[0].label else (behind, change):
        if gives(law, (one,), wanted):
            return _quotable((one,), words, law.language)
    raise WordingUnreadable("line 1", line=1, words=words[:SHOWN], reason=Unreadable.NOT_THERE)


def _require_one(old: Provision, units: Sequence[Provision], words: str) -> None:
    """Raise WordingUnreadable where a further article or larger unit begins in the wording of one."""
    if old.kind.depth > Kind.ARTICLE.depth or len(units) == 1:
        return
    line = len(wording_of(units[0]).split("\n"))
    further = words.split("\n")[line]
    raise WordingUnreadable(f"line {line + 1}", line=line + 1, words=further[:SHOWN], reason=Unreadable.FURTHER_UNIT)


def _quotable(changes: tuple[Change, ...], words: str, language: str) -> tuple[Change, ...]:
    """Return the changes; raises WordingUnreadable where a clause cannot quote their new wording."""
    wordings = (one.words for one in changes if isinstance(one, NewEdition | InsertUnits | InsertSentences))
    lines = words.split("\n")
    at = next((at for at, line in enumerate(lines) if not is_quotable(line)), None)
    if at is None or all(can_be_quoted(one, language) for one in wordings):
        return changes
    raise WordingUnreadable(f"line {at + 1}", line=at + 1, words=lines[at][:SHOWN], reason=Unreadable.UNCLOSED)


def _found(law: Law, address: Reference) -> Around:
    found = around(law, address)
    if found is None:
        raise DoesNotFit(Why.NO_UNIT, "", Place(address.steps))
    return found


def _read_new(law: Law, found: Around, words: str) -> tuple[Provision, tuple[Provision, ...]]:
    """Return the units of a wording, and the unit beside which they will stand: the one told, or one around it."""
    beside, *larger = (found.unit, *reversed(found.holders))
    try:
        return beside, read_wording(words, law.language, kind=beside.kind, like=(beside,))
    except WordingUnreadable:
        for unit in larger:
            try:
                return unit, read_wording(words, law.language, kind=unit.kind, like=(unit,))
            except WordingUnreadable:
                continue
        raise


@dataclass(slots=True)
class _Deriving:
    """The changes of one unit while they are being found; each step is tried on an excerpt of the law."""

    law: Law
    steps: dict[int, tuple[Step, ...]]

    def __init__(self, law: Law) -> None:
        self.law = law
        self.steps = steps_of(law)

    def changes(self, found: Around, units: Sequence[Provision]) -> tuple[Change, ...]:
        """Return the changes that turn the unit into these; none where they could not be found."""
        if len(units) == 1 and units[0].kind is found.unit.kind:
            label_kept = units[0].label == found.unit.label
            return self._unit(found.unit, units[0]) if label_kept else self._renumbered(found.unit, units[0])
        beside = around(self.law, found.address)
        if beside is None:
            return ()
        before = beside.beside(self.law)
        after = [one for unit in before for one in (units if unit is found.unit else (unit,))]
        holder = found.holders[-1] if found.holders and found.unit.kind.depth > Kind.ARTICLE.depth else None
        return self._row(Place(self.steps[id(holder)]) if holder else Place(), before, after)

    def _place(self, unit: Provision) -> Place:
        return Place(self.steps[id(unit)])

    def _renumbered(self, old: Provision, new: Provision) -> tuple[Change, ...]:
        named = self._number_change([UnitPair(old, new)])
        return (*self._unit(old, replace(new, label=old.label, number=old.number)), *named) if named else ()

    def _unit(self, old: Provision, new: Provision) -> tuple[Change, ...]:
        """Return the changes that turn a unit into another of the same number, in the worst case its new edition."""
        if wording_of(old) == wording_of(new):
            return ()
        place = self._place(old)
        if new.repealed and not old.repealed and self._gives(old, new, (Repeal((place,)),)):
            return (Repeal((place,)),)
        for is_anchored in (False, True):
            changes = (*self._own(old, new), *self._row(place, old.children, new.children, is_anchored=is_anchored))
            if changes and _is_clear(changes) and not _is_anew(changes, place, new) and self._gives(old, new, changes):
                return changes
        return (NewEdition((place,), wording_of(new)),)

    def _gives(self, old: Provision, new: Provision, changes: Sequence[Change]) -> bool:
        return gives(self.law, changes, exchanged(self.law, old, (new,)))

    def _own(self, old: Provision, new: Provision) -> tuple[Change, ...]:
        """Return the changes of the unit's heading and of its own words."""
        place = self._place(old)
        heading = replace(place, spot=Spot.HEADING)
        changes: tuple[Change, ...] = ()
        if old.heading != new.heading:
            changes = own_word_changes(heading, old.heading, new.heading) or (NewEdition((heading,), new.heading),)
        if old.text != new.text:
            words = place.down(OWN_WORDS) if old.children else place
            printed = " ".join(filter(None, (new.label, new.text)))
            anew = (NewEdition((words,), printed),) if new.text else (RemoveUnits((words,)),)
            changes += own_word_changes(words, old.text, new.text) or anew
        return changes

    def _row(
        self, place: Place, before: Sequence[Provision], after: Sequence[Provision], *, is_anchored: bool = False
    ) -> tuple[Change, ...]:
        """Return the changes of units that lie beside each other in one place."""
        if [wording_of(one) for one in before] == [wording_of(one) for one in after]:
            return ()
        if numbered := _numbered(place, before, after):
            return (numbered,)
        pairs = pair_row(before, after)
        renumbered = self._number_change(
            [one for one in pairs if one.old and one.new and one.old.label != one.new.label]
        )
        edits = [change for one in pairs if one.old and one.new for change in self._unit(one.old, _as_numbered(one))]
        gone = [one.old for one in pairs if one.old and not one.new]
        removed = (RemoveUnits(tuple(map(self._place, gone))),) if gone else ()
        if _is_moved(gone, pairs):
            return ()
        added = self._added(place, pairs, is_anchored=is_anchored)
        return (*edits, *removed, *renumbered, *added)

    def _number_change(self, pairs: Sequence[UnitPair]) -> tuple[Change, ...]:
        """Return the change that gives units their new numbers; none where they cannot be numbered so."""
        found: list[tuple[Place, str]] = []
        for one in pairs:
            number = PRINTED.search(one.new.label) if one.new else None
            if one.old and one.new and number and relabelled(one.old.label, number[0]) == one.new.label:
                found.append((self._place(one.old), number[0]))
        return (Renumber(tuple(place for place, _ in found), tuple(label for _, label in found)),) if found else ()

    def _added(self, place: Place, pairs: Sequence[UnitPair], *, is_anchored: bool) -> Iterator[Change]:
        """Yield the changes by which new units come into a place; units side by side come together."""
        last: Provision | None = None
        end = 0
        for at, one in enumerate(pairs):
            if one.old:
                last = one.old
            elif one.new and at >= end:
                row = _new_row(pairs[at:])
                end = at + len(row)
                is_end = end == len(pairs)
                if (not is_anchored) if one.new.label else is_end:
                    yield InsertUnits((place,), "\n".join(map(wording_of, row)))
                else:
                    yield self._anchored(place, row, last)

    def _anchored(self, place: Place, row: Sequence[Provision], last: Provision | None) -> Change:
        """Return the change that puts new units behind another one, or at the beginning of the place."""
        words = "\n".join(map(wording_of, row))
        if last:
            return InsertUnits((place,), words, after=self._place(last))
        holder = next((unit for _, unit, _ in self.law.units() if self.steps[id(unit)] == place.steps), None)
        if holder and holder.text:
            return InsertUnits((place,), words, after=place.down(OWN_WORDS))
        if any(one.label for one in row):
            return InsertUnits((place,), words, first=True)
        return InsertUnits((place,), words, numbers=tuple(range(1, len(row) + 1)))


def _is_moved(gone: Sequence[Provision], pairs: Sequence[UnitPair]) -> bool:
    """Tell whether a unit only stands elsewhere: the unit around it is clearer in a new edition."""
    bare = {wording_of(one).removeprefix(one.label).rstrip(".;,") for one in gone}
    come = (one.new for one in pairs if one.new and not one.old)
    return any(wording_of(one).removeprefix(one.label).rstrip(".;,") in bare for one in come)


def _new_row(pairs: Sequence[UnitPair]) -> list[Provision]:
    row: list[Provision] = []
    for one in pairs:
        if one.old or not one.new:
            break
        if row and (one.new.kind, bool(one.new.label)) != (row[0].kind, bool(row[0].label)):
            break
        row.append(one.new)
    return row


def _as_numbered(pair: UnitPair) -> Provision:
    """Return the new unit under its old number, which is changed apart from its words."""
    if not (pair.old and pair.new):
        raise ValueError("Only a unit that stays has an old number.")
    return replace(pair.new, label=pair.old.label, number=pair.old.number)


def _numbered(place: Place, before: Sequence[Provision], after: Sequence[Provision]) -> Change | None:
    """Return the change by which unnumbered units are numbered from 1, if nothing else changes."""
    if not before or not all(one.kind is Kind.INDENT and not one.label for one in before) or not after[:1]:
        return None
    labels = [one.label for one in after]
    if not labels[0] or labels != [labels[0].replace("1", str(at), 1) for at in range(1, len(labels) + 1)]:
        return None
    lines = [f"{label} {one.text}" for label, one in zip(labels, before, strict=False)]
    return NumberUnits((place,), labels[0]) if lines == [wording_of(one) for one in after] else None


def _is_clear(changes: Iterable[Change]) -> bool:
    """Tell whether a clause can name all places: not the second of two units that have the same number by mistake."""
    places = [place for one in changes for place in (*one.places, getattr(one, "after", None)) if place]
    return all(step.occurrence == 1 for place in places for step in place.steps)


def _is_anew(changes: Sequence[Change], place: Place, new: Provision) -> bool:
    """Tell whether a unit is worded anew beside other changes, or so much of it that all of it should be."""
    editions = [one for one in changes if isinstance(one, NewEdition) and one.places[0].spot is Spot.UNIT]
    if len(changes) > 1 and any(place in one.places for one in editions):
        return True
    return len(editions) > 1 and sum(len(one.words) for one in editions) > ANEW * len(wording_of(new))


def _joined(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Let what is ordered in the same words for several units of the same kind be one change of all of them."""
    joined: list[Change] = []
    for one in changes:
        same = next((at for at, other in enumerate(joined) if _is_same_order(one, other)), None)
        if same is None:
            joined.append(one)
        else:
            joined[same] = one.at(*joined[same].places, *one.places)
    return tuple(joined)


def _is_same_order(one: Change, other: Change) -> bool:
    """Tell whether one order can name both places; a list of units of a note would be read as two sorts of units."""
    is_of_words = isinstance(one, ReplaceWords | DeleteWords) and one.nth is ONLY
    kinds = _kinds(one.places[0])
    return is_of_words and one.at() == other.at() and kinds == _kinds(other.places[0]) and Kind.NOTE not in kinds[1]


def _kinds(place: Place) -> tuple[Spot, list[Kind]]:
    return place.spot, [step.kind for step in place.steps]
