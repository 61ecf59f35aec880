"""What was noted by mistake is removed, unless something rests on it."""

from collections.abc import Callable

import pytest

from muvofiq.assessment.verdict import Verdict
from muvofiq.publication.release import Part
from muvofiq.records.actions.amend import amend
from muvofiq.records.actions.enter_public_fact import enter_public_fact
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.note_contribution import note_contribution
from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.actions.plan_session import plan_session
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.actions.remove import Removable, remove
from muvofiq.records.errors import NotOnFile, StillNeeded
from muvofiq.records.models import Amendment, Contribution, Finding, Recommendation, Session
from muvofiq.records.words import ContributionKind, SessionKind
from tests.records.advising import advised
from tests.records.small import REASON, STARTS, VICTIMS, Desk, desk, history, one_entry, refused

pytestmark = pytest.mark.django_db


def session(at: Desk) -> Session:
    return plan_session(at.expert, at.mission, kind=SessionKind.WORKSHOP, title={"en": "Opening"}, day=STARTS)


def note(at: Desk, *, during: Session | None = None) -> Contribution:
    agency = plan_agency(at.expert, at.mission, name={"en": "Border service"})
    return note_contribution(
        at.expert,
        at.mission,
        agency=agency,
        session=during,
        kind=ContributionKind.PRACTICE,
        text={"en": "Done so."},
        requirement_ids=[VICTIMS],
    )


def recommendation(at: Desk) -> Recommendation:
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=0)
    return advised(
        at,
        addressee=plan_agency(at.expert, at.mission, name={"en": "Ministry"}),
        finding_ids=[VICTIMS],
        contribution_numbers=[note(at).number],
    )


def amendment(at: Desk) -> Amendment:
    act = register_act(at.expert, at.mission, title={"en": "On guards"})
    return amend(at.expert, recommendation(at), act=act, unit="art. 1", proposed="x")


SORTS: dict[str, list[Callable[[Desk], Removable]]] = {
    "plan": [
        session,
        lambda at: plan_agency(at.expert, at.mission, name={"en": "Police"}),
        lambda at: register_act(at.expert, at.mission, title={"en": "On guards"}),
    ],
    "note_contribution": [note],
    "recommend": [recommendation, amendment],
    "enter_public_fact": [lambda at: enter_public_fact(at.expert, at.mission, part=Part.AIM, text={"en": "To help."})],
}


@pytest.mark.parametrize(("verb", "number"), [(verb, at) for verb, rows in SORTS.items() for at in range(len(rows))])
def test_each_sort_can_be_removed_once_and_the_history_keeps_what_it_said(verb: str, number: int) -> None:
    at = desk()
    row = SORTS[verb][number](at)
    key, same = row.pk, type(row).objects.get(pk=row.pk)
    with one_entry(at.mission, at.expert, verb):
        remove(at.expert, row)
    assert not type(same).objects.filter(pk=key).exists()
    name = "R1.1" if isinstance(row, Amendment) else key
    assert history(at.mission)[-1].subject == f"{type(row).__name__.lower()} {name}"
    assert history(at.mission)[-1].change["removed"]
    with refused(NotOnFile):
        remove(at.expert, same)


def test_an_agency_that_spoke_and_the_session_in_which_it_did_stay() -> None:
    at = desk()
    one = note(at, during=session(at))
    assert one.session
    with refused(StillNeeded, match="contribution"):
        remove(at.expert, one.agency)
    with refused(StillNeeded, match="contribution"):
        remove(at.expert, one.session)
    remove(at.expert, one)
    remove(at.expert, Session.objects.get())


def test_what_a_recommendation_rests_on_stays_as_long_as_it_stands() -> None:
    at = desk()
    one = amendment(at)
    row, act = one.recommendation, one.act
    assert row.addressee
    (spoken,) = row.contributions.all()
    with refused(StillNeeded, match="R1"):
        remove(at.expert, spoken)
    with refused(StillNeeded, match="amendment"):
        remove(at.expert, act)
    with refused(StillNeeded, match="recommendation"):
        remove(at.expert, row.addressee)
    addressee = row.addressee
    remove(at.expert, row)
    for left in (spoken, act, addressee):
        remove(at.expert, left)
    assert Finding.objects.count() == 1, "the verdict stays"


def test_an_act_with_its_text_on_file_stays() -> None:
    at = desk()
    with refused(StillNeeded, match="editions"):
        remove(at.expert, at.edition.act)
