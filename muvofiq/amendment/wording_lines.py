"""Each line of a wording is told what it begins: by the wording it replaces, then by the numbers seen there."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rapidfuzz.distance import Indel

from muvofiq.amendment.errors import Unreadable, WordingUnreadable
from muvofiq.law.grammar import Grammar, UnitPattern
from muvofiq.law.headings import Piece
from muvofiq.law.items import Outline
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.tree import Provision

NUMBERED = frozenset({Kind.PART, Kind.POINT, Kind.SUBPOINT, Kind.INDENT, Kind.NOTE})
NEVER_LARGER = frozenset({"roman-stop", "annex", "annex-before", "approval", "capitals", "word", "bare"})
FIGURES = re.compile(r"[\d⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[-–‑.(][\d⁰¹²³⁴⁵⁶⁷⁸⁹]+\)?)*")
LETTER = re.compile(r"(?<!\w)[^\W\d_](?!\w)")
HEADING = re.compile(r"[^\W\d_a-zа-я][^|]{0,200}(?<![.;:,])")
SHOWN = 60  # signs of a line that an error shows


@dataclass(frozen=True, slots=True)
class Old:
    """A unit of the wording that is replaced, and at which place there the unit around it stands (-1: none)."""

    unit: Provision
    words: str
    around: int


@dataclass(frozen=True, slots=True)
class Told:
    """A line and what it begins. ``old`` is the place of the unit that it was before, -1 for a new one."""

    piece: Piece
    old: int = -1
    heading: str = ""
    text: str = ""

    @property
    def is_new(self) -> bool:
        """Whether no unit of the former wording is this one."""
        return self.old < 0


def old_units(like: Sequence[Provision]) -> tuple[Old, ...]:
    """Return the units of a wording in the order of print, one for each of its lines."""
    return tuple(_walk(like, -1, [-1]))


def _walk(units: Sequence[Provision], around: int, count: list[int]) -> Iterator[Old]:
    for unit in units:
        first = " ".join(filter(None, (unit.label, unit.heading, unit.text)))
        here = around
        if first:
            count[0] += 1
            here = count[0]
            yield Old(unit, first, around)
        yield from _walk(unit.children, here, count)


def tell_lines(lines: Sequence[str], grammar: Grammar, kind: Kind, old: Sequence[Old]) -> tuple[Told, ...]:
    """Return what each line begins, the first a unit of this kind. Raises WordingUnreadable."""
    return tuple(_Telling(lines, grammar, kind, old).told())


@dataclass(slots=True)
class _Telling:
    """The lines on the way from the first to the last."""

    lines: Sequence[str]
    grammar: Grammar
    kind: Kind
    old: Sequence[Old]
    outline: Outline = field(default_factory=Outline)
    kinds: dict[str, list[Kind]] = field(default_factory=lambda: defaultdict(list))

    def told(self) -> Iterator[Told]:
        for one in self.old:
            self._learn(one.unit.label, one.unit.kind)
        same = _paired(self.lines, self.old)
        for at, line in enumerate(self.lines):
            before = same.get(at, -1)
            stayed = before >= 0 and not self._is_now_numbered(line, self.old[before])
            told = self._as_before(at, line, before) if stayed else self._new(at, line)
            self._remember(told)
            yield told

    def _as_before(self, at: int, line: str, before: int) -> Told:
        """Return a line whose unit stood there before, perhaps with other words."""
        unit = self.old[before].unit
        rest = line.removeprefix(unit.label).strip()
        is_headed = unit.kind.depth <= Kind.ARTICLE.depth
        is_text = bool(unit.text) and not unit.heading and line == self.old[before].words
        heading, text = (rest, "") if is_headed and not is_text else ("", rest)
        if unit.heading and unit.text:
            if rest.startswith(f"{unit.heading} "):
                heading, text = unit.heading, rest.removeprefix(unit.heading).strip()
            elif rest.endswith(f" {unit.text}"):
                heading, text = rest.removesuffix(unit.text).strip(), unit.text
        kind = unit.kind if unit.label or unit.kind is not Kind.INDENT else None
        piece = Piece(at, heading or text, kind, unit.number, unit.label, unit.notes, is_unproofed=unit.unproofed)
        return Told(piece, before, heading, text)

    def _is_now_numbered(self, line: str, before: Old) -> bool:
        """Tell whether a unit without a number has been given one."""
        if before.unit.label or line == before.words:
            return False
        return any(unit.kind in NUMBERED and unit.pattern.match(line) for unit in self.grammar.units) and not any(
            unit.pattern.match(before.words) for unit in self.grammar.units
        )

    def _new(self, at: int, line: str) -> Told:
        piece = self._recognised(at, line)
        if at == 0:
            piece = self._first(piece, line)
        is_headed = piece.kind is not None and piece.kind.depth <= Kind.ARTICLE.depth
        return Told(piece, -1, piece.text if is_headed else "", "" if is_headed else piece.text)

    def _recognised(self, at: int, line: str) -> Piece:
        patterns = (
            sorted(self.grammar.units, key=lambda one: one.kind is not self.kind) if at == 0 else self.grammar.units
        )
        for unit in patterns:
            match = unit.pattern.match(line)
            if not match or self._is_too_large(unit, at, line):
                continue
            label, rest = match["label"].strip(), line[match.end() :].strip()
            number = self.grammar.number(match["number"] or "")
            piece = Piece(at, rest, unit.kind, number, label)
            return replace(piece, kind=self._settled(piece)) if unit.kind in NUMBERED else piece
        return Piece(at, line)

    def _is_too_large(self, unit: UnitPattern, at: int, line: str) -> bool:
        """Whether a unit would begin that is larger than the wording; one that certainly begins there is an error."""
        if unit.kind.depth >= self.kind.depth or unit.kind in NUMBERED:
            return False
        if unit.numbering not in NEVER_LARGER:
            raise _unreadable(at, line, Unreadable.LARGER_UNIT)
        return True

    def _settled(self, piece: Piece) -> Kind:
        """Return what the unit with this label is: as such labels were before, else as the list around it says."""
        kind = piece.kind or self.kind
        item = self.grammar.mark("item").fullmatch(piece.label)
        if item and kind is Kind.POINT:
            return self.outline.kind(item["number"], piece.label)
        known = self.kinds.get(_shape(piece.label), ())
        return kind if kind in known or not known else known[-1]

    def _first(self, piece: Piece, line: str) -> Piece:
        """Take the first line as a unit of the kind that is asked for."""
        if piece.kind is self.kind or self.kind is Kind.INDENT:
            return piece
        if piece.kind in NUMBERED and self.kind in NUMBERED:
            return replace(piece, kind=self.kind)
        if piece.kind is None and any(one.unit.kind is self.kind and not one.unit.label for one in self.old):
            return replace(piece, kind=self.kind, number=Number("1"))
        raise _unreadable(0, line, Unreadable.OTHER_BEGINNING)

    def _learn(self, label: str, kind: Kind) -> None:
        if label:
            self.kinds[_shape(label)].append(kind)

    def _remember(self, told: Told) -> None:
        piece = told.piece
        if piece.kind is not None:
            self._learn(piece.label, piece.kind)
            item = self.grammar.mark("item").fullmatch(piece.label)
            if item and piece.kind in NUMBERED:
                if not told.is_new:
                    self.outline.kind(item["number"], piece.label)
            elif piece.kind.depth <= Kind.PART.depth:
                self.outline = Outline(are_parts=self.outline.are_parts and piece.kind is Kind.PART)
        self.outline.before = piece


def _paired(lines: Sequence[str], old: Sequence[Old]) -> dict[int, int]:
    """Return for lines the unit that each was: the same words, else between such lines the same number, in order."""
    numbers: dict[str, int] = {}
    before, after = (
        [numbers.setdefault(one, len(numbers)) for one in side] for side in ([o.words for o in old], lines)
    )
    pairs: dict[int, int] = {}
    for step in Indel.opcodes(before, after):
        if step.tag == "equal":
            pairs |= zip(range(step.dest_start, step.dest_end), range(step.src_start, step.src_end), strict=True)
    ends = [(-1, -1), *((old_at, at) for at, old_at in sorted(pairs.items())), (len(old), len(lines))]
    for (old_start, start), (old_end, end) in pairwise(ends):
        pairs |= _in_gap(lines, old, range(start + 1, end), range(old_start + 1, old_end), pairs)
    return pairs


def _in_gap(lines: Sequence[str], old: Sequence[Old], new: range, gone: range, pairs: dict[int, int]) -> dict[int, int]:
    """Pair what changed: numbered units by number where the unit around them stayed; others if as many as before."""
    if len(new) == len(gone) and not any(old[place].unit.label for place in gone):
        return {at: place for at, place in zip(new, gone, strict=True) if _share_words(lines[at], old[place].words)}
    kept = {-1, *pairs.values()}
    found: dict[int, int] = {}
    free = gone.start
    for at in new:
        alike = (place for place in range(free, gone.stop) if _has_label(lines[at], old[place].unit))
        place = next((place for place in alike if old[place].around in kept), None)
        if place is not None:
            found[at], free = place, place + 1
            kept.add(place)
    return found


def _share_words(one: str, other: str) -> bool:
    mine, theirs = set(one.split()), set(other.split())
    return 2 * len(mine & theirs) > min(len(mine), len(theirs))


def _has_label(line: str, unit: Provision) -> bool:
    return bool(unit.label) and (line == unit.label or line.startswith(f"{unit.label} "))


def _shape(label: str) -> str:
    """Return how a label looks, whatever its number."""
    return LETTER.sub("a", FIGURES.sub("9", label))


def joined_headings(lines: Sequence[Told], old: Sequence[Old]) -> list[Told]:
    """Take the line below the bare number of a new article as its heading, unless articles have none there."""
    articles = [one.unit for one in old if one.unit.kind is Kind.ARTICLE]
    if articles and not any(one.heading for one in articles):
        return list(lines)
    joined: list[Told] = []
    for at, one in enumerate(lines):
        above = joined[-1] if joined else None
        if above and _is_bare(above, old) and one.piece.kind is None and _is_heading(lines[at:]):
            joined[-1] = replace(above, heading=one.piece.text)
        else:
            joined.append(one)
    return joined


def _is_bare(one: Told, old: Sequence[Old]) -> bool:
    """Whether an article has nothing behind its number, though it is new or had a heading before."""
    had_heading = one.is_new or bool(old[one.old].unit.heading)
    return had_heading and one.piece.kind is Kind.ARTICLE and not one.heading and not one.text


def _is_heading(lines: Sequence[Told]) -> bool:
    return lines[0].is_new and len(lines) > 1 and bool(HEADING.fullmatch(lines[0].piece.text))


def _unreadable(at: int, line: str, reason: Unreadable) -> WordingUnreadable:
    return WordingUnreadable(f"line {at + 1}", line=at + 1, words=line[:SHOWN], reason=reason)
