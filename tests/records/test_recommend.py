"""A recommendation takes the current wording from the edition and rests on what was found and said."""

from functools import partial

import pytest

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.note_contribution import note_contribution
from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.actions.recommend import recommend
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.actions.remove import remove
from muvofiq.records.errors import ChangedMeanwhile, Missing, NotOnFile, UnitMissing
from muvofiq.records.models import Recommendation
from muvofiq.records.queries.law_text import unit_of
from muvofiq.records.words import ContributionKind
from tests.records.small import (
    REASON,
    UNIT,
    VICTIMS,
    Desk,
    desk,
    expert_in,
    history,
    law_on_file,
    mission_of,
    one_entry,
    refused,
    tajik_twin,
)

pytestmark = pytest.mark.django_db
PROPOSED = "назначаются два сотрудника по работе с уязвимыми лицами."


def recommended(at: Desk, *, proposed: str = PROPOSED) -> Recommendation:
    return recommend(
        at.expert,
        at.mission,
        act=at.edition.act,
        edition=at.edition,
        eid=UNIT,
        proposed=proposed,
        reason=REASON,
    )


def test_the_current_wording_is_that_of_the_edition() -> None:
    at = desk()
    with one_entry(at.mission, at.expert, "recommend"):
        recommended(at, proposed=f"  {PROPOSED}\n")
    saved = Recommendation.objects.get()
    assert saved.current == unit_of(at.edition, UNIT).words
    assert (saved.number, saved.version, saved.written_by) == (1, 1, at.expert)
    assert (saved.act, saved.edition, saved.eid, saved.unit) == (at.edition.act, at.edition, UNIT, "")
    assert (saved.proposed, saved.reason, saved.is_key, saved.addressee) == (PROPOSED, REASON, False, None)
    change = history(at.mission)[-1].change
    assert (change["from"], change["to"]["unit"]) == (None, f"border-law-ru~{UNIT}")


def test_it_rests_on_findings_and_notes_and_has_an_addressee() -> None:
    at = desk()
    agency = plan_agency(at.expert, at.mission, name={"en": "Border service"})
    finding = give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=0)
    note = note_contribution(
        at.expert, at.mission, agency=agency, kind=ContributionKind.PROPOSAL, text={"en": "Two officers."}
    )
    row = recommend(
        at.expert,
        at.mission,
        act=at.edition.act,
        edition=at.edition,
        eid=UNIT,
        proposed=PROPOSED,
        reason=REASON,
        is_key=True,
        addressee=agency,
        finding_ids=[VICTIMS],
        contribution_numbers=[note.number],
    )
    saved = Recommendation.objects.get()
    assert (list(saved.findings.all()), list(saved.contributions.all())) == ([finding], [note])
    assert (saved.is_key, saved.addressee) == (True, agency)
    assert history(at.mission)[-1].change["rests_on"] == {"findings": [VICTIMS], "contributions": [1]}
    again = recommend(
        at.expert,
        at.mission,
        act=row.act,
        unit="article 4(2-1), new",
        proposed="x",
        reason=REASON,
        written=row,
        version=1,
    )
    assert (again.findings.count(), again.contributions.count(), again.current) == (0, 0, "")


def test_a_new_unit_and_an_act_without_text_are_named_in_words() -> None:
    at = desk()
    act = register_act(at.expert, at.mission, title={"en": "On guards"})
    row = recommend(at.expert, at.mission, act=act, unit=" article 3, new ", proposed="A guard ...", reason=REASON)
    assert (row.edition, row.eid, row.unit, row.current) == (None, "", "article 3, new", "")
    new = recommend(
        at.expert, at.mission, act=at.edition.act, edition=at.edition, unit="art. 99", proposed="x", reason=REASON
    )
    assert (new.edition, new.current, new.number) == (at.edition, "", 2)


def test_an_empty_proposal_deletes_a_unit_that_has_words() -> None:
    at = desk()
    row = recommended(at, proposed=" ")
    assert (row.proposed, row.current != "") == ("", True)


def test_what_is_missing_is_named_and_nothing_is_saved() -> None:
    at = desk()
    act = at.edition.act
    with refused(Missing, match="reason"):
        recommend(at.expert, at.mission, act=act, unit="art. 1", proposed="x", reason={"en": " "})
    with refused(Missing, match="the unit"):
        recommend(at.expert, at.mission, act=act, unit=" ", proposed="x", reason=REASON)
    with refused(Missing, match="the unit"):
        recommend(at.expert, at.mission, act=act, eid=UNIT, proposed="x", reason=REASON)
    with refused(Missing, match="proposed"):
        recommend(at.expert, at.mission, act=act, unit="art. 99", proposed=" ", reason=REASON)
    with refused(UnitMissing):
        recommend(at.expert, at.mission, act=act, edition=at.edition, eid="art_999", proposed="x", reason=REASON)


def test_it_cannot_rest_on_what_is_not_on_file() -> None:
    at = desk()
    write = partial(recommend, at.expert, at.mission, act=at.edition.act, unit="a", proposed="x", reason=REASON)
    with refused(NotOnFile, match=VICTIMS):
        write(finding_ids=[VICTIMS])
    with refused(NotOnFile, match="7"):
        write(contribution_numbers=[7])


def test_nothing_of_another_mission_or_of_another_act_is_taken() -> None:
    at = desk()
    other = mission_of(at.manager, slug="other")
    foreign = law_on_file(other, at.manager)
    agency = plan_agency(at.manager, other, name={"en": "Police"})
    theirs = recommend(at.manager, other, act=foreign.act, unit="a", proposed="x", reason=REASON)
    with refused(NotOnFile):
        recommend(at.expert, at.mission, act=foreign.act, unit="a", proposed="x", reason=REASON)
    with refused(NotOnFile):
        recommend(at.expert, at.mission, act=at.edition.act, edition=foreign, eid=UNIT, proposed="x", reason=REASON)
    with refused(NotOnFile):
        recommend(at.expert, at.mission, act=at.edition.act, unit="a", addressee=agency, proposed="x", reason=REASON)
    with refused(NotOnFile):
        recommend(
            at.expert, at.mission, act=at.edition.act, unit="a", proposed="x", reason=REASON, written=theirs, version=1
        )
    second = register_act(at.expert, at.mission, title={"en": "On guards"})
    with refused(NotOnFile):
        recommend(at.expert, at.mission, act=second, edition=at.edition, eid=UNIT, proposed="x", reason=REASON)


def test_who_writes_on_an_old_version_is_told_and_the_newer_one_stays() -> None:
    at = desk()
    opened = recommended(at)
    second = expert_in(at.mission, at.manager, name="Second Expert")
    common = {"act": at.edition.act, "edition": at.edition, "eid": UNIT, "reason": REASON}
    recommend(second, at.mission, **common, proposed="Newer.", written=opened, version=1)  # type: ignore[arg-type]
    with refused(ChangedMeanwhile) as caught:
        recommend(at.expert, at.mission, **common, proposed="Older.", written=opened, version=1)  # type: ignore[arg-type]
    assert caught.value.values == {"name": "Second Expert", "yours": 1, "theirs": 2}
    with refused(ChangedMeanwhile):
        recommend(at.expert, at.mission, **common, proposed="Invented.", version=5)  # type: ignore[arg-type]
    saved = Recommendation.objects.get()
    assert (saved.proposed, saved.version, saved.number) == ("Newer.", 2, 1)
    assert history(at.mission)[-1].change["from"]["proposed"] == PROPOSED


def test_the_wording_stays_that_of_the_edition_when_another_unit_is_chosen() -> None:
    at = desk()
    twin = tajik_twin(at.mission, at.expert, at.edition)
    row = recommended(at)
    row = recommend(
        at.expert, at.mission, act=twin.act, edition=twin, eid=UNIT, proposed="x", reason=REASON, written=row, version=1
    )
    assert row.current == unit_of(twin, UNIT).words != unit_of(at.edition, UNIT).words


def test_a_recommendation_that_was_removed_meanwhile_is_not_written_again() -> None:
    at = desk()
    row = recommended(at)
    remove(at.expert, Recommendation.objects.get())
    with refused(NotOnFile):
        recommend(at.expert, at.mission, act=row.act, unit="a", proposed="x", reason=REASON, written=row, version=1)


def test_recommendations_are_numbered_through_each_mission() -> None:
    at = desk()
    other = mission_of(at.manager, slug="other")
    act = register_act(at.manager, other, title={"en": "On guards"})
    assert [recommended(at).number for _ in range(3)] == [1, 2, 3]
    assert recommend(at.manager, other, act=act, unit="a", proposed="x", reason=REASON).number == 1
