"""Words that two languages share (names, figures, loan words such as «прокурор») meet by their beginnings."""

from muvofiq.alignment.words import fold, words

BEGINNING = 5  # letters by which two languages of one script recognise a shared word; measured in docs/benchmarks.md


def beginnings(text: str) -> list[str]:
    """Return the first letters of each longer word, folded, and all figures, in order.

    >>> beginnings("Прокурорам до 30 дней"), beginnings("Прокуророн 30 рӯз")
    (['проку', '30'], ['проку', '30'])
    """
    return [fold(word)[:BEGINNING] for word in words(text) if len(word) >= BEGINNING or word.isdigit()]
