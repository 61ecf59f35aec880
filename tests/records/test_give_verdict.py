"""A verdict has a law axis, a practice axis and a reason, and no verdict replaces another one unseen."""

import re
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import pytest

from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.scale import Cure, Gap
from muvofiq.assessment.verdict import Axis, Verdict, verdicts_on
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.errors import ChangedMeanwhile, NotAWord, NotOnFile
from muvofiq.records.errors_assessment import NormNotCited, NotBinding, SecondOpinionFirst
from muvofiq.records.models import Finding
from muvofiq.records.queries.norms import norms_of
from muvofiq.records.queries.requirements import scoped
from tests.records.at_once import at_once
from tests.records.small import (
    IDS,
    INTERPRETER,
    REASON,
    VICTIMS,
    desk,
    expert_in,
    history,
    mission_of,
    no_entry,
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
    assert history(at.mission)[-1].change == {"from": None, "to": after, "edition": 1, "version": 1}


@pytest.mark.django_db
def test_both_axes_are_judged_and_practice_stays_when_only_the_law_is_judged_anew() -> None:
    at = desk()
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, practice=Verdict.NOT_FOUND, reason=REASON, version=0)
    finding = give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PROTECTS_MORE, reason=REASON, version=1)
    assert (finding.law, finding.practice, finding.version) == ("protects_more", "not_found", 2)
    change = history(at.mission)[-1].change
    assert (change["from"]["law"], change["to"]["law"]) == ("full", "protects_more")


@pytest.mark.django_db
@pytest.mark.parametrize("axis", Axis)
@pytest.mark.parametrize("verdict", Verdict)
def test_every_word_of_an_axis_can_be_saved_there_and_no_other(axis: Axis, verdict: Verdict) -> None:
    at = desk()
    words: dict[str, Any] = {"law": Verdict.NOT_ASSESSED, "practice": Verdict.NOT_ASSESSED, axis.value: verdict}
    judge = partial(give_verdict, at.expert, at.mission, INTERPRETER, **words, reason=REASON, version=0)
    if verdict in verdicts_on(axis):
        finding = judge()
        assert (finding.law, finding.practice) == (words["law"].value, words["practice"].value)
    else:
        with refused(NotAWord):
            judge()


@pytest.mark.django_db
@pytest.mark.parametrize("axis", Axis)
def test_only_a_norm_that_binds_the_state_on_the_first_day_is_contradicted(axis: Axis) -> None:
    at = desk()
    words: dict[str, Any] = {
        "law": Verdict.NOT_ASSESSED,
        "practice": Verdict.NOT_ASSESSED,
        axis.value: Verdict.CONTRADICTS,
    }
    with refused(NotBinding) as caught:  # VICTIMS cites benchmarks and soft law alone
        give_verdict(at.expert, at.mission, VICTIMS, **words, reason=REASON, version=0)
    assert (caught.value.values["state"], caught.value.values["day"]) == ("TJ", at.mission.starts)
    words[axis.value] = Verdict.DIFFERS
    assert give_verdict(at.expert, at.mission, VICTIMS, **words, reason=REASON, version=0).version == 1
    words[axis.value] = Verdict.CONTRADICTS
    assert give_verdict(at.expert, at.mission, INTERPRETER, **words, reason=REASON, version=0).version == 1


@pytest.mark.django_db
def test_where_a_norm_is_named_it_is_that_one_that_must_bind() -> None:
    at = desk()
    norms = norms_of(at.mission, scoped(at.mission, INTERPRETER))
    binding = next(str(one.citation) for one in norms if one.standing.force.binds)
    benchmark = next(str(one.citation) for one in norms if not one.standing.force.binds)
    judge = partial(give_verdict, at.expert, at.mission, INTERPRETER, law=Verdict.CONTRADICTS, reason=REASON, version=0)
    with refused(NotBinding, match=re.escape(benchmark)):
        judge(particulars=Particulars(norm=benchmark))
    assert judge(particulars=Particulars(norm=binding)).law == "contradicts"


@pytest.mark.django_db
def test_a_norm_that_the_requirement_does_not_cite_is_contradicted_by_nobody_and_its_instrument_may_be_named() -> None:
    at = desk()
    norms = norms_of(at.mission, scoped(at.mission, INTERPRETER))
    binding = next(one.citation.instrument for one in norms if one.standing.force.binds)
    judge = partial(give_verdict, at.expert, at.mission, INTERPRETER, law=Verdict.CONTRADICTS, reason=REASON, version=0)
    with refused(NormNotCited, match="does not cite «law of the sea art. 98»"):
        judge(particulars=Particulars(norm="law of the sea art. 98"))
    assert judge(particulars=Particulars(norm=f"{binding} art. 999")).law == "contradicts"


@pytest.mark.django_db
def test_the_day_of_the_mission_decides_whether_a_norm_binds() -> None:
    at = desk()
    at.mission.starts = date(1950, 1, 1)
    at.mission.save()
    with refused(NotBinding):
        give_verdict(at.expert, at.mission, INTERPRETER, law=Verdict.CONTRADICTS, reason=REASON, version=0)


@pytest.mark.django_db
def test_a_verdict_without_a_reason_is_saved_as_a_draft() -> None:
    at = desk()
    finding = give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason={"en": " "}, version=0)
    assert (finding.law, finding.reason, finding.state) == ("full", {}, "draft")


@pytest.mark.django_db
def test_particulars_are_saved_and_stay_when_only_the_verdict_changes() -> None:
    at = desk()
    told = Particulars(covered=(1, 3), uncovered=(2,), gaps=(Gap.DEADLINE,), cure=Cure.LAW, harm={"en": "A child."})
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=0, particulars=told)
    finding = give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=1)
    assert Particulars.parse(finding.particulars) == told
    assert history(at.mission)[-1].change["to"]["particulars"]["covered"] == [1, 3]
    finding = give_verdict(
        at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=2, particulars=Particulars()
    )
    assert finding.particulars == ""


@pytest.mark.django_db
@pytest.mark.parametrize("told", [Particulars(covered=(6,)), Particulars(uncovered=(0,))])
def test_an_element_that_the_requirement_does_not_have_is_refused(told: Particulars) -> None:
    at = desk()
    with refused(NotAWord, match="1, 2, 3, 4, 5"):
        give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=0, particulars=told)


@pytest.mark.django_db
def test_what_says_nothing_new_leaves_everything_as_it_was() -> None:
    at = desk()
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=0)
    with no_entry(at.mission):
        finding = give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=1)
    assert finding.version == 1


@pytest.mark.django_db
def test_what_was_carried_to_a_newer_edition_is_judged_anew_even_in_the_same_words() -> None:
    at = desk()
    finding = give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=0)
    Finding.objects.update(look_again=True)
    with one_entry(at.mission, at.expert, "give_verdict"):
        finding = give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=1)
    assert (finding.version, finding.look_again) == (2, False)


@pytest.mark.django_db
def test_a_new_verdict_on_what_was_shown_to_the_country_is_a_draft_again() -> None:
    at = desk()
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=0)
    Finding.objects.update(state="shown", moved_by=at.expert)
    finding = give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=1)
    assert (finding.state, finding.moved_by) == ("draft", None)


@pytest.mark.django_db
def test_who_owes_a_second_opinion_does_not_change_the_first() -> None:
    at = desk()
    second = expert_in(at.mission, at.manager, name="Second Expert")
    at.mission.opinions.create(
        requirement=scoped(at.mission, VICTIMS), asked_of=second, asked_by=at.expert, asked_at=datetime.now(UTC)
    )
    with refused(SecondOpinionFirst):
        give_verdict(second, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=0)
    assert give_verdict(second, at.mission, INTERPRETER, law=Verdict.FULL, reason=REASON, version=0).version == 1


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
        give_verdict(second, at.mission, VICTIMS, law=Verdict.DIFFERS, reason={"en": "Second."}, version=0)
    assert caught.value.values == {"name": at.expert.name, "yours": 0, "theirs": 1}
    assert Finding.objects.get().reason == {"en": "First."}
    finding = give_verdict(second, at.mission, VICTIMS, law=Verdict.DIFFERS, reason={"en": "Second."}, version=1)
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
    words = (Verdict.FULL, Verdict.NOT_FOUND, Verdict.DIFFERS, Verdict.PROTECTS_MORE)
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
