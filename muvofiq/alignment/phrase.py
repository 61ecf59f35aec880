"""A phrase is found in a text in any inflection, also where other words stand between its words.

>>> row = Row("Злоупотребление властью или уязвимым положением.", "ru")
>>> row.runs(["злоупотребление … уязвимое положение"])
[(0, 3, 4)]
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from muvofiq.alignment.words import WORD, function_words, stemmer

SENTENCE_END = re.compile(r"[.;:!?\n]|\s[–—]\s")
PAUSE = re.compile(r"[^\w\s'’ʼ-]|\n")  # a comma, a bracket, a quotation mark, a dash

Run = tuple[int, ...]  # places in the row of a text's words, in order


class Joint(StrEnum):
    """What may stand in a text between two words of a phrase, by the sign that the phrase has there."""

    TIGHT = "_"
    NEAR = " "
    LISTED = ","
    FAR = "…"


REACH = {Joint.TIGHT: 0, Joint.NEAR: 2, Joint.LISTED: 2, Joint.FAR: 12}  # telling words between
FARTHEST = 40  # words of any kind between


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its place in characters, its stem, its sentence; one that only joins others tells nothing."""

    start: int
    end: int
    stem: str
    is_telling: bool
    sentence: int


class Row:
    """The words of a text in order."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.words = tuple(_words(text, language))
        self.places: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self.words):
            self.places[word.stem].append(at)

    def runs(self, phrases: Iterable[str]) -> list[Run]:
        """Return where the phrases stand, each place once."""
        return list(dict.fromkeys(run for phrase in phrases for run in self._runs_of(_steps(phrase, self.language))))

    def apart(self, runs: Iterable[Run]) -> list[Run]:
        """Return runs of which no two overlap, in order; the longest, then the tightest, are chosen first."""
        taken: set[int] = set()
        chosen: list[Run] = []
        for run in sorted(runs, key=lambda run: (-len(run), run[-1] - run[0], run)):
            covered = {at for piece in self.pieces(run) for at in range(piece[0], piece[-1] + 1)}
            if taken.isdisjoint(covered):
                taken |= covered
                chosen.append(run)
        return sorted(chosen)

    def pieces(self, run: Run) -> list[Run]:
        """Part a run where a telling word of something else stands between."""
        return parted(run, lambda one, other: not any(word.is_telling for word in self.words[one + 1 : other]))

    def untold(self, told: set[int]) -> list[Run]:
        """Return the stretches of neighbouring telling words outside the places that are told."""
        left = [at for at, word in enumerate(self.words) if word.is_telling and at not in told]

        def are_neighbours(one: int, other: int) -> bool:
            return told.isdisjoint(range(one, other)) and not PAUSE.search(self.between(one, other))

        return parted(left, are_neighbours)

    def between(self, one: int, other: int) -> str:
        """Return what stands in the text between two words."""
        return self.text[self.words[one].end : self.words[other].start]

    def _runs_of(self, steps: Sequence[tuple[str, Joint]]) -> Iterator[Run]:
        for first in self.places.get(steps[0][0], ()):
            run = [first]
            for stem, joint in steps[1:]:
                following = self._following(run[-1], stem, joint)
                if following is None:
                    break
                run.append(following)
            else:
                yield tuple(run)

    def _following(self, at: int, stem: str, joint: Joint) -> int | None:
        """Return the nearest place of a stem behind a place, in the same sentence and as near as the joint asks."""
        passed = 0
        for place, word in enumerate(self.words[at + 1 : at + 2 + FARTHEST], at + 1):
            if passed > REACH[joint] or word.sentence != self.words[at].sentence:
                return None
            if word.stem == stem:
                return place if _may_part(joint, self.between(at, place)) else None
            passed += word.is_telling
        return None


def parted(places: Iterable[int], are_neighbours: Callable[[int, int], bool]) -> list[Run]:
    """Part places into runs of neighbours.

    >>> parted([1, 2, 5], lambda one, other: other == one + 1)
    [(1, 2), (5,)]
    """
    runs: list[list[int]] = []
    for at in places:
        if runs and are_neighbours(runs[-1][-1], at):
            runs[-1].append(at)
        else:
            runs.append([at])
    return [tuple(run) for run in runs]


def _words(text: str, language: str) -> Iterator[Word]:
    stem, empty = stemmer(language), function_words(language)
    end = sentence = 0
    for match in WORD.finditer(text):
        word = match[0].lower()
        sentence += bool(SENTENCE_END.search(text, end, match.start()))
        yield Word(match.start(), match.end(), stem(word), word not in empty, sentence)
        end = match.end()


def _steps(phrase: str, language: str) -> list[tuple[str, Joint]]:
    """Return the stems of a phrase, each with its joint to the one before; that of the first means nothing."""
    words = tuple(_words(phrase, language))
    joints = (_joint(phrase[one.end : other.start]) for one, other in pairwise(words))
    return [(word.stem, joint) for word, joint in zip(words, (Joint.NEAR, *joints), strict=True)]


def _joint(written: str) -> Joint:
    return next((one for one in (Joint.FAR, Joint.TIGHT, Joint.LISTED) if one in written), Joint.NEAR)


def _may_part(joint: Joint, between: str) -> bool:
    """Whether what stands between two words of a text is what the joint allows."""
    match joint:
        case Joint.TIGHT:
            return between.isspace()
        case Joint.NEAR:
            return not PAUSE.search(between)
        case _:
            return True
