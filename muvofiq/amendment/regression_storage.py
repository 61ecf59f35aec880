"""How long a wording lets something be kept: «хранит записи один год» names a time without the word for a limit."""

import re
from collections.abc import Iterator
from dataclasses import replace

from muvofiq.amendment.regression_words import Span, Where, introduction, says, sentences
from muvofiq.law.cardinals import value_of
from muvofiq.law.time_limit import Sighting, TimeLimit, Unit, limits_in

WORD = re.compile(r"\w+")
LONG = 60  # letters, by which a number and its unit end
NEAR = 24  # letters before a number in which it is called an age
DAYS = {Unit.DAY: 1, Unit.WORKING_DAY: 1.4, Unit.WEEK: 7, Unit.MONTH: 30, Unit.YEAR: 365}


def times_of_storage(text: str, language: str) -> tuple[Sighting, ...]:
    """Return the bare times in sentences that say that something is kept; those of other limits are left out."""
    said = (text[start:end] for start, end in sentences(text))
    found: list[Sighting] = []
    at = 0
    for sentence in said:
        at = text.index(sentence, at)
        if says(sentence, Where.STORAGE, language):
            found += [replace(one, start=at + one.start, end=at + one.end) for one in _times(sentence, language)]
        at += len(sentence)
    return tuple(found)


def is_shorter(one: TimeLimit, other: TimeLimit) -> bool:
    """Whether the first time is the shorter one; hours and minutes are shorter than days."""
    first, second = (DAYS.get(limit.unit, 0) * limit.amount if limit.unit else 0 for limit in (one, other))
    return first < second


def _times(sentence: str, language: str) -> Iterator[Sighting]:
    """Yield the times that are read as limits once the word for a limit stands before their number."""
    known = [(one.start, one.end) for one in limits_in(sentence, language)]
    introduced = introduction(language)
    for start, _ in _numbers(sentence, language):
        if any(begin <= start < end for begin, end in known):
            continue
        before, behind = sentence[max(start - NEAR, 0) : start], sentence[start : start + LONG]
        seen = next((one for one in limits_in(f"{introduced} {behind}", language) if one.start == 0), None)
        if seen and seen.end > len(introduced) and not says(before, Where.AGE, language):
            end = start + seen.end - len(introduced) - 1
            yield Sighting(start, end, sentence[start:end], seen.limit)


def _numbers(sentence: str, language: str) -> Iterator[Span]:
    """Yield the numbers, in figures or words; of several words that say one number, the first."""
    is_inside = False
    for found in WORD.finditer(sentence):
        is_number = found[0].isdecimal() or value_of(found[0].lower(), language) is not None
        if is_number and not is_inside:
            yield found.span()
        is_inside = is_number
