"""A mission is looked through for what a person typed: in which editions and languages, with or without the model."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.embedding import Elsewhere, Embedder
from muvofiq.alignment.looking import Hit
from muvofiq.alignment.meaning import Meaning, Voices
from muvofiq.alignment.narrowing import Narrowing, UnitKind
from muvofiq.alignment.pool import Pool
from muvofiq.alignment.question import asked_phrase
from muvofiq.alignment.ranking import SILENT
from muvofiq.alignment.requirement_pool import texts_in
from muvofiq.alignment.search import Asked, search_pools
from muvofiq.alignment.shipped import WithShipped
from muvofiq.errors import MuvofiqError
from muvofiq.law.reference import Reference
from muvofiq.records.models import Edition, Mission
from muvofiq.records.queries.editions import newest_of
from muvofiq.records.queries.law_text import editions_on_file, law_of
from muvofiq.records.queries.released import thesaurus_of
from muvofiq.records.queries.requirements import scope_of
from muvofiq.records.queries.search_pools import pools_of_laws, pools_of_requirements
from muvofiq.records.reader import find_reader
from muvofiq.records.vectors import VectorTable
from muvofiq.records.words import Purpose
from muvofiq.standards.requirement import ORIGINAL

SHOWN = 20


class Where(StrEnum):
    """Where is searched."""

    BOTH = "both"
    LAWS = "laws"
    REQUIREMENTS = "requirements"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person looks for, and to what the search is narrowed; an empty value narrows nothing.

    ``on`` is the day whose editions are wanted instead of the newest, ``purpose`` says whether national law is searched
    or the laws to compare with, of one ``state`` or of all, ``typed_in`` the language of the text where the
    person has said it, ``usual`` the one that is taken where the text does not tell its own.
    """

    text: str
    where: Where = Where.BOTH
    act: UUID | None = None
    language: str = ""
    kind: UnitKind | None = None
    on: date | None = None
    purpose: Purpose = Purpose.NATIONAL
    state: str = ""
    typed_in: str = ""
    usual: str = ORIGINAL
    top: int = SHOWN


@dataclass(frozen=True, slots=True)
class Sought:
    """What was found, in which language the text was taken to be, and where the model had no say.

    ``unread`` names the languages whose texts were ranked by words and thesaurus alone.
    """

    hits: tuple[Hit, ...] = ()
    language: str = ""
    unread: tuple[str, ...] = ()


def seek_provisions(mission: Mission, wanted: Wanted) -> Sought:
    """Look through the laws on file in all languages unless one was wanted: the newest editions, or those of a day.

    Of an article that is on file in the language of the text, translations are left out.
    """
    reader = find_reader()
    editions = editions_on_file(mission, wanted.purpose)
    concepts = thesaurus_of(mission)
    pools = pools_of_laws(editions, concepts, _known(reader), keeps_apart=isinstance(reader, Elsewhere))
    asked = _asked(wanted, pools, concepts)
    among = [one for one in editions if _is_wanted(one, wanted)]
    among = newest_of(among, wanted.on)
    twins = frozenset() if wanted.language else _twins(among, asked.language)
    narrowing = Narrowing(wanted.kind, frozenset(one.name for one in among), without=twins)
    return _sought(asked, pools, reader, narrowing, wanted.top)


def seek_requirements(mission: Mission, wanted: Wanted) -> Sought:
    """Look through the requirements of the scope: in the language of the text, or where one lacks it, in all others."""
    reader = find_reader()
    saved = [item.requirement for item in scope_of(mission)]
    concepts = thesaurus_of(mission)
    pools = pools_of_requirements(saved, concepts, _known(reader))
    asked = _asked(wanted, pools, concepts)
    return _sought(asked, pools, reader, Narrowing(acts=texts_in(pools, asked.language)), wanted.top)


def _known(reader: Embedder | None) -> Meaning | None:
    """Return what a model has read already; without the model itself, so that a page never reads a law."""
    return Meaning(reader.model, WithShipped(VectorTable())) if reader else None


def _asked(wanted: Wanted, pools: Sequence[Pool], concepts: Concepts) -> Asked:
    return Asked.parse(wanted.text, wanted.typed_in, pools, concepts, usual=wanted.usual)


def _sought(asked: Asked, pools: Sequence[Pool], reader: Embedder | None, narrowing: Narrowing, top: int) -> Sought:
    pools = [pool for pool in pools if any(narrowing.takes(pool, at) for at in range(len(pool.units)))]
    voices = _voices(asked, pools, reader)
    hits = search_pools(asked, pools, voices=voices, narrowing=narrowing, top=top)
    unread = (pool.language for pool in pools if not voices or pool.openings is None)
    return Sought(tuple(hits), asked.language, () if asked.typed.is_citation else tuple(unread))


def _voices(asked: Asked, pools: Iterable[Pool], reader: Embedder | None) -> Voices:
    """Return what the model makes of the text; nothing where nobody can be asked by meaning, or the model is silent.

    What a person typed is not kept.
    """
    role, text = phrase = asked_phrase(asked.typed.words)
    if reader is None or not text or asked.typed.is_citation or all(pool.openings is None for pool in pools):
        return SILENT
    try:
        return {phrase: reader.embed(role, [text])[0]}
    except MuvofiqError:  # a model elsewhere that does not answer: words and thesaurus still do
        return SILENT


def _is_wanted(edition: Edition, wanted: Wanted) -> bool:
    is_of_state = wanted.state in ("", edition.act.state)
    return (
        is_of_state
        and wanted.act in (None, edition.act_id)
        and (not wanted.language or edition.language == wanted.language)
    )


def _twins(editions: Sequence[Edition], language: str) -> frozenset[str]:
    """Return the addresses of articles in another language that are on file in this one too."""
    own: dict[UUID, set[str]] = defaultdict(set)
    for one in editions:
        if one.language == language:
            own[one.act_id] |= {address.eid for address in _articles(one)}
    others = (one for one in editions if one.language != language and one.act_id in own)
    return frozenset(str(address) for one in others for address in _articles(one) if address.eid in own[one.act_id])


def _articles(edition: Edition) -> list[Reference]:
    return [address for address, unit, _ in law_of(edition).articles() if not unit.repealed]
