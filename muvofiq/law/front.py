"""What stands before the first article and behind the last one is called by its name: preamble, gazette, signature."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from muvofiq.law.grammar import grammar_in
from muvofiq.law.identity import dates_in, numbers_in
from muvofiq.law.kind import Kind
from muvofiq.law.tree import Law
from muvofiq.tables import table


class Role(StrEnum):
    """What a line before the first unit or behind the last one says."""

    TITLE = "title"
    ADOPTION = "adoption"  # Принят постановлением ..., Бо қарори ... қабул карда шуд
    GAZETTE = "gazette"  # (Ахбори Маджлиси Оли ..., 2014 г., № 7, ст. 393)
    EDITION = "edition"  # (В редакции законов ...): the acts that amended it
    CONTENTS = "contents"
    PREAMBLE = "preamble"
    EDITOR = "editor"  # Вниманию пользователей!
    SIGNATORY = "signatory"
    PLACE = "place"
    DATE = "date"
    NUMBER = "number"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A line of the head or of the signature, with what it says. One that says several things has the first."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the first unit: all lines in the order of print."""

    lines: tuple[RoleLine, ...]

    def of(self, role: Role) -> tuple[str, ...]:
        """Return the lines with one role, in the order of print."""
        return tuple(line.text for line in self.lines if line.role is role)

    @property
    def preamble(self) -> str:
        """The words by which the act is introduced, one paragraph a line; empty where there are none."""
        return "\n".join(self.of(Role.PREAMBLE))


@dataclass(frozen=True, slots=True)
class Signature:
    """What stands behind the last unit: who signed, where, on which day and under which number."""

    lines: tuple[RoleLine, ...]
    day: date | None
    number: str


def front_of(law: Law) -> Front:
    """Return the head of an act, each line with its role.

    Behind the beginning of a preamble stands only preamble, unless a line says otherwise of itself.
    """
    contents = _contents(law)
    lines: list[RoleLine] = []
    last = Role.OTHER
    for at, text in enumerate(law.head):
        role = Role.CONTENTS if at in contents else _role_in_head(text, law)
        if role is Role.OTHER and last is Role.PREAMBLE:
            role = Role.PREAMBLE
        lines.append(RoleLine(role, text))
        last = Role.PREAMBLE if Role.PREAMBLE in (role, last) else role
    return Front(tuple(lines))


def signature_of(law: Law) -> Signature:
    """Return the signature of an act, each line with its role. Day and number are those named first."""
    days = (day for text in law.tail for day in dates_in(text))
    numbers = (number for text in law.tail for number in numbers_in(text))
    lines = tuple(RoleLine(_role_in_tail(text, law.language), text) for text in law.tail)
    return Signature(_with_names(lines), next(days, None), next(numbers, ""))


def says_adoption(text: str, language: str) -> bool:
    """Tell whether a line says which body passed the act, and when."""
    return _says(text, language, Role.ADOPTION)


def says_preamble(text: str, language: str) -> bool:
    """Tell whether a line begins the words by which an act is introduced."""
    return _says(text, language, Role.PREAMBLE)


def _role_in_head(text: str, law: Law) -> Role:
    if text and text in law.title:
        return Role.TITLE
    roles = (Role.TITLE, Role.ADOPTION, Role.GAZETTE, Role.EDITION, Role.EDITOR, Role.PREAMBLE)
    return next((role for role in roles if _says(text, law.language, role)), Role.OTHER)


def _role_in_tail(text: str, language: str) -> Role:
    if _says(text, language, Role.PLACE):
        return Role.PLACE
    if _says(text, language, Role.SIGNATORY) or grammar_in(language).mark("signature").match(text):
        return Role.SIGNATORY
    if dates_in(text):
        return Role.DATE
    return Role.NUMBER if numbers_in(text) else Role.OTHER


def _with_names(lines: Sequence[RoleLine]) -> tuple[RoleLine, ...]:
    """A line directly below the office of the signatory, such as the name, belongs to the signatory too."""
    found: list[RoleLine] = []
    for line in lines:
        is_name = line.role is Role.OTHER and bool(found) and found[-1].role is Role.SIGNATORY
        found.append(RoleLine(Role.SIGNATORY, line.text) if is_name else line)
    return tuple(found)


def _contents(law: Law) -> range:
    """Return where the table of contents stands in the head: from its heading to the last unit that it lists."""
    grammar = grammar_in(law.language)
    headings = [unit.pattern for unit in grammar.units if unit.kind.depth <= Kind.ARTICLE.depth]
    listed = [at for at, text in enumerate(law.head) if any(pattern.match(text) for pattern in headings)]
    begins = [at for at, text in enumerate(law.head) if grammar.mark("contents").match(text.capitalize())]
    if len(listed) < 3:
        return range(begins[0], begins[0] + 1) if begins else range(0)
    first = begins[0] if begins and begins[0] < listed[0] else listed[0]
    return range(first, listed[-1] + 1)


def _says(text: str, language: str, role: Role) -> bool:
    return any(pattern.match(text) for pattern in _patterns(language, role))


@cache
def _patterns(language: str, role: Role) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row["pattern"]) for row in _rows(language, role))


def _rows(language: str, role: Role) -> Iterator[dict[str, str]]:
    return (row for row in table("languages/front.csv") if (row["language"], row["role"]) == (language, role))
