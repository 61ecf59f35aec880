"""From two wordings of one paragraph come the words that a lawyer would order to be replaced, added or deleted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from muvofiq.amendment.change import (
    EVERY,
    LAST,
    ONLY,
    Change,
    DeleteWords,
    InsertSentences,
    InsertWords,
    NewEdition,
    Nth,
    RemoveUnits,
    ReplaceWords,
)
from muvofiq.amendment.place import Place, Spot
from muvofiq.amendment.redline import TOKEN, Mark, redline
from muvofiq.amendment.wording_pairs import pairs_in_order
from muvofiq.amendment.words_in_text import added, added_at_end, edited, sentences, spans_of

HUNKS = 3  # stretches of a paragraph that change; where there are more, it is worded anew
SHARE = 0.4  # of its words that change; where there are more, too
FEW = 6  # changed words that are no reason to word a paragraph anew, however short it is
CONTEXT = 7  # words that are quoted beside the changed ones, so that it is clear which are meant
BETWEEN = 1  # words between two changes that change with them
LONGEST = 30  # words that are quoted in order to be deleted
STOPS = frozenset(".;:,")  # closing signs that a clause calls by their names
WORD = re.compile(r"\w")
TELLING = re.compile(r"\w{3}")  # words as short as «в» alone are no words behind which others are added
CLOSING = {"«": "»", "„": "“”", "“": "”", '"': '"'}  # what closes a quotation that is opened so

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hunk:
    """A stretch of the former wording, and what reads in its place."""

    start: int
    end: int
    words: str


def own_word_changes(place: Place, old: str, new: str) -> tuple[Change, ...]:
    """Return the changes of words and sentences that turn one paragraph into the other, at this place.

    Of several ways the one that quotes least is taken. None are returned where it would be clearer to word the
    paragraph anew, or where the words cannot be quoted so that one sees which are meant.
    """
    ways = [_by_word(place, old, new), _by_sentence(place, old, new) if place.spot is Spot.UNIT else ()]
    good = [changes for changes in ways if changes and _as_changed(old, changes) == new]
    return min(good, key=lambda changes: sum(len(str(one)) for one in changes), default=())


def _by_word(place: Place, old: str, new: str) -> tuple[Change, ...]:
    found = hunks(old, new)
    if old[:-1] == new[:-1] and {old[-1:], new[-1:]} <= STOPS:
        return (ReplaceWords((place,), (old[-1],), (new[-1],), LAST),)
    if found and (everywhere := _everywhere(place, old, found)):
        return (everywhere,)
    if not found or not _is_little(old, new, found):
        return ()
    changes = [_change(place, old, hunk) for hunk in found]
    return tuple(one for one in changes if one) if all(changes) else ()


def hunks(old: str, new: str) -> tuple[Hunk, ...]:
    """Return what changes from one wording to the other, word by word; changes that stand close are one."""
    found: list[Hunk] = []
    at, is_open = 0, False
    for one in redline(old, new):
        if one.kind is Mark.KEPT:
            at, is_open = at + len(one.text), False
            continue
        removed, words = (len(one.text), "") if one.kind is Mark.REMOVED else (0, one.text)
        last = found[-1] if found else None
        if last and (is_open or _count(old[last.end : at]) <= BETWEEN):
            found[-1] = Hunk(last.start, at + removed, last.words + old[last.end : at] + words)
        else:
            found.append(Hunk(at, at + removed, words))
        at, is_open = at + removed, True
    return tuple(_trimmed(old, one) for one in found)


def _trimmed(old: str, hunk: Hunk) -> Hunk:
    """Return the change without the blanks at its ends that stay."""
    start, end, words = hunk.start, hunk.end, hunk.words
    while start < end and words and old[start] == words[0] and old[start].isspace():
        start, words = start + 1, words[1:]
    while start < end and words and old[end - 1] == words[-1] and words[-1].isspace():
        end, words = end - 1, words[:-1]
    return Hunk(start, end, words)


def _is_little(old: str, new: str, found: Sequence[Hunk]) -> bool:
    """Tell whether so little changes that the changes are clearer than the whole new wording."""
    changed = sum(max(_count(old[one.start : one.end]), _count(one.words)) for one in found)
    added = sum(_count(one.words) for one in found if not old[one.start : one.end].strip())
    share = (changed - added) / max(_count(old), 1)
    if len(found) == 1 and not found[0].words.strip() and changed <= LONGEST:
        return _count(new) > 0  # one stretch that goes is deleted, however much of a short paragraph it is
    return len(found) <= HUNKS and (share <= SHARE or (changed - added <= FEW and share < 1)) and _count(new) > 0


def _count(text: str) -> int:
    return sum(bool(WORD.match(token)) for token in TOKEN.findall(text))


def _everywhere(place: Place, old: str, found: Sequence[Hunk]) -> Change | None:
    """Return one change for words that are replaced or deleted wherever they stand, or None."""
    first = found[0]
    words, others = (
        old[first.start : first.end].strip(),
        {(old[one.start : one.end].strip(), one.words.strip()) for one in found},
    )
    if len(found) < 2 or len(others) > 1 or not WORD.search(words) or not is_quotable(words, first.words):
        return None
    if len(list(spans_of([words], old, (0, len(old))))) != len(found):
        return None
    new = first.words.strip()
    return ReplaceWords((place,), (words,), (new,), EVERY) if new else DeleteWords((place,), (words,), EVERY)


def _change(place: Place, old: str, hunk: Hunk) -> Change | None:
    target = old[: hunk.start] + hunk.words + old[hunk.end :]
    removed, words = old[hunk.start : hunk.end].strip(), hunk.words.strip()
    candidates: Iterator[Change]
    if not removed and words:
        candidates = _insertions(place, old, hunk, words)
    elif removed and not words:
        candidates = _deletions(place, old, hunk)
    else:
        candidates = iter(())
    for one in (*candidates, *_replacements(place, old, hunk)):
        if _as_changed(old, (one,)) == target:
            return one
    return None


def _insertions(place: Place, old: str, hunk: Hunk, words: str) -> Iterator[Change]:
    """Yield how words can be added: behind others, before others, at an end."""
    if not is_quotable(words):
        return
    behind = [InsertWords((place,), (words,), (one,)) for one in _anchors(old, (hunk.start, hunk.start), (1, 0))]
    before = [
        InsertWords((place,), (words,), (one,), before=True) for one in _anchors(old, (hunk.end, hunk.end), (0, 1))
    ]
    stands_behind_sign = bool(re.search(r"[^\w\s]\s*$", old[: hunk.start]))
    yield from (*before[:1], *behind) if stands_behind_sign else (*behind, *before)
    yield from before
    yield InsertWords((place,), (words,))
    yield InsertWords((place,), (words,), before=True)


def _anchors(old: str, span: Span, growing: tuple[int, int]) -> Iterator[str]:
    """Yield words beside a place that stand in the paragraph once, the shortest first."""
    for start, end in _grown(old, span, growing):
        if (
            start < end
            and _is_only(old, (start, end))
            and is_quotable(old[start:end])
            and TELLING.search(old[start:end])
        ):
            yield old[start:end]


def _deletions(place: Place, old: str, hunk: Hunk) -> Iterator[Change]:
    words = old[hunk.start : hunk.end].strip()
    if is_quotable(words) and WORD.search(words):
        yield DeleteWords((place,), (words,))


def _replacements(place: Place, old: str, hunk: Hunk) -> Iterator[Change]:
    """Yield replacements, the quotation growing to the neighbouring words; at last with the count of the words."""
    counted: Change | None = None
    for start, end in _grown(old, (hunk.start, hunk.end), (1, 1)):
        words = old[start:end]
        new = old[start : hunk.start] + hunk.words + old[hunk.end : end]
        if not words.strip() or not new.strip() or words != words.strip() or new != new.strip():
            continue
        if not is_quotable(words, new) or not (WORD.search(words) and WORD.search(new)):
            continue
        nth = _nth(old, (start, end))
        if nth is ONLY:
            yield ReplaceWords((place,), (words,), (new,))
        elif nth and not counted:
            counted = ReplaceWords((place,), (words,), (new,), nth)
    if counted:
        yield counted


def _grown(old: str, span: Span, growing: tuple[int, int]) -> Iterator[Span]:
    """Yield ever longer stretches around a place, by one word on each of the sides that may grow, in turn."""
    tokens = [match.span() for match in TOKEN.finditer(old) if not match[0].isspace()]
    left = [one for one in tokens if one[1] <= span[0]][::-1]
    right = [one for one in tokens if one[0] >= span[1]]
    inside = [one for one in tokens if span[0] < one[1] and one[0] < span[1]]
    start, end = (inside[0][0], inside[-1][1]) if inside else span
    if inside:
        yield start, end
    more, further = (CONTEXT if side else 0 for side in growing)
    both = growing == (1, 1)
    at = beside = 0
    while at < min(more, len(left)) or beside < min(further, len(right)):
        if at < min(more, len(left)) and (at <= beside or beside >= min(further, len(right))):
            start, at = left[at][0], at + 1
            end = end if inside or both or end > span[0] else left[0][1]
        else:
            end, beside = right[beside][1], beside + 1
            start = start if inside or both or start < span[1] else right[0][0]
        yield start, end


def _is_only(old: str, span: Span) -> bool:
    return [found for _, found in spans_of([old[slice(*span)]], old, (0, len(old)))] == [span]


def _nth(old: str, span: Span) -> Nth:
    """Return which occurrence of its words a stretch is: the only one, or its count; 0 where it is not found."""
    found = [one for _, one in spans_of([old[slice(*span)]], old, (0, len(old)))]
    if span not in found:
        return 0
    return ONLY if len(found) == 1 else found.index(span) + 1


def is_quotable(*texts: str) -> bool:
    """Tell whether words can be quoted so that one sees where the quotation ends: each quotation in them is closed.

    >>> is_quotable("Закон «О мосте»"), is_quotable("Закон «О"), is_quotable("мосте» и"), is_quotable('В", "С')
    (True, False, False, False)
    """
    return all(map(_is_closed, texts))


def _is_closed(text: str) -> bool:
    opened: list[str] = []
    for at, sign in enumerate(text):
        if opened and sign in CLOSING[opened[-1]]:
            opened.pop()
        elif sign in "»”" or (sign == '"' and WORD.match(text[at - 1 : at])):
            return False
        elif sign in CLOSING:
            opened.append(sign)
    return not opened


def _by_sentence(place: Place, old: str, new: str) -> tuple[Change, ...]:
    """Return the change of one whole sentence, with those of words in the others; nothing where none is whole."""
    before, after = ([text[slice(*span)] for span in sentences(text)] for text in (old, new))
    pairs = pairs_in_order(before, after, _alike)
    gone = [at for at in range(len(before)) if at not in pairs]
    come = [at for at in range(len(after)) if at not in pairs.values()]
    words = [
        _by_word(place, old, old.replace(before[one], after[other], 1))
        for one, other in pairs.items()
        if before[one] != after[other]
    ]
    if not all(words) or len(words) + len(gone) + bool(come) > HUNKS:
        return ()
    whole = _whole_sentences(place, after, gone, come) if len(gone) < len(before) else None
    return (*(one for row in words for one in row), whole) if whole else ()


def _whole_sentences(place: Place, after: Sequence[str], gone: Sequence[int], come: Sequence[int]) -> Change | None:
    """Return the change by which whole sentences are worded anew, taken out or added; None for anything else."""
    if len(gone) == len(come) == 1 and gone == come:
        return NewEdition((_sentence(place, gone[0]),), after[come[0]])
    if gone and not come:
        return RemoveUnits(tuple(_sentence(place, at) for at in gone))
    if come and not gone and list(come) == list(range(come[0], come[-1] + 1)):
        text = " ".join(after[at] for at in come)
        return InsertSentences((place,), text, 0 if come[-1] == len(after) - 1 else come[0] + 1)
    return None


def _sentence(place: Place, at: int) -> Place:
    return Place(place.steps, place.spot, at + 1, place.row)


def _alike(one: str, other: str) -> float:
    """Return how far two sentences are the same one, reworded; 0 for two different ones."""
    if one == other:
        return 1.0
    found = hunks(one, other)
    kept = 1 - sum(_count(one[hunk.start : hunk.end]) for hunk in found) / max(_count(one), 1)
    return kept / 2 if _is_little(one, other, found) else 0.0


def _as_changed(text: str, changes: Sequence[Change]) -> str:
    """Return how a paragraph reads when the changes of its words and sentences are made one after the other."""
    for change in changes:
        text = _changed(text, change)
    return text


def _changed(text: str, change: Change) -> str:
    edits: list[tuple[Span, str]] = []
    match change:
        case ReplaceWords(old=(old,), new=(new,), nth=nth):
            edits = [(span, new) for span in _meant(text, old, nth)]
        case DeleteWords(words=(old,), nth=nth):
            edits = [(span, "") for span in _meant(text, old, nth)]
        case InsertWords(words=(words,), anchor=(anchor,), before=before, nth=nth):
            at = next((span[0 if before else 1] for span in _meant(text, anchor, nth)), None)
            text = text if at is None else added(text, at, words)
        case InsertWords(words=(words,), before=before):
            text = added(text, 0, words) if before else added_at_end(text, words)
        case InsertSentences(words=words, nth=nth):
            spans = sentences(text)
            text = added(text, spans[nth - 1][0] if nth and nth <= len(spans) else len(text), words)
        case _:
            words = change.words if isinstance(change, NewEdition) else ""
            spans = sentences(text)
            edits = [(spans[one.sentence - 1], words) for one in change.places if one.sentence <= len(spans)]
    return edited(text, edits)


def _meant(text: str, words: str, nth: Nth) -> list[Span]:
    found = [span for _, span in spans_of([words], text, (0, len(text)))]
    if nth is ONLY:
        return found if len(found) == 1 else []
    return found if nth == EVERY else found[nth:][:1] if nth == LAST else found[nth - 1 : nth]
