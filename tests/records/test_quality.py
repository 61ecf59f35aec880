"""What the checks know of a finding is what stands in the records, gathered in a handful of queries."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from muvofiq.assessment.checks import Weight
from muvofiq.assessment.facts import Facts
from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.scale import State
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.confirm_list import confirm_list
from muvofiq.records.actions.decide_candidate import decide_candidate
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.note_contribution import note_contribution
from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.actions.quote import quote
from muvofiq.records.actions.write_translation import write_translation
from muvofiq.records.models import (
    AgencyAnswer,
    Edition,
    EditionText,
    Finding,
    Look,
    NormQuotation,
    Opinion,
    Outcome,
    Proposal,
    Questionnaire,
    Quotation,
    WorkingTranslation,
)
from muvofiq.records.queries.finding_facts import facts_of, findings_in_scope
from muvofiq.records.queries.quality import checks_of, checks_on, failing
from muvofiq.records.words import ContributionKind, Decision, Role
from tests.records.advising import advised
from tests.records.small import (
    IDS,
    INDICATORS,
    REASON,
    STARTS,
    UNIT,
    VICTIMS,
    WORDS,
    Desk,
    accepted,
    desk,
    expert_in,
    law_on_file,
    workbench,
)
from tests.records.test_evidence import NORM_WORDS, quoted_norm

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)


def judged(at: Desk, law: Verdict = Verdict.FULL, *, requirement_id: str = VICTIMS, **said: str) -> Finding:
    looked = {"covered": [1]} if law is Verdict.FULL else {}
    particulars = Particulars.from_entry(looked | said)
    saved = at.mission.findings.filter(requirement__requirement_id=requirement_id).first()
    return give_verdict(
        at.expert,
        at.mission,
        requirement_id,
        law=law,
        reason=REASON,
        version=saved.version if saved else 0,
        particulars=particulars,
    )


def facts(at: Desk, requirement_id: str = VICTIMS) -> Facts:
    (finding,) = findings_in_scope(at.mission, [requirement_id])
    return facts_of(at.mission, [finding])[finding.pk]


def fired(at: Desk, requirement_id: str = VICTIMS) -> set[str]:
    saved = at.mission.scope.get(requirement__requirement_id=requirement_id).requirement
    found = checks_on(at.mission, saved)
    return {one.check.id for one in found.failures} if found else set()


def proposed(at: Desk, *, chance: float = 0.8, eid: str = "art_4") -> None:
    requirement = at.mission.scope.get(requirement__requirement_id=VICTIMS).requirement
    rows = {"mission": at.mission, "requirement": requirement}
    Proposal.objects.create(**rows, edition=at.edition, eid=eid, rank=1, score=1.0)
    Outcome.objects.create(**rows, confidence=chance, nothing=1 - chance, looked_at=[at.edition.name])


def test_accepted_and_quoted_provisions_are_told_as_lawyers_cite_them(at: Desk) -> None:
    quote(at.expert, accepted(at), WORDS)
    judged(at)
    (one,) = facts(at).evidence.accepted
    assert one.quotations == 1
    assert not (one.broken or one.is_outdated or one.is_stale)
    assert one.is_proofread
    assert one.unit.startswith("ст. 4")


def test_a_rejected_provision_is_no_evidence(at: Desk) -> None:
    decide_candidate(at.expert, at.mission, VICTIMS, edition=at.edition, eid=UNIT, decision=Decision.REJECTED)
    judged(at)
    assert facts(at).evidence.accepted == ()
    assert "verdict-without-evidence" in fired(at)


def test_a_quotation_that_somebody_falsified_in_the_database_is_noticed(at: Desk) -> None:
    quotation = quote(at.expert, accepted(at), WORDS)
    judged(at)
    assert "quote-broken" not in fired(at)
    Quotation.objects.filter(pk=quotation.pk).update(words="слов, которых здесь нет")
    assert "quote-broken" in fired(at)
    Quotation.objects.filter(pk=quotation.pk).update(words=quotation.words, text_sha256="0" * 64)
    assert "quote-broken" in fired(at)


def test_so_is_a_falsified_text_and_a_falsified_quotation_of_a_norm(at: Desk) -> None:
    quoted_norm(at)
    quote(at.expert, accepted(at), WORDS)
    judged(at)
    assert "quote-broken" not in fired(at)
    NormQuotation.objects.update(words="Each Party shall do nothing.")
    assert "quote-broken" in fired(at)
    NormQuotation.objects.update(words=NORM_WORDS)
    assert "quote-broken" not in fired(at)
    EditionText.objects.filter(pk=at.edition.text_id).update(akoma_ntoso="<akomaNtoso/>")
    assert "quote-broken" in fired(at)


def test_an_edition_with_a_newer_one_is_outdated(at: Desk) -> None:
    accepted(at)
    judged(at)
    assert "quote-from-outdated-edition" not in fired(at)
    law_on_file(at.mission, at.expert, extra="\nСтатья 99. Новая\n", replaces=at.edition)
    assert "quote-from-outdated-edition" in fired(at)


def test_an_undated_and_an_unread_scan_are_noticed(at: Desk) -> None:
    accepted(at)
    Finding.objects.filter(pk=judged(at).pk).update(state=State.CHECKED.value)
    Edition.objects.filter(pk=at.edition.pk).update(as_of=STARTS, unproofed=False)
    assert fired(at).isdisjoint({"edition-without-day", "scan-not-proofread"})
    Edition.objects.filter(pk=at.edition.pk).update(as_of=None, unproofed=True)
    assert {"edition-without-day", "scan-not-proofread"} <= fired(at)


def test_a_working_translation_of_other_words_is_stale(at: Desk) -> None:
    accepted(at)
    judged(at)
    by: dict[str, Any] = {"language": "pt", "translator": "Ana Silva", "is_machine": False, "translated_on": STARTS}
    write_translation(at.expert, at.edition, UNIT, heading="", text="Um oficial.", **by)
    assert "stale-translation" not in fired(at)
    WorkingTranslation.objects.update(original_sha256="0" * 64)
    assert "stale-translation" in fired(at)


def test_a_likely_candidate_that_nobody_opened_stands_against_not_found(at: Desk) -> None:
    judged(at, Verdict.NOT_FOUND)
    proposed(at)
    assert "not-found-unopened-candidate" in fired(at)
    requirement = at.mission.scope.get(requirement__requirement_id=VICTIMS).requirement
    seen = {"mission": at.mission, "requirement": requirement, "edition": at.edition, "person": at.expert, "at": NOW}
    Look.objects.create(**seen, eid="art_5")
    assert "not-found-unopened-candidate" in fired(at)
    Look.objects.create(**seen, eid="art_4__para_1")  # a unit of the article that was proposed
    assert "not-found-unopened-candidate" not in fired(at)


def test_whoever_rejected_the_candidate_has_looked_at_it(at: Desk) -> None:
    judged(at, Verdict.NOT_FOUND)
    proposed(at)
    decide_candidate(at.expert, at.mission, VICTIMS, edition=at.edition, eid="art_4", decision=Decision.REJECTED)
    assert "not-found-unopened-candidate" not in fired(at)


def test_texts_that_the_last_search_has_not_seen_are_counted(at: Desk) -> None:
    judged(at, Verdict.NOT_FOUND)
    proposed(at, chance=0.1)
    assert facts(at).evidence.unmatched == 0
    law_on_file(at.mission, at.expert, extra="\nСтатья 99. Новая\n")
    assert facts(at).evidence.unmatched >= 1


def test_nothing_is_called_complete_before_somebody_has_confirmed_it(at: Desk) -> None:
    Finding.objects.filter(pk=judged(at, Verdict.NOT_FOUND).pk).update(state=State.CHECKED.value)
    assert "not-found-in-an-open-list" in fired(at)
    confirm_list(at.expert, at.mission, seen=[at.edition.name], reason=REASON)
    assert "not-found-in-an-open-list" not in fired(at)


def test_acts_that_should_be_open_and_have_no_text_are_counted(at: Desk) -> None:
    judged(at, Verdict.NOT_FOUND)
    assert facts(at).evidence.missing > 0
    judged(at, Verdict.PARTIAL)
    assert facts(at).evidence.missing == 0  # nobody asks for them where something was found


def test_the_norms_are_told_with_their_force_on_the_day_of_the_mission(at: Desk) -> None:
    for name in IDS:
        judged(at, requirement_id=name)
    norms = [norm for name in IDS for norm in facts(at, name).asked.norms]
    assert {one.binds for one in norms} == {True, False}
    assert all(one.names for one in norms)
    assert facts(at).asked.elements > 0
    assert not facts(at).asked.is_signed
    assert not facts(at).asked.is_offence


def test_a_requirement_that_asks_for_an_offence_is_known_by_its_model_article() -> None:
    ids = [VICTIMS, "som-criminalisation"]
    workbench(ids=ids)
    at = desk(ids=ids)
    judged(at, requirement_id="som-criminalisation")
    assert facts(at, "som-criminalisation").asked.is_offence


def test_the_country_reads_the_languages_of_its_acts(at: Desk) -> None:
    Finding.objects.filter(pk=judged(at).pk).update(state=State.CHECKED.value)
    assert facts(at).languages == ("ru",)
    assert "reason-not-in-their-language" in fired(at)


def test_data_on_a_person_are_noticed_and_not_repeated(at: Desk) -> None:
    give_verdict(
        at.expert,
        at.mission,
        VICTIMS,
        law=Verdict.FULL,
        reason={"ru": "Паспорт А1234567 отобран."},
        version=0,
    )
    assert "personal-data-in-text" in fired(at)
    assert not any("1234567" in one for one in facts(at).personal)


def test_opinions_are_awaited_then_disagree(at: Desk) -> None:
    finding = judged(at)
    other = expert_in(at.mission, at.manager, role=Role.NATIONAL_EXPERT)
    opinion = Opinion.objects.create(
        mission=at.mission, requirement=finding.requirement, asked_of=other, asked_by=at.expert, asked_at=NOW
    )
    assert (facts(at).hands.opinions, facts(at).hands.awaited) == (1, 1)
    Opinion.objects.filter(pk=opinion.pk).update(given_at=NOW, law=Verdict.NOT_FOUND.value)
    assert (facts(at).hands.awaited, facts(at).hands.disagreements) == (0, 1)
    Opinion.objects.filter(pk=opinion.pk).update(law=Verdict.FULL.value)
    assert facts(at).hands.disagreements == 0


def test_objections_and_answers_count_from_the_day_of_the_verdict_on(at: Desk) -> None:
    agency = plan_agency(at.expert, at.mission, name={"en": "Border Agency"})
    said = {"agency": agency, "text": {"en": "The order says otherwise."}, "requirement_ids": [VICTIMS]}
    finding = judged(at)
    note_contribution(at.expert, at.mission, kind=ContributionKind.INFORMATION, **said)  # type: ignore[arg-type]
    assert facts(at).hands.objections == 0
    note_contribution(at.expert, at.mission, kind=ContributionKind.OBJECTION, **said)  # type: ignore[arg-type]
    asked = Questionnaire.objects.create(
        mission=at.mission, number=1, agency=agency, letter="", made_by=at.expert, made_at=NOW
    )
    AgencyAnswer.objects.create(
        questionnaire=asked,
        question="1",
        requirement=finding.requirement,
        letter="",
        file_name="a.docx",
        file_sha256="0" * 64,
        taken_by=at.expert,
        taken_at=finding.judged_at + timedelta(hours=1),
    )
    assert (facts(at).hands.objections, facts(at).hands.unread) == (1, 1)
    AgencyAnswer.objects.update(taken_at=finding.judged_at - timedelta(hours=1))
    judged(at, Verdict.PARTIAL)
    assert (facts(at).hands.objections, facts(at).hands.unread) == (0, 0)


def test_recommendations_are_counted(at: Desk) -> None:
    judged(at, Verdict.PARTIAL)
    assert facts(at).hands.recommendations == 0
    advised(at, finding_ids=[VICTIMS])
    assert facts(at).hands.recommendations == 1


def test_who_checks_an_own_verdict_is_named_even_among_people_of_one_name(at: Desk) -> None:
    finding = judged(at)
    namesake = expert_in(at.mission, at.manager, name=at.expert.name)
    Finding.objects.filter(pk=finding.pk).update(state=State.CHECKED.value, moved_by=namesake)
    assert facts(at).hands.checked_own == ""
    Finding.objects.filter(pk=finding.pk).update(moved_by=at.expert)
    assert facts(at).hands.checked_own == at.expert.name


def test_what_is_no_longer_in_the_scope_is_not_checked(at: Desk) -> None:
    judged(at)
    judged(at, requirement_id=INDICATORS)
    at.mission.scope.filter(requirement__requirement_id=INDICATORS).delete()
    assert [one.requirement.id for one in checks_of(at.mission).findings] == [VICTIMS]


def test_the_findings_are_counted_by_state_and_what_was_found_by_severity(at: Desk) -> None:
    judged(at)
    quote(at.expert, accepted(at, requirement_id=INDICATORS), WORDS)
    Finding.objects.filter(pk=judged(at, requirement_id=INDICATORS).pk).update(state=State.SHOWN.value)
    quality = checks_of(at.mission)
    assert (quality.states[State.DRAFT], quality.states[State.SHOWN]) == (1, 1)
    assert quality.counts[Weight.ERROR] == 1
    assert (quality.failing, failing(at.mission)) == (1, 1)
    errors = quality.groups(Weight.ERROR)
    assert [(one.check.id, [spot.requirement.id for spot in one.spots]) for one in errors] == [
        ("verdict-without-evidence", [VICTIMS])
    ]
    assert {one.check.severity for one in quality.groups(Weight.WARNING)} == {Weight.WARNING}
    assert [one.check.id for one in quality.groups(check="requirement-unsigned")] == ["requirement-unsigned"]
    total = sum(len(group.spots) for group in quality.groups())
    assert total == sum(quality.counts.values())


def test_what_is_kept_back_is_left_out_and_counted(at: Desk) -> None:
    finding = judged(at)
    other = expert_in(at.mission, at.manager, role=Role.NATIONAL_EXPERT)
    Opinion.objects.create(
        mission=at.mission, requirement=finding.requirement, asked_of=other, asked_by=at.expert, asked_at=NOW
    )
    assert (len(checks_of(at.mission, other).findings), checks_of(at.mission, other).kept) == (0, 1)
    assert (len(checks_of(at.mission, at.expert).findings), checks_of(at.mission, at.expert).kept) == (1, 0)
    assert (failing(at.mission, other), failing(at.mission, at.expert)) == (0, 1)
    assert checks_on(at.mission, finding.requirement, other) is None


def test_however_many_findings_there_are_the_queries_stay_as_many(at: Desk) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as caught:
            checks_of(at.mission, at.expert)
        return len(caught)

    judged(at, Verdict.NOT_FOUND)
    accepted(at)
    asked()  # what is kept in memory is filled
    one = asked()
    for name in IDS[1:]:
        judged(at, Verdict.NOT_FOUND, requirement_id=name)
        accepted(at, requirement_id=name)
    assert asked() == one
