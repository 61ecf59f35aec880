"""A word is proposed for a concept of the thesaurus, or for a concept that it lacks; one's own can be withdrawn."""

from collections.abc import Collection
from hashlib import sha256

from django.utils.text import slugify

from muvofiq.records.actions.acting import acting
from muvofiq.records.errors import Missing, NotAWord, NotOnFile, NotYourProposal, WordOnFile, WordProposedBefore
from muvofiq.records.models import Mission, Person, TermProposal
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.released import terms_of
from muvofiq.records.words import TermState
from muvofiq.standards.thesaurus import LANGUAGES, Thesaurus

LONGEST_ID = 60
ADDRESSES = {"exchange"}  # what an address in the place of a concept means already


def propose_term(
    actor: Person,
    mission: Mission,
    *,
    language: str,
    word: str,
    concept_id: str = "",
    broader: str = "",
    is_preferred: bool = False,
    note: str = "",
) -> TermProposal:
    """Propose a word; without ``concept_id``, for a new concept below ``broader``, whose first word is the preferred.

    A word of the thesaurus can be proposed while nobody has confirmed it: accepting it confirms it.
    Raises Missing, NotAWord, NotOnFile, WordOnFile, WordProposedBefore.
    """
    where = f"{mission} > terms"
    plain = " ".join(word.split())
    if not plain:
        raise Missing(where, field="the word")
    if language not in LANGUAGES:
        raise NotAWord(where, value=language, allowed=", ".join(LANGUAGES))
    with acting(actor, Verb.PROPOSE_TERM, mission) as act:
        terms = terms_of(mission)
        if concept_id:
            parent = _parent_of(mission, concept_id, terms, where)
        else:
            _refuse_second(mission, terms, language, plain)
            in_use = {*(one.id for one in terms.concepts), *mission.term_proposals.values_list("concept_id", flat=True)}
            concept_id, parent, is_preferred = new_id(plain, in_use), _known(broader, terms, where), True
        _refuse_known(terms, concept_id, language, plain, is_preferred=is_preferred)
        _refuse_proposed(mission, concept_id, language, plain)
        row = TermProposal.objects.create(
            mission=mission,
            concept_id=concept_id,
            broader=parent,
            language=language,
            word=plain,
            is_preferred=is_preferred,
            note=note.strip(),
            proposed_by=actor,
            proposed_at=act.at,
        )
        act.says(f"term {concept_id}", language=language, word=plain, is_preferred=is_preferred)
    return row


def withdraw_term(actor: Person, row: TermProposal) -> None:
    """Take back one's own proposal about which nobody has decided; raises NotOnFile, NotYourProposal."""
    with acting(actor, Verb.PROPOSE_TERM, row.mission) as act:
        saved = row.mission.term_proposals.filter(pk=row.pk).select_related("proposed_by").first()
        if saved is None:
            raise NotOnFile(f"{row.mission} > terms", sort="proposal of a word", name=row.word)
        if saved.proposed_by_id != actor.pk or saved.state != TermState.PROPOSED.value:
            raise NotYourProposal(
                f"{row.mission} > terms", word=saved.word, name=saved.proposed_by.name, state=saved.state
            )
        act.says(f"term {saved.concept_id}", language=saved.language, removed=saved.word)
        saved.delete()


def new_id(word: str, in_use: Collection[str]) -> str:
    """Return an id for a new concept: the word, or a short mark of it where it has no Latin letter; never one in use.

    >>> new_id("Transit zone", ["transit-zone"]), new_id("дапо", [])
    ('transit-zone-2', 'term-a9329e6f')
    """
    taken = ADDRESSES.union(in_use)
    stem = slugify(word)[:LONGEST_ID].strip("-_") or f"term-{sha256(word.encode()).hexdigest()[:8]}"
    return next(name for at in range(1, len(taken) + 2) if (name := stem if at == 1 else f"{stem}-{at}") not in taken)


def _parent_of(mission: Mission, concept_id: str, terms: Thesaurus, where: str) -> str:
    """Return below what the concept stands if it is only proposed; nothing for one of the thesaurus."""
    if concept_id in terms:
        return ""
    first = mission.term_proposals.filter(concept_id=concept_id).first()
    if first is None:
        raise NotOnFile(where, sort="concept", name=concept_id)
    return first.broader


def _known(broader: str, terms: Thesaurus, where: str) -> str:
    if not broader:
        raise Missing(where, field="the broader concept")
    if broader not in terms:
        raise NotOnFile(where, sort="concept", name=broader)
    return broader


def _refuse_known(terms: Thesaurus, concept_id: str, language: str, word: str, *, is_preferred: bool) -> None:
    """Refuse a word that the thesaurus has, unless it would become the preferred one, or be confirmed."""
    if concept_id not in terms:
        return
    concept = terms.concept(concept_id)
    changes = concept.is_unconfirmed(language, word) or (is_preferred and concept.preferred(language) != word)
    if word in concept.labels.get(language, ()) and not changes:
        raise WordOnFile(f"terms > {concept_id}", word=word, language=language, concept=concept_id)


def _refuse_second(mission: Mission, terms: Thesaurus, language: str, word: str) -> None:
    """Refuse a new concept for a word that a concept has already, or that is proposed for one."""
    found = next((concept.id for label, concept in terms.labels(language) if label == word), None)
    if found:
        raise WordOnFile("terms", word=word, language=language, concept=found)
    if before := mission.term_proposals.filter(language=language, word=word).first():
        _refuse_proposed(mission, before.concept_id, language, word)


def _refuse_proposed(mission: Mission, concept_id: str, language: str, word: str) -> None:
    rows = mission.term_proposals.filter(concept_id=concept_id, language=language, word=word)
    if before := rows.select_related("proposed_by").first():
        name, state = before.proposed_by.name, before.state
        raise WordProposedBefore(f"{mission} > terms", word=word, language=language, name=name, state=state)
