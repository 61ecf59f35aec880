"""What an agency said is noted, numbered, and tied to requirements of the scope."""

import pytest

from muvofiq.records.actions.note_contribution import note_contribution
from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.actions.plan_session import plan_session
from muvofiq.records.errors import Missing, NotOnFile
from muvofiq.records.models import Agency, Contribution
from muvofiq.records.words import ContributionKind, SessionKind
from tests.records.small import (
    INTERPRETER,
    STARTS,
    VICTIMS,
    Desk,
    desk,
    expert_in,
    history,
    mission_of,
    one_entry,
    refused,
    scope_in,
)

pytestmark = pytest.mark.django_db
TEXT = {"en": "There are two interpreters."}


def agency(at: Desk) -> Agency:
    return plan_agency(at.expert, at.mission, name={"en": "Border service"})


@pytest.mark.parametrize("kind", ContributionKind)
def test_a_note_is_saved_with_its_agency_session_and_requirements(kind: ContributionKind) -> None:
    at = desk()
    who = agency(at)
    session = plan_session(at.expert, at.mission, kind=SessionKind.ROUND_TABLE, title={"en": "Talk"}, day=STARTS)
    with one_entry(at.mission, at.expert, "note_contribution"):
        note_contribution(
            at.expert,
            at.mission,
            agency=who,
            session=session,
            kind=kind,
            text={"en": " There are two interpreters. ", "ru": ""},
            requirement_ids=[VICTIMS, INTERPRETER],
        )
    saved = Contribution.objects.get()
    assert (saved.number, saved.agency, saved.session, saved.kind) == (1, who, session, kind.value)
    assert (saved.text, saved.public, saved.noted_by) == (TEXT, False, at.expert)
    assert {one.requirement_id for one in saved.requirements.all()} == {VICTIMS, INTERPRETER}
    assert history(at.mission)[-1].change["requirements"] == sorted([VICTIMS, INTERPRETER])


def test_a_note_is_corrected_under_its_number() -> None:
    at = desk()
    common = {"agency": agency(at), "kind": ContributionKind.PRACTICE}
    first = note_contribution(at.expert, at.mission, **common, text=TEXT, requirement_ids=[VICTIMS])  # type: ignore[arg-type]
    second = note_contribution(at.expert, at.mission, **common, text=TEXT)  # type: ignore[arg-type]
    other = expert_in(at.mission, at.manager)
    note_contribution(other, at.mission, **common, text={"en": "Three."}, public=True, noted=first)  # type: ignore[arg-type]
    first.refresh_from_db()
    assert (first.number, second.number, first.text, first.public) == (1, 2, {"en": "Three."}, True)
    assert (first.noted_by, first.requirements.count()) == (other, 0)
    assert history(at.mission)[-1].change["from"] == TEXT


def test_without_text_or_outside_the_scope_nothing_is_noted() -> None:
    at = desk()
    who = agency(at)
    with refused(Missing):
        note_contribution(at.expert, at.mission, agency=who, kind=ContributionKind.PRACTICE, text={"en": " "})
    scope_in(at.mission, at.expert, ids=[VICTIMS])
    with refused(NotOnFile):
        note_contribution(
            at.expert,
            at.mission,
            agency=who,
            kind=ContributionKind.PRACTICE,
            text=TEXT,
            requirement_ids=[VICTIMS, INTERPRETER],
        )


def test_agencies_sessions_and_notes_of_another_mission_are_refused() -> None:
    at = desk()
    other = mission_of(at.manager, slug="other")
    here, kind = agency(at), ContributionKind.PRACTICE
    theirs = plan_agency(at.manager, other, name={"en": "Theirs"})
    session = plan_session(at.manager, other, kind=SessionKind.WORKSHOP, title={"en": "T"}, day=STARTS)
    note = note_contribution(at.manager, other, agency=theirs, kind=kind, text=TEXT)
    with refused(NotOnFile):
        note_contribution(at.expert, at.mission, agency=theirs, kind=kind, text=TEXT)
    with refused(NotOnFile):
        note_contribution(at.expert, at.mission, agency=here, session=session, kind=kind, text=TEXT)
    with refused(NotOnFile):
        note_contribution(at.expert, at.mission, agency=here, kind=kind, text=TEXT, noted=note)
