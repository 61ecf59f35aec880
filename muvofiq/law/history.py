"""The editor's notes beside a law tell when, by which act, and how a unit was changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from muvofiq.law.front import Role, front_of
from muvofiq.law.identity import dates_at, number_pattern
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law, Note, Provision
from muvofiq.tables import table

DATE = "\ue000"  # a sign that no file holds stands for each date, so that patterns need not spell dates
OPENING = re.compile(r"\(\s*")
BRACKETED = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
# What may stand between the date of an act and its number: «28.12.2012 г., № 919»; and between number and date.
NEAR = 40  # letters
BEHIND_DATE, BEFORE_DATE = rf"[^{DATE}()№\d]{{0,16}}?", r"\W{1,3}(?:[^\W\d]{1,3}\W{1,2})?$"


class Deed(StrEnum):
    """What an amending act did to the unit."""

    AMENDED = "amended"
    ADDED = "added"
    REMOVED = "removed"
    REPEALED = "repealed"
    NEW_WORDING = "new wording"
    RENAMED = "renamed"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    CORRECTED = "corrected"
    IN_FORCE = "in force"


@dataclass(frozen=True, slots=True)
class Event:
    """One change of a unit, as a note tells it.

    ``act`` is the kind of the amending act and ``number`` its number, both as printed; ``day`` is the date of that act.
    ``in_force`` is the day from which the change holds, where the note names one. ``words`` is the stretch of the note.
    ``planned`` marks a change that the editor announces and that the text does not hold yet.
    """

    deed: Deed
    act: str
    number: str
    day: date | None
    in_force: date | None
    words: str
    planned: bool = False


@dataclass(frozen=True, slots=True)
class AmendingAct:
    """An act that changed a law, with the units whose notes name it; none where only the head of the law does."""

    act: str
    number: str
    day: date
    units: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    pattern: re.Pattern[str]
    is_behind: bool
    deed: str


@dataclass(frozen=True, slots=True)
class _Reading:
    """A note whose dates are signs. ``place`` tells for each sign of the text where it stands in the note."""

    text: str
    note: str
    days: dict[int, date]
    place: tuple[int, ...]

    @classmethod
    def of(cls, note: str) -> "_Reading":
        text, last = "", 0
        days: dict[int, date] = {}
        place: list[int] = []
        for start, end, day in dates_at(note):
            text += note[last:start] + DATE
            place += range(last, start + 1)
            days[len(text) - 1] = day
            last = end
        return cls(text + note[last:], note, days, (*place, *range(last, len(note) + 1)))

    def printed(self, start: int, end: int) -> str:
        return self.note[self.place[start] : self.place[end]].strip(" ;,")


class _Word(NamedTuple):
    at: int
    behind: int
    text: str = ""
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one meaning in a note. Some languages put them before the date of the act, some behind it."""

    found: tuple[_Word, ...]
    stand_behind: bool

    @classmethod
    def of(cls, language: str, name: str, text: str) -> "_Words":
        marks = _marks(language, name)
        matches = sorted(
            _Word(match.start(), -match.end(), match.group(), mark.deed)
            for mark in marks
            for match in mark.pattern.finditer(text)
        )
        found: list[_Word] = []
        for word in matches:  # of two that overlap, the longer: «Directive 2007/63/EC», not «Directive»
            if not found or word.at >= -found[-1].behind:
                found.append(word)
        return cls(tuple(found), any(mark.is_behind for mark in marks))

    def nearest(self, at: int, end: int) -> _Word:
        """Return the word for the act at a place; a list says it once: «законами от ...; от ...», «... Заңдарымен»."""
        before = [word for word in self.found if word.at < at]
        behind = [word for word in self.found if word.at > at]
        own = [word for word in behind if word.at < end]
        ranked = (*own, *behind, *before[-1:]) if self.stand_behind else (*before[-1:], *behind)
        return ranked[0] if ranked else _Word(at, at)


@dataclass(frozen=True, slots=True)
class _Mention:
    """An act named in a note: where its date and its number stand."""

    at: int
    number: str
    end: int


def history_of(note: Note, language: str) -> tuple[Event, ...]:
    """Return the dated changes that a note tells of, in the order of print; none where it names no date.

    >>> [event] = history_of(Note("(ЗРТ от 28.12.12г.,№919)", 7), "ru")
    >>> event.deed, event.act, event.number, event.day.isoformat()
    (<Deed.AMENDED: 'amended'>, 'ЗРТ', '919', '2012-12-28')
    """
    return _history(_Reading.of(note.text), language) if _is_of_editor(note.text, language) else ()


def _is_of_editor(text: str, language: str) -> bool:
    """Tell a note on a change from a footnote that only cites an act: it says what was done, or begins with the act."""
    if any(_found(language, "deed", text)) or any(_found(language, "in-force", _Reading.of(text).text)):
        return True
    bracket = OPENING.match(text)
    begins = bracket.end() if bracket else None
    return begins is not None and any(mark.pattern.match(text, begins) for mark in _marks(language, "act"))


def _history(reading: _Reading, language: str) -> tuple[Event, ...]:
    starts = {match.start(): match.end() for match in _found(language, "in-force", reading.text)}
    forces = {at: reading.days[reading.text.index(DATE, at, end)] for at, end in starts.items()}
    mentions = list(_mentions(reading, language))
    if not mentions:
        return tuple(_bare(reading, day) for day in forces.values())
    return tuple(_events(reading, mentions, forces, language))


def history_of_unit(provision: Provision, language: str) -> tuple[Event, ...]:
    """Return what the unit's own notes tell, the earliest change first; what two notes tell stands there once.

    A repealed unit has no words but those that tell of it: «исключен Законом ... от ...».
    """
    left = (provision.heading, provision.text) if provision.repealed else ()
    notes = (*provision.notes, *(Note(text, provision.line) for text in left))
    events = (event for note in notes for event in history_of(note, language))
    return tuple(sorted(dict.fromkeys(events), key=lambda event: event.day or event.in_force or date.max))


def amending_acts(law: Law) -> tuple[AmendingAct, ...]:
    """Return the acts that changed the law, the earliest first, each once with the units that it touched.

    They stand in the notes and in the list of editions at the head. Changes that are only announced do not count.
    """
    acts: dict[tuple[date, str], tuple[str, list[Reference]]] = {}
    for reference, event in (*_head_events(law), *_unit_events(law)):
        if event.day is None or event.planned:
            continue
        _, units = acts.setdefault((event.day, event.number or event.act), (event.act, []))
        if reference is not None and reference not in units:
            units.append(reference)
    found = (
        AmendingAct(act, "" if named == act else named, day, tuple(units))
        for (day, named), (act, units) in acts.items()
    )
    return tuple(sorted(found, key=lambda one: (one.day, one.number)))


def _head_events(law: Law) -> Iterator[tuple[None, Event]]:
    for note in law.notes:
        yield from ((None, event) for event in history_of(note, law.language))
    for text in front_of(law).of(Role.EDITION):
        yield from ((None, event) for event in _history(_Reading.of(text), law.language))


def _unit_events(law: Law) -> Iterator[tuple[Reference | None, Event]]:
    for reference, unit, _ in law.units():
        for event in history_of_unit(unit, law.language):
            yield reference, event


def _mentions(reading: _Reading, language: str) -> Iterator[_Mention]:
    """Find the acts: a date that tells neither the day of force nor a gazette, with a number or a word for an act."""
    text, set_aside = reading.text, _set_aside(reading, language)
    dated = {match.end() - 1 for match in _found(language, "dated", text)}  # «от {date}»: so an act is dated
    names_act = any(_found(language, "act", text))
    brackets = dict(set_aside)
    free = 0
    for at in reading.days:
        if any(start <= at < end for start, end in set_aside):
            continue
        behind = _number_behind().match(text, at + 1)
        before = None if behind else _number_before().search(text, max(free, at - NEAR), at)
        named = behind or before
        if named or (names_act and at in dated):
            free = behind.end() if behind else at + 1
            bracket = text.find("(", free)  # «(вводится в действие с ...)» belongs to the act before it
            free = brackets.get(bracket, free) if not text[free:bracket].strip() else free
            yield _Mention(at, named["number"] if named else "", free)


def _events(reading: _Reading, mentions: list[_Mention], forces: dict[int, date], language: str) -> Iterator[Event]:
    planned = any(_found(language, "planned", reading.text))
    deeds, acts = _Words.of(language, "deed", reading.text), _Words.of(language, "act", reading.text)
    begins = 0
    for position, mention in enumerate(mentions):
        last = position + 1 == len(mentions)
        end = len(reading.text) if last else mentions[position + 1].at
        words = reading.printed(begins, end if last else mention.end)
        deed = deeds.nearest(mention.at, end).meaning or Deed.AMENDED
        force = next((day for at, day in forces.items() if mention.at < at < end), None)
        act = acts.nearest(mention.at, end).text
        yield Event(Deed(deed), act, mention.number, reading.days[mention.at], force, words, planned)
        begins = mention.end


def _bare(reading: _Reading, day: date) -> Event:
    return Event(Deed.IN_FORCE, "", "", None, day, reading.note.strip())


def _set_aside(reading: _Reading, language: str) -> list[tuple[int, int]]:
    """Return the stretches whose dates are not those of acts: days of force, ends of a suspension, gazettes."""
    forces = [match.span() for match in _found(language, "in-force", reading.text)]
    others = [match.span() for match in _found(language, "aside", reading.text)]
    brackets = [
        match.span()
        for match in BRACKETED.finditer(reading.text, 1)
        if any(_found(language, "not-an-act", match.group()))
    ]
    return [*forces, *others, *brackets]


def _found(language: str, name: str, text: str) -> Iterator[re.Match[str]]:
    return (match for mark in _marks(language, name) for match in mark.pattern.finditer(text))


@cache
def _marks(language: str, name: str) -> tuple[_Mark, ...]:
    rows = (row for row in table("languages/history.csv") if (row["language"], row["mark"]) == (language, name))
    return tuple(
        _Mark(re.compile(row["pattern"].replace("{date}", DATE)), row["place"] == "after", row["deed"]) for row in rows
    )


@cache
def _number_behind() -> re.Pattern[str]:
    return re.compile(BEHIND_DATE + number_pattern().pattern)


@cache
def _number_before() -> re.Pattern[str]:
    return re.compile(number_pattern().pattern + BEFORE_DATE)
