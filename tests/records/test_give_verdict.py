"""A verdict has a law axis, a practice axis and a reason, and no verdict replaces another one unseen."""

from functools import partial

import pytest

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.errors import ChangedMeanwhile, Missing, NotOnFile
from muvofiq.records.models import Finding
from tests.records.at_once import at_once
from tests.records.small import (
    IDS,
    REASON,
    VICTIMS,
    desk,
    expert_in,
    history,
    mission_of,
    one_entry,
    refused,
    scope_in,
)


@pytest.mark.django_db
def test_a_verdict_is_saved_with_its_author_and_its_reason() -> None:
    at = desk()
    with one_entry(at.mission, at.expert, "give_verdict"):
        finding = give_verdict(
            at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason={"en": " Half. ", "ru": ""}, version=0
        )
    saved = Finding.objects.get()
    assert saved == finding
    assert (saved.law, saved.practice, saved.reason) == ("partial", "not_assessed", {"en": "Half."})
    assert (saved.version, saved.judged_by, saved.mission) == (1, at.expert, at.mission)
    after = {"law": "partial", "practice": "not_assessed", "reason": {"en": "Half."}}
    assert history(at.mission)[-1].change == {"from": None, "to": after}


@pytest.mark.django_db
def test_both_axes_are_judged_and_practice_stays_when_only_the_law_is_judged_anew() -> None:
    at = desk()
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, practice=Verdict.NOT_FOUND, reason=REASON, version=0)
    finding = give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PROTECTS_MORE, reason=REASON, version=1)
    assert (finding.law, finding.practice, finding.version) == ("protects_more", "not_found", 2)
    change = history(at.mission)[-1].change
    assert (change["from"]["law"], change["to"]["law"]) == ("full", "protects_more")


@pytest.mark.django_db
@pytest.mark.parametrize("verdict", Verdict)
def test_every_word_can_be_saved_on_both_axes(verdict: Verdict) -> None:
    at = desk()
    finding = give_verdict(at.expert, at.mission, VICTIMS, law=verdict, practice=verdict, reason=REASON, version=0)
    assert (finding.law, finding.practice) == (verdict.value, verdict.value)


@pytest.mark.django_db
def test_a_verdict_needs_a_reason_and_not_assessed_needs_none() -> None:
    at = desk()
    for law, practice in ((Verdict.FULL, None), (Verdict.NOT_ASSESSED, Verdict.PARTIAL)):
        with refused(Missing):
            give_verdict(at.expert, at.mission, VICTIMS, law=law, practice=practice, reason={"en": " "}, version=0)
    finding = give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.NOT_ASSESSED, reason={}, version=0)
    assert (finding.law, finding.reason) == ("not_assessed", {})


@pytest.mark.django_db
def test_only_what_is_in_the_scope_is_judged() -> None:
    at = desk()
    scope_in(at.mission, at.expert, ids=IDS[1:])
    with refused(NotOnFile):
        give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=0)


@pytest.mark.django_db
def test_the_second_person_is_told_and_the_first_verdict_stays() -> None:
    at = desk()
    second = expert_in(at.mission, at.manager, name="Second Expert")
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason={"en": "First."}, version=0)
    with refused(ChangedMeanwhile, match=VICTIMS) as caught:
        give_verdict(second, at.mission, VICTIMS, law=Verdict.CONTRADICTS, reason={"en": "Second."}, version=0)
    assert caught.value.values == {"name": at.expert.name, "yours": 0, "theirs": 1}
    assert Finding.objects.get().reason == {"en": "First."}
    finding = give_verdict(second, at.mission, VICTIMS, law=Verdict.CONTRADICTS, reason={"en": "Second."}, version=1)
    assert (finding.version, finding.judged_by) == (2, second)


@pytest.mark.django_db
def test_a_version_that_nobody_has_saved_is_refused_too() -> None:
    at = desk()
    with refused(ChangedMeanwhile):
        give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=3)


@pytest.mark.django_db
def test_missions_judge_apart() -> None:
    at = desk()
    other = mission_of(at.manager, slug="other")
    scope_in(other, at.manager)
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=0)
    give_verdict(at.manager, other, VICTIMS, law=Verdict.NOT_FOUND, reason=REASON, version=0)
    assert [one.law for one in Finding.objects.order_by("judged_at")] == ["full", "not_found"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("version", [0, 1])
def test_of_people_who_judge_at_the_same_moment_exactly_one_wins(version: int) -> None:
    at = desk()
    for before in range(version):
        give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=before)
    entries = len(history(at.mission))
    words = (Verdict.FULL, Verdict.NOT_FOUND, Verdict.CONTRADICTS, Verdict.PROTECTS_MORE)
    people = [expert_in(at.mission, at.manager, name=f"Expert {word}") for word in words]
    entries += len(people)
    judge = [
        partial(give_verdict, who, at.mission, VICTIMS, law=word, reason={"en": word.value}, version=version)
        for who, word in zip(people, words, strict=True)
    ]
    results = at_once(*judge)
    (won,) = [one for one in results if isinstance(one, Finding)]
    lost = [one for one in results if isinstance(one, ChangedMeanwhile)]
    assert len(lost) == len(words) - 1
    assert {(one.values["yours"], one.values["theirs"]) for one in lost} == {(version, version + 1)}
    assert {one.values["name"] for one in lost} == {won.judged_by.name}
    saved = Finding.objects.get()
    assert (saved.version, saved.law, saved.reason) == (version + 1, won.law, {"en": won.law})
    assert len(history(at.mission)) == entries + 1


@pytest.mark.django_db
def test_a_first_verdict_from_a_page_of_an_older_edition_is_refused() -> None:
    at = desk()
    with refused(ChangedMeanwhile):
        give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=0, edition=7)
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=0, edition=1)
    assert at.mission.findings.count() == 1
