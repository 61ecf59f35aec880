"""Reads the amending acts of the Tajik set into operations, and applies those that amend a whole law of the set.

It opens the texts only; which law is amended is found by its title. Muvofiq's changes are told here in the words of
the set.
"""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from muvofiq.amendment.applying import apply
from muvofiq.amendment.change import (
    EVERY,
    Change,
    DeleteWords,
    InsertSentences,
    InsertUnits,
    InsertWords,
    NewEdition,
    RemoveUnits,
    Renumber,
    Repeal,
    ReplaceWords,
    Suspend,
)
from muvofiq.amendment.instruction import Instruction, Reading
from muvofiq.amendment.opening import open_amending_acts
from muvofiq.amendment.place import Place
from muvofiq.amendment.reading import read_amending_act
from muvofiq.errors import MuvofiqError
from muvofiq.law.citation_acts import OnFile, acts_named
from muvofiq.law.citation_words import words_of
from muvofiq.law.kind import Kind
from muvofiq.law.number import SUPERSCRIPTS, Number
from muvofiq.law.opening import open_laws
from muvofiq.law.tree import Law

Operation = dict[str, Any]
QUOTED = re.compile(r"[«\"“](.+)[»\"”]", re.DOTALL)
ROMAN = re.compile(r"\b[IVX]+\b")
NAMES = {Kind.INDENT: "indent"}


def run_operations(folder: Path) -> dict[str, dict[str, Any]]:
    """Return what the set asks for: the operations of each amending act, and each law that is at hand as amended."""
    operations: dict[str, list[Operation]] = {}
    applied: dict[str, str] = {}
    for path in amending_acts(folder):
        act = open_amending_acts(path.read_bytes(), path.name)[0]
        law = amended_law(act, folder)
        reading = read_amending_act(act, law)
        if not reading.changes:
            continue
        text = path.read_text(encoding="utf-8")
        operations[path.stem] = [told for one in reading.instructions for told in _told(one, text)]
        if law:
            applied[path.stem] = "\n".join(_lines(apply(law, reading.changes).law))
        _print_rest(path.stem, reading)
    return {"operations": operations, "applied": applied}


def amending_acts(folder: Path) -> Iterator[Path]:
    """Yield the texts of the set that may be amending acts; which of them are is told by reading them."""
    yield from sorted((folder / "excerpts").glob("*.txt"))
    yield from sorted((folder / "constructed").glob("*.txt"))


def amended_law(act: Law, folder: Path) -> Law | None:
    """Return the law of the set that an act names in its title, if there is exactly one."""
    words = words_of(act.language)
    said = QUOTED.search(act.title)
    if words is None or said is None:
        return None
    laws = [law for law in whole_laws(folder) if law.language == act.language]
    named = acts_named(f"«{said[1]}»", "", [OnFile.of(law) for law in laws], words)
    return next((law for law in laws if len(named) == 1 and law.name == named[0]), None)


@cache
def whole_laws(folder: Path) -> Sequence[Law]:
    """Return the whole laws of the set."""
    found: list[Law] = []
    for path in sorted((folder / "documents").glob("*.txt")):
        try:
            found.extend(open_laws(path.read_bytes(), path.name))
        except MuvofiqError as error:
            print(f"{path}: {type(error).__name__}: {error}", file=sys.stderr)
    return found


def _lines(law: Law) -> Iterator[str]:
    """Yield the paragraphs of a law in the letters of its file: the set keeps those that an old font has spoilt."""
    spoilt = {one.line: _words(one.before, one.after) for one in law.repairs if one.damage.is_font}
    yield from law.head
    for _, unit, _ in law.units():
        words = spoilt.get(unit.line, {})
        text = " ".join(filter(None, (unit.label, unit.heading, unit.text)))
        yield re.sub(r"\w+", partial(_spoilt, words), text)
    yield from law.tail


def _spoilt(words: dict[str, str], word: re.Match[str]) -> str:
    return words.get(word[0], word[0])


def _words(before: str, after: str) -> dict[str, str]:
    """Return for each repaired word how the file spells it."""
    return dict(zip(re.findall(r"\w+", after), re.findall(r"\w+", before), strict=False))


def _print_rest(name: str, reading: Reading) -> None:
    for one in reading.not_understood:
        print(f"{name}: {one.why}: {one.words[:160]} ({one.nearest})", file=sys.stderr)


def _told(instruction: Instruction, printed: str) -> Iterator[Operation]:
    for change in instruction.changes:
        for places in _gathered(change):
            target = _target(places, instruction.words)
            for told in TOLD.get(type(change), _nothing)(change):
                yield {"target": target} | {name: _as_printed(value, printed) for name, value in told.items()}


def _nothing(_: Change) -> Iterator[Operation]:
    """The set does not ask for entry into force, nor for numbering."""
    yield from ()


def _gathered(change: Change) -> Sequence[Sequence[Place]]:
    """Return the places of a change, those under one verb in one unit together."""
    rows: list[list[Place]] = []
    is_renumbered = isinstance(change, Renumber)  # the set names the unit in which others are renumbered
    for place in dict.fromkeys(one.above if is_renumbered else one for one in change.places):
        is_alike = bool(rows) and rows[-1][0].above == place.above and bool(place.steps) and bool(rows[-1][0].steps)
        if is_alike and rows[-1][0].steps[-1].kind is place.steps[-1].kind:
            rows[-1].append(place)
        else:
            rows.append([place])
    return rows


def _target(places: Sequence[Place], words: str) -> dict[str, str]:
    target = {NAMES.get(step.kind, step.kind.value): step.number.eid for step in places[0].steps}
    last = places[0].steps[-1] if places[0].steps else None
    if last and len(places) > 1:
        numbers = [place.steps[-1].number.eid for place in places]
        is_range = re.search(rf"{re.escape(numbers[0])}\W{{0,3}}\s?[-–—]\s?\W?{re.escape(numbers[-1])}", words)
        target[last.kind.value] = f"{numbers[0]} - {numbers[-1]}" if is_range else ", ".join(numbers)
    if last and last.kind.is_heading and (roman := ROMAN.search(words)) and Number.parse(roman[0]) == last.number:
        target[last.kind.value] = roman[0]
    return target


def _as_printed(value: object, printed: str) -> object:
    """Return words with the figures as the file prints them: the set does not raise them in what is quoted."""
    if isinstance(value, list):
        return [_as_printed(one, printed) for one in value]
    text = str(value)
    return text if text in printed else text.translate(SUPERSCRIPTS)


def _replaced(change: ReplaceWords) -> Iterator[Operation]:
    if change.nth == EVERY and change.places == (Place(),):
        yield {"op": "mass_replace", "old": list(change.old), "new": list(change.new)}
        return
    for old, new in zip(change.old, change.new, strict=True):
        yield {"op": "replace_words", "old": old, "new": new}


def _deleted(change: DeleteWords) -> Iterator[Operation]:
    yield from ({"op": "delete_words", "old": words} for words in change.words)


def _inserted(change: InsertWords) -> Iterator[Operation]:
    if not change.anchor:
        yield from ({"op": "append_words", "new": words} for words in change.words)
    side = "before" if change.before else "after"
    for words, anchor in zip(change.words, change.anchor, strict=False):
        yield {"op": f"insert_words_{side}", "new": words, side: anchor}


TOLD: dict[type[Change], Callable[[Any], Iterator[Operation]]] = {
    ReplaceWords: _replaced,
    DeleteWords: _deleted,
    InsertWords: _inserted,
    InsertSentences: lambda change: iter([{"op": "append_sentence", "new": change.words}]),
    InsertUnits: lambda change: iter([{"op": "insert_unit", "new": change.words}]),
    NewEdition: lambda change: iter([{"op": "replace_unit", "new": change.words}]),
    RemoveUnits: lambda _: iter([{"op": "delete_unit"}]),
    Repeal: lambda _: iter([{"op": "repeal"}]),
    Renumber: lambda _: iter([{"op": "renumber"}]),
    Suspend: lambda _: iter([{"op": "suspend"}]),
}
