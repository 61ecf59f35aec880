"""Numbers of a law ascend without gap, each once; a row of units that does otherwise is told, with its place."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from muvofiq.law.doubt import Doubt, Suspicion
from muvofiq.law.grammar import Grammar, grammar_in
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law, Provision, is_cited_first

UNCOUNTED = frozenset({Kind.ANNEX, Kind.DIVISION, Kind.NOTE, Kind.INDENT})  # many of them bear no number
LISTED = (Kind.PART, Kind.POINT, Kind.SUBPOINT)
RANGE = re.compile(r"(\d{1,5})\s?[-–—]\s?(\d{1,5})")
FIGURES = re.compile(r"\d{1,5}")
WIDEST = 200  # units of a range, at most: «1999–2014» is none; of a longer gap only the ends are told
SHOWN = 5  # missing numbers that are named one by one

Member = tuple[Reference, Provision, tuple[Provision, ...]]
Row = list[Member | None]  # None stands where running text parts two lists


def doubts_of_numbers(law: Law) -> Iterator[Doubt]:
    """Yield where the numbers of articles, of larger units, and of the parts and points in a unit do not ascend.

    A number is not missing if a range covers it, or if a note beside its place says that units are repealed and
    names it. Headings may begin anew under a larger one, and lists behind running text.
    """
    grammar = grammar_in(law.language)
    for row in _rows(law):
        yield from _in_row(row, grammar)


def _rows(law: Law) -> Iterator[Row]:
    """Yield the rows: articles and headings run through the act or an annex, all others through one unit."""
    rows: dict[tuple[Reference, Kind], Row] = defaultdict(list)
    for address, unit, around in law.units():
        runs_through = unit.kind.is_heading or is_cited_first(unit, around)
        above = _annex_of(address) if runs_through else Reference(address.act, address.steps[:-1])
        if unit.kind is Kind.INDENT:
            for kind in LISTED:
                rows[above, kind].append(None)
        elif unit.kind not in UNCOUNTED and any(map(str.isalnum, unit.label)):
            rows[above, unit.kind].append((address, unit, around))
    yield from rows.values()


def _annex_of(address: Reference) -> Reference:
    annexes = [at for at, step in enumerate(address.steps) if step.kind is Kind.ANNEX]
    return Reference(address.act, address.steps[: annexes[-1] + 1] if annexes else ())


def _in_row(row: Row, grammar: Grammar) -> Iterator[Doubt]:
    before: Member | None = None
    last: Member | None = None  # of those counted in figures
    seen: set[Number] = set()
    for member in row:
        if member is not None:
            number = member[1].number
            if _begins_anew(number) and (before is None or _is_elsewhere(before, member)):
                last, seen = None, set()
            if number in seen:
                yield _doubt(Suspicion.AGAIN, member, number=str(number))
            elif _is_counted(number):
                yield from _step(last, member, grammar)
            seen.add(number)
            last = member if _is_counted(number) else last
        before = member


def _step(last: Member | None, member: Member, grammar: Grammar) -> Iterator[Doubt]:
    number = member[1].number
    before = _last_number(last[1]) if last else Number("0")
    if number.order < before.order:
        yield _doubt(Suspicion.BACK, member, before=str(before), after=str(number))
        return
    missing = _missing(before, number, last, member, grammar)
    if missing:
        values = {"before": str(before), "after": str(number), "missing": missing}
        yield _doubt(Suspicion.GAP if last else Suspicion.BEGINNING, member, **values)


def _missing(before: Number, after: Number, last: Member | None, member: Member, grammar: Grammar) -> str:
    """Return which numbers are missing between two: a few one by one, else the first and the last, or nothing.

    So many that no note can account for them all are not gone through: one wrong figure may mean millions.
    """
    stem, figures = _between(before, after)
    if figures.stop - figures.start > WIDEST:
        return f"{_number(stem, figures[0])} – {_number(stem, figures[-1])}"
    accounted = frozenset(_accounted(last, member, grammar)) if figures else frozenset()
    left = [number for one in figures if (number := _number(stem, one)) not in accounted]
    return ", ".join(map(str, left)) if len(left) <= SHOWN else f"{left[0]} – {left[-1]}"


def _between(before: Number, after: Number) -> tuple[str, range]:
    """Return the figures that should stand between two numbers, and the stem behind which they are raised, if any."""
    first, end = before.order[0], after.order[0]
    if first != end:
        return "", range(first + 1, end + bool(after.inserted))
    start = before.inserted[0] if before.inserted else 0
    return after.stem, range(start + 1, after.inserted[0] if after.inserted else 0)


def _number(stem: str, figures: int) -> Number:
    return Number(stem, (figures,)) if stem else Number(str(figures))


def _last_number(unit: Provision) -> Number:
    """Return the number of a unit; of several repealed under one heading, «статьи 5–7», that of the last."""
    found = None if unit.number.inserted else RANGE.search(unit.label)
    is_range = found is not None and int(found[1]) == unit.number.order[0] < int(found[2]) <= int(found[1]) + WIDEST
    return Number(found[2]) if found and is_range else unit.number


def _accounted(last: Member | None, member: Member, grammar: Grammar) -> Iterator[Number]:
    """Yield the numbers that a note beside the gap calls repealed, and the one with which the text above begins."""
    units = {id(one): one for here in (last, member) if here for one in (here[1], *here[2])}
    notes = [note.text for unit in units.values() for note in unit.notes]
    if member[2] and not last:
        yield from (Number(found[0]) for found in [FIGURES.match(member[2][-1].text)] if found)  # «Примечания. 1. ...»
    notes += [note.text for unit in _below(last[1].children if last else ()) for note in unit.notes]
    for text in notes:
        if any(grammar.mark("repealed").search(form) for form in (text, text.casefold())):
            yield from (Number(str(int(figures))) for figures in FIGURES.findall(text))
            for begins, ends in RANGE.findall(text):
                if int(ends) - int(begins) <= WIDEST:
                    yield from (Number(str(one)) for one in range(int(begins), int(ends) + 1))
            yield from _inserted(text)


def _inserted(text: str) -> Iterator[Number]:
    """Yield «5-1» as the number 5(1) too."""
    return (Number(str(int(stem)), (int(raised),)) for stem, raised in RANGE.findall(text))


def _below(units: Iterable[Provision]) -> Iterator[Provision]:
    for unit in units:
        yield unit
        yield from _below(unit.children)


def _is_elsewhere(last: Member, member: Member) -> bool:
    return last[0].steps[:-1] != member[0].steps[:-1]


def _begins_anew(number: Number) -> bool:
    return not _is_counted(number) or number.order[0] == 1


def _is_counted(number: Number) -> bool:
    """Whether a number is one of figures; letters follow the order of an alphabet, which laws keep in several ways."""
    return number.stem.isdecimal()


def _doubt(kind: Suspicion, member: Member, **values: str) -> Doubt:
    address, unit, _ = member
    return Doubt(kind, unit.line, address.eid, values)
