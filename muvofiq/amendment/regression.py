"""Whether a proposed wording loses something that the wording in force has, so that somebody must say why."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from muvofiq.amendment.regression_limits import lost_limits
from muvofiq.amendment.regression_prohibitions import permitted
from muvofiq.amendment.regression_quotations import Wordings
from muvofiq.amendment.regression_units import Unit, gone, units_of
from muvofiq.assessment.authority import authorities_in
from muvofiq.standards.requirement import Words

SHOWN = "en"  # the language in which an authority is named in a key
LIMITED, PERMITTED = (
    " limited",
    " permitted",
)  # in keys: a time limit with new exceptions, a unit that prohibits no more


class Sort(StrEnum):
    """What sort of thing is lost."""

    ELEMENT = "element"  # an element of a requirement that the words in force answer
    TIME_LIMIT = "time_limit"
    AUTHORITY = "authority"
    UNIT = "unit"  # a part, point or indent that is gone, or that permits what it prohibited


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that stands in the wording in force and not in the proposed one. ``key`` stays the same at each look.

    ``words`` are the words in force; ``what`` is the element as the caller names it, the time limit, the authority or
    the number of the unit. ``instead`` is what the proposed wording says there: a time limit of another length, a
    sentence that limits an element or a time, a permission where something was prohibited; empty where nothing stands
    there. The key of a changed time limit holds both limits: a reason given for three days does not cover thirty.
    """

    key: str
    sort: Sort
    words: str
    what: str
    instead: str = ""


def losses(
    current: str,
    proposed: str,
    language: str,
    *,
    answered: Mapping[str, Sequence[str]] | None = None,
    agencies: Iterable[tuple[Words, Words]] = (),
) -> tuple[Loss, ...]:
    """Return what the proposed wording loses: elements, time limits, authorities, units, in this order.

    ``answered`` holds for each element the quotations that answer it; those of other units are passed over.
    ``agencies`` are the names and short forms of the agencies of the mission. Words that only moved, and words that
    are only added, are no loss, unless they limit what answers an element or a time limit. Words in another order are
    the same words, if each keeps its form; a synonym is a loss to be looked at. Prohibitions and times are told
    whomever they serve: whether their loss harms anybody is for the expert to say. The same is asked of any wording:
    the expert's, an agency's, the adopted one.
    """
    units = units_of(current, language), units_of(proposed, language)
    return (
        *_elements(Wordings(current, proposed, language), answered or {}),
        *_limits(current, proposed, language),
        *_authorities(*units, language, tuple(agencies)),
        *(Loss(f"{Sort.UNIT} {one.eid}", Sort.UNIT, one.words, one.label or one.eid) for one in gone(*units)),
        *_prohibitions(*units, language),
    )


def _elements(wordings: Wordings, answered: Mapping[str, Sequence[str]]) -> Iterator[Loss]:
    """Yield the quotations that stand no longer, and those whose sentence now takes back some of what it gave."""
    for element, quotations in answered.items():
        for words in dict.fromkeys(quotations):
            before, after = wordings.standing(words), wordings.still_standing(words)
            limit = wordings.limit(before, after) if before and after else ""
            if before is None or (after and not limit):
                continue
            yield Loss(f"{Sort.ELEMENT} {element} {_mark(words)}", Sort.ELEMENT, words, element, limit)


def _limits(current: str, proposed: str, language: str) -> Iterator[Loss]:
    seen: Counter[str] = Counter()
    for one in lost_limits(current, proposed, language):
        limit, instead = str(one.sighting.limit), str(one.instead.limit) if one.instead else ""
        key = f"{Sort.TIME_LIMIT} {limit}" + (f" > {instead}" if instead else LIMITED if one.sentence else "")
        seen[key] += 1
        again = f" {seen[key]}" if seen[key] > 1 else ""
        yield Loss(key + again, Sort.TIME_LIMIT, one.sighting.words, limit, instead or one.sentence)


def _prohibitions(old: Sequence[Unit], new: Sequence[Unit], language: str) -> Iterator[Loss]:
    """Yield the units that prohibited what they now permit."""
    for one, other in permitted(old, new, language):
        yield Loss(f"{Sort.UNIT} {one.eid}{PERMITTED}", Sort.UNIT, one.words, one.label or one.eid, other.words)


def _authorities(
    old: Sequence[Unit], new: Sequence[Unit], language: str, agencies: Sequence[tuple[Words, Words]]
) -> Iterator[Loss]:
    """Yield the authorities that fewer paragraphs name, and that some unit names no more of which the number stays.

    One that no paragraph names any more is lost in any case.
    """
    before, after = ([_named(one, language, agencies) for one in side] for side in (old, new))
    still = {one.path: set(names) for one, names in zip(new, after, strict=True)}
    counts = [Counter(name for names in side for name in names) for side in (before, after)]
    told: set[str] = set()
    for one, names in zip(old, before, strict=True):
        for name, words in names.items():
            is_dropped = one.path in still and name not in still[one.path] and counts[1][name] < counts[0][name]
            if name not in told and (is_dropped or not counts[1][name]):
                told.add(name)
                yield Loss(f"{Sort.AUTHORITY} {name}", Sort.AUTHORITY, words, name)


def _named(unit: Unit, language: str, agencies: Sequence[tuple[Words, Words]]) -> dict[str, str]:
    """Return the authorities that a unit names, by a name that stays the same, with the words of the unit."""
    found = authorities_in(unit.words, language, agencies)
    return {one.name.get(SHOWN) or next(iter(one.name.values())): one.words for one in found}


def _mark(words: str) -> str:
    """Return a short mark by which words are known again; blanks do not count."""
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:8]
