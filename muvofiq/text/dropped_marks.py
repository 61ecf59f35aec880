"""Marks of Tajik letters that a keyboard dropped («катъ») come back where the word list makes the word certain."""

from collections.abc import Collection

from muvofiq.text.known_words import LONG_I, SHORT_I, Rank, Spellings, fold
from muvofiq.text.phrase import Place


def restore_marks(word: str, known: Spellings, *, is_bare: bool, place: Place) -> str | None:
    """Return the word with its marks, in small letters; None if it stands well or is not certain.

    ``known`` holds its spellings. In a text that ``is_bare`` of marks a better known spelling outweighs the one that
    stands there. Where a last «и» may be long, the ``place`` decides. Where the spellings differ in another letter,
    only the letters on which all of them agree are restored, unless one is usual and no other is.

    >>> restore_marks("катъ", {"қатъ": Rank.LISTED}, is_bare=False, place=Place.OPEN)
    'қатъ'
    """
    word = word.lower()
    if word in known and not is_bare:
        place = Place.OPEN
    options = _with_right_end(known, is_bare=is_bare, place=place)
    stands = options.get(word, Rank.UNKNOWN)
    best = _best(options)
    outweighs = best > stands if is_bare else best > Rank.INFLECTED and stands == Rank.COMPOUND
    if not options or (stands and not outweighs):
        return None
    likeliest = [one for one, how in options.items() if how == best]
    is_certain = len(likeliest) == 1 and best is Rank.USUAL
    restored = _agreed(likeliest if is_certain else options)
    return None if restored == word else restored


def _with_right_end(known: Spellings, *, is_bare: bool, place: Place) -> Spellings:
    """Return the spellings without those whose last i is too long or too short, where there are both."""
    least = Rank.INFLECTED if is_bare else Rank.COMPOUND
    long = {one: how for one, how in known.items() if one.endswith(LONG_I)}
    short = {one: how for one, how in known.items() if one.endswith(SHORT_I) and how >= least}
    if not (long and short):
        return long or short or known
    is_adjective = place is Place.TIED and _best(long) is Rank.USUAL and _best(short) is Rank.INFLECTED
    is_last = place is Place.LAST and _best(long) > Rank.INFLECTED
    return long if is_last or (is_bare and is_adjective) else short


def _best(spellings: Spellings) -> Rank:
    return max(spellings.values(), default=Rank.UNKNOWN)


def _agreed(spellings: Collection[str]) -> str:
    """Return the letters on which all spellings agree, each other one without its mark."""
    return "".join(one[0] if len(set(one)) == 1 else fold(one[0]) for one in zip(*spellings, strict=True))
