"""A thesaurus of somebody else is held against ours: which of its words we lack, and for which concepts."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from muvofiq.standards.thesaurus import LANGUAGES, Concept, NewWord, Thesaurus


@dataclass(frozen=True, slots=True)
class Offer:
    """What another thesaurus has beyond ours.

    ``concepts`` counts those that we lack, ``matched`` those that we have, ``known`` the words that we have,
    ``foreign`` the words in languages other than ours.
    """

    words: tuple[NewWord, ...]
    concepts: int
    matched: int
    known: int
    foreign: int


def offered(ours: Thesaurus, theirs: Thesaurus, new_id: Callable[[str], str]) -> Offer:
    """Return the words that we lack. ``new_id`` names a concept that we lack, by its first word.

    A concept is ours if its id is, or if it shares words with one of ours; of several the one with most of them. A
    preferred word stays preferred where the id is ours, or where we have no word in that language.
    """
    by_label = _by_label(ours)
    matched = {one.id: name for one in theirs.concepts if (name := _match(one, ours, by_label))}
    new = {one.id: new_id(_first(one)) for one in theirs.concepts if one.id not in matched and _is_spoken(one)}
    lacking: dict[tuple[str, str, str], NewWord] = {}
    known = 0
    for concept in theirs.concepts:
        name = matched.get(concept.id) or new.get(concept.id, "")
        mine = ours.concept(name) if name in ours else Concept(name, {})
        above = concept.broader or ""
        broader = matched.get(above) or new.get(above, "") if concept.id in new else ""
        for language, word, is_first in _words(concept):
            is_preferred = is_first and (concept.id == name or not mine.labels.get(language))
            if _has(mine, language, word, is_preferred=is_preferred):
                known += 1
            else:
                key = name, language, word.casefold()
                lacking.setdefault(key, NewWord(name, language, word, is_preferred, broader))
    return Offer(tuple(lacking.values()), len(new), len(matched), known, sum(map(_foreign, theirs.concepts)))


def _foreign(concept: Concept) -> int:
    return sum(len(words) for language, words in concept.every_label.items() if language not in LANGUAGES)


def _by_label(thesaurus: Thesaurus) -> Mapping[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for concept in thesaurus.concepts:
        for language, labels in concept.every_label.items():
            for label in labels:
                found.setdefault((language, label.casefold()), set()).add(concept.id)
    return {key: frozenset(ids) for key, ids in found.items()}


def _match(theirs: Concept, ours: Thesaurus, by_label: Mapping[tuple[str, str], frozenset[str]]) -> str:
    if theirs.id in ours:
        return theirs.id
    shared: Counter[str] = Counter()
    for language, word, is_first in _words(theirs):
        for name in by_label.get((language, word.casefold()), ()):
            is_ours_first = (ours.concept(name).preferred(language) or "").casefold() == word.casefold()
            shared[name] += 1 + (is_first and is_ours_first)
    return min(shared, key=lambda name: (-shared[name], name)) if shared else ""


def _words(concept: Concept) -> Iterator[tuple[str, str, bool]]:
    """Yield the words in our languages, with whether each is the preferred one."""
    for language in LANGUAGES:
        for at, word in enumerate(concept.every_label.get(language, ())):
            yield language, word, at == 0 and bool(concept.labels.get(language))


def _is_spoken(concept: Concept) -> bool:
    return any(concept.every_label.get(language) for language in LANGUAGES)


def _first(concept: Concept) -> str:
    return next(word for _, word, _ in _words(concept))


def _has(mine: Concept, language: str, word: str, *, is_preferred: bool) -> bool:
    first = mine.preferred(language)
    if is_preferred and first is not None and first.casefold() != word.casefold():
        return False
    return word.casefold() in {label.casefold() for label in mine.every_label.get(language, ())}
