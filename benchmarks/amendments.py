"""Acts of the Union are amended by the acts that amend them, and printed by the keys of the gold set.

Opens only ``before`` and ``amending`` of each triple, never the answers. Two habits of the consolidated acts of
EUR-Lex, from which the answers were cut, are followed in print: a dash marks where words were deleted, and a point is
printed with what lies in it. The product itself prints no such marks.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from muvofiq.amendment.applying import NotApplied, apply
from muvofiq.amendment.change import Change, DeleteWords, ReplaceWords
from muvofiq.amendment.reading import Reading, read_amending_act
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.opening import open_laws
from muvofiq.law.tree import Law, Provision

KEY = re.compile(r"(?P<article>[^()\s]+)(?P<inside>(?:\([^()]+\))*)(?P<heading> heading)?")
LISTED = re.compile(r"(?P<label>\(?(?P<number>[a-z]{1,5}|\d{1,3})\))\s+(?P<text>.*)", re.DOTALL)
HEADING = re.compile(r"[^\W\d_a-zà-ÿ].{0,200}(?<![.;:,])")
ROMAN = frozenset("ivx")
PRINTED = {"en": ("{}.", "({})"), "fr": ("{}.", "{})")}  # how a paragraph and a point bear their numbers
KEYED = frozenset({Kind.ARTICLE, Kind.PART, Kind.POINT})
DELETED = " ————— "  # printed by EUR-Lex where words or sentences were deleted


@dataclass(frozen=True, slots=True)
class Amended:
    """What became of one act: its provisions by key, what was read in the amending act, what did not fit.

    ``touched`` are the numbers of the articles in which something was changed.
    """

    provisions: dict[str, str]
    reading: Reading
    not_applied: tuple[NotApplied, ...] = ()
    touched: frozenset[str] = frozenset()


@dataclass(slots=True)
class Unit:
    """A unit of the key layout on the way to a provision."""

    number: str
    text: str = ""
    heading: str = ""
    inside: "dict[str, Unit] | None" = None


def triples(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield each triple in each language: its name in the answers, and its folder."""
    for path in sorted(folder.glob("*/*/before.json")):
        yield path.parent.relative_to(folder).as_posix(), path.parent


def run_amendments(folder: Path, *, marks: bool = True) -> dict[str, Amended]:
    """Return what became of each act of a set, with or without the dash of EUR-Lex for deleted words."""
    return {name: amend(path, marks=marks) for name, path in triples(folder)}


def as_answers(got: Mapping[str, Amended]) -> dict[str, Any]:
    """Return the provisions in the form in which the set is scored."""
    return {name: {"provisions": one.provisions} for name, one in got.items()}


def told(got: Mapping[str, Amended]) -> Iterator[str]:
    """Yield for each act how many instructions were read, and each that was not understood or did not fit."""
    for name, one in got.items():
        read, missed = len(one.reading.instructions), len(one.reading.not_understood)
        yield f"{name}: {read} instructions understood, {missed} not"
        for other in one.reading.not_understood:
            yield f"  not understood ({other.why}; nearest: {other.nearest}): {other.words[:200]!r}"
        yield from (f"  did not fit: {misfit}" for misfit in one.not_applied)


def amend(folder: Path, *, marks: bool = True) -> Amended:
    """Read the act of a folder by its keys, its title from the file, and make the changes of the amending act."""
    whole, amending = (_law(next(folder.glob(f"{name}.[!j]*"))) for name in ("before", "amending"))
    provisions = json.loads((folder / "before.json").read_text(encoding="utf-8"))
    law = law_of(provisions, whole)
    reading = read_amending_act(amending, law)
    applied = apply(law, [marked(change) if marks else change for change in reading.changes])
    before, after = keyed(law), keyed(applied.law)
    touched = frozenset(article_of(key) for key in {*after, *before} if after.get(key) != before.get(key))
    return Amended(restored(after, provisions, touched), reading, applied.not_applied, touched)


def marked(change: Change) -> Change:
    """Return a change that leaves the mark of EUR-Lex where it deletes words."""
    if not isinstance(change, DeleteWords):
        return change
    return ReplaceWords(change.places, change.words, (DELETED,) * len(change.words), change.nth)


def restored(after: Mapping[str, str], given: Mapping[str, str], touched: frozenset[str]) -> dict[str, str]:
    """Return the provisions after amendment; an article that was not touched reads as it was given, key by key."""
    kept = {key: text for key, text in given.items() if article_of(key) not in touched}
    return kept | {key: text for key, text in after.items() if article_of(key) in touched}


def article_of(key: str) -> str:
    """Return the article in which a key lies."""
    return re.split(r"[( ]", key, maxsplit=1)[0]


def law_of(provisions: Mapping[str, str], whole: Law) -> Law:
    """Return the act of the keys; its title and head, and how its numbers are printed, are those of the file.

    Articles of the file that the keys leave out are there too, as the product reads them.
    """
    articles: dict[str, Unit] = {}
    for key, text in sorted(provisions.items(), key=lambda item: len(item[0])):
        match = KEY.fullmatch(key)
        if match is None:
            raise ValueError(f"'{key}' is no key of the set. Keys are written 7, 7(2), 7(2)(a), 7 heading.")
        unit = _unit(articles, match["article"], re.findall(r"\(([^()]+)\)", match["inside"]))
        unit.heading, unit.text = (text, unit.text) if match["heading"] else (unit.heading, text)
    printed = {str(article.number): article for _, article, _ in whole.articles()}
    built = [_article(one, whole.language, printed.get(str(_number(one.number)))) for one in articles.values()]
    known = {str(one.number) for one in built}
    left_out = [_headed(one) for number, one in printed.items() if number not in known and one.kind is Kind.ARTICLE]
    return replace(whole, provisions=tuple(sorted((*built, *left_out), key=lambda unit: unit.number.order)))


def keyed(law: Law) -> dict[str, str]:
    """Return the provisions of an act by key; what lies in a point is printed with it, as the set has it."""
    return {key: text for unit in law.provisions for key, text in _keyed(unit, "") if text}


def _law(path: Path) -> Law:
    return open_laws(path.read_bytes(), path.name)[0]


def _unit(articles: dict[str, Unit], number: str, inside: Sequence[str]) -> Unit:
    unit = articles.setdefault(number, Unit(number))
    for one in inside:
        unit.inside = {} if unit.inside is None else unit.inside
        unit = unit.inside.setdefault(one, Unit(one))
    return unit


def _article(unit: Unit, language: str, printed: Provision | None) -> Provision:
    """Return an article; its heading may stand first in the text of its key. ``printed`` is the same in the file."""
    points = frozenset(one.number for one in printed.children if one.kind is Kind.POINT) if printed else frozenset()
    inner = [_inner(one, language, points) for one in (unit.inside or {}).values()]
    text, lines = _own_lines(unit)
    if not unit.heading and HEADING.fullmatch(text) and (lines or inner):
        unit.heading, text, lines = text, "".join(lines[:1]), lines[1:]
    label = f"Article {unit.number}"
    children = (*inner, *_below(lines, text))
    return Provision(Kind.ARTICLE, _number(unit.number), label, unit.heading, text, 0, children)


def _headed(article: Provision) -> Provision:
    """Return an article of the file with its first line as its heading, where it reads like one."""
    first, *rest = article.children or (article,)
    is_heading = first.kind is Kind.INDENT and rest and HEADING.fullmatch(first.text)
    if article.heading or article.text or not is_heading:
        return article
    indents = iter(range(1, len(rest) + 1))
    counted = (replace(one, number=_number(str(next(indents)))) if one.kind is Kind.INDENT else one for one in rest)
    return replace(article, heading=first.text, children=tuple(counted))


def _inner(unit: Unit, language: str, points: frozenset[Number]) -> Provision:
    """Return a paragraph or a point; a number is that of a paragraph, unless the file prints it as a point."""
    number = _number(unit.number)
    is_part = unit.number[0].isdecimal() and (number not in points or unit.inside is not None)
    label = PRINTED[language][not is_part].format(unit.number)
    text, lines = _own_lines(unit)
    inner = tuple(_inner(one, language, points) for one in (unit.inside or {}).values())
    kind = Kind.PART if is_part else Kind.POINT
    return Provision(kind, number, label, "", text, 0, (*inner, *_below(lines, text)))


def _own_lines(unit: Unit) -> tuple[str, list[str]]:
    first, *lines = unit.text.split("\n")
    return first, lines


def _indent(line: str, number: int) -> Provision:
    return Provision(Kind.INDENT, Number(str(number)), "", "", line, 0)


def _below(lines: Sequence[str], text: str) -> tuple[Provision, ...]:
    """Return what is printed in the text of a key: points, in these smaller ones, and lines without a number."""
    below: list[Provision] = []
    count = int(bool(text))
    for line in lines:
        match = LISTED.fullmatch(line)
        if match is None:
            count += 1
            below.append(_indent(line, count))
            continue
        number = _number(match["number"])
        is_smallest = set(match["number"]) <= ROMAN and below and below[-1].label and _is_letter(below[-1].label)
        kind = Kind.INDENT if is_smallest else Kind.SUBPOINT
        unit = Provision(kind, number, match["label"], "", match["text"], 0)
        if is_smallest:
            below[-1] = replace(below[-1], children=(*below[-1].children, unit))
        else:
            below.append(unit)
    return tuple(below)


def _is_letter(label: str) -> bool:
    return not set(label.strip("()")) <= ROMAN


def _number(printed: str) -> Number:
    return Number.parse(printed)


def _keyed(unit: Provision, above: str) -> Iterator[tuple[str, str]]:
    """Yield the text of a unit and of those below it by their keys."""
    key = f"{above}({unit.number.eid})" if above else unit.number.eid
    if unit.repealed:
        return
    if unit.heading and not above:
        yield f"{key} heading", unit.heading
    own, below = [unit.text], []
    for child in unit.children:
        if child.kind in KEYED and unit.kind is not Kind.POINT:
            below.append(child)
        elif not child.repealed:
            own += child.paragraphs()
    yield key, "\n".join(filter(None, own)).replace(f" {DELETED} ", DELETED).replace(f" {DELETED}", DELETED)
    for child in below:
        yield from _keyed(child, key)
