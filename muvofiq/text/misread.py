"""Letters that a machine misread in a picture («Моддан») are put right where one known word alone is so close."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from muvofiq.tables import table
from muvofiq.text.known_words import Rank, spellings

SHORTEST = 6  # letters of a word in which one may be missing or too many
LETTERS = "абвгдежзийклмнопрстуфхчшъэюяё"  # without marks: those come by the spelling
Known = Callable[[str, Rank], dict[str, Rank]]


def read_rightly(word: str, *, is_name: bool, known: Known = spellings) -> str | None:
    """Return the word that an unknown one stands for, in small letters; None where none or several are as close.

    The commoner a slip, the less well the word it leads to must be known. A letter is looked for in a place or struck
    out only where the word cannot be a name (``is_name``).

    >>> read_rightly("гузаронндани", is_name=False)
    'гузаронидани'
    """
    word = word.lower()
    for variants, needed in _slips(word, is_name=is_name):
        found: dict[str, Rank] = {}
        for variant in variants:
            found |= {spelling: how for spelling, how in known(variant, needed).items() if how >= needed}
        best = max(found.values(), default=Rank.UNKNOWN)
        if best:
            likeliest = [one for one, how in found.items() if how == best]
            likeliest = [one for one in likeliest if one[-1] == word[-1]] or likeliest
            return likeliest[0] if len(likeliest) == 1 else None
    return None


def _slips(word: str, *, is_name: bool) -> Iterator[tuple[Iterable[str], Rank]]:
    """Yield what a word may have been before each kind of slip, and how well it must be known then."""
    is_short = len(word) < SHORTEST
    confused = [*_confused(word)]
    yield (one for one in confused if one[-1] == word[-1]), Rank.USUAL if is_short else Rank.INFLECTED
    yield confused, Rank.USUAL if is_short else Rank.LISTED
    yield _doubled(word), Rank.LISTED
    yield _swapped(word), Rank.USUAL
    if not is_name and not is_short:
        yield _missing(word), Rank.LISTED
        yield _odd(word), Rank.LISTED


def _confused(word: str) -> Iterator[str]:
    """Yield the words in which one letter was taken for another one of the table."""
    for at, letter in enumerate(word):
        yield from (word[:at] + meant + word[at + 1 :] for meant in _confusions().get(letter, ()))


def _doubled(word: str) -> Iterator[str]:
    """Yield the words in which one letter was set twice."""
    yield from (word[:at] + word[at + 1 :] for at in range(1, len(word)) if word[at] == word[at - 1])


def _swapped(word: str) -> Iterator[str]:
    """Yield the words in which two neighbours were set in each other's place."""
    yield from (word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :] for at in range(1, len(word)))


def _missing(word: str) -> Iterator[str]:
    """Yield the words in which one letter was left out, but not at the end: there an ending may be unknown to us."""
    yield from (word[:at] + letter + word[at:] for at in range(len(word) - 1) for letter in LETTERS)


def _odd(word: str) -> Iterator[str]:
    """Yield the words into which one letter came, but not at the end."""
    yield from (word[:at] + word[at + 1 :] for at in range(len(word) - 2))


@cache
def _confusions() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in table("letters/misread.csv"):
        found[row["read"]].append(row["printed"])
    return dict(found)
