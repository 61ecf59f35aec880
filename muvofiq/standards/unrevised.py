"""A text that stands beside a changed one in another language is marked, so that nobody takes the two for the same.

A change in a language that was confirmed leaves the others behind. A change in one that was not only catches up.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from muvofiq.standards.drafting import in_words_of
from muvofiq.standards.requirement import ORIGINAL, Requirement, Words, in_language
from muvofiq.standards.revision import Part, pair_elements

Texts = Mapping[Part | int, Words]  # title and statement; elements by their places


@dataclass(frozen=True, slots=True)
class Unrevised:
    """A part of a requirement, and the languages in which it was not revised since it changed in another one."""

    part: Part
    words: Words
    languages: tuple[str, ...]


def left_behind(old: Words, new: Words, doubted: Collection[str] = ()) -> tuple[str, ...]:
    """Return the languages in which a text stayed although it was reworded in one that was not ``doubted``.

    >>> left_behind({"en": "aid", "ru": "помощь"}, {"en": "free aid", "ru": "помощь"})
    ('ru',)
    """
    if all(one in doubted or one not in new or old[one] == new[one] for one in old):
        return ()
    return tuple(one for one in new if old.get(one) == new[one])


def marked(old: Requirement, new: Requirement) -> Requirement:
    """Return the new edition with the languages marked in which a text was left behind.

    An element that was exchanged for another loses the words in which the other one was translated.
    """
    pairs = _partners(old.elements, new.elements)
    elements = tuple(
        one if at in pairs else _without_words_of(one, old.elements) for at, one in enumerate(new.elements)
    )
    new = replace(new, elements=elements)
    before, after = _texts(old), _texts(new)
    known = {place: before[pairs.get(place, place)] for place in after if place in pairs or isinstance(place, Part)}
    behind = [one for place in known for one in left_behind(known[place], after[place], old.unconfirmed_languages)]
    fresh = [ORIGINAL for place in after if place not in known and _is_untranslated(after[place])]
    languages = tuple(dict.fromkeys((*new.unconfirmed_languages, *behind, *fresh)))
    return replace(new, unconfirmed_languages=languages)


def unrevised(editions: Sequence[Requirement]) -> tuple[Unrevised, ...]:
    """Return what the last of these editions says in a language as before, although it changed in another one.

    A language that a person confirmed since is revised, and so is a text that was reworded in it.
    """
    stale: dict[Part | int, set[str]] = {}
    for old, new in pairwise(editions):
        before, after, pairs = _texts(old), _texts(new), _partners(old.elements, new.elements)
        followed: dict[Part | int, set[str]] = {}
        for place, words in after.items():
            origin = place if isinstance(place, Part) else pairs.get(place)
            if origin is not None:
                same = {one for one in words if before[origin].get(one) == words[one]}
                doubted = {*old.unconfirmed_languages, *stale.get(origin, ())}
                behind = {*stale.get(origin, ()), *left_behind(before[origin], words, doubted)}
                followed[place] = behind & same & set(new.unconfirmed_languages)
        stale = followed
    return tuple(_told(editions[-1], stale)) if editions else ()


def said(old: Words, text: str, language: str) -> Words:
    """Return a text with what is typed in one language; what stood for a translation only follows.

    >>> said({"en": "[ru] дом", "ru": "дом"}, "домик", "ru")
    {'en': '[ru] домик', 'ru': 'домик'}
    """
    stood_in = in_words_of(old.get(language, ""), language)[ORIGINAL]
    follows = in_words_of(text, language) if old.get(ORIGINAL) == stood_in else {}
    return {**old, **follows, language: text}


def as_lines(elements: Sequence[Words], language: str) -> tuple[str, ...]:
    """Return each element on a line; one that is not translated yet stands there with the mark of its language."""
    return tuple(" ".join(in_language(one, language).split()) for one in elements)


def from_lines(old: Sequence[Words], lines: Sequence[str], language: str) -> tuple[Words, ...]:
    """Return the elements that these lines mean: each is the one that reads so, or the most alike, or a new one.

    Lines that are left over translate the elements that had no words in this language, if there are as many.
    """
    shown = as_lines(old, language)
    pairs = _partners([{ORIGINAL: one} for one in shown], [{ORIGINAL: one} for one in lines])
    bare = [at for at, one in enumerate(old) if language not in one and at not in pairs.values()]
    left = [at for at in range(len(lines)) if at not in pairs]
    if len(bare) == len(left):
        pairs |= dict(zip(left, bare, strict=True))
    return tuple(_element(old[pairs[at]] if at in pairs else {}, line, language) for at, line in enumerate(lines))


def _element(old: Words, line: str, language: str) -> Words:
    if not old:
        return in_words_of(line, language)
    return old if line in as_lines([old], language) else said(old, line, language)


def _partners(old: Sequence[Words], new: Sequence[Words]) -> dict[Part | int, int]:
    """Return which old element each new one was, where it was one."""
    return {theirs: ours for ours, theirs in pair_elements(old, new) if ours is not None and theirs is not None}


def _texts(one: Requirement) -> Texts:
    return {Part.TITLE: one.title, Part.STATEMENT: one.statement, **dict(enumerate(one.elements))}


def _without_words_of(new: Words, old: Sequence[Words]) -> Words:
    """Return an element without the translations that it has from elements in whose place it stands."""
    taken = {(language, text) for one in old for language, text in one.items()}
    return {one: text for one, text in new.items() if one == ORIGINAL or (one, text) not in taken}


def _is_untranslated(words: Words) -> bool:
    return any(
        words.get(ORIGINAL) == in_words_of(text, one)[ORIGINAL] for one, text in words.items() if one != ORIGINAL
    )


def _told(last: Requirement, stale: Mapping[Part | int, set[str]]) -> Iterator[Unrevised]:
    texts = _texts(last)
    for place, languages in stale.items():
        if languages:
            part = place if isinstance(place, Part) else Part.ELEMENT
            yield Unrevised(part, texts[place], tuple(one for one in texts[place] if one in languages))
