"""Which Tajik words are known, how well, and in which spellings: by a word list, and by what may follow a stem."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import cache, lru_cache

from muvofiq.tables import table

ALPHABET = frozenset("абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя")
LONGEST_ENDING = 14
LONGEST_WORD = 40  # what is longer is no word, and would take long to take apart
KEPT = 1 << 16  # words whose spellings are remembered
SHORTEST_PART = 3  # letters of a part of a compound
LONG_PART = 5  # letters of the last part where it is no verb
USUAL_FROM = 3  # a form that stands so often in our own texts is a usual one
STEMS = ("n", "v", "p")
WORD = re.compile(r"(?:[КкХхЧчГг],(?=[^\W\d_]{2})|[^\W\d_])+")  # «К,онун» is one word
LONG_I, SHORT_I = "ӣ", "и"
MISSPELT = re.compile(r"[ӣӢ](?=\w)|иӣ")
BESIDE_VOWEL = re.compile(r"[аеэюя]ӣ$")  # so ends «бадеӣ», but nothing that is put together from stem and ending


class Rank(IntEnum):
    """How well a spelling is known; a better one is preferred."""

    UNKNOWN = 0
    COMPOUND = 1
    INFLECTED = 2
    LISTED = 3
    USUAL = 4


Spellings = dict[str, Rank]


@lru_cache(KEPT)
def fold(word: str) -> str:
    """Return a word in small letters without the marks of the Tajik letters.

    >>> fold("Ҷумҳурӣ")
    'чумхури'
    """
    return word.lower().translate(_plain())


def spellings(word: str, least: Rank = Rank.COMPOUND) -> Spellings:
    """Return the known spellings of a word, as it stands or with more marks; empty where no one knows it.

    Those that are less well known than ``least`` may be missing, which saves the time of looking for them.

    >>> spellings("катъан")
    {'қатъан': <Rank.LISTED: 3>}
    """
    return _spellings_of(word.lower(), least)


def is_spelled(word: str) -> bool:
    """Whether a word obeys the spelling of Tajik: a long ӣ stands at its end alone, never behind another i.

    >>> is_spelled("ӣумҳурии"), is_spelled("давлатӣ")
    (False, True)
    """
    return not MISSPELT.search(word)


def rank(word: str) -> Rank:
    """Return how well a word is known as it is spelled."""
    return spellings(word).get(word.lower(), Rank.UNKNOWN)


def adds_marks(word: str, spelling: str) -> bool:
    """Whether a spelling is the same word (in small letters), at most with more marks."""
    pairs = zip(word, spelling, strict=False)
    return len(word) == len(spelling) and all(letter in {mine, _plain_letter(mine)} for letter, mine in pairs)


@lru_cache(KEPT)
def _spellings_of(word: str, least: Rank) -> Spellings:
    look_up = _spellings if least < Rank.INFLECTED else _simple if least < Rank.LISTED else _as_listed
    return {one: how for one, how in look_up(fold(word)).items() if adds_marks(word, one)}


@lru_cache(KEPT)
def _spellings(folded: str) -> Spellings:
    if len(folded) > LONGEST_WORD or not ALPHABET.issuperset(folded):
        return {}
    found = _simple(folded) or dict.fromkeys(_compounds(folded), Rank.COMPOUND)
    if any(one.endswith(LONG_I) for one in found):  # «худкорӣ» is known; then «худкори» may be «худкор» with its tie
        found = {before + SHORT_I: Rank.COMPOUND for before in _spellings(folded[:-1])} | found
    return found


@lru_cache(KEPT)
def _simple(folded: str) -> Spellings:
    found: Spellings = dict.fromkeys(_inflected(folded), Rank.INFLECTED)
    return found | _as_listed(folded)


def _as_listed(folded: str) -> Spellings:
    return _listed().get(folded, {})


def _inflected(folded: str) -> Iterator[str]:
    """Yield every stem with an ending (and a prefix) that gives this folded word."""
    yield from _with_ending(folded, STEMS)
    for length in range(2, min(8, len(folded) - 1)):
        classes = _prefixes().get(folded[:length], {})
        for prefix, allowed in classes.items():
            yield from (prefix + rest for rest in _with_ending(folded[length:], allowed))


def _with_ending(folded: str, classes: tuple[str, ...]) -> Iterator[str]:
    for length in range(min(LONGEST_ENDING, len(folded) - 1) + 1):
        cut = len(folded) - length
        for stem, kind in _stems().get(folded[:cut], ()):
            if kind in classes:
                joined = (_joined(stem, ending) for ending in _endings()[kind].get(folded[cut:], ()))
                yield from filter(_is_formed, joined)


def _is_formed(word: str) -> bool:
    return is_spelled(word) and not BESIDE_VOWEL.search(word)


def _joined(stem: str, ending: str) -> str:
    """Return stem and ending in one word; a long vowel at the end of a stem is written short before an ending."""
    return stem[:-1] + _plain_letter(stem[-1]) + ending if ending and stem.endswith(LONG_I) else stem + ending


def _compounds(folded: str, parts: int = 3) -> Iterator[str]:
    """Yield what is put together of two or three known words, the last with its endings."""
    for cut in range(SHORTEST_PART, len(folded) - SHORTEST_PART + 1):
        first = _first_parts(folded[:cut])
        if first:
            rest = set(_last_parts(folded[cut:]))
            if parts > 2:
                rest.update(_compounds(folded[cut:], parts - 1))
            yield from filter(_is_formed, (_joined(one, other) for one in first for other in rest))


@lru_cache(KEPT)
def _first_parts(folded: str) -> frozenset[str]:
    """Return the words that may begin a compound: stems, and participles such as «карда»."""
    stems = {stem for stem, kind in _stems().get(folded, ()) if kind in {"n", "x"}}
    participles = {stem + "а" for stem, kind in _stems().get(folded[:-1], ()) if kind == "v" and folded[-1] == "а"}
    return frozenset(stems | participles)


def _last_parts(folded: str) -> Iterable[str]:
    """Return the words that may end a compound: forms of a verb, and others that are long enough."""
    return _simple(folded) if len(folded) >= LONG_PART else _with_ending(folded, ("v", "p"))


@cache
def _plain() -> dict[int, str]:
    return {ord(row["marked"]): row["plain"] for row in table("letters/marks.csv")}


def _plain_letter(letter: str) -> str:
    return letter.translate(_plain())


@cache
def _stems() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the stems of the list with their classes, by how they fold."""
    found = defaultdict(list)
    for row in table("words/stems.csv"):
        found[fold(row["word"])].append((row["word"].lower(), row["class"]))
    return {folded: tuple(stems) for folded, stems in found.items()}


@cache
def _listed() -> dict[str, Spellings]:
    """Return the words that stand in a list as they are, by how they fold."""
    found: dict[str, Spellings] = defaultdict(dict)
    for row in table("words/stems.csv"):
        found[fold(row["word"])][row["word"].lower()] = Rank.LISTED
    for row in table("words/forms.csv"):
        found[fold(row["word"])][row["word"]] = Rank.USUAL if int(row["times"]) >= USUAL_FROM else Rank.LISTED
    return dict(found)


@cache
def _prefixes() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return what may stand before a stem, by how it folds, with the classes of the stems."""
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for row in table("words/prefixes.csv"):
        known = found[fold(row["prefix"])]
        known[row["prefix"]] = (*known.get(row["prefix"], ()), row["class"])
    return dict(found)


@cache
def _endings() -> dict[str, dict[str, frozenset[str]]]:
    """Return all chains of endings that each class of stems takes, by how they fold."""
    chains: dict[str, dict[str, set[str]]] = {kind: defaultdict(set) for kind in STEMS}
    for kind, of_kind in chains.items():
        for chain in _chains(kind):
            of_kind[fold(chain)].add(chain)
    return {kind: {folded: frozenset(some) for folded, some in chains[kind].items()} for kind in chains}


def _chains(after: str) -> Iterator[str]:
    if not after:
        yield ""
    for row in table("words/endings.csv"):
        if row["after"] == after:
            yield from (_joined(row["ending"], rest) for rest in _chains(row["then"]))
