"""A person decides about a proposed word: once accepted, it lives in the thesaurus of the mission."""

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.request_matching import ask_for_matching
from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Person, TermProposal
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.released import natives_of
from muvofiq.records.words import TermState


def decide_term(
    actor: Person, row: TermProposal, state: TermState, *, is_preferred: bool | None = None
) -> TermProposal:
    """Accept or reject a word, or leave it open again; ``is_preferred`` accepts it otherwise than it was proposed.

    Anybody who may decide can accept an own proposal, and it is used at once; but a word in a language that awaits a
    native lawyer is confirmed only by a national expert or standards editor who did not propose it, who may accept it
    once more for this. Where the words change, the laws are matched again. Raises NotOnFile.
    """
    mission = row.mission
    with acting(actor, Verb.DECIDE_TERM, mission) as act:
        saved = mission.term_proposals.filter(pk=row.pk).first()
        if saved is None:
            raise NotOnFile(f"{mission} > terms", sort="proposal of a word", name=row.word)
        before, wanted = saved.state, saved.is_preferred if is_preferred is None else is_preferred
        is_same = (before, saved.is_preferred) == (state.value, wanted)
        if is_same and not (state is TermState.ACCEPTED and _confirms(actor, saved)):
            return saved
        is_open = state is TermState.PROPOSED
        saved.state, saved.is_preferred = state.value, wanted
        saved.decided_by, saved.decided_at = (None, None) if is_open else (actor, act.at)
        saved.save()
        change = {"word": saved.word, "from": before, "to": state.value, "is_preferred": wanted}
        act.says(f"term {saved.concept_id}", **change)
        if not is_same and TermState.ACCEPTED.value in {before, state.value}:
            ask_for_matching(act, mission)
    return saved


def _confirms(actor: Person, row: TermProposal) -> bool:
    """Whether the acceptance of this person confirms a word that nobody has confirmed so far."""
    able = natives_of(row.mission) - {row.proposed_by_id}
    return actor.pk in able and row.decided_by_id not in able
