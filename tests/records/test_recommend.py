"""A recommendation says what should be done, and rests on what was found and said."""

import pytest

from muvofiq.assessment.scale import Cure, Priority
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.ask_opinion import ask_opinion
from muvofiq.records.actions.choose_scope import choose_scope
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.note_contribution import note_contribution
from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.actions.remove import remove
from muvofiq.records.errors import ChangedMeanwhile, Missing, NotOnFile, StillNeeded
from muvofiq.records.errors_amendment import NotOpenToChange
from muvofiq.records.errors_assessment import SecondOpinionFirst
from muvofiq.records.models import Contribution, Recommendation
from muvofiq.records.queries.advice import advice_on, recommendations_on
from muvofiq.records.queries.kept_entries import kept_entries
from muvofiq.records.queries.recommendation_page import recommendation_list, recommendation_numbered, row_of
from muvofiq.records.queries.requirement_page import requirement_page
from muvofiq.records.words import ContributionKind, Purpose, RecommendationKind, Term
from muvofiq.records.words import RecommendationState as State
from tests.records.advising import TEXT, advised
from tests.records.small import (
    IDS,
    INTERPRETER,
    REASON,
    VICTIMS,
    Desk,
    expert_in,
    history,
    mission_of,
    one_entry,
    refused,
)

pytestmark = pytest.mark.django_db


def noted(at: Desk) -> Contribution:
    agency = plan_agency(at.expert, at.mission, name={"en": "Border service"})
    return note_contribution(
        at.expert, at.mission, agency=agency, kind=ContributionKind.PROPOSAL, text={"en": "Two officers."}
    )


def test_it_says_what_by_whom_until_when_and_at_which_level(at: Desk) -> None:
    agency = plan_agency(at.expert, at.mission, name={"en": "Border service"})
    with one_entry(at.mission, at.expert, "recommend"):
        advised(
            at,
            text={"en": " Appoint two. ", "ru": ""},
            kind=RecommendationKind.BY_LAW,
            priority="first",
            term="short",
            cure="order",
            is_key=True,
            addressee=agency,
            together=[at.edition.act],
        )
    saved = Recommendation.objects.get()
    assert (saved.text, saved.reason, saved.kind, saved.is_key) == ({"en": "Appoint two."}, REASON, "by_law", True)
    assert (saved.priority, saved.term, saved.cure) == (Priority.FIRST.value, Term.SHORT.value, Cure.ORDER.value)
    assert (saved.addressee, list(saved.together.all()), saved.state) == (agency, [at.edition.act], "draft")
    assert (saved.number, saved.version, saved.written_by) == (1, 1, at.expert)
    change = history(at.mission)[-1].change
    assert (change["from"], change["to"]["text"], change["addressee"]) == (None, {"en": "Appoint two."}, str(agency.pk))


def test_most_of_it_may_be_left_open(at: Desk) -> None:
    row = advised(at, reason={})
    assert (row.kind, row.priority, row.term, row.cure, row.reason) == ("amend", "", "", "", {})
    assert row_of(row).contributions == ()


def test_it_rests_on_findings_requirements_and_notes(at: Desk) -> None:
    finding = give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=0)
    note = noted(at)
    row = advised(at, finding_ids=[VICTIMS], requirement_ids=[INTERPRETER, VICTIMS], contribution_numbers=[note.number])
    assert (list(row.findings.all()), list(row.contributions.all())) == ([finding], [note])
    assert history(at.mission)[-1].change["rests_on"] == {
        "findings": [VICTIMS],
        "requirements": sorted([INTERPRETER, VICTIMS]),
        "contributions": [1],
    }
    (shown,) = recommendation_list(at.mission)
    assert [one.id for one in shown.requirements] == [VICTIMS, INTERPRETER]
    assert shown.contributions != ()
    again = advised(at, written=row, version=1)
    assert (again.findings.count(), again.requirements.count(), again.contributions.count()) == (0, 0, 0)


def test_a_requirement_knows_the_recommendations_on_it_each_once_and_not_the_withdrawn(at: Desk) -> None:
    finding = give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=0)
    both = advised(at, finding_ids=[VICTIMS], requirement_ids=[VICTIMS])
    named = advised(at, requirement_ids=[VICTIMS])
    advised(at, requirement_ids=[INTERPRETER])
    assert list(recommendations_on(at.mission, finding.requirement)) == [both, named]
    assert requirement_page(at.mission, VICTIMS, "en").recommendations == (both, named)
    assert advice_on(at.mission, [finding.requirement_id]) == {finding.requirement_id: 2}
    Recommendation.objects.filter(pk=named.pk).update(state=State.WITHDRAWN.value)
    assert advice_on(at.mission, [finding.requirement_id]) == {finding.requirement_id: 1}
    assert [one.recommendation for one in recommendation_list(at.mission, is_standing=True)][:1] == [both]
    assert len(recommendation_list(at.mission)) == 3


def test_what_is_missing_is_named_and_nothing_is_saved(at: Desk) -> None:
    with refused(Missing, match="text"):
        advised(at, text={"en": " "})


def test_it_cannot_rest_on_what_is_not_on_file(at: Desk) -> None:
    with refused(NotOnFile, match=VICTIMS):
        advised(at, finding_ids=[VICTIMS])
    with refused(NotOnFile, match="no-such-requirement"):
        advised(at, requirement_ids=["no-such-requirement"])
    with refused(NotOnFile, match="7"):
        advised(at, contribution_numbers=[7])


def test_nothing_of_another_mission_and_no_foreign_act_is_taken(at: Desk) -> None:
    other = mission_of(at.manager, slug="other")
    agency = plan_agency(at.manager, other, name={"en": "Police"})
    theirs = advised(Desk(at.manager, at.manager, other, at.edition))
    with refused(NotOnFile):
        advised(at, addressee=agency)
    act = register_act(at.manager, other, title={"en": "On guards"})
    with refused(NotOnFile):
        advised(at, together=[act])
    with refused(NotOnFile):
        advised(at, written=theirs, version=1)
    latvian = register_act(at.expert, at.mission, title={"en": "Border Law"}, purpose=Purpose.COMPARATOR, state="LV")
    with refused(NotOnFile, match="Border Law"):
        advised(at, together=[latvian])


def test_who_writes_on_an_old_version_is_told_and_the_newer_one_stays(at: Desk) -> None:
    opened = advised(at)
    second = expert_in(at.mission, at.manager, name="Second Expert")
    advised(Desk(at.manager, second, at.mission, at.edition), text={"en": "Newer."}, written=opened, version=1)
    with refused(ChangedMeanwhile) as caught:
        advised(at, text={"en": "Older."}, written=opened, version=1)
    assert caught.value.values == {"name": "Second Expert", "yours": 1, "theirs": 2}
    with refused(ChangedMeanwhile):
        advised(at, text={"en": "Invented."}, version=5)
    saved = Recommendation.objects.get()
    assert (saved.text, saved.version, saved.number) == ({"en": "Newer."}, 2, 1)
    assert history(at.mission)[-1].change["from"]["text"] == TEXT


def test_what_was_removed_meanwhile_is_not_written_again(at: Desk) -> None:
    row = advised(at)
    remove(at.expert, Recommendation.objects.get())
    with refused(NotOnFile):
        advised(at, written=row, version=1)


def test_recommendations_are_numbered_through_each_mission(at: Desk) -> None:
    other = mission_of(at.manager, slug="other")
    assert [advised(at).number for _ in range(3)] == [1, 2, 3]
    assert advised(Desk(at.manager, at.manager, other, at.edition)).number == 1
    with refused(NotOnFile, match="R9"):
        recommendation_numbered(at.mission, 9)


@pytest.mark.parametrize("state", [State.SHOWN, State.AGREED, State.WITHDRAWN])
def test_what_others_rely_on_is_taken_back_before_it_is_changed(at: Desk, state: State) -> None:
    row = advised(at)
    Recommendation.objects.update(state=state.value)
    with refused(NotOpenToChange, match=f"R1 cannot be changed(.|\n)*{state.value}"):
        advised(at, written=row, version=1)


def test_a_checked_one_is_a_draft_again_when_it_is_changed(at: Desk) -> None:
    row = advised(at)
    Recommendation.objects.update(state=State.CHECKED.value)
    assert advised(at, written=row, version=1).state == State.DRAFT.value


def test_a_requirement_on_which_one_rests_stays_in_the_scope(at: Desk) -> None:
    advised(at, requirement_ids=[INTERPRETER])
    with refused(StillNeeded, match=INTERPRETER):
        choose_scope(at.expert, at.mission, [one for one in IDS if one != INTERPRETER], themes=["A"], reason=REASON)


def test_an_act_that_must_move_together_and_a_note_are_not_removed(at: Desk) -> None:
    act, note = register_act(at.expert, at.mission, title={"en": "On guards"}), noted(at)
    advised(at, together=[act], contribution_numbers=[note.number])
    for row in (act, note):
        with refused(StillNeeded, match="R1"):
            remove(at.expert, row)


def test_who_owes_an_opinion_neither_sees_nor_writes_what_rests_on_it_by_finding_or_by_requirement(at: Desk) -> None:
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=0)
    second = expert_in(at.mission, at.manager, name="Second Expert")
    ask_opinion(at.expert, at.mission, [VICTIMS], second)
    found, named = advised(at, finding_ids=[VICTIMS]), advised(at, requirement_ids=[VICTIMS])
    advised(at)
    blind = Desk(at.manager, second, at.mission, at.edition)
    for resting in ({"finding_ids": [VICTIMS]}, {"requirement_ids": [VICTIMS]}):
        with refused(SecondOpinionFirst):
            advised(blind, **resting)
    for row in (found, named):
        with refused(SecondOpinionFirst):
            advised(blind, written=row, version=1)
    assert [one.is_kept for one in recommendation_list(at.mission, second)] == [True, True, False]
    assert not any(one.is_kept for one in recommendation_list(at.mission, at.expert))
    kept = kept_entries(at.mission, second)
    assert [kept.has(one) for one in history(at.mission)[-3:]] == [True, True, False]
