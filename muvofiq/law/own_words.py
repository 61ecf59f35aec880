"""A unit's own words, without those of the units below it, have a fingerprint by which a change is noticed."""

from hashlib import sha256


def own_words_sha256(heading: str, text: str) -> str:
    r"""Return the SHA-256 of heading and own text with a line end between, as 64 hexadecimal figures.

    >>> own_words_sha256("Граница", "Она охраняется.") == own_words_sha256("Граница", "Она охраняется. ")
    False
    """
    return sha256(f"{heading}\n{text}".encode()).hexdigest()
