"""An act of the state enters the register of a mission, whether or not its text is on file."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from muvofiq.records.actions.acting import Act as Acting
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.placing import next_position
from muvofiq.records.actions.purpose import purpose_and_state
from muvofiq.records.actions.request_matching import ask_for_matching
from muvofiq.records.actions.texts import given, wanted
from muvofiq.records.errors import PurposeFixed
from muvofiq.records.models import Act, Answer, Mission, NormQuotation, OwnInstrument, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.words import Purpose


def register_act(
    actor: Person,
    mission: Mission,
    *,
    title: Mapping[str, str],
    number: str = "",
    adopted: date | None = None,
    kind: str = "",
    topics: Mapping[str, str] | None = None,
    status: Mapping[str, str] | None = None,
    unconfirmed: Sequence[str] = (),
    key: str = "",
    registered: Act | None = None,
    purpose: Purpose | None = None,
    state: str = "",
) -> Act:
    """Save a row of the register; raises Missing without a title. ``key`` names a new row in files of the library.

    Without ``purpose`` a row stays what it is to the mission, and a new one is an act of its state. Another purpose, or
    another state, is a wish for matching. Raises PurposeFixed, Missing and NotAWord (a law of which state), NotOnFile.
    """
    titles = wanted(title, "the title of the act", f"{mission} > acts")
    with acting(actor, Verb.PLAN, mission) as act:
        on_file(mission, registered)
        row = registered or Act(mission=mission, key=key, position=next_position(mission.acts))
        before = (row.purpose, row.state)
        if purpose:
            _let_be(row, purpose_and_state(mission, purpose, state))
        row.title, row.number, row.adopted, row.kind = titles, number.strip(), adopted, kind
        row.topics, row.status, row.unconfirmed = given(topics or {}), given(status or {}), list(unconfirmed)
        row.save()
        is_other = purpose is not None and (row.purpose, row.state) != before
        whose = {"purpose": row.purpose, "state": row.state} if is_other else {}
        act.says(f"act {row.pk}", title=titles, number=row.number, adopted=str(adopted or ""), **whose)
        if is_other and row.editions.exists():
            _match_anew(act, row, before[1])
    return row


def _let_be(row: Act, facts: Mapping[str, str]) -> None:
    """Let an act be something else to the mission, unless records rest on what it is."""
    others = list(_resting_on(row)) if (row.purpose, row.state) != (facts["purpose"], facts["state"]) else []
    if others:
        name = next(iter(row.title.values()), str(row.pk))
        raise PurposeFixed(f"{row.mission} > acts", name=name, others=", ".join(others))
    row.purpose, row.state = facts["purpose"], facts["state"]


def _resting_on(row: Act) -> Iterator[str]:
    """Yield the sorts of records that rest on an act as what it is."""
    if Answer.objects.filter(edition__act=row).exists():
        yield "answers"
    if row.proposed_amendments.exists() or row.moving_together.exists():
        yield "recommendations"
    if OwnInstrument.objects.filter(act=row).exists():
        yield "own standards"
    if NormQuotation.objects.filter(edition__act=row).exists():
        yield "quotations of norms"


def _match_anew(act: Acting, row: Act, state: str) -> None:
    """Let go of what was found in the law of which the act is no part any more, and ask for matching."""
    row.mission.proposals.filter(edition__act=row).delete()
    row.mission.outcomes.filter(state=state).delete()
    ask_for_matching(act, row.mission)
