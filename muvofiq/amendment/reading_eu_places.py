"""Where a European amending act makes its change: «the second sentence of the first subparagraph of Article 5(3)»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import product

from muvofiq.amendment.reading_eu_chains import Group, Unit, chains_of
from muvofiq.law.kind import Kind
from muvofiq.law.number import MULTIPLES
from muvofiq.law.ordinals import Use, ordinals, value_of
from muvofiq.tables import table

SUFFIXES = "EEC|EC|EU|CEE|CE|UE|ECSC|CECA|EURATOM|Euratom|JHA|JAI|CFSP|PESC"
ACT_NUMBER = (
    rf"(?:\((?:{SUFFIXES})(?:,\s?\w+)*\)\s*(?:(?:No\.?|n\s?[o°º])\s*)?(?P<a1>\d{{1,4}})/(?P<a2>\d{{1,4}})"
    rf"|(?P<b1>\d{{2,4}})/(?P<b2>\d{{1,4}})/(?:{SUFFIXES})(?:\b))"
)
RAISED = "[⁰¹²³⁴⁵⁶⁷⁸⁹]+"
BRACKET = rf"\(\s?(?P<bracket>\d{{1,3}}(?:[a-z]{{1,2}}|{RAISED})?|[a-z]{{1,5}})\s?\)"
HALF = rf"(?P<half>\d{{1,3}}(?:[a-z]{{1,2}}|{RAISED}|\s?(?:{MULTIPLES}))?|[a-z]{{1,5}}(?:\s(?:{MULTIPLES}))?)\)"
FIGURE = rf"(?P<figure>\d{{1,4}})(?:er|re)?(?P<added>\s?(?:{MULTIPLES})\b|[a-z]{{1,2}}|{RAISED})?(?!\w)"
ROMAN = rf"(?P<roman>[IVXLC]{{1,7}}(?:\s(?:{MULTIPLES})|[a-z])?|[A-Z])(?!\w)"
LAST, BEFORE_LAST = -1, -2
NUMBERS = frozenset({"number", "bracketed"})


@dataclass(frozen=True, slots=True)
class Part:
    """One step of a place: a unit by its numbers, or ``nth`` of its kind (-1: the last)."""

    kind: Kind | Unit
    numbers: tuple[str, ...] = ()
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Target:
    """A place as it is named, its largest unit first, and the number of the act where that is named too."""

    parts: tuple[Part, ...]
    act: str = ""


@dataclass(slots=True)
class _Words:
    """The tokens of a phrase on the way to groups."""

    tokens: Sequence[tuple[str, str]]
    at: int = 0
    acts: list[tuple[int, str]] = field(default_factory=list)

    def role(self, ahead: int = 0) -> str:
        at = self.at + ahead
        return self.tokens[at][0] if at < len(self.tokens) else ""

    def take(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1][1]


def targets_of(phrase: str, language: str) -> tuple[Target, ...] | None:
    """Return the places that a phrase names; None where it says something else too.

    >>> [[(str(part.kind), part.numbers) for part in one.parts] for one in targets_of("Articles 4 and 5(2)", "en")]
    [[('article', ('4',))], [('article', ('5', '2'))]]
    """
    tokens = _tokens(phrase, language)
    if tokens is None:
        return None
    found = _groups(_Words(tokens))
    if found is None:
        return None
    chains = chains_of(found)
    if found and not chains:
        return None
    return tuple(target for groups, act in chains for target in _targets(groups, act))


def act_numbers(text: str) -> tuple[str, ...]:
    """Return the numbers of the acts of the Union that a text names: 2006/54.

    >>> act_numbers("Directive 2006/54/EC and Regulation (EU) No 1230/2012")
    ('2006/54', '1230/2012')
    """
    return tuple(map(_act_number, re.finditer(ACT_NUMBER, text)))


def named_first(text: str, language: str) -> str:
    """Return the number of the act with whose name a title begins, or which it says that it amends; else nothing.

    >>> named_first("Amendments to Directive 2006/54/EC", "en"), named_first("It applies Directive 2006/54/EC", "en")
    ('2006/54', '')
    """
    match = _title_pattern(language).match(text)
    return _act_number(match) if match else ""


def named_act(phrase: str, language: str) -> tuple[str, str]:
    """Part a phrase into the place and the name of the act in which it lies; nothing where none is named.

    >>> named_act("Article 5 of the Law on Night Ferries", "en")
    ('Article 5', 'Law on Night Ferries')
    """
    match = _name_pattern(language).search(phrase)
    return (phrase[: match.start()].strip(" ,"), match["name"]) if match else (phrase, "")


@cache
def _name_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of the name of an act, from the word for such acts to the end of the phrase."""
    before = "|".join(row["pattern"] for row in _rows(language) if row["role"] in {"lead", "of", "skip"})
    acts = "|".join(row["pattern"] for row in _rows(language) if row["role"] == "act")
    return re.compile(rf"(?:^|(?<=\s))(?:(?i:{before}|l['’])\s*)*(?P<name>(?i:{acts})(?!\w)\s*\S.*)$")


def _rows(language: str) -> list[dict[str, str]]:
    return [row for row in table("formulae/eu-places.csv") if row["language"] == language]


@cache
def _title_pattern(language: str) -> re.Pattern[str]:
    rows = _rows(language)
    acts, titles = ("|".join(row["pattern"] for row in rows if row["role"] == role) for role in ("act", "act-title"))
    return re.compile(rf"(?i:(?:{titles})\s+)?(?i:{acts})\s+{ACT_NUMBER}")


def _act_number(match: re.Match[str]) -> str:
    return f"{match['a1'] or match['b1']}/{match['a2'] or match['b2']}"


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], tuple[tuple[str, str], ...]]:
    """Return the pattern of a token, and what each of its groups means."""
    rows = _rows(language)
    words = [(row["role"], row["kind"], row["pattern"]) for row in rows if row["role"] != "act-title"]
    own = [("ordinal", "", rf"(?:{'|'.join(one.pattern for one in ordinals(language, Use.CITATION))})")]
    order = ("act-tail", "act", "unit", "before-last", "last", "ordinal", "lead", "of", "separator", "skip")
    ranked = sorted((*own, *words), key=lambda one: order.index(one[0]))
    meant = tuple((role, kind) for role, kind, _ in ranked)
    said = "|".join(rf"(?P<t{at}>(?i:{pattern})(?!\w))" for at, (_, _, pattern) in enumerate(ranked))
    apostrophe = r"(?P<elided>(?i:[ld]['’]))"
    numbers = f"{BRACKET}|{HALF}|{FIGURE}|{ROMAN}"
    return re.compile(rf"(?P<act>{ACT_NUMBER})|(?P<comma>,)|{apostrophe}|{said}|{numbers}"), meant


def _tokens(phrase: str, language: str) -> list[tuple[str, str]] | None:
    """Return role and value of each word of a phrase; None where a word has none."""
    pattern, meant = _pattern(language)
    found, at = [], 0
    while at < len(phrase):
        match = pattern.match(phrase, at)
        if match is None:
            if not phrase[at].isspace():
                return None
            at += 1
            continue
        found.append(_token(match, meant, language))
        at = match.end()
    return [token for token in found if token[0] != "skip"]


def _token(match: re.Match[str], meant: Sequence[tuple[str, str]], language: str) -> tuple[str, str]:
    if match["act"]:
        return "act-number", _act_number(match)
    if match["comma"]:
        return "comma", ","
    if match["elided"]:
        return ("of", "") if match["elided"][0] in "dD" else ("skip", "")
    for at, (role, kind) in enumerate(meant):
        if match[f"t{at}"]:
            value = kind or str(value_of(match[f"t{at}"], language))
            return ("skip", "") if role in {"act", "act-tail"} else (role, value)
    if bracketed := match["bracket"] or match["half"]:
        return "bracketed", bracketed
    return "number", match["roman"] or f"{match['figure']}{match['added'] or ''}"


def _groups(words: _Words) -> list[Group | str] | None:
    """Return the groups of a phrase in the order of print, acts by their numbers; None where they do not fit."""
    found: list[Group | str] = []
    joined = ""
    pending: list[str] = []
    while role := words.role():
        if role == "lead" and pending and words.role(1) == "ordinal":  # «the second to fourth subparagraphs»
            words.take()
            pending += _range(str(int(pending[-1]) + 1), words.take())
        elif role in {"separator", "comma"} and pending:  # «the first and second sentences»
            words.take()
        elif role in {"separator", "comma", "of", "lead"}:
            joined = _joined(joined, role)
            words.take()
        elif role == "act-number":
            found.append(words.take())
            joined = ""
        elif role in {"ordinal", "last", "before-last"}:
            pending.append(_nth(role, words.take()))
        elif role == "unit":
            group = _group(words, pending)
            if group is None:
                return None
            found.append(replace(group, joined=joined))
            joined, pending = "", []
        elif role in NUMBERS and found:
            found.append(_going_on(words, found, joined))
            joined = ""
        else:
            return None
    return None if pending else found


def _going_on(words: _Words, found: Sequence[Group | str], joined: str) -> Group:
    """Return numbers without a word for their unit: they go on with the list of like numbers before them."""
    style = words.role()
    like = (one.kind for one in reversed(found) if isinstance(one, Group) and one.style == style)
    return Group(next(like, Kind.POINT), tuple(_items(words)), joined=joined, style=style)


def _joined(before: str, role: str) -> str:
    """Return what joins two groups: of several signs the one that says most."""
    return before if before in {"lead", "of", "separator"} and role == "comma" else role


def _nth(role: str, value: str) -> str:
    return {"last": str(LAST), "before-last": str(BEFORE_LAST)}.get(role, value)


def _group(words: _Words, pending: Sequence[str]) -> Group | None:
    """Return a unit with its numbers; ``pending`` are the ordinals before it."""
    kind = _kind(words.take())
    if pending:
        return Group(kind, tuple((one,) for one in pending), counted=True)
    if words.role() == "ordinal" and words.role(1) != "unit":  # «article premier», «articles 1er et 2»
        first = (words.take(),)
        return Group(kind, (first, *(_items(words) if _goes_on(words, "number") else ())), style="number")
    style = words.role()
    if items := tuple(_items(words)):
        return Group(kind, items, style=style)
    if kind in {Unit.HEADING, Unit.INTRODUCTORY}:
        return Group(kind, ((),))
    return Group(kind, (("1",),)) if kind is Kind.ANNEX else None


def _kind(value: str) -> Kind | Unit:
    return Unit(value) if value in set(Unit) else Kind(value)


def _items(words: _Words) -> Iterator[tuple[str, ...]]:
    """Yield the numbers of a list, each with those in it: 4, 5(2), (3) and 7(1)(a)."""
    style = words.role()
    while words.role() in NUMBERS:
        item = [words.take()]
        while words.role() in NUMBERS:
            item.append(words.take())
        until = words.role(1) if words.role() == "lead" and len(item) == 1 else ""
        if until and until == style:  # «4 to 7»
            words.take()
            yield from ((one,) for one in _range(item[0], words.take()))
        else:
            yield tuple(item)
        while len(item) > 1 and style != "bracketed" and _goes_on(words, "bracketed"):
            item[-1] = words.take()
            yield tuple(item)
        if not _goes_on(words, style):
            break


def _goes_on(words: _Words, style: str) -> bool:
    """Step to the next number of a list, and tell whether there is one of this style."""
    ahead = 0
    while words.role(ahead) in {"separator", "comma"}:
        ahead += 1
    is_listed = ahead > 0 and words.role(ahead) == style
    words.at += ahead if is_listed else 0
    return is_listed


def _range(first: str, last: str) -> list[str]:
    """Return the numbers from one to another: figures or letters; what lies between them otherwise is not told."""
    if first.isdecimal() and last.isdecimal():
        return [str(number) for number in range(int(first), int(last) + 1)]
    if len(first) == len(last) == 1:
        return [chr(letter) for letter in range(ord(first), ord(last) + 1)]
    return [first, last]


def _targets(groups: Sequence[Group], act: str) -> Iterator[Target]:
    for items in product(*(group.items for group in groups)):
        parts = (_part(group, item) for group, item in zip(groups, items, strict=True))
        yield Target(tuple(parts), act)


def _part(group: Group, item: tuple[str, ...]) -> Part:
    if group.counted:
        kind = Kind.INDENT if group.kind is Kind.PART else group.kind  # «the first paragraph» bears no number
        return Part(kind, nth=int(item[0]))
    return Part(group.kind, item)
