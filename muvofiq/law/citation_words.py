"""The words by which lawyers cite: units, numbers, ordinals, «настоящей», names of acts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from muvofiq.law.grammar import NEVER
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.ordinals import Use, ordinals
from muvofiq.tables import Row, table

# A unit is cited by figures («130», «130(1)», «130-1», «3)»), by a letter in quotes or brackets, or by a Roman number.
FIGURES = (
    r"\d{1,6}+(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}+|[-–‑](?:\d{1,3}(?!\d|\.\d)|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}+)"
    r"|\.\d{1,3}(?!\d|\.\d)|\(\d{1,3}\)){0,3}(?!\d)"
)
PLAIN_FIGURES = r"\d{1,4}+(?:[a-z]|\s?(?:bis|ter|quater|quinquies))?(?!\w)"
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
QUOTED = r"[«\"“„](?P<quoted>[^\W\d_][⁰¹²³⁴⁵⁶⁷⁸⁹\d]{0,2})[»\"”“](?:-?[ияе](?!\w))?"
LETTERED = r"(?P<lettered>[^\W\d_])(?=\))"
ROMAN = r"[IVXLCІХ]{1,7}(?:-\d{1,2})?(?!\w)"
NESTED = r"\((?P<nested>\d{1,3}[a-z]?|[a-z]{1,4})\)"
BLANK = re.compile(r"\s*,?\s*")
NO_ROW = {"kind": "", "title": ""}
MAX_PARTS = 6  # of the name of an act: state, organ, date, number, title
TELLING = frozenset({"number", "title", "date"})


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
        """Return the state that a text names first, by its code or by the beginning of its name, or nothing."""
        found = [
            (match.start("name") if not code else match.start(), not code, code or match["name"].casefold())
            for code, one in self.states
            if (match := one.search(text))
        ]
        return min(found)[2] if found else ""

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
    meant = {f"t{at}": one for at, one in enumerate([*_words(rows, language), *_signs(rows)])}
    words = "|".join(f"(?P<{name}>{row['pattern']})" for name, (_, row) in meant.items() if not row.get("is_sign"))
    signs = "|".join(f"(?P<{name}>{row['pattern']})" for name, (_, row) in meant.items() if row.get("is_sign"))
    return Words(
        # Whether a word begins is asked once, not again for each word of the table.
        re.compile(rf"(?<!\w)(?=[\w§№])(?:{words})|(?=[^\w\s])(?:{signs})"),
        meant,
        tuple((row["kind"], re.compile(row["pattern"])) for row in rows if row["role"] == "act-part"),
        re.compile(next((row["pattern"] for row in rows if row["role"] == "named"), NEVER)),
        tuple((row["kind"], re.compile(row["pattern"])) for row in rows if row["role"] == "state"),
        any(row["role"] == "descending" for row in rows),
    )


def _words(rows: Sequence[Row], language: str) -> Iterator[tuple[Role, Row]]:
    """Yield role and pattern of every word; what stands earlier is recognised first."""
    for role in (Role.SKIP, Role.OWN, Role.OTHER, Role.RELATIVE, Role.UNIT, Role.DASH, Role.JOINT):
        for row in _of(rows, role):
            yield role, row | {"pattern": rf"(?i:{row['pattern']})(?:(?<=[.§'’])|(?!\w))"}
    yield from _ordinals(language)
    yield from ((Role.CODE, row | {"pattern": rf"(?:{row['pattern']})(?!\w)"}) for row in _of(rows, Role.CODE))
    yield from ((Role.ACT, row) for row in _of(rows, Role.ACT))
    suffix = next((f"(?:{row['pattern']})?" for row in _of(rows, "suffix")), "")
    figures = PLAIN_FIGURES if _of(rows, "nested") else FIGURES
    yield Role.NUMBER, NO_ROW | {"pattern": rf"(?<!\d\.)(?:(?P<figures>{figures}){suffix}|(?P<roman>{ROMAN}))"}
    yield Role.NUMBER, NO_ROW | {"pattern": LETTERED}
    for role in (Role.SEPARATOR, Role.RANGE):
        yield from ((role, row | {"pattern": f"(?i:{row['pattern']})"}) for row in _of(rows, role))


def _signs(rows: Sequence[Row]) -> Iterator[tuple[Role, Row]]:
    """Yield role and pattern of what begins with a sign: commas, dashes, brackets, quotes."""
    signs = [(Role.NESTED, NESTED)] if _of(rows, "nested") else []
    signs += [(Role.NUMBER, QUOTED), (Role.OPEN, r"\("), (Role.CLOSE, r"\)")]
    signs += [(role, row["pattern"]) for role in (Role.SEPARATOR, Role.RANGE) for row in _of(rows, role)]
    yield from ((role, NO_ROW | {"pattern": f"(?i:{pattern})", "is_sign": "yes"}) for role, pattern in signs)


def _of(rows: Sequence[Row], role: str) -> list[Row]:
    return [row for row in rows if row["role"] == role]


def _ordinals(language: str) -> Iterator[tuple[Role, Row]]:
    for one in ordinals(language, Use.CITATION):
        pattern = rf"(?i:{one.pattern})[⁰¹²³⁴⁵⁶⁷⁸⁹]{{0,2}}(?!\w)"
        yield Role.TENS if one.is_tens else Role.ORDINAL, NO_ROW | {"pattern": pattern, "value": str(one.value)}


def _ahead_of_range(figures: str) -> int:
    """Return the length of the first number: «130–132» is a range, «130–1» is one unit, and so may «130-132» be."""
    first, dash, last = figures.partition("–")
    return len(first) if dash and first.isdecimal() and last.isdecimal() and int(last) > int(first) else len(figures)


def _number(text: str, found: re.Match[str], role: Role, row: Row) -> Number | None:
    if role in {Role.ORDINAL, Role.TENS}:
        return Number.parse(row["value"] + text[len(text.rstrip(RAISED)) :])  # «первой¹»
    if role not in {Role.NUMBER, Role.NESTED}:
        return None
    said = (found.groupdict().get("nested") if role is Role.NESTED else None) or _without_suffix(text, found)
    try:
        return Number(said) if role is Role.NESTED and said.isalpha() else Number.parse(said)
    except ValueError:
        return Number(
            "".join(said.lower().split())
        )  # «12a»: the number of a unit added later in the manner of the European Union


def _without_suffix(text: str, found: re.Match[str]) -> str:
    figures = found["figures"]
    if figures:
        return text[: len(figures)]
    return found["roman"] or found["quoted"] or found["lettered"]
