"""Small laws from literal text, and the count of signs by which tests see that nothing was lost."""

from collections import Counter
from collections.abc import Iterable

from muvofiq.law.build import build_law
from muvofiq.law.grammar import Grammar, grammars
from muvofiq.law.headings import Piece, recognise
from muvofiq.law.paragraph import Paragraph
from muvofiq.law.tree import Law, Provision
from muvofiq.text.read import read_bytes
from muvofiq.text.source import Source

RU: Grammar = grammars()["ru"]
TG: Grammar = grammars()["tg"]


def source(text: str, name: str = "law.txt") -> Source:
    return read_bytes(text.encode(), name)


def law(text: str, name: str = "law.txt") -> Law:
    return build_law(source(text, name))


def piece(text: str, grammar: Grammar = RU) -> Piece:
    """What one paragraph begins."""
    (only,) = recognise([Paragraph(1, text)], grammar)
    return only


def outline(units: Iterable[Provision]) -> list[str]:
    """The tree as indented lines: kind, number, and heading or text."""
    lines = []
    for unit in units:
        lines.append(f"{unit.kind} {unit.number}: {unit.heading or unit.text}")
        lines.extend(f"  {line}" for line in outline(unit.children))
    return lines


def signs(texts: Iterable[str]) -> Counter[str]:
    return Counter(sign for text in texts for sign in text if not sign.isspace())


def signs_of_law(one: Law) -> Counter[str]:
    """All signs of head, tail, notes and tree, which must be those of the file once each repair is undone."""
    units = [unit for _, unit, _ in one.units()]
    words = (text for unit in units for text in (unit.label, unit.heading, unit.text))
    notes = (*one.notes, *(note for unit in units for note in unit.notes))
    found = signs((*one.head, *one.tail, *words, *(note.text for note in notes)))
    found.subtract(signs(repair.after for repair in one.repairs))
    return found + signs(repair.before for repair in one.repairs)


def signs_of_source(one: Source) -> Counter[str]:
    return signs(line.text for line in one.lines)
