"""The words by which lawyers cite: units, numbers, ordinals, «настоящей», names of acts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from muvofiq.law.grammar import NEVER
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.tables import Row, table

# A unit is cited by figures («130», «130(1)», «130-1», «3)»), by a letter in quotes or brackets, or by a Roman number.
FIGURES = r"\d{1,4}+(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}+|[-–‑]\d{1,3}(?![\d.])|\.\d{1,3}(?!\d|\.\d)|\(\d{1,3}\)){0,3}(?!\d)"
PLAIN_FIGURES = r"\d{1,4}+[a-z]?(?!\w)"
LETTER = r"[«\"“„](?P<quoted>[^\W\d_][⁰¹²³⁴⁵⁶⁷⁸⁹]?)[»\"”“](?:-?[ияе](?!\w))?|(?<!\w)(?P<lettered>[^\W\d_])(?=\))"
ROMAN = r"(?<!\w)[IVXLCІХ]{1,7}(?:-\d{1,2})?(?!\w)"
NESTED = r"\((?P<nested>\d{1,3}[a-z]?|[a-z]{1,4})\)"
BLANK = re.compile(r"\s*,?\s*")
MAX_PARTS = 6  # of the name of an act: state, organ, date, number, title
TELLING = frozenset({"number", "title", "open-title"})


class Role(StrEnum):
    """What a word does in a citation."""

    SKIP = "skip"
    OWN = "own"
    OTHER = "other"
    RELATIVE = "relative"
    UNIT = "unit"
    DASH = "dash"
    NUMBER = "number"
    NESTED = "nested"
    ORDINAL = "ordinal"
    TENS = "tens"
    JOINT = "joint"
    SEPARATOR = "separator"
    RANGE = "range"
    OPEN = "open"
    CLOSE = "close"
    ACT = "act"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a citation: ``number`` is what a figure, letter or ordinal says, ``title`` which act a code names."""

    role: Role
    start: int
    end: int
    kind: Kind | None = None
    number: Number | None = None
    title: str = ""
    is_short: bool = False
    """Whether the word is an abbreviation: «ст.»."""
    is_named: bool = False
    """Whether the name of an act says which act it is, and not only «закон»."""


@dataclass(frozen=True, slots=True)
class Words:
    """All that one language says in citations, compiled."""

    pattern: re.Pattern[str]
    meant: dict[str, tuple[Role, Row]]
    parts: tuple[tuple[str, re.Pattern[str]], ...]
    named: re.Pattern[str]
    states: tuple[tuple[str, re.Pattern[str]], ...]
    descends_at_commas: bool
    """Whether smaller units follow a comma: «Article 3(1), point (b)»."""

    def tokens(self, text: str) -> Iterator[Token]:
        """Yield the words of citations in a text, each once, in the order of print."""
        at = 0
        while found := self.pattern.search(text, at):
            token = self._token(found)
            at = token.end
            if token.role in {Role.ACT, Role.CODE}:
                token = self._whole_act(text, token)
                at = token.end
            yield token

    def state_in(self, text: str) -> str:
        """Return the state that a text names first, or nothing."""
        found = [(match.start(), code, match) for code, one in self.states if (match := one.search(text))]
        if not found:
            return ""
        _, code, match = min(found, key=lambda one: (one[0], one[1] == ""))
        named = [one for one in found if one[1] and one[2].start() < match.end() + 12]
        return named[0][1] if named else code or match["name"]

    def _token(self, found: re.Match[str]) -> Token:
        role, row = self.meant[found.lastgroup or ""]
        kind = Kind(row["kind"]) if row["kind"] else None
        end = found.start() + _ahead_of_range(found[0]) if role is Role.NUMBER else found.end()
        number = _number(found[0][: end - found.start()], found, role, row)
        return Token(role, found.start(), end, kind, number, row["title"], found[0][-1] == ".")

    def _whole_act(self, text: str, token: Token) -> Token:
        """Return the name of an act with the state, date, number and title that follow it."""
        at, said = token.end, set[str]()
        while len(said) < MAX_PARTS:
            begin = BLANK.match(text, at).end()  # type: ignore[union-attr]  # blanks may be none
            found = ((name, part.match(text, begin)) for name, part in self.parts if name not in said)
            name, match = next(((name, match) for name, match in found if match), ("", None))
            if match is None:
                break
            said.add(name)
            at = match.end()
        is_named = token.role is Role.CODE or bool(said & TELLING) or bool(self.named.search(text, token.start, at))
        return Token(token.role, token.start, at, title=token.title, is_named=is_named)


@cache
def words_of(language: str) -> Words | None:
    """Return the words of a language, or None where the table has none."""
    rows = [row for row in table("languages/citations.csv") if row["language"] == language]
    if not rows:
        return None
    patterns, meant = [], {}
    for at, (role, pattern, row) in enumerate(_patterns(rows, language)):
        meant[f"t{at}"] = (role, row)
        patterns.append(f"(?P<t{at}>{pattern})")
    return Words(
        re.compile("|".join(patterns)),
        meant,
        tuple((row["kind"], re.compile(row["pattern"])) for row in rows if row["role"] == "act-part"),
        re.compile(next((row["pattern"] for row in rows if row["role"] == "named"), NEVER)),
        tuple((row["kind"], re.compile(row["pattern"])) for row in rows if row["role"] == "state"),
        any(row["role"] == "descending" for row in rows),
    )


def _patterns(rows: list[Row], language: str) -> Iterator[tuple[Role, str, Row]]:
    """Yield role and pattern of every word; what stands earlier is recognised first."""
    none = dict.fromkeys(("kind", "title", "pattern"), "")
    is_nested = any(row["role"] == "nested" for row in rows)
    for role in (Role.SKIP, Role.OWN, Role.OTHER, Role.RELATIVE, Role.UNIT, Role.DASH, Role.JOINT):
        yield from ((role, _word(row["pattern"], role), row) for row in rows if row["role"] == role)
    yield from _ordinals(rows, language)
    yield from ((Role.CODE, rf"(?<![\w])(?:{row['pattern']})(?!\w)", row) for row in rows if row["role"] == Role.CODE)
    yield from ((Role.ACT, rf"(?<!\w)(?:{row['pattern']})", row) for row in rows if row["role"] == Role.ACT)
    suffix = next((f"(?:{row['pattern']})?" for row in rows if row["role"] == "suffix"), "")
    if is_nested:
        yield Role.NESTED, NESTED, none
    figures = PLAIN_FIGURES if is_nested else FIGURES
    yield Role.NUMBER, rf"(?<!\w)(?<!\d\.)(?:(?P<figures>{figures}){suffix}|(?P<roman>{ROMAN}))", none
    yield Role.NUMBER, LETTER, none
    for role in (Role.SEPARATOR, Role.RANGE):
        yield from ((role, _word(row["pattern"], role), row) for row in rows if row["role"] == role)
    yield Role.OPEN, r"\(", none
    yield Role.CLOSE, r"\)", none


def _ordinals(rows: list[Row], language: str) -> Iterator[tuple[Role, str, Row]]:
    ending = next((row["pattern"] for row in rows if row["role"] == "ending"), "")
    for row in table("languages/ordinals.csv"):
        if row["language"] == language:
            role = Role.TENS if row["value"].endswith("+") else Role.ORDINAL
            pattern = row["pattern"].replace("{ending}", ending)
            yield role, rf"(?<!\w)(?i:{pattern})(?!\w)", {"kind": "", "title": "", "pattern": row["value"].rstrip("+")}


def _word(pattern: str, role: Role) -> str:
    if role in {Role.SEPARATOR, Role.RANGE}:
        return rf"(?:(?<!\w)|(?=[,–—-]))(?i:{pattern})"
    return rf"(?<!\w)(?i:{pattern})(?:(?<=[.§])|(?!\w))"


def _ahead_of_range(figures: str) -> int:
    """Return the length of the first number: «130–132» is a range, «130–1» is one unit, and so may «130-132» be."""
    first, dash, last = figures.partition("–")
    return len(first) if dash and first.isdecimal() and last.isdecimal() and int(last) > int(first) else len(figures)


def _number(text: str, found: re.Match[str], role: Role, row: Row) -> Number | None:
    if role in {Role.ORDINAL, Role.TENS}:
        return Number(row["pattern"])
    if role not in {Role.NUMBER, Role.NESTED}:
        return None
    said = (found.groupdict().get("nested") if role is Role.NESTED else None) or _without_suffix(text, found)
    try:
        return Number(said) if role is Role.NESTED and said.isalpha() else Number.parse(said)
    except ValueError:
        return Number(said.lower())  # «12a»: the number of a unit added later in the manner of the European Union


def _without_suffix(text: str, found: re.Match[str]) -> str:
    figures = found["figures"]
    return text[: len(figures)] if figures else found["roman"] or found["quoted"] or found["lettered"]
