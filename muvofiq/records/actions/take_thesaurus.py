"""A thesaurus of somebody else comes in: each of its words that ours lacks becomes a proposal, and none is accepted."""

from collections.abc import Collection
from dataclasses import replace

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.propose_term import new_id
from muvofiq.records.models import Mission, Person, TermProposal
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.released import terms_of
from muvofiq.standards.other_thesaurus import Offer, offered
from muvofiq.standards.thesaurus import NewWord, Thesaurus, with_words

LONGEST_WORD = 200  # as the table has it


def take_thesaurus(actor: Person, mission: Mission, theirs: Thesaurus, source: str) -> Offer:
    """Propose the words that ours lacks and that nobody has proposed here yet; return what came in.

    ``source`` is the name of the file. A word longer than any term is left out.
    """
    with acting(actor, Verb.PROPOSE_TERM, mission) as act:
        before = [_proposed(one) for one in mission.term_proposals.order_by("proposed_at", "pk")]
        ours = with_words(terms_of(mission), before)
        taken = {one.id for one in ours.concepts}

        def name(word: str) -> str:
            taken.add(found := new_id(word, taken))
            return found

        told = {(one.concept, one.language, one.word) for one in before}
        offer = _untold(offered(ours, theirs, name), told)
        TermProposal.objects.bulk_create(
            TermProposal(
                mission=mission,
                concept_id=one.concept,
                broader=one.broader,
                language=one.language,
                word=one.word,
                is_preferred=one.is_preferred,
                source=source[:255],
                proposed_by=actor,
                proposed_at=act.at,
            )
            for one in offer.words
        )
        if offer.words:
            act.says(f"term {source}", words=len(offer.words), concepts=offer.concepts)
    return offer


def withdraw_source(actor: Person, mission: Mission, source: str) -> int:
    """Take back all of one's own proposals from a file about which nobody has decided; return how many."""
    with acting(actor, Verb.PROPOSE_TERM, mission) as act:
        rows = mission.term_proposals.filter(source=source, proposed_by=actor, state="proposed").exclude(source="")
        number = rows.count()
        rows.delete()
        if number:
            act.says(f"term {source}", removed=number)
    return number


def _untold(offer: Offer, told: Collection[tuple[str, str, str]]) -> Offer:
    """Return an offer without words that were proposed before, or that no table could hold."""
    words = (one for one in offer.words if (one.concept, one.language, one.word) not in told)
    return replace(offer, words=tuple(one for one in words if len(one.word) <= LONGEST_WORD))


def _proposed(one: TermProposal) -> NewWord:
    return NewWord(one.concept_id, one.language, one.word, one.is_preferred, one.broader)
