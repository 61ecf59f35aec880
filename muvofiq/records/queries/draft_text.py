"""What a file on its way to become an edition holds: the laws in it, as a person has reviewed them so far."""

from collections.abc import Callable
from functools import lru_cache

from muvofiq.law.akoma_ntoso import is_akoma_ntoso
from muvofiq.law.bilingual import split_languages
from muvofiq.law.opening import laws_of, open_laws
from muvofiq.law.raised_in_text import restore_cited
from muvofiq.law.restricted import restricted_mark
from muvofiq.law.review import NOTHING, Review
from muvofiq.law.tree import Law
from muvofiq.records.errors import BeingRead
from muvofiq.records.models import Draft
from muvofiq.records.queries.citations import Text, acts_at_hand, texts_on_file
from muvofiq.records.words import Purpose
from muvofiq.text.choices import NONE, Choices
from muvofiq.text.letter import read_letter, write_letter
from muvofiq.text.read import read_bytes
from muvofiq.text.repair import repair_letters
from muvofiq.text.source import Source

Told = Callable[[int, int], None]
AKOMA_NTOSO = "Akoma Ntoso"  # what stands for the letter of a file that says itself where its units begin
OPEN_AT_ONCE = 4  # drafts that are kept in memory, as they were read and as they are reviewed


def letter_of(data: bytes, file_name: str, choices: Choices = NONE, told: Told | None = None) -> str:
    """Read a file and vouch that it holds a law; ``told`` hears of each page of a PDF.

    Of Akoma Ntoso no lines are kept: it says itself where its units begin, so that there is nothing to correct.
    Raises the errors of opening a law.
    """
    if is_akoma_ntoso(data):
        open_laws(data, file_name)
        return AKOMA_NTOSO
    source = read_bytes(data, file_name, choices, told)
    laws_of(source)
    return write_letter(source)


def review_of(draft: Draft) -> Review:
    """Return what was decided about a draft so far."""
    return Review.parse(draft.review)


def laws_in(draft: Draft, review: Review | None = None) -> tuple[Law, ...]:
    """Return the laws of a draft, under its own review or another one; raises BeingRead and the errors of opening."""
    if (letter := _kept(draft)) == AKOMA_NTOSO:
        return _opened(bytes(draft.data), draft.file_name)
    decided = draft.review if review is None else str(review)
    return _laws(letter, decided, texts_on_file(draft.mission, Purpose(draft.purpose), draft.state))


def laws_as_read(draft: Draft) -> tuple[Law, ...]:
    """Return the laws of a draft as they were before anybody decided anything."""
    return laws_in(draft, NOTHING)


def mark_of(draft: Draft) -> str:
    """Return the words that mark a draft as «for official use», or nothing; correcting their line takes none away."""
    return next(filter(None, map(restricted_mark, (*laws_as_read(draft), *laws_in(draft)))), "")


def source_of(draft: Draft) -> Source | None:
    """Return the lines of a draft, or None for Akoma Ntoso, of which none are kept; raises BeingRead."""
    return None if (letter := _kept(draft)) == AKOMA_NTOSO else _source(letter)


def sources_of(draft: Draft) -> tuple[Source, ...]:
    """Return the lines of each law of a draft, their letters put right; for one whose lines are kept."""
    return _repaired(draft.source, review_of(draft).refused)


def _kept(draft: Draft) -> str:
    if not draft.source:
        raise BeingRead(f"{draft.mission} > acts", file=draft.file_name)
    return draft.source


@lru_cache(maxsize=OPEN_AT_ONCE)
def _source(letter: str) -> Source:
    return read_letter(letter)


@lru_cache(maxsize=2 * OPEN_AT_ONCE)
def _laws(letter: str, review: str, texts: tuple[Text, ...]) -> tuple[Law, ...]:
    """Build the laws; what an amending act cites without its raised figures, the acts on file decide."""
    decided, others = Review.parse(review), acts_at_hand(texts)
    return tuple(restore_cited(law, others, decided.refused) for law in laws_of(_source(letter), decided))


@lru_cache(maxsize=OPEN_AT_ONCE)
def _repaired(letter: str, refused: frozenset[str]) -> tuple[Source, ...]:
    return tuple(repair_letters(one, refused) for one in split_languages(_source(letter)))


@lru_cache(maxsize=OPEN_AT_ONCE)
def _opened(data: bytes, file_name: str) -> tuple[Law, ...]:
    return open_laws(data, file_name)
